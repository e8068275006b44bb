"""The maps kept under a name: read for one kind of table, and kept after asking what to call them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db.rows import ViewRow
from db.vault import Session
from desktop.i18n import N_
from desktop.operations.table_maps import maps_for, remove_map, save_map
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.widgets.layout import labelled


class KeptMaps(QObject):
    """``offered`` carries the maps there are; ``kept`` is told when one more is."""

    offered = Signal(object)
    kept = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window, self._entity = desk, window, ""

    def read(self, entity: str) -> None:
        """Read those for tables of these records."""
        self._entity = entity
        self._desk.read(self, partial(_maps, entity), self.offered.emit)

    def ask(self, body: Mapping[str, Any]) -> None:
        """Ask for a name, and keep the map under it."""
        MapTitleDialog(partial(self._keep, body), self._window).open()

    def drop(self, map_id: str) -> None:
        """Take a map away; undo brings it back."""
        self._desk.perform(self, work(remove_map, self._desk.vault, map_id), self._read_again)

    def _read_again(self, _nothing: None) -> None:
        self.read(self._entity)

    def _keep(self, body: Mapping[str, Any], title: str) -> None:
        self._desk.perform(self, work(save_map, self._desk.vault, title, body), self._tell)

    def _tell(self, _map: str) -> None:
        self.kept.emit()
        self.read(self._entity)


class MapTitleDialog(Dialog):
    """``keep`` is told the name; a map that has it already is replaced."""

    def __init__(self, keep: Callable[[str], object], parent: QWidget | None) -> None:
        super().__init__(N_("Keep this map"), parent, letters=52)
        self._keep = keep
        self._line = QLineEdit()
        self._line.setMaxLength(200)
        self._line.textChanged.connect(self._judge)
        self.add(labelled(self.texts, N_("&Name of the map"), self._line))
        self.verb(N_("Cancel"), self.reject)
        self._verb = self.verb(N_("&Keep map"), self._take, role="primary", is_default=True)
        self._judge("")
        self._line.setFocus()

    def _judge(self, text: str) -> None:
        self._verb.setEnabled(bool(text.strip()))

    def _take(self) -> None:
        self._keep(self._line.text())
        self.accept()


def _maps(entity: str, session: Session) -> list[ViewRow]:
    return maps_for(session, entity)
