"""Write any list of a case as a table, page by page, so that memory does not grow with it."""

import hashlib
import secrets
import shutil
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.errors import Cancelled
from db.files import make_folder, storage_errors, sync, sync_folder
from db.types import Kind
from db.vault import Session, Vault
from desktop.documents.exchange.entity import Entity
from desktop.documents.sheets.columns import ID, Column, columns_of, every_column, table_entities
from desktop.documents.sheets.titles import table_title, titled
from desktop.documents.sheets.writing import FORMS, write_table
from desktop.errors import ExitCode, UserError
from desktop.i18n import _, current, ngettext
from desktop.logic.disclosure import OURS
from desktop.operations import Done, Touched
from desktop.operations.consents import disclosed_case, told_consents
from desktop.operations.table_cells import Cells
from desktop.operations.table_lists import cells_for, pages_of, unnamed_targets
from desktop.operations.work import IsCancelled

_LONGEST_SHEET = 31  # letters of the name of a sheet


@dataclass(frozen=True, slots=True)
class TableWritten:
    """Where a table was written, and how many rows it has.

    ``left_out`` are those that stay behind; ``consents`` says in sentences whose was withdrawn or is on no record.
    ``unnamed`` are passages about somebody's part in an event: no cell can name it, and they would point at nothing.
    """

    path: Path
    rows: int
    left_out: int = 0
    consents: tuple[str, ...] = ()
    unnamed: int = 0


def filled_columns(vault: Vault, case_id: str, part: str) -> list[str]:
    """The keys of the columns in which a list of a case has anything at all, in their order; ids are no such thing."""
    columns = columns_of(table_entities()[part])
    with vault.read() as session:
        cells = cells_for(session, case_id, tuple(columns.values()), is_plain=True)
        filled: set[int] = set()
        for lines in _pages(session, case_id, table_entities()[part], cells):
            filled |= {place for line in lines for place, text in enumerate(line) if text}
    return [key for place, key in enumerate(columns) if place in filled]


def told_unnamed(count: int) -> str:
    """How many passages stay behind because no cell can say what they bear on."""
    said = ngettext(
        "{count} passage about somebody's part in an event is left out: only with ids can it come back.",
        "{count} passages about somebody's part in an event are left out: only with ids can they come back.",
        count,
    )
    return said.format(count=count)


def export_table(
    vault: Vault,
    case_id: str,
    part: str,
    out: Path,
    keys: Sequence[str] = (),
    *,
    purpose: str = "",
    is_plain: bool = False,
    is_cancelled: IsCancelled | None = None,
) -> Done[TableWritten]:
    """Write a list of a case to a new ``.csv`` or ``.xlsx`` with these columns, or all that hold something.

    The file is plain: whoever finds it can read it. Persons stand in it as their protection says, and their names are
    taken out of texts, unless ``is_plain``. For a ``purpose`` (``consent-purposes``) consents are obeyed too; without
    one it is for one's own use. It stands in the log of the case. Raises ``UserError``, ``Cancelled``.
    """
    _check_purpose(part, purpose, is_plain=is_plain)
    columns = _chosen(part, keys or filled_columns(vault, case_id, part))
    _check_target(out)
    language = current().value
    named = titled(part, every_column(table_entities()[part]), language)
    sheet = table_title(part, language)[:_LONGEST_SHEET]
    with _built_beside(out) as building:
        with vault.read() as session, storage_errors():
            told = disclosed_case(session, case_id, purpose) if purpose else None
            as_told = {row.id: row.protected for row in told.file.persons} if told else {}
            cells = cells_for(session, case_id, tuple(columns.values()), is_plain=is_plain, as_told=as_told)
            kept = {row.id for row in getattr(told.file, part)} if told else None
            unnamed = set[str]() if ID in columns else unnamed_targets(session, case_id, table_entities()[part], kept)
            pages = _pages(session, case_id, table_entities()[part], cells, kept, unnamed)
            rows = write_table(building / out.name, sheet, [named[key] for key in columns], _lines(pages, is_cancelled))
        said = {"list": part, "rows": rows, "plain": is_plain, **({"purpose": purpose} if purpose else {})}
        _hand_over(vault, case_id, building / out.name, out, said)
    left_out = told.left_out.get(part, 0) if told else 0
    consents = told_consents(vault, told) if told else ()
    return Done(TableWritten(out, rows, left_out, consents, len(unnamed)), Touched())


def _check_purpose(part: str, purpose: str, *, is_plain: bool) -> None:
    """A list that leaves for somebody obeys consents: neither plain names nor papers that are only ours go with it."""
    if purpose and is_plain:
        what = _("An export for a purpose never names whom consents or protection keep back.")
        raise UserError(what, _("Leave the names protected, or export for your own use."), code=ExitCode.WRONG_USE)
    if purpose and part in OURS:
        what = _("“{list}” is a list for your own use only.").format(list=table_title(part, current().value))
        raise UserError(what, _("Export another list, or this one without a purpose."), code=ExitCode.WRONG_USE)


def _chosen(part: str, keys: Sequence[str]) -> dict[str, Column]:
    known = every_column(table_entities()[part])
    unknown = [key for key in keys if key not in known]
    if unknown:
        what = _("There is no column “{key}” here.").format(key=unknown[0])
        raise UserError(what, _("The columns are: {keys}.").format(keys=", ".join(known)))
    return {key: known[key] for key in keys} or {key: known[key] for key in list(known)[1:2]}


def _check_target(out: Path) -> None:
    if out.suffix.lower() not in FORMS:
        raise UserError(_("A table is written as .csv or .xlsx."), _("Choose a name that ends so."))
    if not out.parent.is_dir():
        what = _("There is no folder to export into.")
        raise UserError(what, _("Make the folder first, or choose another one."), code=ExitCode.NOT_FOUND)
    if out.exists() or out.is_symlink():
        what = _("Something with the name of the export is there already; it was not touched.")
        raise UserError(what, _("Choose another name or another folder."))


def _pages(
    session: Session, case_id: str, entity: Entity, cells: Cells, kept: Collection[str] | None = None,
    unnamed: Collection[str] = (),
) -> Iterator[list[list[str]]]:  # fmt: skip
    """The cells of a list, page by page; of ``kept`` records alone where not all may leave, never of ``unnamed``."""
    for batch in pages_of(session, case_id, entity):
        ids = [shown.row.id for shown in batch]
        wanted = {record for record in ids if record not in unnamed and (kept is None or record in kept)}
        yield cells.lines([shown for shown in batch if shown.row.id in wanted])


def _lines(pages: Iterator[list[list[str]]], is_cancelled: IsCancelled | None) -> Iterator[list[str]]:
    for lines in pages:
        if is_cancelled is not None and is_cancelled():
            raise Cancelled
        yield from lines


@contextmanager
def _built_beside(out: Path) -> Generator[Path]:
    """A folder of our own next to the target to write in; whatever is left in it at the end goes."""
    building = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    make_folder(building)
    try:
        yield building
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _hand_over(vault: Vault, case_id: str, built: Path, out: Path, said: dict[str, Any]) -> None:
    """Put the file in its place and the export on the log of the case: both, or neither."""
    with storage_errors(), built.open("rb+") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        sync(file)
    built.chmod(0o600)
    try:
        with vault.change("export-table", can_undo=False) as change:
            change.note(Kind.CASE, case_id, "export", {"sha256": sha256, **said})
            with storage_errors():
                built.rename(out)
                sync_folder(out.parent)
    except BaseException:
        out.unlink(missing_ok=True)
        raise
