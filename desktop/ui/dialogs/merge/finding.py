"""Pairs that may be one person, organisation or place, the surest first; each is laid side by side from here."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries import members
from db.rows import Page
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_, _, ngettext
from desktop.logic.duplicates import Pair, Sign, duplicates
from desktop.ui import labels, theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.merge.merge import open_merge
from desktop.ui.inputs.finders import ROW_TYPES
from desktop.ui.models.columns import Column
from desktop.ui.models.rows import RowModel
from desktop.ui.widgets.layout import label
from desktop.ui.widgets.table import Table

PAGE = 2000
SIGN_NAMES = {
    Sign.PHONE: N_("same telephone"),
    Sign.PAPER: N_("same identity document"),
    Sign.NAME: N_("names alike"),
}


class DuplicatesDialog(Dialog):
    """Lists the pairs of one kind in a case, or with ``case_id`` empty in the whole vault."""

    def __init__(self, desk: Desk, kind: Kind, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(N_("Possible duplicates"), parent, letters=100)
        self._desk, self._kind, self._case_id = desk, kind, case_id
        self.addAction(desk.actions.qt("vault.lock"))  # a modal window cuts off the main window's keys
        self._model: RowModel[Pair] = RowModel(_columns(), _identify, self)
        name = f"duplicates-{kind.value}"
        self.table: Table[Pair] = Table(name, N_("Possible duplicates"), self._model, desk.settings)
        self.table.setMinimumHeight(theme.unit() * 80)
        self.table.opened.connect(self._compare)
        self._told = label("hint")
        self._told.setText(_("Looking…"))
        self.add(self._told)
        self.add(self.table, grows=True)
        self.verb(N_("Close"), self.reject)
        self._step = self.verb(N_("&Compare the two"), self._compare_selected, role="primary")
        self._step.setEnabled(False)
        self.table.setFocus()
        self.look()

    def look(self, _merged: str = "") -> None:
        """Look for pairs, again after a merge."""
        self._desk.read(self, partial(find_pairs, self._kind, self._case_id), self._show)

    def _show(self, pairs: Sequence[Pair]) -> None:
        self._model.show(pairs)
        self._step.setEnabled(bool(pairs))
        count = len(pairs)
        words = ngettext("{count} pair to look at", "{count} pairs to look at", count).format(count=count)
        self._told.setText(words if pairs else _("Nobody seems to be on record twice."))
        if pairs:
            self.table.select([_identify(pairs[0])])

    def _compare_selected(self) -> None:
        chosen = self.table.selected_ids()
        if chosen:
            self._compare(chosen[0])

    def _compare(self, pair: str) -> None:
        first, _space, second = pair.partition(" ")
        open_merge(self._desk, self, self._kind, (first, second), self.look)


def find_pairs(kind: Kind, case_id: str, session: Session) -> list[Pair]:
    """The pairs worth a look."""
    rows: list[Any] = []
    after = None
    while True:
        page: Page[Any] = members.page(session, ROW_TYPES[kind], case_id=case_id or None, after=after, limit=PAGE)
        rows += page.rows
        after = page.next_key
        if after is None:
            return duplicates(rows)


def _columns() -> list[Column[Pair]]:
    return [
        Column("first", N_("One record"), _first, 30),
        Column("second", N_("The other"), _second, 30),
        Column("signs", N_("What speaks for it"), _signs, 26),
        Column("score", N_("Likeness"), _score, 9, order=_rank, is_number=True),
    ]


def _identify(pair: Pair) -> str:
    return f"{pair.first.id} {pair.second.id}"


def _first(pair: Pair) -> str:
    return labels.member(pair.first)


def _second(pair: Pair) -> str:
    return labels.member(pair.second)


def _signs(pair: Pair) -> str:
    return ", ".join(_(SIGN_NAMES[sign]) for sign in pair.signs)


def _score(pair: Pair) -> str:
    return _("{share} %").format(share=round(pair.score))


def _rank(pair: Pair) -> float:
    return pair.score
