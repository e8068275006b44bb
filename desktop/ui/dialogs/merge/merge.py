"""Two records side by side before they are made one: what differs is marked and chosen, what moves is listed."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db.rows import PersonRow
from db.types import Kind, Protection
from desktop.i18n import N_, _
from desktop.logic.uniting import stricter
from desktop.messages import explain
from desktop.operations.merging import MergePlan, merge_members, plan_merge
from desktop.ui import labels, theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.editor import SAVE_KEYS, work
from desktop.ui.dialogs.merge.choosing import TwinChoice
from desktop.ui.dialogs.merge.sides import Sides
from desktop.ui.inputs.form import FormScroll
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import label, said

Then = Callable[[str], object]
PAIR = 2
TITLES = {
    Kind.PERSON: N_("Merge two persons"),
    Kind.ORGANISATION: N_("Merge two organisations"),
    Kind.PLACE: N_("Merge two places"),
}


class MergeDialog(Dialog):
    """Makes one of two; ``merged`` carries the id of the one that stays."""

    merged = Signal(str)

    def __init__(self, desk: Desk, kind: Kind, plan: MergePlan, parent: QWidget | None = None) -> None:
        super().__init__(TITLES[kind], parent, letters=92)
        self._desk, self._kind, self._plan = desk, kind, plan
        self.addAction(desk.actions.qt("vault.lock"))  # a modal window cuts off the main window's keys
        self._banner = Banner()
        hint = N_("Everything that names the right one will name the left one. Undo takes the whole step back.")
        self._sides = Sides(plan)
        self._moves = label("hint")
        self.texts.put(self._moves.setText, self._told)
        self.add(said(self.texts, hint, "hint"))
        self.add(self._banner)
        scroll = FormScroll(self._sides)
        scroll.setMinimumHeight(theme.unit() * 70)
        self.add(scroll, grows=True)
        self.add(self._moves)
        self.aside(button(self.texts, N_("S&wap the two"), self._swap))
        self.verb(N_("Cancel"), self.reject)
        self._merge = self.verb(N_("&Merge"), self.merge, role="primary")
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self, self.merge)

    def merge(self) -> None:
        """Make them one with the values chosen."""
        if not self._merge.isEnabled():
            return
        self._merge.setEnabled(False)
        kept, lost = self._plan.kept.id, self._plan.lost.id
        verb = work(merge_members, self._desk.vault, self._kind, kept, lost, self._sides.taken())
        self._desk.perform(self, verb, self._finish, failed=self._refuse)

    def _finish(self, record: str) -> None:
        undo = partial(self._desk.actions.perform, "edit.undo")
        self._desk.report.confirm(_("The two records are one."), step=_("Undo"), act=undo)
        self.merged.emit(record)
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._merge.setEnabled(True)
        told = explain(error)
        self._banner.tell(Tone.DANGER, f"{told.what}\n{told.remedy}".strip())

    def _swap(self) -> None:
        kept, lost = self._plan.kept.id, self._plan.lost.id
        ask = partial(plan_merge, kind=self._kind, kept=lost, lost=kept)
        self._desk.read(self, ask, self._show)

    def _show(self, plan: MergePlan) -> None:
        self._plan = plan
        self._sides.show_plan(plan)
        self.texts.speak()

    def _told(self) -> str:
        """What moves, and what becomes of the protection."""
        counts = [
            _("{kind}: {count}").format(kind=labels.kind_name(kind), count=count)
            for kind, count in self._plan.moving.items()
        ]
        words = [
            _("What moves: {counts}").format(counts=labels.joined(counts)) if counts else _("Nothing names it yet.")
        ]
        kept, lost = self._plan.kept, self._plan.lost
        if isinstance(kept, PersonRow) and isinstance(lost, PersonRow):
            protection = stricter(kept.protected, lost.protected)
            if protection != Protection.NONE.value:
                shown = labels.term("protections", protection)
                words.append(_("The stricter protection stands: {protection}.").format(protection=shown))
        return "\n".join(words)


def ask_merge(desk: Desk, window: QWidget, kind: Kind, records: Sequence[str], then: Then | None = None) -> None:
    """Merge two records, or one with another that is asked for."""
    if len(records) == PAIR:
        open_merge(desk, window, kind, (records[0], records[1]), then)
    elif records:
        asked = TwinChoice(desk, kind, records[0], window)
        asked.chosen.connect(partial(_merge_with, desk, window, kind, records[0], then))
        asked.open()


def _merge_with(desk: Desk, window: QWidget, kind: Kind, record: str, then: Then | None, other: str) -> None:
    open_merge(desk, window, kind, (record, other), then)


def open_merge(desk: Desk, window: QWidget, kind: Kind, pair: tuple[str, str], then: Then | None = None) -> None:
    """Lay two records side by side over ``window``; ``then`` is told the one that stays."""
    ask = partial(plan_merge, kind=kind, kept=pair[0], lost=pair[1])
    desk.read(window, ask, partial(_open, desk, window, kind, then))


def _open(desk: Desk, window: QWidget, kind: Kind, then: Then | None, plan: MergePlan) -> None:
    made = MergeDialog(desk, kind, plan, window)
    if then:
        made.merged.connect(then)
    made.open()
