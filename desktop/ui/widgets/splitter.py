"""A splitter that comes back as it was left."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.settings import Settings


class RememberedSplitter(QSplitter):
    """Areas side by side; ``name`` is what its state is remembered under."""

    def __init__(self, name: str, settings: Settings, *areas: QWidget, is_stacked: bool = False) -> None:
        super().__init__(Qt.Orientation.Vertical if is_stacked else Qt.Orientation.Horizontal)
        self._name = f"splitter-{name}"
        self._settings = settings
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for area in areas:
            self.addWidget(area)
        if state := settings.shape(self._name):
            self.restoreState(state)
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._settings.keep_shape(self._name, self.saveState())
