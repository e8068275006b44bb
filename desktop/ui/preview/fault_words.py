"""Why a document cannot be shown, in the user's words, and what to do about it."""

from desktop.documents.render.faults import Reason, RenderFailed
from desktop.i18n import _
from desktop.messages import explain


def words_for(error: Exception) -> tuple[str, str]:
    """A heading and a hint for whatever went wrong."""
    if isinstance(error, RenderFailed):
        return _words(error.reason)
    told = explain(error)
    return told.what, told.remedy


def is_worth_retrying(error: Exception) -> bool:
    """Whether the same document may well be shown the next time."""
    return not isinstance(error, RenderFailed) or error.reason in (Reason.TOO_SLOW, Reason.CRASHED, Reason.NO_READER)


def _words(reason: Reason) -> tuple[str, str]:
    safe = _("The document itself is safe in the vault.")
    return {
        Reason.ENCRYPTED: (
            _("This document asks for a password of its own."),
            _("Ask whoever sent it, remove the password in another program, and add the result as a copy."),
        ),
        Reason.DAMAGED: (_("This document is damaged or not what it claims to be."), safe),
        Reason.EMPTY: (_("This document is empty."), _("It has no page, or not a single byte.")),
        Reason.TOO_LARGE: (_("This document is too large to be shown here."), safe),
        Reason.TOO_SLOW: (_("Showing this document took too long and was stopped."), safe),
        Reason.CRASHED: (
            _("Showing this document failed."),
            _("It was opened apart from everything else, so nothing was harmed. It may be made to attack programs."),
        ),
        Reason.NO_READER: (_("The part of the program that shows documents did not start."), safe),
    }[reason]
