"""The door to every editor: reads what it needs in the vault's lane, then opens it over the window that asked.

``then`` is told the record's id when it is saved. Nothing here waits.
"""

from functools import partial

from db.queries.records import fetch
from db.queries.timeline import line
from db.rows import CaseRow, ChargeRow, CitationRow, DocumentRow, EventRow, PartyRow
from db.types import Bearing, Kind
from db.vault import Session
from desktop.ui import labels, times
from desktop.ui.dialogs.editors.case import CaseEditor
from desktop.ui.dialogs.editors.charge import ChargeEditor
from desktop.ui.dialogs.editors.citation import CitationEditor
from desktop.ui.dialogs.editors.draft import EventDraft, EventFacts, read_facts
from desktop.ui.dialogs.editors.editor import Editor
from desktop.ui.dialogs.editors.enrolment import EnrolmentEditor
from desktop.ui.dialogs.editors.event import EventEditor
from desktop.ui.dialogs.editors.link import LinkEditor
from desktop.ui.dialogs.editors.members import ACTING, MemberEditors, Then, read_candidate
from desktop.ui.dialogs.editors.party import PartyEditor
from desktop.ui.inputs.finders import documents_of, events_of
from desktop.ui.inputs.picker import Candidate, Finder


class Editors(MemberEditors):
    """Opens editors over one window."""

    def open_case(self, case_id: str = "", then: Then | None = None) -> None:
        """Correct a case, or open a new one."""
        if case_id:
            self.desk.read(self.window, partial(_case, case_id), partial(self._edit_case, then))
        else:
            self._edit_case(then, CaseRow(id="", ref="", title=""))

    def open_event(
        self, case_id: str, event_id: str = "", draft: EventDraft | None = None, then: Then | None = None
    ) -> None:
        """Correct an event, or record a new one from what is known of it."""
        ask = partial(_event, case_id, event_id)
        self.desk.read(self.window, ask, partial(self._edit_event, draft, then))

    def open_party(
        self, case_id: str, party_id: str = "", who: Candidate | None = None, then: Then | None = None
    ) -> None:
        """Give somebody a role in the case, or correct it."""
        self.desk.read(self.window, partial(_party, case_id, party_id, who), partial(self._edit_party, then))

    def open_charge(
        self, case_id: str, charge_id: str = "", whom: Candidate | None = None, then: Then | None = None
    ) -> None:
        """Write down a charge, or correct it."""
        self.desk.read(self.window, partial(_charge, case_id, charge_id, whom), partial(self._edit_charge, then))

    def open_link(self, case_id: str, event_id: str, then: Then | None = None) -> None:
        """Link an event to another one."""
        self.desk.read(self.window, partial(_event_candidate, event_id), partial(self._edit_link, case_id, then))

    def open_citation(self, case_id: str, row: CitationRow, target: str, then: Then | None = None) -> None:
        """Cite a document for a record called ``target`` (a row without an id), or correct a citation."""
        ask = partial(_document_candidate, row.document_id)
        self.desk.read(self.window, ask, partial(self._edit_citation, case_id, row, target, then))

    def open_enrolment(self, case_id: str, kind: Kind, then: Then | None = None) -> None:
        """Put somebody or something known already on file in the case."""
        everywhere = Finder(self.finder(None, kind).search, (kind,), partial(self.make, case_id))
        self._show(EnrolmentEditor(self.desk, case_id, kind, everywhere, self.window), then)

    def _edit_case(self, then: Then | None, row: CaseRow) -> None:
        self._show(CaseEditor(self.desk, row, self.window), then)

    def _edit_event(self, draft: EventDraft | None, then: Then | None, facts: EventFacts) -> None:
        case_id = facts.case.id
        finders = {kind: self.finder(case_id, kind) for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)}
        self._show(EventEditor(self.desk, facts, finders, self.finder(case_id, *ACTING), draft, self.window), then)

    def _edit_party(self, then: Then | None, read: tuple[PartyRow, Candidate | None, str]) -> None:
        row, who, zone = read
        self._show(PartyEditor(self.desk, row, who, self.finder(row.case_id, *ACTING), zone, self.window), then)

    def _edit_charge(self, then: Then | None, read: tuple[ChargeRow, Candidate | None, str]) -> None:
        row, whom, zone = read
        finder = self.finder(row.case_id, Kind.PERSON)
        self._show(ChargeEditor(self.desk, row, whom, finder, zone, self.window), then)

    def _edit_link(self, case_id: str, then: Then | None, event: Candidate) -> None:
        self._show(LinkEditor(self.desk, case_id, event, Finder(events_of(case_id, event.id)), self.window), then)

    def _edit_citation(
        self, case_id: str, row: CitationRow, target: str, then: Then | None, document: Candidate | None
    ) -> None:
        finder = Finder(documents_of(case_id))
        self._show(CitationEditor(self.desk, row, document, target, case_id, finder, self.window), then)

    def _show(self, editor: Editor, then: Then | None) -> None:
        if then:
            editor.saved.connect(then)
        editor.open()


def new_citation(kind: Kind, target: str, document: str = "") -> CitationRow:
    """A citation for a record that is still to be written."""
    return CitationRow(
        id="", document_id=document, target_kind=kind.value, target_id=target, bearing=Bearing.SUPPORTS.value
    )


def _case(case_id: str, session: Session) -> CaseRow:
    return fetch(session, CaseRow, case_id)


def _event(case_id: str, event_id: str, session: Session) -> EventFacts:
    return read_facts(session, case_id, event_id)


def _party(
    case_id: str, party_id: str, who: Candidate | None, session: Session
) -> tuple[PartyRow, Candidate | None, str]:
    row = fetch(session, PartyRow, party_id) if party_id else PartyRow(id="", case_id=case_id, role="")
    if row.person_id:
        who = read_candidate(Kind.PERSON, row.person_id, session)
    elif row.organisation_id:
        who = read_candidate(Kind.ORGANISATION, row.organisation_id, session)
    return row, who, _zone(case_id, session)


def _charge(
    case_id: str, charge_id: str, whom: Candidate | None, session: Session
) -> tuple[ChargeRow, Candidate | None, str]:
    empty = ChargeRow(id="", case_id=case_id, person_id="", article="")
    row = fetch(session, ChargeRow, charge_id) if charge_id else empty
    return row, read_candidate(Kind.PERSON, row.person_id, session) if row.person_id else whom, _zone(case_id, session)


def _event_candidate(event_id: str, session: Session) -> Candidate:
    shown = line(session, event_id)
    event = shown.event if shown else fetch(session, EventRow, event_id)
    return Candidate(Kind.EVENT, event.id, labels.event(event), times.told_short(event.when))


def _document_candidate(document_id: str, session: Session) -> Candidate | None:
    if not document_id:
        return None
    row = fetch(session, DocumentRow, document_id)
    return Candidate(Kind.DOCUMENT, row.id, row.title, labels.term("document-kinds", row.kind))


def _zone(case_id: str, session: Session) -> str:
    return times.zone_of(_case(case_id, session).jurisdiction)
