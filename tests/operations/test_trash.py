"""The trash keeps, restores, and destroys for good; what others need is not thrown away."""

import pytest

from db import search
from db.errors import RecordInUse
from db.journal import verify_chain, verify_details
from db.queries import trash
from db.queries.case_files import case_file
from db.rows import CaseRow, CitationRow, DocumentRow, EventRow, ParticipationRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.citations import remove_citation, save_citation
from desktop.operations.documents import save_document
from desktop.operations.events import save_event
from desktop.operations.history import undo_last
from desktop.operations.members import save_member
from desktop.operations.trash import purge_records, restore_record, trash_record

CANARY = "Кенарев"


@pytest.fixture
def person(vault: Vault, case_id: str) -> str:
    """Somebody on file whose name is easy to look for."""
    return save_member(vault, PersonRow(id="", names=(Name(CANARY, "ru"),)), case_id=case_id).result


def detention(vault: Vault, case_id: str, person: str) -> str:
    """An event that names the person."""
    row = EventRow(id="", case_id=case_id, kind="detention", title=f"Задержан {CANARY}")
    return save_event(vault, row, [ParticipationRow(id="", event_id="", person_id=person, role="detainee")]).result


def found(vault: Vault) -> list[str]:
    """What a search for the name finds."""
    with vault.reading() as connection:
        return [hit.record_kind for hit in search.find(connection, CANARY)]


def test_what_is_in_the_trash_is_in_no_list_and_no_search(vault: Vault, case_id: str, person: str) -> None:
    trash_record(vault, Kind.PERSON, person, case_id=case_id)
    assert found(vault) == []
    with vault.read() as session:
        assert case_file(session, case_id).persons == []
        assert [(line.kind, line.row.id) for line in trash.lines(session)] == [(Kind.PERSON, person)]


def test_restoring_and_undoing_both_bring_it_back(vault: Vault, person: str) -> None:
    trash_record(vault, Kind.PERSON, person)
    restore_record(vault, Kind.PERSON, person)
    assert found(vault) == ["person"]
    trash_record(vault, Kind.PERSON, person)
    undo_last(vault)
    assert found(vault) == ["person"]


def test_a_person_whom_an_event_names_is_not_thrown_away(vault: Vault, case_id: str, person: str) -> None:
    event = detention(vault, case_id, person)
    with pytest.raises(RecordInUse):
        trash_record(vault, Kind.PERSON, person)
    trash_record(vault, Kind.EVENT, event)
    trash_record(vault, Kind.PERSON, person)
    assert found(vault) == []


def test_restoring_an_event_restores_whom_it_names(vault: Vault, case_id: str, person: str) -> None:
    event = detention(vault, case_id, person)
    trash_record(vault, Kind.EVENT, event)
    trash_record(vault, Kind.PERSON, person)
    restore_record(vault, Kind.EVENT, event)
    assert sorted(found(vault)) == ["event", "person"]


def test_a_purge_leaves_no_trace_of_the_name_and_an_unbroken_chain(vault: Vault, case_id: str, person: str) -> None:
    event = detention(vault, case_id, person)
    assert purge_records(vault, [(Kind.EVENT, event), (Kind.PERSON, person)]).result == 4
    with vault.reading() as connection:
        for table in ("journal", "journal_detail", "passage", "person", "event", "participation"):
            for row in connection.exec_driver_sql(f"SELECT * FROM {table}"):
                assert CANARY not in str(tuple(row))
        assert connection.exec_driver_sql("SELECT count(*) FROM passage_index('кенарев')").scalar_one() == 0
        verify_chain(connection)
        verify_details(connection)


def test_a_purge_is_refused_while_something_else_needs_the_record(vault: Vault, case_id: str, person: str) -> None:
    detention(vault, case_id, person)
    with pytest.raises(RecordInUse):
        purge_records(vault, [(Kind.PERSON, person)])
    assert sorted(found(vault)) == ["event", "person"]


def test_purging_a_case_takes_its_events_documents_and_citations(vault: Vault, case_id: str, person: str) -> None:
    event = detention(vault, case_id, person)
    document = save_document(vault, DocumentRow(id="", case_id=case_id, title="Letter")).result
    cited = CitationRow(id="", document_id=document, target_kind="event", target_id=event, page="2")
    save_citation(vault, cited, case_id)
    kept = save_case(vault, CaseRow(id="", ref="other", title="Other")).result
    purge_records(vault, [(Kind.CASE, case_id)])
    with vault.reading() as connection:
        for table in ("event", "participation", "document", "citation", "membership"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0
        assert connection.exec_driver_sql('SELECT id FROM "case"').scalars().all() == [kept]


def test_a_citation_is_taken_back_and_returns_by_undo(vault: Vault, case_id: str, person: str) -> None:
    document = save_document(vault, DocumentRow(id="", case_id=case_id, title="Letter")).result
    row = CitationRow(id="", document_id=document, target_kind="person", target_id=person, quote="короткая цитата")
    citation = save_citation(vault, row, case_id).result
    remove_citation(vault, citation, case_id)
    undo_last(vault)
    with vault.read() as session:
        assert [one.id for one in case_file(session, case_id).citations] == [citation]
