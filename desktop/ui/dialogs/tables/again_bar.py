"""By which column the rows of a table find the records they tell of again; without one, every row is a new record."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.documents.sheets.columns import ID, Column
from desktop.documents.sheets.mapping import FINDING, ColumnMap
from desktop.documents.sheets.titles import title_of
from desktop.i18n import N_, _, current
from desktop.ui.inputs.choices import Group
from desktop.ui.inputs.terms import TermInput
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import named, row


class AgainBar(QWidget):
    """``changed`` is told when another column, or none, is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        texts = Texts(self)
        self._entity, self._offered_keys, self._by_id = "", list[str](), False
        self._key, self._clears = TermInput(self._offered, N_("Every row is new")), QCheckBox()
        self._key.name(_("Find records again by"))
        texts.put(self._clears.setText, N_("E&mpty cells empty what is there"))
        line = row(self, gap=4)
        line.addWidget(named(texts, N_("&Find records again by"), self._key))
        line.addWidget(self._key, 1)
        line.addWidget(self._clears, 1)
        self._key.changed.connect(self._take)
        self._clears.setEnabled(False)

    def show_for(self, chosen: ColumnMap, columns: Mapping[str, Column]) -> None:
        """Offer the columns that can set one record apart; ids need no word."""
        keys = dict.fromkeys(chosen.columns.values())
        self._entity = chosen.entity
        self._offered_keys = [key for key in keys if key in columns and columns[key].holds in FINDING]
        kept = self._key.chosen()
        self._key.offer_again()
        wanted = chosen.key or (ID if ID in keys else kept)
        self._key.fill(wanted if wanted in self._offered_keys else None)
        if chosen.clears:
            self._clears.setChecked(True)
        self.setVisible(bool(self._offered_keys))
        self._take()

    def key(self) -> str:
        """The column chosen, or nothing."""
        return self._key.chosen() or ""

    def clears(self) -> bool:
        """Whether an empty cell empties what the record has."""
        return self._clears.isEnabled() and self._clears.isChecked()

    def _take(self) -> None:
        self._clears.setEnabled(bool(self.key()))
        self.changed.emit()

    def _offered(self) -> list[Group]:
        language = current().value
        return [Group("", [(key, title_of(self._entity, key, language)) for key in self._offered_keys])]
