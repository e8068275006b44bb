"""A new term asked for over the form where it is missing; nothing typed there is lost."""

from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import TermRow
from desktop.i18n import N_
from desktop.operations.terms import save_term
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.dialogs.terms.term_form import TITLES, fill_form, row_of, values_of
from desktop.ui.labels import worded
from desktop.ui.widgets.layout import said
from resources.vocabularies import FIELDS, KINDS_OF_EVENT, names


class TermEditor(Editor):
    """Writes a new term of one vocabulary."""

    def __init__(self, desk: Desk, row: TermRow, parent: QWidget | None) -> None:
        titles = {KINDS_OF_EVENT: N_("New kind of event"), FIELDS: N_("New field of events")}
        super().__init__(titles.get(row.vocabulary, N_("New term")), desk, parent, letters=76)
        self._term = row
        self.form.widen(said(self.texts, self._called, "hint"))
        fill_form(self.form, row.vocabulary)
        self.form.fill(values_of(row))
        self.settle()
        empty = [language for language in TITLES if not row.labels.get(language)]
        self.form.input(f"labels.{empty[0]}").setFocus()

    def subject(self) -> Subject:
        """The draft is of a new term of this vocabulary."""
        vocabulary = self._term.vocabulary
        return Subject("term", f"term:new:{vocabulary}", None, {"vocabulary": vocabulary})

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the term."""
        return work(save_term, self.desk.vault, row_of(values, self._term))

    def _called(self) -> str:
        return worded(names()[self._term.vocabulary])
