"""What is wrong with a table, a line each; choosing one goes to its cell."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop.i18n import N_, _
from desktop.operations.table_import import CellFault
from desktop.ui import icons, theme
from desktop.ui.language import Texts

MOST = 1000  # listed; whoever has more corrects the table where it came from
_LINES = 5  # shown at once; the others are scrolled to


class FaultList(QListWidget):
    """``chosen`` carries the fault that somebody wants to see in its place."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._faults: list[CellFault] = []
        Texts(self).put(self.setAccessibleName, N_("Faults"))
        self.setWordWrap(True)
        self.setIconSize(QSize(theme.unit() * 4, theme.unit() * 4))
        self.setMinimumHeight(theme.unit() * 4 * _LINES)
        self.setMaximumHeight(theme.unit() * 4 * _LINES * 2)
        self.currentRowChanged.connect(self._tell)
        self.itemClicked.connect(self._tell_again)
        self.hide()

    def show_faults(
        self, faults: Sequence[CellFault], remarks: Sequence[CellFault], words: Callable[[CellFault], str]
    ) -> None:
        """List these, the faults first; hidden when there are none."""
        self._faults = []
        self.clear()
        told = [*((fault, "circle-alert") for fault in faults), *((remark, "circle-help") for remark in remarks)]
        for fault, icon in told[:MOST]:
            self.addItem(QListWidgetItem(icons.icon(icon), words(fault)))
        if len(told) > MOST:
            self.addItem(_("The first {shown} are listed.").format(shown=MOST))
        self._faults = [fault for fault, _icon in told[:MOST]]
        self.setVisible(bool(self._faults))

    def _tell(self, row: int) -> None:
        if 0 <= row < len(self._faults):
            self.chosen.emit(self._faults[row])

    def _tell_again(self, item: QListWidgetItem) -> None:
        self._tell(self.row(item))
