"""The vocabularies by name, and the terms of one of them: those of the program, then the user's own."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QListWidget, QListWidgetItem, QTreeWidget, QTreeWidgetItem

from db.rows import TermRow
from desktop.i18n import N_, _
from desktop.ui.dialogs.terms.term_form import shipped_row
from desktop.ui.labels import worded
from desktop.ui.language import Texts, speech
from resources.vocabularies import SHIPPED, in_force, names

KEY = Qt.ItemDataRole.UserRole


class VocabularyList(QListWidget):
    """The names of the vocabularies; ``chosen`` carries the id of one."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        Texts(self).put(self.setAccessibleName, N_("Vocabularies"))
        for name in names():
            item = QListWidgetItem()
            item.setData(KEY, name)
            self.addItem(item)
        self._name_all()
        speech().changed.connect(self._name_all)
        self.currentItemChanged.connect(self._tell)

    def vocabulary(self) -> str:
        """The one that is chosen."""
        item = self.currentItem()
        return str(item.data(KEY)) if item else ""

    def _name_all(self) -> None:
        for number, name in enumerate(names().values()):
            self.item(number).setText(worded(name))

    def _tell(self) -> None:
        self.chosen.emit(self.vocabulary())


class TermList(QTreeWidget):
    """The terms of one vocabulary, each with whose it is; ``chosen`` carries its row, and whether it is the user's."""

    chosen = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, TermRow] = {}
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setColumnCount(2)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(False)
        texts = Texts(self)
        texts.put(self.setAccessibleName, N_("Terms"))
        texts.put(self._head, N_("Term"))
        self.currentItemChanged.connect(self._tell)

    def show_terms(self, vocabulary: str, own: Mapping[str, TermRow], term: str = "") -> None:
        """Show a vocabulary; ``own`` are the user's terms of it by their ids, ``term`` the one to stand on."""
        self._rows = {}
        with QSignalBlocker(self):
            self.clear()
            for entry in in_force().vocabulary(vocabulary).values():
                is_own = entry.id in own and not SHIPPED.is_term(entry.id, vocabulary)
                self._rows[entry.id] = own[entry.id] if is_own else shipped_row(vocabulary, entry)
                item = QTreeWidgetItem([worded(entry), _("Yours") if is_own else _("Program")])
                item.setData(0, KEY, entry.id)
                self.addTopLevelItem(item)
        self.stand_on(term)

    def stand_on(self, term: str) -> None:
        """Choose a term by its id, else the first."""
        items = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        wanted = next((item for item in items if item and item.data(0, KEY) == term), items[0] if items else None)
        if wanted is not None:
            self.setCurrentItem(wanted)
            self._tell()

    def _head(self, text: str) -> None:
        self.setHeaderLabels([text, _("Whose")])

    def _tell(self) -> None:
        item = self.currentItem()
        row = self._rows.get(item.data(0, KEY)) if item else None
        if row is not None:
            self.chosen.emit(row, bool(row.id))
