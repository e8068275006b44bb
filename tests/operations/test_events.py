"""Events with their participants in one step; links; the timeline that shows them."""

from dataclasses import replace
from typing import Any

import pytest

from db.queries import timeline
from db.queries.case_files import case_file
from db.queries.documents import links_of
from db.queries.event_filter import Filter
from db.queries.records import fetch
from db.rows import EventLinkRow, EventRow, ParticipationRow, PersonRow, PlaceRow
from db.types import Name
from db.vault import Vault
from desktop.errors import InputFaults
from desktop.logic import when
from desktop.operations.events import link_events, move_event, save_event, unlink_events
from desktop.operations.history import redo_last, undo_last
from desktop.operations.members import save_member

ALMATY = "Asia/Almaty"


@pytest.fixture
def person(vault: Vault) -> str:
    """A detainee."""
    return save_member(vault, PersonRow(id="", names=(Name("Қалас Нұрпейісов", "kk"),))).result


def event(case_id: str, at: str = "2022-01-05T20:00", **fields: Any) -> EventRow:
    """A detention at a time."""
    return EventRow(id="", case_id=case_id, kind="detention", when=when.parse(at, ALMATY), **fields)


def part(person: str, role: str = "detainee") -> ParticipationRow:
    """Somebody's part in an event."""
    return ParticipationRow(id="", event_id="", person_id=person, role=role)


def shown(vault: Vault, case_id: str, wanted: Filter | None = None) -> list[str | None]:
    """The titles of the timeline."""
    with vault.read() as session:
        return [line.event.title for line in timeline.page(session, case_id, wanted=wanted).rows]


def test_an_event_is_saved_with_its_participants_and_puts_them_on_file(vault: Vault, case_id: str, person: str) -> None:
    place = save_member(vault, PlaceRow(id="", names=(Name("Airport"),))).result
    saved = save_event(vault, event(case_id, place_id=place), [part(person)]).result
    with vault.read() as session:
        line = timeline.line(session, saved)
        file = case_file(session, case_id)
    assert line is not None
    assert [one.person.id for one in line.participants if one.person] == [person]
    assert {member.member_id for member in file.memberships} == {person, place}


def test_saving_again_keeps_adds_and_takes_out_participants(vault: Vault, case_id: str, person: str) -> None:
    saved = save_event(vault, event(case_id), [part(person), part(person, "victim")]).result
    with vault.read() as session:
        line = timeline.line(session, saved)
    assert line is not None
    kept = line.participants[0].participation
    row = replace(line.event, title="corrected")
    save_event(vault, row, [kept, part(person, "witness")])
    with vault.read() as session:
        line = timeline.line(session, saved)
    assert line is not None
    assert [one.participation.role for one in line.participants] == ["detainee", "witness"]
    assert line.participants[0].participation.id == kept.id


def test_one_undo_takes_back_the_whole_event(vault: Vault, case_id: str, person: str) -> None:
    save_event(vault, event(case_id), [part(person)])
    undo_last(vault)
    with vault.read() as session:
        file = case_file(session, case_id)
    assert (file.events, file.participations, file.memberships) == ([], [], [])
    redo_last(vault)
    with vault.read() as session:
        assert len(case_file(session, case_id).participations) == 1


@pytest.mark.parametrize(
    ("change", "place"),
    [({"kind": "abduction-by-aliens"}, "kind"), ({"until": when.parse("2022-01-04", ALMATY)}, "until")],
)
def test_a_faulty_event_is_refused_with_the_place_of_its_fault(
    vault: Vault, case_id: str, change: dict[str, str], place: str
) -> None:
    with pytest.raises(InputFaults) as refused:
        save_event(vault, replace(event(case_id), **change), [])
    assert [fault.place for fault in refused.value.faults] == [place]
    assert shown(vault, case_id) == []


def test_a_participant_is_somebody_in_some_role(vault: Vault, case_id: str, person: str) -> None:
    nobody = ParticipationRow(id="", event_id="", role="detainee")
    for wrong in (nobody, part(person, "hero")):
        with pytest.raises(InputFaults):
            save_event(vault, event(case_id), [wrong])


