"""The steps of a conflict in words: one plain sentence each, in the language asked for.

The language comes in as a ``Tongue``: ``i18n.catalogue(language).gettext``, and who names records and fields in it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from db.types import When
from desktop.i18n import N_
from desktop.logic import when
from desktop.logic.conflicts.conflict import Conflict, Ref, Step, Value

SENTENCES: dict[str, str] = {
    "fact": N_("“{event}”."),
    "fact-when": N_("“{event}”: {when}."),
    "fact-when-until": N_("“{event}”: {when} – {until}."),
    "fact-when-place": N_("“{event}”: {when}, {place}."),
    "fact-when-until-place": N_("“{event}”: {when} – {until}, {place}."),
    "fact-place": N_("“{event}”: {place}."),
    "took-part": N_("Both name {person}."),
    "from-afar": N_("A threat may also be made from afar."),
    "unnamed": N_("This person has no name on file and may stand for several people."),
    "no-end": N_("No end of “{event}” is on file."),
    "overlap-certain": N_("However the dates are read, these times overlap: nobody is in two places at once."),
    "overlap-possible": N_("By their dates these times may overlap: nobody is in two places at once."),
    "no-time-between": N_("The time between them is too short for the way."),
    "not-nested": N_("Neither place lies within the other."),
    "held-elsewhere": N_("Whoever is held cannot act freely."),
    "way": N_(
        "The places lie {kilometres} km apart in a straight line; at {speed} km/h the way takes at least {minutes} min."
    ),
    "must-precede": N_("“{first}” must come before “{later}”, but by the dates it comes after."),
    "long-after": N_("“{later}” follows “{first}” only after {days} days: it was drawn up late, or a date is wrong."),
    "link-answers": N_("An answer cannot come before what it answers."),
    "link-repeats": N_("What repeats another cannot come before it."),
    "link-appeals": N_("An appeal cannot come before what it appeals."),
    "link-extends": N_("An extension cannot come before what it extends."),
    "link-replaces": N_("What replaces another cannot come before it."),
    "link-caused-by": N_("What was caused by another cannot come before it."),
    "field-before-event": N_("Its field “{field}” says {told}, which is before it."),
    "document": N_("The document “{document}”."),
    "document-dated": N_("The document “{document}” is dated {when}."),
    "dated-before": N_("It cannot report what had not happened yet."),
    "figure-for": N_("It gives the figure “{figure}” for {when}."),
    "about": N_("About “{record}” the file holds two values."),
    "claim": N_("“{document}” says for “{field}”: {value}."),
    "own-value": N_("The record itself says for “{field}”: {value}."),
    "said-to-contradict": N_("The file says that these two accounts contradict each other."),
    "values": N_("“{field}”: {first} in the one, {second} in the other."),
    "contradicted-by": N_("“{document}” contradicts it."),
    "only-one": N_("Both tell of one and the same fact."),
    "field-and-event": N_("The field “{field}” of the one says {first}; the other happened {second}."),
    "born-on": N_("{person} was born: {when}."),
    "deceased-on": N_("{person} died: {when}."),
    "recorded": N_("The authority recorded another time: {when}."),
    "paper-is-event": N_("The paper and the act are one, so their dates should agree."),
    "copy-of-original": N_("The one is a copy of the other, so their dates should agree."),
    "figures": N_("“{figure}”: {first} in the one place, {second} in the other."),
    "length-claimed": N_("“{document}” says how long it lasted: {value}."),
    "length-on-file": N_("The record says how long it lasted: {value}."),
    "minutes-counted": N_("By its own times it lasted from {least} to {most} minutes."),
    "hours-counted": N_("By its own times it lasted from {least} to {most} hours."),
    "days-counted": N_("By its own dates it lasted {exclusive} days, or {inclusive} counting both ends."),
    "sentence": N_("The sentence reads “{words}”, but its number of months is {months}."),
    "dead-cannot-act": N_("{person} was dead by then."),
    "acts-after-death": N_("{person} was dead by then."),
    "acts-before-birth": N_("{person} was not born yet."),
    "released-but-held": N_("By the dates, “{event}” goes on for more than a day after the release."),
    "acquitted-on": N_("Acquitted of “{charge}”: {when}."),
    "charged-on": N_("Charged with “{charge}”: {when}."),
    "charged-after-acquittal": N_("{person} was charged after having been acquitted."),
}
_VALUES = ("value", "first", "second")  # what stands in a sentence as the value of its field
# What the columns of a record are called where they are no field of the vocabulary.
COLUMNS: dict[str, str] = {
    "when": N_("When"),
    "until": N_("Until"),
    "place": N_("Place"),
    "until_place": N_("To place"),
    "title": N_("Title"),
    "born": N_("Born"),
    "deceased": N_("Deceased"),
    "name": N_("Name"),
    "names": N_("Names"),
}


def _as_written(_field: str, value: str) -> str:
    return value


@dataclass(frozen=True, slots=True)
class Tongue:
    """How to speak: a language, its gettext, and what records, fields and values of fields are called in it."""

    language: str
    gettext: Callable[[str], str]
    called: Callable[[Ref], str]
    field: Callable[[str], str]
    value: Callable[[str, str], str] = _as_written


def explain(conflict: Conflict, tongue: Tongue) -> list[str]:
    """Why the two statements of a conflict exclude each other, a sentence for each step."""
    return [_sentence(step, tongue) for step in conflict.steps]


def _sentence(step: Step, tongue: Tongue) -> str:
    values = {name: _word(value, tongue) for name, value in step.values.items()}
    if "field" in values:
        name = values["field"]
        values |= {one: tongue.value(name, values[one]) for one in _VALUES if isinstance(step.values.get(one), str)}
        values["field"] = tongue.gettext(COLUMNS[name]) if name in COLUMNS else tongue.field(name)
    said = tongue.gettext(SENTENCES[step.code]).format(**values)
    return f"{said[:-2]}." if said.endswith("..") else said  # «31 июля 2023 г.» has its full stop already


def _word(value: Value, tongue: Tongue) -> str:
    if isinstance(value, Ref):
        return tongue.called(value)
    return when.describe(value, tongue.language) if isinstance(value, When) else str(value)
