"""Stays stand as events and participations do, whoever writes those and however they change."""

from dataclasses import replace
from typing import Any

import pytest
from alembic import command

from db.engine import open_engine
from db.integrity import dangling_references
from db.migrate import configuration
from db.queries.conflicts import FOR_EVER
from db.queries.records import fetch, live
from db.queries.timeline import participations_of
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow
from db.stays import stays_out_of_step
from db.types import Kind, Name, When
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.history import redo_last, undo_last
from desktop.operations.members import save_member
from desktop.operations.merging import merge_members
from desktop.operations.trash import purge_records, restore_record, trash_record
from tests.builders import open_vault, reopen

Told = set[tuple[str, str, str, str, bool, int, int]]


class Room:
    """A vault with a case and two people."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.case = save_case(vault, CaseRow(id="", ref="A", title="A")).result
        self.askar, self.bolat = (
            save_member(vault, PersonRow(id="", names=(Name(name),))).result for name in ("Askar", "Bolat")
        )

    def event(self, *people: str, **known: Any) -> str:
        """An event of the first ten seconds, with these people in it."""
        row = EventRow(id="", case_id=self.case, kind="custody", when=_at(0, 10), **known)
        return save_event(self.vault, row, [_part(person) for person in people]).result

    def edit(self, event: str, **changes: Any) -> None:
        """Change an event and leave those in it."""
        with self.vault.read() as session:
            row, parts = fetch(session, EventRow, event), participations_of(session, event)
        save_event(self.vault, replace(row, **changes), parts)

    def stays(self) -> Told:
        """The stays in the vault, in words; they have to be what its records make."""
        with self.vault.reading() as connection:
            assert stays_out_of_step(connection) == 0
            found = connection.exec_driver_sql(
                "SELECT w.case_id, w.person_id, y.kind, y.role, y.is_open, s.start, s.until FROM stay s"
                " JOIN stay_person w ON w.id = s.who JOIN stay_way y ON y.id = s.way"
            ).all()
        told: Told = {(row[0], row[1], row[2], row[3], bool(row[4]), row[5], row[6]) for row in found}
        assert told == self._made()
        return told

    def _made(self) -> Told:
        with self.vault.read() as session:
            events = {row.id: row for row in live(session, EventRow) if row.when}
            parts = [row for row in live(session, ParticipationRow) if row.person_id and row.event_id in events]
        return {
            (row.case_id, part.person_id or "", row.kind, part.role, row.until is None, *_bounds(row))
            for part in parts
            for row in [events[part.event_id]]
        }


def _at(first: int | None, last: int | None) -> When:
    return When("1970-01-01", "UTC", first, last)


def _part(person: str, role: str = "detainee") -> ParticipationRow:
    return ParticipationRow(id="", event_id="", role=role, person_id=person)


def _bounds(row: EventRow) -> tuple[int, int]:
    end = row.until or row.when
    earliest = row.when.earliest if row.when else None
    return (-FOR_EVER if earliest is None else earliest, FOR_EVER if end is None or end.latest is None else end.latest)


@pytest.fixture
def room(vault: Vault) -> Room:
    """A vault with a case and two people."""
    return Room(vault)


def test_everybody_in_an_event_with_a_time_has_a_stay(room: Room) -> None:
    room.event(room.askar, room.bolat)
    room.event(room.askar, until=_at(20, None))

    assert len(room.stays()) == 3


def test_an_edited_event_moves_its_stays(room: Room) -> None:
    event = room.event(room.askar)

    for changes in ({"when": _at(5, 500_000)}, {"until": _at(7, 9)}, {"kind": "hearing"}, {"until": None}):
        room.edit(event, **changes)
        assert len(room.stays()) == 1
    room.edit(event, when=None)

    assert room.stays() == set()


def test_who_comes_goes_and_changes_roles_has_stays_accordingly(room: Room) -> None:
    event = room.event(room.askar)
    with room.vault.read() as session:
        row, (part,) = fetch(session, EventRow, event), participations_of(session, event)

    for parts in ([replace(part, role="witness")], [part, _part(room.bolat)], [_part(room.bolat, "judge")], []):
        save_event(room.vault, row, parts)
        assert len(room.stays()) == len(parts)


def test_one_of_two_equal_roles_taken_out_leaves_the_stay(room: Room) -> None:
    event = room.event(room.askar, room.askar)
    with room.vault.read() as session:
        row, parts = fetch(session, EventRow, event), participations_of(session, event)

    save_event(room.vault, row, parts[:1])

    assert len(room.stays()) == 1


def test_the_trash_takes_stays_out_and_restoring_brings_them_back(room: Room) -> None:
    event = room.event(room.askar)

    trash_record(room.vault, Kind.EVENT, event)
    assert room.stays() == set()
    restore_record(room.vault, Kind.EVENT, event)
    assert len(room.stays()) == 1
    trash_record(room.vault, Kind.EVENT, event)
    purge_records(room.vault, [(Kind.EVENT, event)])
    assert room.stays() == set()


def test_undo_and_redo_move_stays_with_what_they_restore(room: Room) -> None:
    event = room.event(room.askar)
    room.edit(event, when=_at(5, 6))
    counts: list[int] = []

    for turn in (undo_last, undo_last, redo_last, redo_last):
        turn(room.vault)
        counts.append(len(room.stays()))

    assert counts == [1, 0, 1, 1]


def test_two_people_merged_have_the_stays_of_both(room: Room) -> None:
    room.event(room.askar)
    room.event(room.bolat)

    merge_members(room.vault, Kind.PERSON, room.askar, room.bolat)

    assert {stay[1] for stay in room.stays()} == {room.askar}


def test_a_vault_of_an_earlier_version_gets_the_stays_on_file(room: Room) -> None:
    room.event(room.askar, until=_at(20, None))
    before = room.stays()
    room.vault.close()
    path = room.vault.folder / "vault.db"
    engine = open_engine(path, room.vault.keys.subkey("database"), is_guarded=False)
    with engine.execution_options(writes=True).begin() as connection:
        command.downgrade(configuration(connection), "0003")
    engine.dispose()

    room.vault = open_vault(room.vault.folder)

    assert room.stays() == before
    room.vault.close()


def test_verifying_finds_a_stay_that_no_record_makes(room: Room) -> None:
    room.event(room.askar)
    with room.vault.aside() as connection:
        connection.exec_driver_sql("UPDATE stay SET until = until + 1")

    room.vault = reopen(room.vault)

    with room.vault.reading() as connection:
        assert list(dangling_references(connection)) == ["stay"]
    room.vault.close()