def test_the_timeline_runs_in_time_and_ends_with_the_undated(vault: Vault, case_id: str) -> None:
    save_event(vault, replace(event(case_id, title="undated"), when=None), [])
    save_event(vault, event(case_id, "2022-01", title="sometime in January"), [])
    save_event(vault, event(case_id, "../2021-12-31", title="before the year's end"), [])
    save_event(vault, event(case_id, "2022-01-05T20:00", title="at eight"), [])
    assert shown(vault, case_id) == ["before the year's end", "sometime in January", "at eight", "undated"]


def test_filters_narrow_by_person_text_kind_bounds_and_missing_source(vault: Vault, case_id: str, person: str) -> None:
    save_event(vault, event(case_id, "2022-01-05", title="arrest"), [part(person)])
    save_event(vault, replace(event(case_id, "2023-07-11", title="verdict", text="Жаңаөзен соты"), kind="verdict"), [])
    assert shown(vault, case_id, Filter(person_id=person)) == ["arrest"]
    assert shown(vault, case_id, Filter(text="VERD")) == ["verdict"]
    assert shown(vault, case_id, Filter(text="жаңаӨзен")) == ["verdict"]
    assert shown(vault, case_id, Filter(kinds=("verdict",))) == ["verdict"]
    assert shown(vault, case_id, Filter(earliest=1672531200)) == ["verdict"]
    assert shown(vault, case_id, Filter(latest=1672531200)) == ["arrest"]
    assert shown(vault, case_id, Filter(is_unsourced=True)) == ["arrest", "verdict"]


@pytest.mark.parametrize("is_newest_first", [False, True])
def test_pages_of_the_timeline_join_without_gap_or_repeat(vault: Vault, case_id: str, *, is_newest_first: bool) -> None:
    for number in range(7):
        save_event(vault, event(case_id, "2022-01-05", title=str(number)), [])
    save_event(vault, replace(event(case_id, title="undated"), when=None), [])
    seen: list[str | None] = []
    with vault.read() as session:
        key = None
        while True:
            page = timeline.page(session, case_id, after=key, limit=3, is_newest_first=is_newest_first)
            seen += [line.event.title for line in page.rows]
            if (key := page.next_key) is None:
                break
    expected = [*map(str, range(7)), "undated"]
    assert seen == (expected[::-1] if is_newest_first else expected)


def test_events_are_linked_both_ways_and_not_to_themselves(vault: Vault, case_id: str) -> None:
    first, second = (save_event(vault, event(case_id, title=title), []).result for title in ("complaint", "answer"))
    link = link_events(vault, EventLinkRow(id="", from_id=second, to_id=first, kind="answers"), case_id).result
    with vault.read() as session:
        assert [(one.other.title, one.is_outgoing) for one in links_of(session, first)] == [("answer", False)]
        assert [(one.other.title, one.is_outgoing) for one in links_of(session, second)] == [("complaint", True)]
        assert fetch(session, EventLinkRow, link).kind == "answers"
    with pytest.raises(InputFaults):
        link_events(vault, EventLinkRow(id="", from_id=first, to_id=first, kind="answers"), case_id)
    unlink_events(vault, link, case_id)
    with vault.read() as session:
        assert links_of(session, first) == []


def test_events_of_one_day_stand_in_the_order_given_them(vault: Vault, case_id: str) -> None:
    day = when.parse("2022-03-01", "Asia/Almaty")
    first, second, third = (
        save_event(vault, EventRow("", case_id, "other", when=day, title=title), []).result
        for title in ("search", "arrest", "questioning")
    )
    assert move_event(vault, third, -1).result
    assert move_event(vault, third, -1).result
    assert not move_event(vault, third, -1).result
    assert shown(vault, case_id, Filter(kinds=("other",))) == ["questioning", "search", "arrest"]
    undo_last(vault)
    assert shown(vault, case_id, Filter(kinds=("other",))) == ["search", "questioning", "arrest"]
    with vault.read() as session:
        pages = [timeline.page(session, case_id, wanted=Filter(kinds=("other",)), limit=2)]
        pages.append(timeline.page(session, case_id, wanted=Filter(kinds=("other",)), limit=2, after=pages[0].next_key))
    assert [line.event.id for one in pages for line in one.rows] == [first, third, second]
