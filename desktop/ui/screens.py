"""The middle of the window: one screen at a time, the places of the rail and the case that is open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from db.types import Kind
from desktop.ui.desk import Desk
from desktop.ui.rail import RailEntry
from desktop.ui.screen import Screen

CaseMaker = Callable[[Desk, str], Screen]


@dataclass(frozen=True, slots=True)
class Place:
    """A screen of the vault on the rail: what it is called, the action that goes there and how it is made."""

    entry: RailEntry
    action: str
    make: Callable[[Desk], Screen]


class Screens(QStackedWidget):
    """Makes screens when they are first visited; ``moved`` after another is shown, ``counted`` by the one shown."""

    moved = Signal()
    counted = Signal(str)
    named = Signal(str)

    def __init__(self, desk: Desk, places: Sequence[Place], make_case: CaseMaker | None) -> None:
        super().__init__()
        self._desk = desk
        self._places = {place.entry.id: place for place in places}
        self._made: dict[str, Screen] = {}
        self._make_case = make_case
        self._case: tuple[str, Screen] | None = None
        self.place = ""

    def shown(self) -> Screen | None:
        """The one shown."""
        current = self.currentWidget()
        return current if isinstance(current, Screen) else None

    def show_place(self, place: str) -> None:
        """Show a place of the rail."""
        if place not in self._made:
            self._made[place] = self._adopt(self._places[place].make(self._desk))
        self.place = place
        self._show(self._made[place])

    def open_case(self, case_id: str) -> None:
        """Show a case; the one before it is closed."""
        if self._make_case is None:
            return
        if self._case is None or self._case[0] != case_id:
            before = self._case
            self._case = (case_id, self._adopt(self._make_case(self._desk, case_id)))
            self._case[1].back_asked.connect(self.go_back)
            self._show(self._case[1])
            if before:
                self.removeWidget(before[1])
                before[1].deleteLater()
        else:
            self._show(self._case[1])

    def open_record(self, case_id: str, kind: Kind, record: str) -> None:
        """Show a record in its case."""
        self.open_case(case_id)
        if self._case:
            self._case[1].show_record(kind, record)

    def go_back(self) -> None:
        """From a case to the place it was opened from; from there to the case again."""
        if self._case and self.currentWidget() is self._case[1]:
            self.show_place(self.place)
        elif self._case:
            self._show(self._case[1])

    def _adopt(self, screen: Screen) -> Screen:
        self.addWidget(screen)
        screen.case_chosen.connect(self.open_case)
        screen.record_chosen.connect(self.open_record)
        screen.counted.connect(self._tell_count)
        screen.named.connect(self._tell_name)
        return screen

    def _show(self, screen: Screen) -> None:
        self.setCurrentWidget(screen)
        actions = self._desk.actions
        is_case = self._case is not None and screen is self._case[1]
        actions.situate(replace(actions.situation, has_case=is_case, selected=0))
        screen.enter()
        self.moved.emit()

    def _tell_name(self, ref: str) -> None:
        if self.sender() is self.currentWidget():
            self.named.emit(ref)

    def _tell_count(self, words: str) -> None:
        if self.sender() is self.currentWidget():
            self.counted.emit(words)
