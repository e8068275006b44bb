"""What can be begun in a case from any of its tabs."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.types import Kind
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.tables.commands import TableCommands


class CaseCommands(QObject):
    """``made`` carries the kind and id of a record that was written."""

    made = Signal(object, str)

    def __init__(self, desk: Desk, case_id: str, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._case_id, self._screen = desk, case_id, screen
        for action, slot in {
            "case.edit": self.edit_case,
            "event.new": self._add_event,
            "person.new": partial(self._add_member, Kind.PERSON),
            "organisation.new": partial(self._add_member, Kind.ORGANISATION),
            "place.new": partial(self._add_member, Kind.PLACE),
            "party.new": self._add_party,
            "charge.new": self._add_charge,
        }.items():
            desk.actions.bind(action, screen, slot)
        TableCommands(desk, case_id, screen)

    def edit_case(self) -> None:
        """Correct the case itself."""
        self._editors().open_case(self._case_id)

    def _add_event(self) -> None:
        self._editors().open_event(self._case_id, then=partial(self.made.emit, Kind.EVENT))

    def _add_member(self, kind: Kind) -> None:
        self._editors().open_member(kind, self._case_id, then=partial(self.made.emit, kind))

    def _add_party(self) -> None:
        self._editors().open_party(self._case_id)

    def _add_charge(self) -> None:
        self._editors().open_charge(self._case_id)

    def _editors(self) -> Editors:
        return Editors(self._desk, self._screen.window())
