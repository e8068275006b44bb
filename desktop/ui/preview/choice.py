"""What one does with chosen text: copy it, make an event of it; the same for pages and plain texts."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.i18n import N_, _
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button

Copy = Callable[[str], object]
IsHeard = Callable[[], bool]


class Chosen(Protocol):
    """Where the choice is kept; ``all_name`` is what choosing everything is called there."""

    all_name: str

    def words(self) -> str:
        """The chosen text, or nothing."""
        ...

    def page(self) -> int:
        """The page or paragraph it begins in, from 1."""
        ...

    def take_page(self) -> None:
        """Choose everything."""
        ...


class Choice(QObject):
    """What can be done on ``surface`` with what is chosen there."""

    quotation_wanted = Signal(int, str)

    def __init__(self, surface: QWidget, chosen: Chosen, copy: Copy, is_heard: IsHeard) -> None:
        super().__init__(surface)
        self._chosen, self._copy, self._is_heard = chosen, copy, is_heard
        self._surface = surface
        self.button: QPushButton = button(Texts(self), N_("New event from quotation"), self.quote, icon="quote")
        surface.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        surface.customContextMenuRequested.connect(self._open_menu)
        self.refresh()

    def refresh(self) -> None:
        """Show what is possible with what is chosen now."""
        self.button.setVisible(self._is_heard())
        self.button.setEnabled(bool(self._chosen.words()))

    def copy(self) -> None:
        """Copy what is chosen."""
        if words := self._chosen.words():
            self._copy(words)

    def quote(self) -> None:
        """Ask for a new event from what is chosen."""
        if self._is_heard() and (words := self._chosen.words()):
            self.quotation_wanted.emit(self._chosen.page(), words)

    def menu(self) -> QMenu:
        """What can be done, for the menu of the surface."""
        menu = QMenu(self._surface)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        is_chosen = bool(self._chosen.words())
        copy = menu.addAction(_("Copy text"))
        copy.setEnabled(is_chosen)
        copy.triggered.connect(self.copy)
        menu.addAction(_(self._chosen.all_name)).triggered.connect(self._chosen.take_page)
        if self._is_heard():
            menu.addSeparator()
            quote = menu.addAction(_("New event from quotation"))
            quote.setEnabled(is_chosen)
            quote.triggered.connect(self.quote)
        return menu

    def _open_menu(self, point: QPoint) -> None:
        self.menu().popup(self._surface.mapToGlobal(point))
