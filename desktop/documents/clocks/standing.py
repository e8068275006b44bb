"""How a deadline stands in a word; a check is no term, and what it found has words of its own."""

from collections.abc import Mapping

from desktop.documents.clocks.words import Words
from desktop.i18n import N_
from desktop.logic.clocks.deadline import Deadline, Status
from desktop.logic.clocks.rule import Unit

_NO_LIMIT, _NOT_YET = N_("No limit"), N_("Not yet")
_SATISFIED, _MISSING = N_("Satisfied"), N_("Something is missing")


def status_words(deadline: Deadline, language: str) -> str:
    """The status; of a check what was found, of a matter without a limit that there is none."""
    words = Words(language, deadline.zone)
    if deadline.rule.unit is Unit.CHECKLIST and deadline.decision is None:
        return _found(words)[deadline.status]
    if deadline.rule.unit is Unit.NONE and deadline.status is Status.OPEN:
        return words.gettext(_NO_LIMIT)
    return words.term("deadline-statuses", deadline.status.value)


def _found(words: Words) -> Mapping[Status, str]:
    missing = words.gettext(_MISSING)
    found = {status: words.term("deadline-statuses", status.value) for status in Status}
    return found | {
        Status.MET: words.gettext(_SATISFIED),
        Status.BREACHED: missing,
        Status.MISSED: missing,
        Status.OPEN: words.gettext(_NOT_YET),
    }
