"""Undo and redo are new changes that restore what the journal says, across restarts, and refuse to overwrite others."""

import pytest
from sqlalchemy import select

from db import undo
from db.errors import NothingToUndo, RecordInUse, RecordMoved
from db.journal import erase, verify_chain, verify_details
from db.models import Case, Charge, Citation, Document, Person
from db.types import Kind, Name, When
from db.vault import Vault
from tests.builders import reopen

DAY = When("2022-01-05", "Asia/Almaty", 1641319200, 1641405599)


def reverse(vault: Vault, *, is_redo: bool = False) -> str:
    """Undo or redo one step; returns its label."""
    with vault.reading() as connection:
        step = undo.next_redo(connection) if is_redo else undo.next_undo(connection)
    if step is None:
        raise NothingToUndo
    with vault.change(step.label, reverses=step.seq, is_redo=is_redo) as change:
        undo.reverse(change.connection, change.entry, step, is_redo=is_redo)
    return step.label


def add_case(vault: Vault, ref: str = "KZ-1") -> str:
    """Add a case; returns its id."""
    with vault.change("add-case") as change:
        change.session.add(case := Case(ref=ref, title="Airport", opened=DAY, tags=("torture", "пытки")))
    return case.id


def retitle(vault: Vault, case_id: str, title: str) -> None:
    """Edit a case."""
    with vault.change("edit-case") as change:
        change.session.get_one(Case, case_id).title = title


def titles(vault: Vault) -> list[str]:
    """The titles of all cases."""
    with vault.read() as session:
        return list(session.scalars(select(Case.title).order_by(Case.id)))


def test_undo_walks_back_and_redo_walks_forward_again(vault: Vault) -> None:
    case_id = add_case(vault)
    retitle(vault, case_id, "second")
    retitle(vault, case_id, "third")
    assert [reverse(vault) for _ in range(3)] == ["edit-case", "edit-case", "add-case"]
    assert titles(vault) == []
    assert [reverse(vault, is_redo=True) for _ in range(3)] == ["add-case", "edit-case", "edit-case"]
    assert titles(vault) == ["third"]


def test_a_record_that_comes_back_is_whole(vault: Vault) -> None:
    case_id = add_case(vault)
    reverse(vault)
    reverse(vault, is_redo=True)
    with vault.read() as session:
        case = session.get_one(Case, case_id)
        assert (case.opened, case.tags) == (DAY, ("torture", "пытки"))


def test_undo_reaches_back_across_a_restart(vault: Vault) -> None:
    add_case(vault)
    again = reopen(vault)
    assert reverse(again) == "add-case"
    assert titles(again) == []
    again.close()


def test_a_new_change_clears_what_could_be_redone(vault: Vault) -> None:
    case_id = add_case(vault)
    retitle(vault, case_id, "second")
    reverse(vault)
    retitle(vault, case_id, "other")
    with pytest.raises(NothingToUndo):
        reverse(vault, is_redo=True)
    assert reverse(vault) == "edit-case"
    assert titles(vault) == ["Airport"]


def test_nothing_to_undo_in_an_empty_vault(vault: Vault) -> None:
    with pytest.raises(NothingToUndo):
        reverse(vault)


def test_opening_a_document_is_no_step_of_undo(vault: Vault) -> None:
    case_id = add_case(vault)
    with vault.change("open-document", can_undo=False) as change:
        change.note(Kind.CASE, case_id, "open")
    assert reverse(vault) == "add-case"


def test_undo_is_refused_when_the_record_has_moved_on(vault: Vault) -> None:
    case_id = add_case(vault)
    retitle(vault, case_id, "second")
    with vault.change("sideways", can_undo=False) as change:
        change.session.get_one(Case, case_id).title = "moved"
    with pytest.raises(RecordMoved):
        reverse(vault)
    assert titles(vault) == ["moved"]


def test_undo_of_adding_is_refused_when_the_record_is_gone(vault: Vault) -> None:
    case_id = add_case(vault)
    with vault.change("gone", can_undo=False) as change:
        change.session.delete(change.session.get_one(Case, case_id))
    with pytest.raises(RecordMoved):
        reverse(vault)


def test_undo_of_adding_is_refused_while_a_foreign_key_holds_the_record(vault: Vault) -> None:
    with vault.change("add-person") as change:
        change.session.add(person := Person(names=(Name("Б. Кенжебаев", "ru"),)))
    case_id = add_case(vault)
    with vault.change("quiet", can_undo=False) as change:
        change.session.add(Charge(case_id=case_id, person_id=person.id, article="272"))
    with pytest.raises(RecordInUse):
        reverse(vault)
    assert titles(vault) == ["Airport"]


def test_undo_of_adding_is_refused_while_a_citation_holds_the_record(vault: Vault) -> None:
    case_id = add_case(vault)
    with vault.change("add-document", can_undo=False) as change:
        change.session.add(document := Document(case_id=case_id, title="Letter"))
    with vault.change("add-person") as change:
        change.session.add(person := Person(description="officer in mask no. 2"))
    with vault.change("cite", can_undo=False) as change:
        change.session.add(Citation(document_id=document.id, target_kind="person", target_id=person.id))
    with pytest.raises(RecordInUse):
        reverse(vault)


def test_undo_restores_a_removed_record(vault: Vault) -> None:
    case_id = add_case(vault)
    with vault.change("remove-case") as change:
        change.session.delete(change.session.get_one(Case, case_id))
    assert reverse(vault) == "remove-case"
    assert titles(vault) == ["Airport"]


def test_a_purge_is_a_wall(vault: Vault) -> None:
    case_id = add_case(vault)
    with vault.change("purge", can_undo=False) as change:
        change.purge(Kind.CASE, [case_id])
    with pytest.raises(NothingToUndo):
        reverse(vault)


def test_every_undo_and_redo_is_a_link_of_the_chain(vault: Vault) -> None:
    add_case(vault)
    reverse(vault)
    reverse(vault, is_redo=True)
    with vault.reading() as connection:
        assert verify_chain(connection) == 3
        verify_details(connection)


def test_nothing_can_be_redone_in_a_vault_that_only_looked(vault: Vault) -> None:
    with vault.change("open-document", can_undo=False) as change:
        change.note(Kind.CASE, "somebody", "open")
    with vault.reading() as connection:
        assert undo.next_redo(connection) is None


def test_what_was_erased_from_the_journal_cannot_be_undone(vault: Vault) -> None:
    case_id = add_case(vault)
    with vault.change("erase", can_undo=False) as change:
        erase(change.connection, case_id)
    with pytest.raises(NothingToUndo):
        reverse(vault)


def test_an_access_among_the_details_of_a_change_is_passed_over(vault: Vault) -> None:
    with vault.change("add-case") as change:
        change.session.add(case := Case(ref="KZ-1", title="Airport"))
        change.session.flush()
        change.note(Kind.CASE, case.id, "open")
    reverse(vault)
    with vault.read() as session:
        assert session.get(Case, case.id) is None
