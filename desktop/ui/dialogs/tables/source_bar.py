"""Over a table that comes in: what its lines are, which sheet and encoding, and the maps kept for such tables."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.rows import ViewRow
from desktop.documents.sheets.columns import table_entities
from desktop.documents.sheets.csv_reading import ENCODINGS
from desktop.documents.sheets.lines import Table
from desktop.documents.sheets.titles import table_title
from desktop.i18n import N_, _, current
from desktop.ui.language import Texts
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.layout import column, labelled, row


class SourceBar(QWidget):
    """``entity_chosen`` and ``map_chosen`` carry what was chosen; ``source_chosen`` a sheet and an encoding."""

    entity_chosen = Signal(object)
    source_chosen = Signal(str, str)
    map_chosen = Signal(object)
    map_dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._texts = Texts(self)
        self._line = row(self, gap=4)
        self.entity: Choice[str] = Choice(N_("The lines are"), list(table_entities()), _table_name)
        self.entity.choose("events")
        self.entity.chosen.connect(self.entity_chosen)
        self._line.addLayout(labelled(self._texts, N_("The &lines are"), self.entity))
        self._source_box, self._map_box = QWidget(), QWidget()
        self._sources, self._maps = column(self._source_box), column(self._map_box)
        self._line.addWidget(self._source_box)
        self._line.addWidget(self._map_box)
        self._line.addStretch(1)
        self._source: QWidget | None = None
        self._map: QWidget | None = None

    def show_source(self, table: Table, encoding: str) -> None:
        """Offer the other sheets of a workbook, or other encodings of a text."""
        if self._source is not None:
            return
        holder = QWidget()
        if table.form == "xlsx":
            sheets: Choice[str] = Choice(N_("Sheet"), table.sheets, str)
            sheets.choose(table.sheet)
            sheets.chosen.connect(self._choose_sheet)
            holder.setLayout(labelled(self._texts, N_("&Sheet"), sheets))
        else:
            encodings: Choice[str] = Choice(N_("Encoding"), ["", *ENCODINGS], _encoding_name)
            encodings.choose(encoding)
            encodings.chosen.connect(self._choose_encoding)
            holder.setLayout(labelled(self._texts, N_("&Encoding"), encodings))
        self._source = holder
        self._sources.addWidget(holder)

    def show_maps(self, maps: Sequence[ViewRow]) -> None:
        """Offer the maps kept for tables of these records."""
        if self._map is not None:
            self._map.deleteLater()
            self._map = None
        if maps:
            kept: Choice[ViewRow | None] = Choice(N_("Kept map"), [None, *maps], _map_name)
            both, self._map = QWidget(), QWidget()
            texts = Texts(self._map)  # goes with it
            drop = tool(texts, N_("Remove this map"), partial(self._drop, kept), icon="trash-2")
            kept.chosen.connect(self.map_chosen)
            line = row(both, gap=1)
            line.addWidget(kept)
            line.addWidget(drop)
            self._map.setLayout(labelled(texts, N_("Kept ma&p"), kept, both))
            self._maps.addWidget(self._map)

    def _drop(self, kept: Choice[ViewRow | None]) -> None:
        chosen = kept.value()
        if chosen is not None:
            self.map_dropped.emit(chosen.id)

    def _choose_sheet(self, sheet: str) -> None:
        self.source_chosen.emit(sheet, "")

    def _choose_encoding(self, encoding: str) -> None:
        self.source_chosen.emit("", encoding)


def _table_name(table: str) -> str:
    return table_title(table, current().value)


def _encoding_name(encoding: str) -> str:
    return encoding or _("Found automatically")


def _map_name(kept: ViewRow | None) -> str:
    return kept.title if kept else _("None")
