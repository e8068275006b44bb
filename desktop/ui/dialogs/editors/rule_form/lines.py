"""The lists of a rule that are made of several parts each: triggers, articles, items of a checklist, reminders."""

from functools import partial

from desktop.i18n import N_
from desktop.logic.clocks.rule import Unit
from desktop.ui.dialogs.editors.rule_form.choices import fields_of, named, yes_alone
from desktop.ui.dialogs.editors.rule_form.inputs import (
    AnyValuesInput,
    FlagInput,
    SpokenInput,
    TablesInput,
    ValuesInput,
    WordsInput,
)
from desktop.ui.dialogs.editors.rule_form.part import Part
from desktop.ui.inputs.choices import ChoiceInput, kinds_of_event, terms_of
from desktop.ui.inputs.terms import TermInput, TermsInput
from desktop.ui.inputs.texts import NumberInput, TextInput
from desktop.ui.law import words

KINDS = partial(TermsInput, kinds_of_event, N_("A kind of event"))
FLAG = partial(FlagInput, yes_alone)
TIME_FIELD = partial(TermInput, fields_of("when"), N_("the event's own time"))
UNITS = {unit: title for unit, title in words.UNITS.items() if unit not in {Unit.IMMEDIATE, Unit.NONE, Unit.CHECKLIST}}

LENGTH = (
    Part("quantity", N_("How many"), N_("A whole number."), partial(NumberInput, is_whole=True)),
    Part(
        "unit", N_("Unit"), N_("Hours, days, months."), partial(ChoiceInput, named(UNITS), blank=""), Unit.SUTKI.value
    ),
)


class LengthsInput(TablesInput):
    """Stretches of time, a line each."""

    def __init__(self) -> None:
        super().__init__(LENGTH, N_("Add a time"))


class LengthInput(LengthsInput):
    """One stretch of time, or none."""

    def value(self) -> object:
        """The first. Raises ``Unclear``."""
        return next(iter(super().value()), None)

    def fill(self, value: object) -> None:
        """Show a stretch of time."""
        super().fill((value,) if isinstance(value, dict) else value)


TRIGGER = (
    Part("kinds", N_("Kinds of event"), N_("An event of any of these kinds starts the clock."), KINDS, ()),
    Part(
        "anchor",
        N_("Counted from"),
        N_("Which moment of the event the law means."),
        partial(ChoiceInput, named(words.ANCHORS), blank=""),
        "actual",
    ),
    Part("field", N_("Time taken from the field"), N_("The field of the event that holds this moment."), TIME_FIELD),
    Part(
        "roles",
        N_("For whom"),
        N_("The clock runs for each who has one of these roles; without, for whom it is about."),
        partial(TermsInput, terms_of("roles"), N_("A role")),
        (),
        is_rare=True,
    ),
    Part(
        "links",
        N_("Only linked by"),
        N_("Only where the event bears on another one in such a way."),
        partial(TermsInput, terms_of("link-kinds"), N_("A kind of link")),
        (),
        is_rare=True,
    ),
    Part("linked_kinds", N_("to events of these kinds"), N_("What that other event is."), KINDS, (), is_rare=True),
    Part("where", N_("Only where"), N_("Only where a field of the event says so."), ValuesInput, {}, is_rare=True),
    Part(
        "unless",
        N_("Not where these are filled in"),
        N_("Fields of the event from which the clock then runs instead."),
        partial(TermsInput, fields_of(), N_("A field")),
        (),
        is_rare=True,
    ),
    Part(
        "stands_for",
        N_("Stands for the field"),
        N_("The law counts from this time, which may not be on file: it may run later."),
        TIME_FIELD,
        is_rare=True,
    ),
    Part(
        "without",
        N_("Not where there is"),
        N_("Not where the person has such an event then or later."),
        KINDS,
        (),
        is_rare=True,
    ),
    Part(
        "after",
        N_("Starts only after"),
        N_("The clock starts this long after the event, as after a silence."),
        LengthInput,
        is_rare=True,
    ),
    Part(
        "unanswered",
        N_("Only while unanswered"),
        N_("Only while no other event answers it."),
        FLAG,
        usual=False,
        is_rare=True,
    ),
    Part(
        "unlinked",
        N_("Only where it answers nothing"),
        N_("Only an event that answers no other."),
        FLAG,
        usual=False,
        is_rare=True,
    ),
    Part(
        "credits",
        N_("Counts in stays of"),
        N_("Stays that run up to the event are counted in."),
        KINDS,
        (),
        is_rare=True,
    ),
    Part(
        "chain_start",
        N_("From the start of the stay"),
        N_("An extension counts from the stay it prolongs."),
        FLAG,
        usual=False,
        is_rare=True,
    ),
    Part(
        "joined",
        N_("Adjacent stays are one"),
        N_("Stays without a gap between count as one."),
        FLAG,
        usual=False,
        is_rare=True,
    ),
)
BASIS = (
    Part("act", N_("Act"), N_("The law by its short name: UPK, KoAP."), TextInput),
    Part("article", N_("Article"), N_("As printed."), TextInput),
    Part("part", N_("Part"), N_("As printed: 1, or 1–3."), TextInput),
)
ITEM = (
    Part("id", N_("Short name"), N_("In small Latin letters: rights."), TextInput),
    Part("label", N_("What must be there"), N_("As the list shows it, in every language."), SpokenInput, {}),
    Part(
        "field",
        N_("Told by the field"),
        N_("The field of the event that says whether it is there."),
        partial(TermInput, fields_of(), N_("nothing on file tells")),
    ),
    Part(
        "values",
        N_("with one of these values"),
        N_("Parted by commas; without, any value will do."),
        AnyValuesInput,
        (),
        is_rare=True,
    ),
    Part(
        "words", N_("or a word beginning with"), N_("Parted by commas, in small letters."), WordsInput, (), is_rare=True
    ),
    Part(
        "not_words",
        N_("missing where a word begins with"),
        N_("Parted by commas, in small letters."),
        WordsInput,
        (),
        is_rare=True,
    ),
    Part(
        "earlier",
        N_("looked for in the last"),
        N_("The same field of the last event of these kinds."),
        KINDS,
        (),
        is_rare=True,
    ),
    Part("since", N_("lasts until, or comes after"), N_("A day, as 2026-03-21."), TextInput, is_rare=True),
    Part(
        "day_hours",
        N_("hours in one day at most"),
        N_("All events of the kind on that day together."),
        partial(NumberInput, is_whole=True),
        is_rare=True,
    ),
)


class TriggersInput(TablesInput):
    """What starts the clock, each with its own moment."""

    def __init__(self) -> None:
        super().__init__(TRIGGER, N_("Add what starts it"))


class BasisInput(TablesInput):
    """Where the law says so."""

    def __init__(self) -> None:
        super().__init__(BASIS, N_("Add an article"))


class ItemsInput(TablesInput):
    """The lines of a checklist."""

    def __init__(self) -> None:
        super().__init__(ITEM, N_("Add a line of the checklist"))
