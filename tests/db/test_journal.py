"""The journal: a chain whose every link and detail can be checked, and whose values can be erased."""

import shutil
from pathlib import Path

import pytest

from db.engine import open_engine
from db.errors import VaultDamaged
from db.journal import bulk_insert, decode, encode, erase, verify_chain, verify_details
from db.models import Case, Person
from db.models.event import Event
from db.types import Kind, Name
from db.vault import Vault
from tests.builders import open_vault


def fill(vault: Vault) -> None:
    """Three links: two records each."""
    for number in range(3):
        with vault.change("add-case") as change:
            change.session.add(Case(ref=f"KZ-{number}", title=f"case {number}"))
            change.session.add(Person(names=(Name(f"Тулеужан {number}", "kk"),)))


def tampered(vault: Vault, *statements: str) -> None:
    """Change the database the way someone with the key and another program would."""
    vault.close()
    engine = open_engine(vault.folder / "vault.db", vault.keys.subkey("database"), is_guarded=False)
    with engine.execution_options(writes=True).begin() as connection:
        for trigger in ("journal_no_update", "journal_no_delete", "journal_chain", "journal_detail_no_delete",
                        "journal_detail_erase_only"):  # fmt: skip
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


@pytest.mark.parametrize(
    ("attack", "link"),
    [
        ("UPDATE journal SET body = replace(body, 'A. Lawyer', 'Someone') WHERE seq = 2", 2),
        ("UPDATE journal SET prev = zeroblob(32) WHERE seq = 3", 3),
        ("UPDATE journal SET hash = zeroblob(32) WHERE seq = 1", 1),
        ("DELETE FROM journal WHERE seq = 2", 2),
        ("UPDATE journal SET seq = 9 WHERE seq = 3", 3),
    ],
)
def test_opening_names_the_first_link_that_was_tampered_with(vault: Vault, attack: str, link: int) -> None:
    fill(vault)
    tampered(vault, attack)
    with pytest.raises(VaultDamaged, match=f"^chain {link}$"):
        open_vault(vault.folder)


@pytest.mark.parametrize(
    ("attack", "link"),
    [
        ("UPDATE journal_detail SET after = replace(after, 'case 1', 'case X') WHERE seq = 2", 2),
        ("UPDATE journal_detail SET verb = 'edit' WHERE id = 1", 1),
        ("DELETE FROM journal_detail WHERE seq = 3", 3),
        ("UPDATE journal_detail SET seq = 7 WHERE seq = 3", 3),
        (("INSERT INTO journal_detail SELECT 99, 9, record_kind, record_id, verb, commitment, salt, before, after"
         " FROM journal_detail WHERE id = 1"), 9),
    ],
)  # fmt: skip
def test_a_detail_that_was_tampered_with_is_found(vault: Vault, attack: str, link: int) -> None:
    fill(vault)
    tampered(vault, attack)
    again = open_vault(vault.folder)
    with pytest.raises(VaultDamaged, match=f"^journal {link}$"), again.reading() as connection:
        verify_details(connection)
    again.close()


def test_erased_values_leave_the_journal_and_the_chain_still_verifies(vault: Vault, tmp_path: Path) -> None:
    with vault.change("add-person") as change:
        change.session.add(person := Person(names=(Name("Canary Kenarbay", "en"),)))
    with vault.change("erase", can_undo=False) as change:
        erase(change.connection, person.id)
        change.note(Kind.PERSON, person.id, "purge")
    with vault.reading() as connection:
        assert verify_chain(connection) == 2
        verify_details(connection)
        assert connection.exec_driver_sql("SELECT after FROM journal_detail WHERE seq = 1").scalar_one() is None
    shutil.rmtree(tmp_path / "none", ignore_errors=True)


def test_bulk_rows_are_what_the_session_would_have_written(vault: Vault) -> None:
    row = {"id": "01", "names": [{"text": "Қалас", "lang": "kk", "kind": "official"}], "sort_key": "калас",
           "citizenships": ["KZ"], "languages": [], "identity_documents": [], "addresses": [], "phones": [], "tags": [],
           "protected": "none"}  # fmt: skip
    with vault.change("import-case") as change:
        bulk_insert(change.connection, change.entry, Person, [row])
    with vault.read() as session:
        person = session.get_one(Person, "01")
        assert person.names == (Name("Қалас", "kk"),)
        assert person.citizenships == ("KZ",)
    with vault.reading() as connection:
        verify_details(connection)


def test_values_survive_the_way_into_the_journal_and_back() -> None:
    kind = Person.table().c.names.type
    names = (Name("Ұлжан", "kk", "alias"),)
    assert decode(kind, encode(kind, names)) == names
    assert encode(Event.table().c.title.type, None) is None
    assert decode(kind, None) is None


def test_setting_a_value_it_has_already_leaves_no_link(vault: Vault) -> None:
    fill(vault)
    with vault.change("edit-case") as change:
        for case in change.session.query(Case):
            case.title = str(case.title)
    with vault.reading() as connection:
        assert verify_chain(connection) == 3
