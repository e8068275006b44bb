"""The editor of a document: what it is, whose, how it came, and what may be shown of it; never its file."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.records import fetch
from db.rows import CaseRow, DocumentRow
from db.types import Kind
from db.vault import Session
from desktop.errors import Fault
from desktop.i18n import N_, _
from desktop.operations.documents import save_document
from desktop.ui import labels, times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.members import Then
from desktop.ui.inputs.choices import ChoiceInput, Group, terms_of, yes_or_no
from desktop.ui.inputs.finders import documents_of
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.tags import TagsInput
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import TextInput
from desktop.ui.inputs.times import WhenInput

PLAIN = ("title", "kind", "dated", "author", "addressee", "language", "exhibit", "address", "received")
HOW = ("received_from", "received_how", "original", "privileged", "confidentiality", "derivation", "tags")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the editor must know before it opens: the document, the zone of its case, what it was made from."""

    row: DocumentRow
    zone: str
    source: Candidate | None = None


class DocumentEditor(Editor):
    """Corrects what is known of a document, or enters a source that has no file."""

    def __init__(self, desk: Desk, facts: DocumentFacts, parent: QWidget | None = None) -> None:
        row = facts.row
        super().__init__(N_("Document") if row.id else N_("New source without a file"), desk, parent, letters=84)
        self._row, self._zone_name = row, facts.zone
        self._build()
        self.form.fill({part: getattr(row, part) for part in (*PLAIN, *HOW)} | {"derived_from": facts.source})
        self.settle()
        self.form.input("title").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the document."""
        source: Candidate | None = values.pop("derived_from")
        values |= {"title": values["title"] or "", "derived_from_id": source.id if source else None}
        return work(save_document, self.desk.vault, replace(self._row, **values))

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """Nothing is made from itself."""
        source: Candidate | None = values["derived_from"]
        is_itself = source is not None and source.id == self._row.id
        return [Fault("derived_from", _("A document cannot be made from itself."))] if is_itself else []

    def _build(self) -> None:
        put = self.form.put
        put("title", N_("&Title"), TextInput())
        put("kind", N_("&Kind"), TermInput(terms_of("document-kinds"), N_("type part of it: record, ruling…")))
        put("dated", N_("&Dated"), WhenInput(N_("Dated"), self._zone))
        put("author", N_("A&uthor"), TextInput())
        put("addressee", N_("Addr&essee"), TextInput())
        put("language", N_("&Language"), TermInput(terms_of("languages")))
        put("exhibit", N_("E&xhibit no."), TextInput())
        put("address", N_("&Where it is"), TextInput(N_("web address, or where the paper is kept")))
        self.form.section(N_("How it came to us"))
        put("received", N_("Re&ceived"), WhenInput(N_("Received"), self._zone))
        put("received_from", N_("Received &from"), TextInput())
        put("received_how", N_("Received &how"), TermInput(terms_of("channels")))
        self.form.section(N_("What it is worth and who may see it"))
        put("original", N_("&Original or copy"), ChoiceInput(_originals))
        put("derived_from", N_("&Made from"), self._picker())
        put("derivation", N_("Made &as"), TermInput(terms_of("derivations")))
        put("privileged", N_("&Privileged"), ChoiceInput(yes_or_no))
        put("confidentiality", N_("Confide&ntiality"), ChoiceInput(terms_of("confidentialities")))
        put("tags", N_("Tags"), TagsInput(), is_wide=True)

    def _picker(self) -> RecordPicker:
        return RecordPicker(
            self.desk, Finder(documents_of(self._row.case_id)), N_("the document this one is a copy of")
        )

    def _zone(self) -> str:
        return self._zone_name


def open_document(desk: Desk, window: QWidget, case_id: str, document_id: str = "", then: Then | None = None) -> None:
    """Correct a document, or enter a source without a file; ``then`` is told its id when it is saved."""
    desk.read(window, partial(_read, case_id, document_id), partial(_show, desk, window, then))


def _show(desk: Desk, window: QWidget, then: Then | None, facts: DocumentFacts) -> None:
    editor = DocumentEditor(desk, facts, window)
    if then:
        editor.saved.connect(then)
    editor.open()


def _read(case_id: str, document_id: str, session: Session) -> DocumentFacts:
    empty = DocumentRow(id="", case_id=case_id, title="")
    row = fetch(session, DocumentRow, document_id) if document_id else empty
    zone = times.zone_of(fetch(session, CaseRow, row.case_id).jurisdiction)
    source = fetch(session, DocumentRow, row.derived_from_id) if row.derived_from_id else None
    return DocumentFacts(row, zone, candidate(source) if source else None)


def candidate(row: DocumentRow) -> Candidate:
    """A document as pickers show it."""
    return Candidate(Kind.DOCUMENT, row.id, row.title, labels.term("document-kinds", row.kind))


def _originals() -> list[Group]:
    return [Group("", [(True, _("Original")), (False, _("Copy"))])]
