"""Deadlines as a calendar file for other programs, noted on the log of every case in it."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from db.files import storage_errors, write_durably
from db.types import Kind
from db.vault import Vault
from desktop import i18n
from desktop.documents.clocks.ics import Entry, calendar_file
from desktop.errors import ExitCode, UserError
from desktop.i18n import _
from desktop.operations import Done, Touched
from desktop.operations.deadlines import CaseClocks


def export_deadlines(
    vault: Vault, found: Sequence[CaseClocks], out: Path, *, as_of: int, is_detailed: bool = False
) -> Done[Path]:
    """Write what is open after ``as_of`` (Unix seconds) to an .ics file; one that is there is replaced.

    The file is in clear: unless ``is_detailed`` its titles say nothing of the case. Raises ``UserError``.
    """
    if not out.parent.is_dir():
        what = _("There is no folder to export into.")
        raise UserError(what, _("Make the folder first, or choose another one."), code=ExitCode.NOT_FOUND)
    entries = [Entry(one, part.case.id, part.case.ref) for part in found for one in part.clocks.deadlines]
    content = calendar_file(entries, as_of, i18n.current().value, is_detailed=is_detailed)
    digest = sha256(content).hexdigest()
    with vault.change("export-deadlines", can_undo=False) as change:
        for part in found:
            said = {"sha256": digest, "form": "ics", "detailed": is_detailed}
            change.note(Kind.CASE, part.case.id, "export", said)
        with storage_errors():
            write_durably(out, content)
    return Done(out, Touched())
