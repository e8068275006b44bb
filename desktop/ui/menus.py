"""The menu bar, from the registry of actions; what nobody answers is not in it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.ui.actions import Actions, Menu
from desktop.ui.language import Texts


class Menus(QObject):
    """Fills a menu bar and keeps its empty menus hidden."""

    def __init__(self, bar: QMenuBar, actions: Actions) -> None:
        super().__init__(bar)
        self._actions = actions
        self._menus: dict[Menu, QMenu] = {}
        texts = Texts(bar)
        for menu in Menu:
            made = bar.addMenu("")
            texts.put(made.setTitle, menu.value)
            self._menus[menu] = made
        for action in actions.table:
            if action.starts:
                self._menus[action.menu].addSeparator()
            self._menus[action.menu].addAction(actions.qt(action.id))
        actions.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        offered = {action.menu for action in self._actions.offered()}
        for menu, made in self._menus.items():
            made.menuAction().setVisible(menu in offered)
