"""What the lists of people offer against duplicates: make two records one, list who may be on record twice."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from db.types import Kind
from desktop.ui.desk import Desk
from desktop.ui.dialogs.merge.finding import DuplicatesDialog
from desktop.ui.dialogs.merge.merge import ask_merge
from desktop.ui.records.member_list import MemberList


class Twins:
    """Answers for the list that ``current`` tells; ``shown`` is told the one that stays."""

    def __init__(
        self,
        desk: Desk,
        case_id: str,
        owner: QWidget,
        current: Callable[[], MemberList],
        shown: Callable[[Kind, str], object],
    ) -> None:
        self._desk, self._case_id, self._owner = desk, case_id, owner
        self._current, self._shown = current, shown
        desk.actions.bind("list.merge", owner, self.merge)
        desk.actions.bind("list.duplicates", owner, self.find)

    def merge(self) -> None:
        """Make the two selected records one, or the one with another that is asked for."""
        kind, chosen = self._current().kind, self._current().table.selected_ids()
        ask_merge(self._desk, self._owner.window(), kind, chosen, partial(self._shown, kind))

    def find(self) -> None:
        """List who may be on record twice."""
        DuplicatesDialog(self._desk, self._current().kind, self._case_id, self._owner.window()).open()
