"""The fields of a rule, page by page, each with what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from desktop.i18n import N_
from desktop.logic.clocks.rule import Direction
from desktop.ui.dialogs.editors.rule_form.choices import (
    RuleNames,
    calendars,
    jurisdictions,
    named,
    templates,
)
from desktop.ui.dialogs.editors.rule_form.conditions import CONDITIONS
from desktop.ui.dialogs.editors.rule_form.inputs import SpokenInput
from desktop.ui.dialogs.editors.rule_form.lines import (
    FLAG,
    TIME_FIELD,
    BasisInput,
    LengthsInput,
    TriggersInput,
)
from desktop.ui.dialogs.editors.rule_form.part import Part
from desktop.ui.dialogs.editors.rule_form.signs import SIGNS
from desktop.ui.inputs.choices import ChoiceInput, yes_or_no
from desktop.ui.inputs.terms import TermsInput
from desktop.ui.inputs.texts import NumberInput, TextInput
from desktop.ui.law import words

_NUMBER = partial(NumberInput, is_whole=True)
_DAY = partial(TextInput, N_("2019-12-27"))
_LONG = partial(SpokenInput, is_long=True)


@dataclass(frozen=True, slots=True)
class Page:
    """Some fields of the record under one title; ``more`` names what can be added to them, where any is rare."""

    title: str
    why: str
    parts: Sequence[Part]
    more: str = ""


def pages(names: RuleNames) -> tuple[Page, ...]:
    """The pages of the form; ``names`` are the rules that can be referred to."""
    rules = partial(TermsInput, names, N_("A rule"))
    return (
        Page(N_("The rule"), N_("What it is called, whose duty it is, and where it holds."), _RULE),
        Page(N_("What starts it"), N_("The events that start the clock, and the moment it is counted from."), _START),
        Page(N_("Counting"), N_("How long it runs, and what counts."), _counting(rules), N_("Add to the counting")),
        Page(
            N_("When it applies"),
            N_("Every condition given here must hold; without any it always applies."),
            CONDITIONS,
            N_("Add a condition"),
        ),
        Page(
            N_("What shows it was done"),
            N_("The events and fields from which the program sees it."),
            SIGNS,
            N_("Add a sign"),
        ),
        Page(N_("When it lapses"), N_("What follows, and what to write then."), _lapse(rules)),
        Page(N_("Law and source"), N_("Where the law says so, where you read it, and how sure that is."), _LAW),
    )


_RULE = (
    Part("id", N_("&Id"), N_("The program's own, or one of yours: MY-1."), TextInput),
    Part("variant", N_("&Variant"), N_("Where one limit has several lengths: urgent."), TextInput, ""),
    Part("version", N_("V&ersion"), N_("Each change of the law is a version of its own."), _NUMBER, 1),
    Part("title", N_("&Title"), N_("What the limit is called."), SpokenInput, {}, is_wide=True),
    Part(
        "jurisdiction",
        N_("&Jurisdiction"),
        N_("In whose cases it runs."),
        partial(ChoiceInput, jurisdictions, blank=""),
    ),
    Part(
        "side",
        N_("Si&de"),
        N_("Ours: we must act. Theirs: they had to."),
        partial(ChoiceInput, named(words.SIDES), blank=""),
    ),
    Part("duty_bearer", N_("Whose &duty"), N_("Who must act."), SpokenInput, {}, is_wide=True),
    Part("note", N_("Re&mark"), N_("What a reader of the count should know."), _LONG, {}, is_wide=True),
)
_START = (
    Part(
        "triggers",
        N_("Starts &from"),
        N_("Each line is a clock of its own, unless only one of them counts."),
        TriggersInput,
        (),
        is_wide=True,
    ),
    Part(
        "pick",
        N_("&Which of them counts"),
        N_("Every one, or only the first or the last."),
        partial(ChoiceInput, named(words.PICKS), blank=""),
        "each",
    ),
    Part("once", N_("&Once in the whole case"), N_("One clock for a person in the case."), FLAG, usual=False),
)


def _counting(rules: partial[TermsInput]) -> tuple[Part, ...]:
    return (
        Part("quantity", N_("&How many"), N_("Nothing for “at once” and a checklist."), _NUMBER),
        Part(
            "unit",
            N_("&Unit"),
            N_("Hours are hours elapsed; days end at 24:00."),
            partial(ChoiceInput, named(words.UNITS), blank=""),
        ),
        Part(
            "exclude_first",
            N_("First day or hour is &not counted"),
            N_("In limits of liberty it is counted."),
            partial(ChoiceInput, yes_or_no, blank=""),
            usual=True,
        ),
        Part(
            "roll",
            N_("A day off &moves it to the next working day"),
            N_("Never in limits of liberty."),
            partial(ChoiceInput, named(words.ROLLS), blank=""),
            "none",
        ),
        Part(
            "calendar",
            N_("Days off of"),
            N_("The table of days off it is counted by."),
            partial(ChoiceInput, calendars),
            "",
        ),
        Part(
            "bound",
            N_("The act must come"),
            N_("A limit is a latest moment as a rule."),
            partial(ChoiceInput, named(words.BOUNDS), blank=""),
            "not_later",
        ),
        Part(
            "direction",
            N_("Di&rection"),
            N_("Backward: before another limit ends."),
            partial(ChoiceInput, named(words.DIRECTIONS), blank=""),
            Direction.FORWARD.value,
        ),
        Part("before", N_("Counted bac&k from"), N_("The limits whose end it is counted from."), rules, ()),
        Part(
            "override", N_("An order names its own end in"), N_("Both ends are then shown."), TIME_FIELD, is_rare=True
        ),
        Part("reminders", N_("Reminders"), N_("How long before the end we are told."), LengthsInput, (), is_rare=True),
        Part(
            "ladder", N_("Ladder of extensions"), N_("The name its steps share: custody."), TextInput, "", is_rare=True
        ),
        Part(
            "tier", N_("Step of the ladder"), N_("1 is the first term, 2 the first extension."), _NUMBER, is_rare=True
        ),
        Part(
            "alternatives",
            N_("Group of alternatives"),
            N_("Of the limits of a group only one applies."),
            TextInput,
            "",
            is_rare=True,
        ),
    )


def _lapse(rules: partial[TermsInput]) -> tuple[Part, ...]:
    return (
        Part(
            "on_expiry.text",
            N_("&What follows"),
            N_("What the law attaches to it, or what to do."),
            _LONG,
            {},
            is_wide=True,
        ),
        Part("on_expiry.next", N_("&Next limits"), N_("The limits that begin then."), rules, (), is_wide=True),
        Part(
            "on_expiry.templates",
            N_("&Briefs to write"),
            N_("Offered where the limit was not kept."),
            partial(TermsInput, templates, N_("A template")),
            (),
            is_wide=True,
        ),
    )


_LAW = (
    Part("basis", N_("&Basis"), N_("Act, article and part, a line each."), BasisInput, (), is_wide=True),
    Part("source", N_("Sour&ce"), N_("Where you read it: the text, with its date."), TextInput, is_wide=True),
    Part(
        "confidence",
        N_("How s&ure"),
        N_("How far the figure can be trusted."),
        partial(ChoiceInput, named(words.CONFIDENCES), blank=""),
    ),
    Part("valid_from", N_("In force &from"), N_("The first day of the events it holds for."), _DAY),
    Part("valid_to", N_("In force &to"), N_("The last such day; nothing while it is in force."), _DAY),
    Part("checked_to", N_("Looked at up to"), N_("The law may have changed since that day."), _DAY),
)
