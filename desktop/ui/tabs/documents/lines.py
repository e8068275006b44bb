"""What lists show of each document, and how they are read."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QColor

from db.queries import documents
from db.queries.documents import DocumentLine
from db.rows import Key, Page
from db.vault import Vault
from desktop.i18n import N_, _, current
from desktop.ui import labels, theme, times
from desktop.ui.models.columns import Column, Query
from desktop.ui.models.pages import PageModel
from desktop.ui.models.rows import Index
from desktop.ui.records.document_view import without_file
from desktop.ui.tasks import Tasks

UNKNOWN = -1  # how a number nobody knows is ordered


@dataclass(frozen=True, slots=True)
class DocumentQuery(Query):
    """Which documents are wanted; ``dated`` are the bounds of a time, in Unix seconds."""

    dated: tuple[int | None, int | None] = (None, None)


class DocumentModel(PageModel[DocumentLine]):
    """The documents of a case, or of all cases; those without a stored file are quieter and say so."""

    def __init__(self, vault: Vault, tasks: Tasks, case_id: str | None, parent: QObject) -> None:
        made = columns(are_few=bool(case_id))
        made = made if case_id else (*made[:2], case_column(), *made[2:])
        super().__init__(tasks, made, document_id, partial(_page, vault, case_id), parent)
        self.query: Query = DocumentQuery()
        theme.worn().changed.connect(self._repaint)

    def narrow(self, dated: tuple[int | None, int | None]) -> None:
        """Show only documents that may be of this time."""
        if self.query != (wanted := replace(self.query, dated=dated)):
            self._begin(wanted)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, or where there is no file the colour of the words that say so, and the whole of them."""
        row = self.row(index.row()).document
        if self.columns[index.column()].key == "size" and not row.blob:
            if role == Qt.ItemDataRole.ForegroundRole:
                return QColor(theme.colours().muted)
            if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
                return without_file(row)
        return super().data(index, role)


def columns(*, are_few: bool) -> tuple[Column[DocumentLine], ...]:
    """Exhibit number, title, kind, date, from whom, how long, how large, how often quoted; fewer beside a pane."""
    return (
        Column("exhibit", N_("Exhibit"), _exhibit, 5, order=_exhibit_order),
        Column("title", N_("Title"), _title, 36),
        Column("kind", N_("Kind"), _kind, 14),
        Column("dated", N_("Dated"), _dated, 9, order=_dated_at),
        Column("received-from", N_("Received from"), _received_from, 18, is_spare=are_few),
        Column("pages", N_("Pages"), _pages, 6, order=_page_count, is_number=True, is_spare=are_few),
        Column("size", N_("Size"), _size, 7, order=_size_order, is_number=True),
        Column("citations", N_("Citations"), _citations, 6, order=_citation_count, is_number=True),
        Column("tags", N_("Tags"), _tags, 18, is_spare=True),
    )


def case_column() -> Column[DocumentLine]:
    """The case a document belongs to."""
    return Column("case", N_("Case"), _case, 22)


def document_id(line: DocumentLine) -> str:
    """The id of the document."""
    return line.document.id


def _page(vault: Vault, case_id: str | None, query: Query, after: Key | None, limit: int) -> Page[DocumentLine]:
    with vault.read() as session:
        dated = query.dated if isinstance(query, DocumentQuery) else (None, None)
        return documents.page(session, case_id=case_id, text=query.text, dated=dated, after=after, limit=limit)


def _exhibit(line: DocumentLine) -> str:
    return line.document.exhibit or ""


def _exhibit_order(line: DocumentLine) -> tuple[bool, int, str]:
    """Exhibit 2 before exhibit 10; documents without a number last."""
    exhibit = line.document.exhibit or ""
    digits = "".join(sign if sign.isdecimal() else " " for sign in exhibit).split()
    return not exhibit, int(digits[-1]) if digits else UNKNOWN, exhibit.casefold()


def _title(line: DocumentLine) -> str:
    return line.document.title


def _kind(line: DocumentLine) -> str:
    return labels.term("document-kinds", line.document.kind)


def _dated(line: DocumentLine) -> str:
    return times.told_short(line.document.dated)


def _dated_at(line: DocumentLine) -> int:
    dated = line.document.dated
    return dated.earliest or 0 if dated else 0


def _received_from(line: DocumentLine) -> str:
    return line.document.received_from or ""


def _pages(line: DocumentLine) -> str:
    return str(line.document.pages or "")


def _page_count(line: DocumentLine) -> int:
    return line.document.pages or UNKNOWN


def _size(line: DocumentLine) -> str:
    row = line.document
    if not row.blob:
        return _("no file")
    return QLocale(current().value).formattedDataSize(row.size or 0, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def _size_order(line: DocumentLine) -> int:
    return line.document.size or 0 if line.document.blob else UNKNOWN


def _citations(line: DocumentLine) -> str:
    return str(line.citations)


def _citation_count(line: DocumentLine) -> int:
    return line.citations


def _tags(line: DocumentLine) -> str:
    return ", ".join(line.document.tags)


def _case(line: DocumentLine) -> str:
    return line.case_ref
