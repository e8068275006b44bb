"""What shows that the act of a rule was done, ended or never came, and the lines of a checklist."""

from functools import partial

from desktop.i18n import N_
from desktop.ui.dialogs.editors.rule_form.choices import fields_of
from desktop.ui.dialogs.editors.rule_form.inputs import ValuesInput
from desktop.ui.dialogs.editors.rule_form.lines import FLAG, KINDS, TIME_FIELD, ItemsInput
from desktop.ui.dialogs.editors.rule_form.part import Part
from desktop.ui.inputs.choices import terms_of
from desktop.ui.inputs.terms import TermInput, TermsInput

_FIELDS = partial(TermsInput, fields_of(), N_("A field"))
_LINKS = partial(TermsInput, terms_of("link-kinds"), N_("A kind of link"))
SIGNS = (
    Part(
        "act.kinds",
        N_("&Done by"),
        N_("A later event of the same person of any of these kinds."),
        KINDS,
        (),
        is_wide=True,
    ),
    Part(
        "act.links",
        N_("only linked by"),
        N_("Only where it bears on what started the clock."),
        _LINKS,
        (),
        is_rare=True,
        is_wide=True,
    ),
    Part(
        "act.where",
        N_("only where"),
        N_("Only where a field of it says so."),
        ValuesInput,
        {},
        is_rare=True,
        is_wide=True,
    ),
    Part("act.at", N_("done at the time in"), N_("The field of that event that tells when."), TIME_FIELD, is_rare=True),
    Part("act.in_case", N_("an event of the case"), N_("Whomever it is about."), FLAG, usual=False, is_rare=True),
    Part(
        "act.same_place",
        N_("only at the same place"),
        N_("Where the clock was started."),
        FLAG,
        usual=False,
        is_rare=True,
    ),
    Part(
        "act.fields",
        N_("Told by fields"),
        N_("Fields of the event that started it: a time, or whether it was done."),
        _FIELDS,
        (),
        is_rare=True,
        is_wide=True,
    ),
    Part(
        "act.until",
        N_("Done when the event ends"),
        N_("The end of the stay that started it."),
        FLAG,
        usual=False,
        is_rare=True,
    ),
    Part(
        "act.never",
        N_("Never came, where"),
        N_("Values by which a source says that it never came."),
        ValuesInput,
        {},
        is_rare=True,
        is_wide=True,
    ),
    Part(
        "act.closing",
        N_("&Ended by"),
        N_("Events that in time end the matter, and late show nothing."),
        KINDS,
        (),
        is_wide=True,
    ),
    Part(
        "act.closing_until",
        N_("ended when the event ends"),
        N_("The end of the stay that started it."),
        FLAG,
        usual=False,
        is_rare=True,
    ),
    Part(
        "act.closing_is_mute",
        N_("what ends it late says nothing"),
        N_("Not even that the act did not come."),
        FLAG,
        usual=False,
        is_rare=True,
    ),
    Part(
        "items", N_("&Checklist"), N_("For a rule that is a list of what must be there."), ItemsInput, (), is_wide=True
    ),
    Part(
        "listed.has",
        N_("What is there stands in"),
        N_("The field that names the lines found."),
        partial(TermInput, fields_of()),
        is_rare=True,
    ),
    Part(
        "listed.lacks",
        N_("What is missing stands in"),
        N_("The field that names the lines found missing."),
        partial(TermInput, fields_of()),
        is_rare=True,
    ),
)
