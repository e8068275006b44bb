"""What a window does about vocabularies: shows them, asks for terms that are missing, and says new ones everywhere."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from db.queries.records import fetch
from db.rows import TermRow
from db.vault import Session
from desktop import i18n
from desktop.operations import Touched
from desktop.ui.desk import Desk
from desktop.ui.dialogs.terms.term_editor import TermEditor
from desktop.ui.dialogs.terms.vocabularies import VocabulariesDialog
from desktop.ui.inputs.missing import offer_through
from desktop.ui.language import speech
from resources.vocabularies import in_force


class VocabularyDesk(QObject):
    """Answers for the vocabularies of one window."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._words = in_force()
        desk.actions.bind("terms.edit", window, self._show)
        desk.refresh.touched.connect(self._speak_anew)
        offer_through(self)

    def ask(self, over: QWidget, vocabulary: str, text: str, then: Callable[[str], object]) -> None:
        """Ask for a term; its label is what was typed, in the language of the interface."""
        row = TermRow("", vocabulary, "", {i18n.current().value: text})
        editor = TermEditor(self._desk, row, over)
        editor.saved.connect(partial(self._tell, then))
        editor.open()

    def _show(self) -> None:
        VocabulariesDialog(self._desk, self._window).open()

    def _speak_anew(self, _touched: Touched) -> None:
        """Terms are others now: whoever shows or offers them says them again."""
        if self._words is not in_force():
            self._words = in_force()
            speech().changed.emit()

    def _tell(self, then: Callable[[str], object], record: str) -> None:
        self._desk.read(self, partial(_term, record), then)


def _term(record: str, session: Session) -> str:
    return fetch(session, TermRow, record).term
