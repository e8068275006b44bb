"""The vocabularies in a window: their names at the left, the terms of one in the middle, one term at the right."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db.queries import settled
from db.rows import TermRow
from db.types import Kind
from desktop.i18n import N_, _
from desktop.operations import Touched
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.editor import SAVE_KEYS
from desktop.ui.dialogs.terms.term_list import TermList, VocabularyList
from desktop.ui.dialogs.terms.term_pane import TermPane
from desktop.ui.refresh import concerns
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column, said
from desktop.ui.widgets.splitter import RememberedSplitter
from resources.vocabularies import names


class VocabulariesDialog(Dialog):
    """Looks through the vocabularies and adds to them. While a term is half typed, only it can be worked on."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(N_("Vocabularies"), parent, letters=120)
        self._desk = desk
        self.addAction(desk.actions.qt("vault.lock"))
        self._own: list[TermRow] = []
        self._wanted = ""  # the record to stand on when the terms are read again
        self.vocabularies, self.terms, self.pane = VocabularyList(), TermList(), TermPane(desk)
        self._new = button(self.texts, N_("&New term"), self._begin, icon="plus")
        self._closed = said(self.texts, N_("Nothing can be added here: the program relies on these terms."), "hint")
        middle = QWidget()
        parts = column(middle, gap=2)
        parts.setContentsMargins(theme.unit() * 3, 0, theme.unit() * 3, 0)
        for part in (self.terms, self._closed, self._new):
            parts.addWidget(part)
        areas = (self.vocabularies, middle, self.pane)
        self.add(RememberedSplitter("vocabularies", desk.settings, *areas, shares=(3, 4, 5)), grows=True)
        self.verb(N_("Close"), self.reject)
        self._connect()
        self._read()
        self.resize(self.minimumWidth(), self.fontMetrics().height() * 34)

    def reject(self) -> None:
        """Close, after asking when something would be lost."""
        if not self.pane.is_changed():
            super().reject()
            return
        lost = _("What you typed in this window is not saved.")
        Confirm(N_("Discard your changes?"), lost, N_("&Discard changes"), self._leave, parent=self).open()

    def _connect(self) -> None:
        self.vocabularies.chosen.connect(self._show_terms)
        self.terms.chosen.connect(self._show_term)
        self.pane.edited.connect(self._hold)
        self.pane.saved.connect(self._stand_on)
        self._desk.refresh.touched.connect(self._follow)
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self, self.pane.save)

    def _read(self) -> None:
        self._desk.read(self, settled.terms, self._take)

    def _follow(self, touched: Touched) -> None:
        if concerns(touched, frozenset({Kind.TERM})):
            self._read()

    def _take(self, own: list[TermRow]) -> None:
        self._own = own
        if not self.vocabularies.vocabulary():
            self.vocabularies.setCurrentRow(0)
        elif not self.pane.is_changed():
            self._show_terms(self.vocabularies.vocabulary())

    def _show_terms(self, vocabulary: str) -> None:
        own = {row.term: row for row in self._own if row.vocabulary == vocabulary}
        wanted = next((row.term for row in own.values() if row.id == self._wanted), "")
        is_open = names()[vocabulary].is_open
        self._new.setVisible(is_open)
        self._closed.setVisible(not is_open)
        self.terms.show_terms(vocabulary, own, wanted)

    def _show_term(self, row: TermRow, is_own: bool) -> None:
        self._wanted = row.id
        self.pane.show_term(row, is_own=is_own)

    def _begin(self) -> None:
        self.pane.begin(self.vocabularies.vocabulary())

    def _hold(self, is_edited: bool) -> None:
        for part in (self.vocabularies, self.terms, self._new):
            part.setEnabled(not is_edited)

    def _stand_on(self, record: str) -> None:
        self._wanted = record
        self._read()

    def _leave(self) -> None:
        super().reject()
