"""The right side of the vocabularies: one term in its form, to be read, corrected, taken out or written anew."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.rows import TermRow
from desktop.errors import Fault, InputFaults
from desktop.i18n import N_, _
from desktop.messages import explain
from desktop.operations.terms import remove_term, save_term
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.terms.term_form import TermForm, row_of, values_of
from desktop.ui.inputs.form import FormScroll
from desktop.ui.language import Texts
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column, label, row
from resources.vocabularies import FIELDS, KINDS_OF_EVENT


class TermPane(QWidget):
    """Shows one term; ``edited`` tells whether something is typed that is not saved, ``saved`` the id of the record."""

    edited = Signal(bool)
    saved = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._row = TermRow("", "", "")
        self._clean: object = None
        self._forms: dict[str, TermForm] = {}
        self._pages = QStackedWidget()
        self._id = label("hint")
        self.banner = Banner()
        texts = Texts(self)
        self._save = button(texts, N_("&Save"), self.save, role="primary")
        self._discard = button(texts, N_("&Discard changes"), self.discard)
        self._remove = button(texts, N_("Re&move…"), self._ask_removal)
        layout = column(self, gap=2)
        layout.setContentsMargins(theme.unit() * 3, 0, 0, 0)
        buttons = row(gap=2)
        for part in (self._remove, self._discard, self._save):
            buttons.addWidget(part)
        buttons.insertStretch(1, 1)
        layout.addWidget(self.banner)
        layout.addWidget(self._id)
        layout.addWidget(self._pages, 1)
        layout.addLayout(buttons)

    def show_term(self, term: TermRow, *, is_own: bool) -> None:
        """Show a term; one of the program's own can only be read."""
        self.banner.hide()
        self._row = term
        form = self._form(term.vocabulary)
        form.mark(())
        form.fill(values_of(term))
        form.setEnabled(is_own)
        self._clean = form.raw()
        made = _("Its id is made of the label.")
        self._id.setText(_("Id: {id}").format(id=term.term) if term.term else made)
        self._remove.setEnabled(is_own and bool(term.id))
        self._note()

    def begin(self, vocabulary: str) -> None:
        """Show an empty form for a new term."""
        self.show_term(TermRow("", vocabulary, ""), is_own=True)
        self._form(vocabulary).input("labels.ru").setFocus()

    def is_changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return bool(self._row.vocabulary) and self._form(self._row.vocabulary).raw() != self._clean

    def save(self) -> None:
        """Write the term, or show what is wrong with it."""
        form = self._form(self._row.vocabulary)
        values, faults = form.values()
        if faults or not self._save.isEnabled():
            self._show(faults)
            return
        form.mark(())
        self._save.setEnabled(False)
        verb = work(save_term, self._desk.vault, row_of(values, self._row))
        self._desk.perform(self, verb, then=self._finish, failed=self._refuse)

    def discard(self) -> None:
        """Go back to what is on record."""
        self.show_term(self._row, is_own=True)

    def _form(self, vocabulary: str) -> TermForm:
        """The form that fits: kinds of event and fields have one of their own."""
        shape = vocabulary if vocabulary in {KINDS_OF_EVENT, FIELDS} else ""
        if shape not in self._forms:
            form = self._forms[shape] = TermForm(vocabulary)
            form.changed.connect(self._note)
            self._pages.addWidget(FormScroll(form))
        self._pages.setCurrentIndex(list(self._forms).index(shape))
        return self._forms[shape]

    def _note(self) -> None:
        is_changed = self.is_changed()
        self._save.setEnabled(is_changed)
        self._discard.setEnabled(is_changed)
        self.edited.emit(is_changed)

    def _finish(self, record: str) -> None:
        self._clean = self._form(self._row.vocabulary).raw()
        self._note()
        self.saved.emit(record)

    def _refuse(self, error: Exception) -> None:
        self._note()
        if isinstance(error, InputFaults):
            self._show(error.faults)
        else:
            told = explain(error)
            self.banner.tell(Tone.DANGER, f"{told.what}\n{told.remedy}".strip())

    def _show(self, faults: Sequence[Fault]) -> None:
        elsewhere = self._form(self._row.vocabulary).mark(faults)
        if elsewhere:
            self.banner.tell(Tone.DANGER, "\n".join(fault.what for fault in elsewhere))

    def _ask_removal(self) -> None:
        what = _("It goes out of the vocabulary. Undo brings it back.")
        verb = work(remove_term, self._desk.vault, self._row.id)
        act = partial(self._desk.perform, self, verb, failed=self._refuse)
        Confirm(N_("Remove this term?"), what, N_("&Remove"), act, parent=self.window()).open()
