"""The vault as a whole: one door, one transaction, one journal."""

import pytest
from sqlalchemy import select

from db import search
from db.errors import RecordTaken, VaultInUse, WrongPassphrase
from db.journal import verify_chain, verify_details
from db.models import Case
from db.types import When
from db.vault import Vault
from tests.builders import CHEAP, TestClock, reopen

OPENED = When("2022-01-05", "Asia/Almaty", 1641319200, 1641405599)


def test_what_is_written_is_there_after_reopening(vault: Vault) -> None:
    with vault.change("add-case") as change:
        change.session.add(Case(ref="KZ-1", title="Airport", opened=OPENED))
    with reopen(vault).read() as session:
        assert session.scalars(select(Case)).one().opened == OPENED


def test_an_error_inside_a_change_takes_everything_back(vault: Vault) -> None:
    def fail_halfway() -> None:
        with vault.change("add-case") as change:
            change.session.add(Case(ref="KZ-1", title="Airport"))
            change.session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with vault.reading() as connection:
        assert verify_chain(connection) == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM 'case'").scalar_one() == 0


def test_the_journal_holds_who_when_where_and_what(vault: Vault) -> None:
    with vault.change("add-case") as change:
        change.session.add(Case(ref="KZ-1", title="Airport"))
    with vault.reading() as connection:
        body = connection.exec_driver_sql("SELECT body FROM journal").scalar_one()
        detail = connection.exec_driver_sql("SELECT verb, before, after FROM journal_detail").one()
    assert '"author":"A. Lawyer"' in body
    assert '"device":"laptop"' in body
    assert '"at":"2026-03-02T04:00:' in body
    assert detail.verb == "add"
    assert '"title":"Airport"' in detail.after


def test_an_edit_notes_only_the_columns_it_changed(vault: Vault) -> None:
    with vault.change("add-case") as change:
        change.session.add(case := Case(ref="KZ-1", title="Airport"))
    with vault.change("edit-case") as change:
        found = change.session.get_one(Case, case.id)
        found.title = "Almaty airport"
        found.ref = "KZ-1"
    with vault.reading() as connection:
        detail = connection.exec_driver_sql("SELECT before, after FROM journal_detail WHERE verb = 'edit'").one()
    assert (detail.before, detail.after) == ('{"title":"Airport"}', '{"title":"Almaty airport"}')


def test_a_change_that_changes_nothing_leaves_no_link(vault: Vault) -> None:
    with vault.change("nothing"):
        pass
    with vault.reading() as connection:
        assert verify_chain(connection) == 0


def test_a_second_opener_is_refused_and_the_first_undisturbed(vault: Vault) -> None:
    with pytest.raises(VaultInUse):
        Vault.open(vault.folder, "whatever", clock=TestClock(), floor=CHEAP)


def test_a_wrong_passphrase_leaves_the_vault_free_for_the_right_one(vault: Vault) -> None:
    vault.close()
    with pytest.raises(WrongPassphrase):
        Vault.open(vault.folder, "not the passphrase at all", clock=TestClock(), floor=CHEAP)
    assert reopen(vault).author == "A. Lawyer"


def test_a_taken_reference_is_a_typed_error_without_the_value(vault: Vault) -> None:
    for title in ("one", "two"):
        outcome = pytest.raises(RecordTaken, match=r"^case\.ref$") if title == "two" else None
        if outcome is None:
            with vault.change("add-case") as change:
                change.session.add(Case(ref="KZ-1", title=title))
        else:
            with outcome, vault.change("add-case") as change:
                change.session.add(Case(ref="KZ-1", title=title))


def test_search_follows_every_change(vault: Vault) -> None:
    with vault.change("add-case") as change:
        change.session.add(case := Case(ref="KZ-1", title="Ёлка в аэропорту"))
    with vault.change("edit-case") as change:
        change.session.get_one(Case, case.id).title = "Дело о вокзале"
    with vault.reading() as connection:
        assert search.find(connection, "елка") == []
        assert [hit.record_id for hit in search.find(connection, "вокз")] == [case.id]


@pytest.mark.parametrize(
    "attack",
    [
        "DELETE FROM journal", "UPDATE journal SET body = 'x'", "UPDATE OR IGNORE journal SET body = 'x'",
        "INSERT OR REPLACE INTO journal VALUES (1, zeroblob(32), 'x', zeroblob(32))",
        "REPLACE INTO journal VALUES (1, zeroblob(32), 'x', zeroblob(32))",
        "INSERT INTO journal VALUES (1, zeroblob(32), 'x', zeroblob(32)) ON CONFLICT(seq) DO UPDATE SET body = 'x'",
        "INSERT INTO journal VALUES (9, zeroblob(32), 'x', zeroblob(32))",
        "INSERT INTO journal VALUES (0, zeroblob(32), 'x', zeroblob(32))",
        "DROP TRIGGER journal_no_update", "DROP TABLE journal", "ALTER TABLE journal RENAME TO j",
        "PRAGMA writable_schema = 1", "DELETE FROM sqlite_master", "ATTACH 'x.db' AS x KEY ''",
        "UPDATE journal_detail SET after = 'x'", "UPDATE journal_detail SET verb = 'x'", "DELETE FROM journal_detail",
        "CREATE TABLE mine(x)", "PRAGMA journal_mode = WAL", "PRAGMA key = 'x'",
    ],
)  # fmt: skip
def test_history_cannot_be_rewritten_through_the_vault(vault: Vault, attack: str) -> None:
    with vault.change("add-case") as change:
        change.session.add(Case(ref="KZ-1", title="Airport"))
    with pytest.raises(Exception, match=r"append-only|authori[sz]ed|mismatch|next|constraint|CHECK|may not"):  # noqa: SIM117
        with vault.change("attack") as change:
            change.connection.exec_driver_sql(attack)
    with vault.reading() as connection:
        assert verify_chain(connection) == 1
        verify_details(connection)
