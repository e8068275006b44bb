"""What the list shows of each change, and how it is read."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QDateTime, Qt

from db.queries import history
from db.queries.history import HistoryLine
from db.rows import Key, Page
from db.vault import Vault
from desktop.i18n import N_, _, ngettext
from desktop.operations.change_names import change_name
from desktop.ui import times
from desktop.ui.models.columns import Column, Query
from desktop.ui.models.pages import Fetch


def columns() -> Sequence[Column[HistoryLine]]:
    """When, what, how much, by whom and where."""
    return (
        Column("at", N_("When"), told_at, 18, sort="at"),
        Column("change", N_("Change"), told_change, 34),
        Column("count", N_("Records"), _count, 10, order=_number, is_number=True),
        Column("author", N_("By"), _author, 20),
        Column("device", N_("Device"), _device, 14),
        Column("seq", N_("No."), _seq, 7, order=_place, is_number=True),
    )


def line_id(line: HistoryLine) -> str:
    """The number of the entry, as text."""
    return str(line.seq)


def reader(vault: Vault, case_id: str) -> Fetch[HistoryLine]:
    """Reads a page of the history of a case."""
    return partial(_page, vault, case_id)


def told_at(line: HistoryLine) -> str:
    """The moment on this computer's clock, as its user writes dates."""
    local = QDateTime.fromString(line.at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    return local.toString(times.CLOCK)


def told_change(line: HistoryLine) -> str:
    """The change in words; undoing and doing again name what they reverse."""
    name = change_name(line.label)
    if line.reverses is None:
        return name
    pattern = _("Redo: {change} (no. {number})") if line.is_redo else _("Undo: {change} (no. {number})")
    return pattern.format(change=name, number=line.reverses)


def told_count(count: int) -> str:
    """How many records a change touched, in words."""
    return ngettext("{count} record", "{count} records", count).format(count=count)


def _page(vault: Vault, case_id: str, query: Query, after: Key | None, limit: int) -> Page[HistoryLine]:
    del query
    with vault.read() as session:
        return history.page(session, case_id=case_id, after=after, limit=limit, steps=0)


def _count(line: HistoryLine) -> str:
    return str(line.count)


def _number(line: HistoryLine) -> int:
    return line.count


def _author(line: HistoryLine) -> str:
    return line.author


def _device(line: HistoryLine) -> str:
    return line.device


def _seq(line: HistoryLine) -> str:
    return str(line.seq)


def _place(line: HistoryLine) -> int:
    return line.seq
