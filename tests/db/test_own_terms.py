"""The own terms of a vault are in force from the moment it opens until it closes, and after every change of them."""

from dataclasses import replace
from pathlib import Path

from db import undo
from db.rows import TermRow
from db.types import Kind
from db.vault import Vault
from resources.vocabularies import in_force, vocabulary
from tests.builders import new_vault, open_vault, reopen

COLD = TermRow("", "methods", "cold-cell", {"en": "Cold cell"})


def add(vault: Vault) -> str:
    """Put the term into the vault."""
    with vault.change("add-term") as change:
        return change.put(COLD)


def test_a_term_counts_as_soon_as_it_is_added_and_until_it_is_removed(vault: Vault) -> None:
    term = add(vault)
    assert "cold-cell" in vocabulary("methods")
    with vault.change("remove-term") as change:
        change.remove(Kind.TERM, term)
    assert "cold-cell" not in vocabulary("methods")


def test_a_term_that_is_renamed_is_called_so_at_once(vault: Vault) -> None:
    term = add(vault)
    with vault.change("edit-term") as change:
        change.put(replace(COLD, id=term, labels={"en": "Cold room"}))
    assert vocabulary("methods")["cold-cell"].labels == {"en": "Cold room"}


def test_a_term_counts_only_while_its_vault_is_open(vault: Vault) -> None:
    add(vault)
    vault.close()
    assert "cold-cell" not in vocabulary("methods")
    again = open_vault(vault.folder)
    assert "cold-cell" in vocabulary("methods")
    again.close()


def test_undo_takes_a_term_out_of_force(vault: Vault) -> None:
    add(vault)
    with vault.reading() as connection:
        step = undo.next_undo(connection)
    assert step
    with vault.change(step.label, reverses=step.seq) as change:
        undo.reverse(change.connection, change.entry, step, is_redo=False)
    assert "cold-cell" not in vocabulary("methods")


def test_a_vault_that_closes_takes_only_its_own_terms_along(vault: Vault, tmp_path: Path) -> None:
    other = new_vault(tmp_path / "other")
    add(vault)
    other.close()
    assert "cold-cell" in vocabulary("methods")


def test_what_did_not_change_stays_the_same_thing(vault: Vault) -> None:
    add(vault)
    before = in_force()
    again = reopen(vault)
    add_nothing = TermRow("", "roles", "driver", {"en": "Driver"})
    assert in_force() == before
    with again.change("add-term") as change:
        change.put(add_nothing)
    assert in_force() != before
    again.close()
