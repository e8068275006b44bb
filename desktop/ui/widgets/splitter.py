"""A splitter that comes back as it was left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.ui.settings import Settings

_WIDE = 1000  # more than there is: sizes are scaled to what there is


class RememberedSplitter(QSplitter):
    """Areas side by side; ``name`` is what its state is remembered under, ``shares`` how they begin."""

    def __init__(
        self, name: str, settings: Settings, *areas: QWidget, is_stacked: bool = False, shares: Sequence[int] = ()
    ) -> None:
        super().__init__(Qt.Orientation.Vertical if is_stacked else Qt.Orientation.Horizontal)
        self._name = f"splitter-{name}"
        self._settings, self._shares = settings, shares
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.put(*areas)
        self.splitterMoved.connect(self._keep)

    def put(self, *areas: QWidget) -> None:
        """Add areas; all of them come back as they were left."""
        for area in areas:
            self.addWidget(area)
        for place, share in enumerate(self._shares[: self.count()]):
            self.setStretchFactor(place, share)
        self.setSizes([share * _WIDE for share in self._shares])
        if state := self._settings.shape(self._name):
            self.restoreState(state)

    def share(self, *parts: int) -> None:
        """How the areas share the room as long as nobody moved them."""
        for place, part in enumerate(parts):
            self.setStretchFactor(place, part)
        if not self._settings.shape(self._name):
            self.setSizes([part * _WIDE for part in parts])

    def _keep(self) -> None:
        self._settings.keep_shape(self._name, self.saveState())
