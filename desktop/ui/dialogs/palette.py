"""Ctrl+K: type a few letters of an action or of anything on record, press Enter."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from desktop.i18n import N_, _
from desktop.ui import icons, theme
from desktop.ui.actions import Action, Actions
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets.layout import label

PAUSE_MILLISECONDS = 120
MOST = 60
OURSELVES = "go.palette"
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette: what it says, a hint at its right, and what it does."""

    text: str
    hint: str
    icon: str
    act: Callable[[], object]


Show = Callable[[Sequence[Entry]], object]
Search = Callable[[str, Show], object]


class Palette(Dialog):
    """Actions that are possible now, and records found by ``search``, which answers later."""

    def __init__(self, actions: Actions, search: Search, parent: QWidget | None = None) -> None:
        super().__init__(N_("Go to anything"), parent, letters=76, has_heading=False)
        self._actions = actions
        self._search = search
        self._records: Sequence[Entry] = ()
        self._shown: list[Entry] = []
        self._entry = QLineEdit()
        self._entry.installEventFilter(self)
        self.texts.put(self._entry.setPlaceholderText, N_("A command, a case, a person, a document…"))
        self.texts.put(self._entry.setAccessibleName, N_("Go to anything"))
        self._list = _two_columns()
        self.texts.put(self._list.setAccessibleName, N_("What was found"))
        self._list.itemActivated.connect(self._choose)
        self._list.itemClicked.connect(self._choose)
        self._nothing = label("hint")
        self.add(self._entry)
        self.add(self._list, grows=True)
        self.add(self._nothing)
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._entry.textChanged.connect(self._look)
        self.resize(self.width(), self.fontMetrics().height() * 26)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the keyboard stays in the field; Enter chooses."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in MOVES:
            self._list.keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        return False

    def _look(self) -> None:
        self._records = ()
        self._fill()
        self._pause.start()

    def _ask(self) -> None:
        text = self._entry.text().strip()
        if text:
            self._search(text, partial(self._take, text))

    def _take(self, text: str, found: Sequence[Entry]) -> None:
        if text == self._entry.text().strip():
            self._records = found
            self._fill()

    def _fill(self) -> None:
        words = self._entry.text().casefold().split()
        offered = [action for action in self._actions.offered() if action.id != OURSELVES]
        possible = [action for action in offered if self._actions.is_possible(action)]
        entries = [self._entry_of(action) for action in possible if _matches(action, words)]
        self._shown = [*entries, *self._records][:MOST]
        self._list.clear()
        self._list.addTopLevelItems([_line(entry) for entry in self._shown])
        if first := self._list.topLevelItem(0):
            self._list.setCurrentItem(first)
        self._nothing.setText(_("Enter goes there, Esc closes.") if self._shown else _("Nothing found."))

    def _entry_of(self, action: Action) -> Entry:
        keys = QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.keys else ""
        text = action.label(self._actions.situation).replace("&", "")
        return Entry(text, keys, action.icon, partial(self._actions.perform, action.id))

    def _choose(self) -> None:
        place = self._list.currentIndex().row()
        if 0 <= place < len(self._shown):
            self.accept()
            self._shown[place].act()


def _line(entry: Entry) -> QTreeWidgetItem:
    made = QTreeWidgetItem([entry.text, entry.hint])
    made.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    made.setIcon(0, icons.icon(entry.icon or "command", theme.colours().muted))
    return made


def _two_columns() -> QTreeWidget:
    made = QTreeWidget()
    made.setColumnCount(2)
    made.setHeaderHidden(True)
    made.setRootIsDecorated(False)
    made.setUniformRowHeights(True)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    made.header().setStretchLastSection(False)
    made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return made


def _matches(action: Action, words: Sequence[str]) -> bool:
    """Every word must begin or stand inside the action's text, in the user's language or in English."""
    text = f"{_(action.text)} {action.text}".replace("&", "").casefold()
    return all(word in text for word in words)
