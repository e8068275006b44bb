"""Opening the editors of events and of what ties them to each other and to documents."""

from functools import partial

from db.queries.records import fetch
from db.queries.timeline import line
from db.rows import CitationRow, DocumentRow, EventRow
from db.types import Bearing, Kind
from db.vault import Session
from desktop.ui import labels, times
from desktop.ui.claimed import Citable, read_citable
from desktop.ui.dialogs.editors.citation import CitationEditor
from desktop.ui.dialogs.editors.draft import EventDraft, EventFacts, read_facts
from desktop.ui.dialogs.editors.editor import Editor
from desktop.ui.dialogs.editors.event import EventEditor
from desktop.ui.dialogs.editors.link import LinkEditor
from desktop.ui.dialogs.editors.members import ACTING, MemberEditors, Then
from desktop.ui.inputs.finders import documents_of, events_of
from desktop.ui.inputs.picker import Candidate, Finder


class EventEditors(MemberEditors):
    """Opens editors over one window."""

    def open_event(
        self, case_id: str, event_id: str = "", draft: EventDraft | None = None, then: Then | None = None
    ) -> None:
        """Correct an event, or record a new one from what is known of it."""
        ask = partial(_event, case_id, event_id)
        self.desk.read(self.window, ask, partial(self._edit_event, draft, then))

    def open_link(self, case_id: str, event_id: str, then: Then | None = None) -> None:
        """Link an event to another one."""
        self.desk.read(self.window, partial(_event_candidate, event_id), partial(self._edit_link, case_id, then))

    def open_citation(self, case_id: str, row: CitationRow, target: str, then: Then | None = None) -> None:
        """Cite a document for a record called ``target`` (a row without an id), or correct a citation."""
        ask = partial(_cited, row, case_id)
        self.desk.read(self.window, ask, partial(self._edit_citation, case_id, row, target, then))

    def _edit_event(self, draft: EventDraft | None, then: Then | None, facts: EventFacts) -> None:
        case_id = facts.case.id
        finders = {kind: self.finder(case_id, kind) for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)}
        finders[Kind.DOCUMENT] = Finder(documents_of(case_id))
        editor = EventEditor(self.desk, facts, finders, self.finder(case_id, *ACTING), draft, self.window)
        self.desk.tasks.build(editor, editor.build()).call(partial(self.show_editor, editor, then))

    def _edit_link(self, case_id: str, then: Then | None, event: Candidate) -> None:
        self.show_editor(LinkEditor(self.desk, case_id, event, Finder(events_of(case_id, event.id)), self.window), then)

    def _edit_citation(
        self, case_id: str, row: CitationRow, target: str, then: Then | None, read: tuple[Candidate | None, Citable]
    ) -> None:
        document, citable = read
        finder = Finder(documents_of(case_id))
        editor = CitationEditor(self.desk, row, document, target, case_id, finder, citable, self.window)
        self.show_editor(editor, then)

    def show_editor(self, editor: Editor, then: Then | None) -> None:
        """Open it; ``then`` is told what was saved."""
        if then:
            editor.saved.connect(then)
        editor.open()


def new_citation(kind: Kind, target: str, document: str = "") -> CitationRow:
    """A citation for a record that is still to be written."""
    return CitationRow(
        id="", document_id=document, target_kind=kind.value, target_id=target, bearing=Bearing.SUPPORTS.value
    )


def _event(case_id: str, event_id: str, session: Session) -> EventFacts:
    return read_facts(session, case_id, event_id)


def _event_candidate(event_id: str, session: Session) -> Candidate:
    shown = line(session, event_id)
    event = shown.event if shown else fetch(session, EventRow, event_id)
    return Candidate(Kind.EVENT, event.id, labels.event(event), times.told_short(event.when))


def _cited(row: CitationRow, case_id: str, session: Session) -> tuple[Candidate | None, Citable]:
    return _document_candidate(row.document_id, session), read_citable(row, case_id, session)


def _document_candidate(document_id: str, session: Session) -> Candidate | None:
    if not document_id:
        return None
    row = fetch(session, DocumentRow, document_id)
    return Candidate(Kind.DOCUMENT, row.id, row.title, labels.term("document-kinds", row.kind))
