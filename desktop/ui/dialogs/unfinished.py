"""What was typed and never saved, listed after unlocking: go on with it, or let it go."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.drafts import Draft
from db.errors import RecordMissing
from db.queries.records import fetch
from db.rows import CaseRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_, _
from desktop.operations.drafts import drop_draft
from desktop.ui import labels, times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.subject import about_of, form_of
from desktop.ui.models.columns import Column
from desktop.ui.models.rows import RowModel
from desktop.ui.taking_up import TITLES, can_be_taken_up
from desktop.ui.tasks import Job, Lane
from desktop.ui.widgets.table import Table


class UnfinishedDialog(Dialog):
    """``chosen`` carries the draft to go on with."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, drafts: Sequence[Draft], refs: dict[str, str], parent: QWidget) -> None:
        super().__init__(N_("Unfinished entries"), parent, letters=72)
        self._desk, self._refs = desk, refs
        self._drafts = {draft.key: draft for draft in drafts}
        self._model: RowModel[Draft] = RowModel(self._columns(), _key, self)
        self._table: Table[Draft] = Table("unfinished", N_("Unfinished entries"), self._model, desk.settings)
        self._table.opened.connect(self._go_on)
        self.add(self._table, grows=True)
        self.verb(N_("&Let it go"), self._drop)
        self.verb(N_("&Close"), self.reject)
        self.verb(N_("&Go on with it"), self._go_on, role="primary", is_default=True)
        self._show()

    def _columns(self) -> tuple[Column[Draft], ...]:
        return (
            Column("what", N_("Entry"), _what, 30),
            Column("case", N_("Case"), self._case, 18),
            Column("at", N_("Typed"), _at, 18, order=_moment),
        )

    def _show(self) -> None:
        self._model.show(list(self._drafts.values()))
        if self._drafts:
            self._table.select([next(iter(self._drafts))])
            self._table.setFocus()

    def _case(self, draft: Draft) -> str:
        return self._refs.get(draft.case_id or "", "")

    def _go_on(self, _record: object = None) -> None:
        for key in self._table.selected_ids()[:1]:
            draft = self._drafts[key]
            self.accept()
            self.chosen.emit(draft)

    def _drop(self) -> None:
        for key in self._table.selected_ids():
            del self._drafts[key]
            self._desk.tasks.run(
                Lane.VAULT, partial(_forget, self._desk, key), owner=self, done=_done, failed=self._desk.report.tell
            )
        self._show()
        if not self._drafts:
            self.reject()


def read_unfinished(list_drafts: Callable[[], Sequence[Draft]], session: Session) -> tuple[list[Draft], dict[str, str]]:
    """The drafts whose forms can be opened, and the references of their cases."""
    found = [draft for draft in list_drafts() if can_be_taken_up(draft)]
    refs: dict[str, str] = {}
    for case_id in {draft.case_id for draft in found if draft.case_id}:
        try:
            refs[case_id] = fetch(session, CaseRow, case_id).ref
        except RecordMissing:  # the case was purged; what was typed for it is still somebody's work
            continue
    return found, refs


def _what(draft: Draft) -> str:
    """The form, and of which rule it is where that is what it is about."""
    form, about = form_of(draft), about_of(draft)
    if form in TITLES:
        return labels.joined([_(TITLES[form]), *_rule_of(about)])
    name = labels.kind_name(Kind(form))
    return name if about.get("id") else _("{kind}, new").format(kind=name)


def _rule_of(about: Mapping[str, Any]) -> Sequence[str]:
    rule = about.get("rule") or about.get("body", {}).get("id") or next(iter(about.get("key", ())), "")
    return [str(rule)] if rule else []


def _at(draft: Draft) -> str:
    return times.moment(draft.at)


def _moment(draft: Draft) -> int:
    return draft.at


def _key(draft: Draft) -> str:
    return draft.key


def _forget(desk: Desk, key: str, _job: Job) -> None:
    drop_draft(desk.vault, key)


def _done(_result: object) -> None:
    """It is gone."""
