"""Members an earlier version wrote down are sorted and found as those written down today."""

from typing import Any

import pytest

from db.queries import members
from db.rows import CaseRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Name
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.history import redo_last, undo_last
from desktop.operations.members import save_member
from desktop.operations.sort_keys import renew_sort_keys
from desktop.operations.vaults import open_vault
from tests.builders import CHEAP, PASSPHRASE, TestClock


def names(vault: Vault, row_type: Any = PersonRow, text: str = "") -> list[str]:
    """What a list of these shows."""
    with vault.read() as session:
        return [row.names[0].text for row in members.page(session, row_type, text=text).rows]


def forget_keys(vault: Vault) -> None:
    """Leave the keys as an earlier version made them."""
    with vault.aside() as connection:
        for table in ("person", "organisation", "place"):
            connection.exec_driver_sql(f"UPDATE {table} SET sort_key = 'old'")
        connection.exec_driver_sql("DELETE FROM setting WHERE name = 'sort-keys'")


@pytest.fixture
def named(vault: Vault) -> Vault:
    """A vault of an earlier version, with two of each."""
    save_case(vault, CaseRow(id="", ref="A", title="A"))
    for name in ("Яна", "Әсел"):
        for row_type in (OrganisationRow, PlaceRow, PersonRow):
            save_member(vault, row_type(id="", names=(Name(name),)))
    forget_keys(vault)
    return vault


def test_opening_makes_the_keys_of_an_earlier_version_anew(named: Vault) -> None:
    named.close()

    again = open_vault(named.folder, PASSPHRASE, clock=TestClock(), device="laptop", floor=CHEAP).result

    for row_type in (PersonRow, OrganisationRow, PlaceRow):
        assert names(again, row_type) == ["Әсел", "Яна"]
        assert names(again, row_type, "әсел") == ["Әсел"]
    assert renew_sort_keys(again).result == 0
    again.close()


def test_what_was_done_before_can_still_be_undone_and_done_again(named: Vault) -> None:
    assert renew_sort_keys(named).result == 6

    undo_last(named)
    assert names(named) == ["Яна"]
    redo_last(named)
    assert names(named) == ["Әсел", "Яна"]
