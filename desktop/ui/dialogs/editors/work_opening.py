"""Opening the editors of relations, consents, tasks, notes and figures over the window of other editors."""

from functools import partial
from typing import Any

from db.queries.records import ROWS, fetch
from db.rows import CaseRow, ConsentRow, DocumentRow, IndicatorRow, NoteRow, RelationRow, TaskRow
from db.types import Kind
from db.vault import Session
from desktop.ui import labels, times
from desktop.ui.dialogs.editors.consent import ConsentEditor, ConsentFacts
from desktop.ui.dialogs.editors.indicator import IndicatorEditor, IndicatorFacts
from desktop.ui.dialogs.editors.members import ACTING, Then, read_candidate
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.relation import RelationEditor, RelationFacts
from desktop.ui.dialogs.editors.remarks import NoteEditor, RemarkFacts, TaskEditor
from desktop.ui.inputs.finders import documents_of
from desktop.ui.inputs.picker import Candidate, Finder


def open_relation(editors: Editors, row: RelationRow, then: Then | None = None) -> None:
    """Correct a relation, or write a new one from what ``row`` (without an id) says already."""
    editors.desk.read(editors.window, partial(_relation, row), partial(_edit_relation, editors, then))


def open_consent(editors: Editors, row: ConsentRow, then: Then | None = None) -> None:
    """Correct a consent, or write a new one."""
    editors.desk.read(editors.window, partial(_consent, row), partial(_edit_consent, editors, then))


def open_remark(editors: Editors, row: TaskRow | NoteRow, then: Then | None = None) -> None:
    """Correct a task or a note, or write a new one."""
    editors.desk.read(editors.window, partial(_remark, row), partial(_edit_remark, editors, then))


def open_indicator(editors: Editors, row: IndicatorRow, then: Then | None = None) -> None:
    """Correct a figure, or write a new one."""
    editors.desk.read(editors.window, partial(_indicator, row), partial(_edit_indicator, editors, then))


def _edit_relation(editors: Editors, then: Then | None, facts: RelationFacts) -> None:
    finder = editors.finder(facts.row.case_id, *ACTING)
    editors.show_editor(RelationEditor(editors.desk, facts, finder, editors.window), then)


def _edit_consent(editors: Editors, then: Then | None, facts: ConsentFacts) -> None:
    case = facts.row.case_id
    persons, documents = editors.finder(case, Kind.PERSON), Finder(documents_of(case))
    editors.show_editor(ConsentEditor(editors.desk, facts, persons, documents, editors.window), then)


def _edit_remark(editors: Editors, then: Then | None, facts: RemarkFacts) -> None:
    made = TaskEditor if isinstance(facts.row, TaskRow) else NoteEditor
    editors.show_editor(made(editors.desk, facts, editors.window), then)


def _edit_indicator(editors: Editors, then: Then | None, facts: IndicatorFacts) -> None:
    finder = Finder(documents_of(facts.row.case_id))
    editors.show_editor(IndicatorEditor(editors.desk, facts, finder, editors.window), then)


def _relation(row: RelationRow, session: Session) -> RelationFacts:
    row = fetch(session, RelationRow, row.id) if row.id else row
    first = _candidate(session, row.person_id, row.organisation_id)
    other = _candidate(session, row.other_person_id, row.other_organisation_id)
    return RelationFacts(row, first, other, zone_of_case(session, row.case_id))


def _consent(row: ConsentRow, session: Session) -> ConsentFacts:
    row = fetch(session, ConsentRow, row.id) if row.id else row
    who = _candidate(session, row.person_id, None)
    return ConsentFacts(row, who, _document(session, row.document_id), zone_of_case(session, row.case_id))


def _remark(row: TaskRow | NoteRow, session: Session) -> RemarkFacts:
    if row.id:
        row = fetch(session, type(row), row.id)
    about = named_target(session, row.target_kind, row.target_id)
    return RemarkFacts(row, about, zone_of_case(session, row.case_id))


def _indicator(row: IndicatorRow, session: Session) -> IndicatorFacts:
    row = fetch(session, IndicatorRow, row.id) if row.id else row
    return IndicatorFacts(row, _document(session, row.document_id), zone_of_case(session, row.case_id))


def zone_of_case(session: Session, case_id: str) -> str:
    """The clock a case is told by."""
    return times.zone_of(fetch(session, CaseRow, case_id).jurisdiction)


def named_target(session: Session, kind: str | None, record: str | None) -> str:
    """What a task or note is about, in words; empty for the case itself."""
    if not kind or not record:
        return ""
    row: Any = fetch(session, ROWS[Kind(kind)], record)
    if Kind(kind) in {Kind.PERSON, Kind.ORGANISATION, Kind.PLACE}:
        return labels.member(row)
    if Kind(kind) is Kind.EVENT:
        return labels.event(row)
    return getattr(row, "title", None) or labels.kind_name(Kind(kind))


def _candidate(session: Session, person: str | None, organisation: str | None) -> Candidate | None:
    if person:
        return read_candidate(Kind.PERSON, person, session)
    return read_candidate(Kind.ORGANISATION, organisation, session) if organisation else None


def _document(session: Session, record: str | None) -> Candidate | None:
    row = fetch(session, DocumentRow, record) if record else None
    return Candidate(Kind.DOCUMENT, row.id, row.title) if row else None
