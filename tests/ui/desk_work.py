"""Where things stand in the window of a vault, for those who use it in tests."""

from PySide6.QtWidgets import QDialog, QTableView

from desktop.ui.case_window.tab import Tab
from desktop.ui.open_vault import OpenVault
from tests.ui.hands import Hands


def show_tab(tab: Tab, hands: Hands) -> None:
    """Bring a tab of a case to the screen without its case: it stands, and nothing is read any more."""
    tasks = tab.desk.tasks
    tasks.build(tab, tab.build()).finish()
    tab.desk.refresh.touched.connect(tab.refresh)
    tab.resize(1200, 800)
    hands.open(tab)
    tab.enter()
    hands.wait(lambda: not tasks.running())


def table(opened: OpenVault) -> QTableView:
    """The list of cases."""
    return next(one for one in opened.window.findChildren(QTableView) if one.accessibleName() == "Cases")


def listed(opened: OpenVault) -> list[str]:
    """The references listed, from the top."""
    model = table(opened).model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def dialog(opened: OpenVault, hands: Hands, kind: type[QDialog]) -> QDialog:
    """The window that was opened over the main one, when it has the keyboard."""
    hands.wait(lambda: any(one.isActiveWindow() for one in opened.window.findChildren(kind)))
    return next(one for one in opened.window.findChildren(kind) if one.isVisible())


def stand_on_first(opened: OpenVault, hands: Hands) -> None:
    """Go to the first row of the list."""
    hands.wait(lambda: len(listed(opened)) == 3)
    table(opened).setFocus()
    hands.press("Ctrl+Home")
