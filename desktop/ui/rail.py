"""The rail at the left: the places of the vault, from a table; what does not exist yet is not on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from desktop.i18n import N_
from desktop.ui import icons
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import column


@dataclass(frozen=True, slots=True)
class RailEntry:
    """One place: its id, its name (``N_``) and its icon."""

    id: str
    title: str
    icon: str


class Rail(QWidget):
    """Buttons below one another; ``chosen`` carries the id of a place."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._texts = Texts(self)
        self._texts.put(self.setAccessibleName, N_("Places"))
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        layout = column(self, margin=2, gap=1)
        for entry in entries:
            self._buttons[entry.id] = self._button(entry)
            layout.addWidget(self._buttons[entry.id])
        layout.addStretch(1)

    def show_place(self, place: str) -> None:
        """Mark a place as the one shown."""
        self._buttons[place].setChecked(True)

    def place(self) -> str:
        """The place that is marked."""
        return next((place for place, made in self._buttons.items() if made.isChecked()), "")

    def _button(self, entry: RailEntry) -> QToolButton:
        made = QToolButton()
        made.setCheckable(True)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        icons.keep_on(made, entry.icon, is_beside_text=True)
        self._texts.put(made.setText, entry.title)
        self._texts.put(made.setAccessibleName, entry.title)
        made.clicked.connect(partial(self.chosen.emit, entry.id))
        self._group.addButton(made)
        return made
