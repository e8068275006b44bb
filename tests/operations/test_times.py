"""The wall clock of a case: its jurisdiction's, else what its places and events name, else UTC."""

import pytest

from db.queries.records import fetch
from db.rows import CaseRow, EventRow, PlaceRow
from db.types import Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.operations.times import now_in, today_in, zone_of_case

MIDNIGHT = 1641405600  # 2022-01-05T18:00 UTC, midnight in Almaty


def case_in(vault: Vault, jurisdiction: str) -> str:
    """A case under some law."""
    return save_case(vault, CaseRow("", jurisdiction, "Case", jurisdiction=jurisdiction)).result


def zone(vault: Vault, case: str) -> str:
    """The zone of a case."""
    with vault.read() as session:
        return zone_of_case(session, fetch(session, CaseRow, case))


@pytest.mark.parametrize(("jurisdiction", "expected"), [("kz", "Asia/Almaty"), ("atlantis", "UTC")])
def test_a_case_keeps_the_time_of_its_jurisdiction_else_utc(vault: Vault, jurisdiction: str, expected: str) -> None:
    assert zone(vault, case_in(vault, jurisdiction)) == expected


def test_where_the_jurisdiction_is_not_known_the_places_and_events_tell(vault: Vault) -> None:
    case = case_in(vault, "atlantis")
    save_member(vault, PlaceRow("", (Name("A"),), zone="Europe/Rome"), case_id=case)
    assert zone(vault, case) == "Europe/Rome"
    for _number in range(2):
        save_event(vault, EventRow("", case, "other", when.parse("2022", "Asia/Tokyo")), [])
    assert zone(vault, case) == "Asia/Tokyo"
    assert zone(vault, case_in(vault, "kz")) == "Asia/Almaty"


def test_a_moment_is_told_at_the_wall_clock_of_the_case(vault: Vault) -> None:
    with vault.read() as session:
        case = CaseRow("", "R", "Case", jurisdiction="kz")
        assert now_in(session, case, MIDNIGHT).edtf == "2022-01-06T00:00"
        assert today_in(session, case, MIDNIGHT).edtf == "2022-01-06"
        assert today_in(session, case, MIDNIGHT - 60).edtf == "2022-01-05"
