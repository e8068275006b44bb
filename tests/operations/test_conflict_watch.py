"""Whoever changed what: the watch finds what searching everything finds, and reads only what changed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from db.queries.case_changes import MOST, brought_up_to_date, changes_since, journal_head
from db.queries.case_files import case_file
from db.rows import CaseRow, CitationRow, DocumentRow, EventLinkRow, EventRow, ParticipationRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.citations import remove_citation, save_citation
from desktop.operations.conflict_watch import ConflictWatch
from desktop.operations.conflicts import decide_conflicts, find_conflicts
from desktop.operations.documents import save_document
from desktop.operations.events import link_events, save_event, unlink_events
from desktop.operations.history import redo_last, undo_last
from desktop.operations.members import save_member
from desktop.operations.merging import merge_members
from desktop.operations.trash import purge_records, restore_record, trash_record

ZONE = "Asia/Almaty"


class Watched:
    """A vault with a case: a man in a ward on the day he is accused of acting at the airport, and a witness."""

    def __init__(self, vault: Vault) -> None:
        self.vault, self.watch = vault, ConflictWatch()
        self.case = save_case(vault, CaseRow(id="", ref="A", title="A")).result
        self.askar, self.bolat = (
            save_member(vault, PersonRow(id="", names=(Name(name),)), case_id=self.case).result
            for name in ("Askar", "Bolat")
        )
        self.ward, self.airport = (
            save_member(vault, PlaceRow(id="", names=(Name(name),))).result for name in ("Ward", "Airport")
        )
        self.stay = self.event("hospital-stay", "2022-01-04", self.ward, until=when.parse("2022-01-09", ZONE))
        self.act = self.event("alleged-offence", "2022-01-05", self.airport)
        self.letter = save_document(vault, DocumentRow(id="", case_id=self.case, title="Letter")).result
        with vault.read() as session:
            self.file, self.head = case_file(session, self.case), journal_head(session)

    def event(self, kind: str, day: str, place: str | None = None, *people: str, **known: Any) -> str:
        """An event of a day, with the man in it or those named."""
        row = EventRow(id="", case_id=self.case, kind=kind, when=when.parse(day, ZONE), place_id=place, **known)
        parts = [ParticipationRow(id="", event_id="", role="accused", person_id=one) for one in people or (self.askar,)]
        return save_event(self.vault, row, parts).result

    def row(self, part: str, record: str) -> Any:
        """A record as it is in the case."""
        with self.vault.read() as session:
            return next(row for row in getattr(case_file(session, self.case), part) if row.id == record)

    def save(self, part: str, record: str, **changes: Any) -> None:
        """Change an event, a person or a place."""
        row = replace(self.row(part, record), **changes)
        if part == "events":
            with self.vault.read() as session:
                known = [one for one in case_file(session, self.case).participations if one.event_id == record]
            save_event(self.vault, row, known)
        else:
            save_member(self.vault, row)

    def agrees(self) -> list[str]:
        """The rules of what is found; the file and the conflicts are those of reading and searching everything."""
        with self.vault.read() as session:
            changes = changes_since(session, self.head)
            assert changes is not None
            self.file = brought_up_to_date(session, self.file, changes.changed)
            self.head = changes.head
            assert self.file == case_file(session, self.case)
            found, whole = self.watch.find(self.case, session), find_conflicts(session, self.case)
            assert found == whole
        return [finding.conflict.rule for finding in found.findings]


@pytest.fixture
def watched(vault: Vault) -> Watched:
    """The case, looked at once."""
    made = Watched(vault)
    assert made.agrees() == ["two-places"]
    return made


def cite(watched: Watched, **known: Any) -> str:
    """The letter told of the stay."""
    row = CitationRow(id="", document_id=watched.letter, target_kind="event", target_id=watched.stay, **known)
    return save_citation(watched.vault, row, watched.case).result


def test_edits_of_every_kind_are_followed(watched: Watched) -> None:
    vault, case = watched.vault, watched.case
    other = watched.event("hearing", "2022-01-06", watched.airport, watched.bolat)
    found: list[str] = []
    cited: list[str] = []
    steps: list[Callable[[], object]] = [
        lambda: watched.save("events", watched.act, when=when.parse("2022-02-01", ZONE)),
        lambda: watched.save("events", watched.act, when=when.parse("2022-01-06", ZONE), place_id=None),
        lambda: watched.save("events", watched.act, place_id=watched.airport),
        lambda: cited.append(cite(watched, page="2", bearing="contradicts")),
        lambda: remove_citation(vault, cited[0], case),
        lambda: cited.append(cite(watched, field="when", value="2022-03-01")),
        lambda: save_document(vault, replace(watched.row("documents", watched.letter), dated=when.parse("2021", ZONE))),
        lambda: watched.save("places", watched.airport, parent_id=watched.ward),
        lambda: watched.save("places", watched.airport, parent_id=None, latitude=43.0, longitude=77.0),
        lambda: watched.save("persons", watched.askar, deceased=when.parse("2022-01-01", ZONE)),
        lambda: cited.append(
            link_events(vault, EventLinkRow(id="", from_id=other, to_id=watched.act, kind="contradicts"), case).result
        ),
        lambda: merge_members(vault, Kind.PERSON, watched.askar, watched.bolat),
        lambda: undo_last(vault),
        lambda: redo_last(vault),
        lambda: undo_last(vault),
        lambda: unlink_events(vault, cited[2], case),
        lambda: trash_record(vault, Kind.EVENT, watched.act),
        lambda: restore_record(vault, Kind.EVENT, watched.act),
        lambda: trash_record(vault, Kind.DOCUMENT, watched.letter),
        lambda: undo_last(vault),
        lambda: trash_record(vault, Kind.EVENT, other),
        lambda: purge_records(vault, [(Kind.EVENT, other)]),
        lambda: save_case(vault, replace(watched.file.case, title="B")),
    ]
    for step in steps:
        step()
        found += watched.agrees()

    assert {"two-places", "claims", "source-against-record", "after-death", "accounts"} <= set(found)


def test_a_decision_shows_and_another_case_changes_nothing(watched: Watched) -> None:
    with watched.vault.read() as session:
        before = watched.watch.find(watched.case, session)
        assert watched.watch.find(watched.case, session) is before
    decide_conflicts(watched.vault, watched.case, before.findings, "accepted")
    assert watched.agrees() == ["two-places"]
    other = save_case(watched.vault, CaseRow(id="", ref="B", title="B")).result
    row = EventRow(id="", case_id=other, kind="hearing", when=when.parse("2022", ZONE))
    save_event(watched.vault, row, [])

    assert watched.agrees() == ["two-places"]
    with watched.vault.read() as session:
        assert watched.watch.find(watched.case, session).findings[0].status == "accepted"


def test_many_changes_are_no_reason_to_read_them_one_by_one(watched: Watched) -> None:
    rows = [PersonRow(id="", names=(Name(str(number)),)) for number in range(MOST + 1)]
    with watched.vault.change("add-person") as change:
        for row in rows:
            change.put(row, sort_key="")
    with watched.vault.read() as session:
        assert changes_since(session, watched.head) is None
        assert watched.watch.find(watched.case, session) == find_conflicts(session, watched.case)


def test_of_many_cases_the_last_two_are_remembered(watched: Watched) -> None:
    cases = [save_case(watched.vault, CaseRow(id="", ref=ref, title=ref)).result for ref in ("B", "C")]
    with watched.vault.read() as session:
        first = watched.watch.find(watched.case, session)
        found = [watched.watch.find(case, session) for case in cases]

        assert watched.watch.find(cases[1], session) is found[1]
        assert watched.watch.find(watched.case, session) is not first


def test_nothing_is_kept_of_a_vault_that_is_closed(watched: Watched) -> None:
    watched.watch.forget()
    with watched.vault.read() as session:
        found = [watched.watch.find(watched.case, session) for _turn in range(2)]

    assert found[0] == found[1]
    assert found[0] is not found[1]
