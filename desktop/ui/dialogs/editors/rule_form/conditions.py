"""The conditions under which a rule applies, each with its own input; shown where they are asked."""

from functools import partial

from desktop.i18n import N_
from desktop.ui.dialogs.editors.rule_form.inputs import ValuesInput, WordsInput
from desktop.ui.dialogs.editors.rule_form.lines import KINDS
from desktop.ui.dialogs.editors.rule_form.part import Part
from desktop.ui.inputs.choices import ChoiceInput, terms_of, yes_or_no
from desktop.ui.inputs.terms import TermsInput
from desktop.ui.inputs.texts import TextInput

_DAY = partial(TextInput, N_("2019-12-27"))
_YES_NO = partial(ChoiceInput, yes_or_no, blank=N_("Not asked"))


def _if(key: str, title: str, why: str) -> Part:
    return Part(f"applies_if.{key}", title, why, _YES_NO, is_rare=True)


def _any(key: str, title: str, why: str, vocabulary: str) -> Part:
    made = partial(TermsInput, terms_of(vocabulary))
    return Part(f"applies_if.{key}", title, why, made, (), is_rare=True, is_wide=True)


def _values(key: str, title: str, why: str) -> Part:
    return Part(f"applies_if.{key}", title, why, ValuesInput, {}, is_rare=True, is_wide=True)


def _said(key: str, title: str, why: str) -> Part:
    return Part(f"applies_if.{key}", title, why, WordsInput, (), is_rare=True, is_wide=True)


CONDITIONS = (
    _if("minor", N_("The person is a minor"), N_("Under 18 on that day.")),
    _if("foreigner", N_("The person is a foreigner"), N_("Has no citizenship of this country.")),
    _if("in_custody", N_("The person is in custody"), N_("Held at that moment.")),
    _if(
        "cannot_follow",
        N_("The person cannot follow"),
        N_("Speaks neither language of the proceedings, or is told to be impaired."),
    ),
    _any("gravity", N_("Gravity of the offence"), N_("Any of these."), "gravities"),
    _if("has_exception_ground", N_("There is an exceptional ground"), N_("Of those that allow 72 hours.")),
    _any("exception_ground", N_("Exceptional ground"), N_("Any of these."), "exception-grounds"),
    _said("offence_articles", N_("Charged under"), N_("Articles, parted by commas: 272, 146-1.")),
    _said("not_offence_articles", N_("Not charged under"), N_("Articles, parted by commas.")),
    Part("applies_if.offence_from", N_("Offence on or after"), N_("A day, as 2026-03-21."), _DAY, is_rare=True),
    Part("applies_if.offence_to", N_("Offence on or before"), N_("A day, as 2026-03-21."), _DAY, is_rare=True),
    _any("stage", N_("Stage of the case"), N_("Any of these."), "stages"),
    _any("not_stage", N_("Not at this stage"), N_("None of these."), "stages"),
    _any("place_kinds", N_("Kind of place"), N_("Where the event was: any of these."), "place-kinds"),
    _any("addressee_kinds", N_("Kind of addressee"), N_("To whom it was sent: any of these."), "organisation-kinds"),
    _said("addressee_words", N_("Addressee called"), N_("Beginnings of words in small letters, parted by commas.")),
    _if("addressee_known", N_("The addressee is known"), N_("A filing to nobody named does not count.")),
    _said(
        "reports_to",
        N_("A report of a crime to"),
        N_("Bodies for which a complaint of torture is a report of a crime."),
    ),
    _values("fields", N_("A field of the event says"), N_("Does not apply where it says nothing.")),
    _values("told", N_("A field says, where it says anything"), N_("Open while it says nothing.")),
    _values("unless", N_("A field does not say"), N_("Does not apply where it says one of these.")),
    _values("order_unless", N_("The order for this custody does not say"), N_("Looked for in the order.")),
    Part(
        "applies_if.during",
        N_("During a stay"),
        N_("The person is held then in a stay of these kinds."),
        KINDS,
        (),
        is_rare=True,
        is_wide=True,
    ),
    Part(
        "applies_if.not_during",
        N_("Not during a stay"),
        N_("The person is not held then in such a stay."),
        KINDS,
        (),
        is_rare=True,
        is_wide=True,
    ),
)
