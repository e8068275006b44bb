"""From a passage to a fact: a new event made of a quotation, or the passage cited for an event that is there."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from db.rows import CitationRow, DocumentRow
from db.types import Kind
from desktop.i18n import N_, _
from desktop.operations.citations import save_citation
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.draft import EventDraft
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.opening import Editors, new_citation
from desktop.ui.inputs.form import Form
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.provable import provable_in
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.preview.text_pane import TextPane
from desktop.ui.widgets.layout import label

MOST_SHOWN = 240  # letters of a passage


@dataclass(frozen=True, slots=True)
class Passage:
    """Chosen words and where they stand: a page or a paragraph, from 1."""

    locator: str
    number: int
    words: str

    def citation(self, document: str, target: str, kind: Kind = Kind.EVENT) -> CitationRow:
        """A citation of this passage for an event, an injury or an issue."""
        row = replace(new_citation(kind, target, document), quote=self.words or None)
        return replace(row, **{self.locator: str(self.number)}) if self.number else row


def chosen_in(preview: DocumentPreview) -> Passage:
    """What is chosen in the preview; without words where nothing is."""
    pane = preview.stack.searchable()
    if pane is None:
        return Passage("page", 0, "")
    chosen = pane.view if isinstance(pane, TextPane) else pane.chooser
    words = chosen.words()
    return Passage(preview.locator(), chosen.page() if words else 0, words)


class Quoting(QObject):
    """Opens the editors a passage needs; ``recorded`` carries the id of an event that was made of one."""

    recorded = Signal(str)

    def __init__(self, desk: Desk, case_id: str, pane: QWidget) -> None:
        super().__init__(pane)
        self._desk, self._case_id, self._pane = desk, case_id, pane

    def quote(self, row: DocumentRow, preview: DocumentPreview) -> None:
        """Record an event from the chosen passage and cite the passage for it."""
        passage = chosen_in(preview)
        if passage.words:
            then = partial(self._cite_new, row.id, passage)
            self._editors().open_event(self._case_id, draft=EventDraft(text=passage.words), then=then)

    def cite(self, row: DocumentRow, preview: DocumentPreview) -> None:
        """Ask what the chosen passage, or the document as a whole, is a source for."""
        passage = chosen_in(preview)
        dialog = EventChoice(self._desk, self._case_id, passage, self._pane.window())
        dialog.chosen.connect(partial(self._edit_citation, row.id, passage))
        dialog.open()

    def _cite_new(self, document: str, passage: Passage, event: str) -> None:
        verb = work(save_citation, self._desk.vault, passage.citation(document, event), self._case_id)
        self._desk.perform(self, verb, partial(self._tell, event))

    def _tell(self, event: str, _citation: str) -> None:
        step = partial(self.recorded.emit, event)
        self._desk.report.confirm(
            _("The event is recorded with this passage as its source."), step=_("Show it"), act=step
        )

    def _edit_citation(self, document: str, passage: Passage, about: Candidate) -> None:
        citation = passage.citation(document, about.id, about.kind)
        self._editors().open_citation(self._case_id, citation, about.title)

    def _editors(self) -> Editors:
        return Editors(self._desk, self._pane.window())


class EventChoice(Dialog):
    """Asks for an event, an injury or an issue; ``chosen`` carries it as a candidate."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, case_id: str, passage: Passage, parent: QWidget | None = None) -> None:
        super().__init__(N_("For what is this a source?"), parent, letters=72)
        words = passage.words if len(passage.words) <= MOST_SHOWN else f"{passage.words[:MOST_SHOWN]}…"
        if words:
            quoted = label("hint")
            quoted.setText(f"“{words}”")
            self.add(quoted)
        self.form = Form()
        picker = RecordPicker(desk, Finder(provable_in(case_id)), N_("words of its title or text"))
        self.form.put("event", N_("&Event, injury or issue"), picker)
        self.add(self.form)
        self.verb(N_("Cancel"), self.reject)
        self.verb(N_("&Go on…"), self._decide, role="primary", is_default=True)
        picker.setFocus()

    def _decide(self) -> None:
        values, faults = self.form.values()
        self.form.mark(faults)
        if values.get("event"):
            self.accept()
            self.chosen.emit(values["event"])
