"""The custody of a person: a chain of stays with days, gaps, overlaps and what nobody acknowledged."""

from dataclasses import replace
from typing import Any

from db.case_file import CaseFile
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow
from desktop.logic import when
from desktop.logic.custody import Custody, custody_of, held_persons

ALMATY = "Asia/Almaty"
NOW = when.parse("2022-03-01T12:00", ALMATY).earliest or 0


def event(
    name: str, kind: str, begins: str | None, ends: str | None = None, place: str = "l1", **fields: Any
) -> EventRow:
    """An event with its times at Almaty."""
    first, last = (when.parse(text, ALMATY) if text else None for text in (begins, ends))
    return EventRow(name, "c", kind, when=first, until=last, place_id=place, fields=fields)


def chain(*events: EventRow, role: str = "detainee") -> Custody:
    """The custody of somebody who took part in these events."""
    return custody_of(file_of(*events, role=role), "p", NOW)


def file_of(*events: EventRow, role: str = "detainee") -> CaseFile:
    """A case of these events, all with the same person."""
    parts = [ParticipationRow(f"r{number}", one.id, role, "p") for number, one in enumerate(events)]
    return CaseFile(CaseRow("c", "R", "T"), persons=[PersonRow("p")], events=events, participations=parts)


def test_a_stay_counts_its_first_and_last_day_or_leaves_the_last_out() -> None:
    stay = chain(event("e1", "detention", "2022-01-05T20:00", "2022-01-07")).stays[0]
    assert (stay.days, stay.days_exclusive) == ((3, 3), (2, 2))


def test_an_uncertain_beginning_gives_a_range_of_days() -> None:
    stay = chain(event("e1", "detention", "2022-01-05/2022-01-06", "2022-01-08T10:00")).stays[0]
    assert stay.days == (3, 4)


def test_a_stay_without_an_end_ends_with_the_next_or_the_release() -> None:
    custody = chain(
        event("e1", "detention", "2022-01-05T20:00"),
        event("e2", "custody", "2022-01-07T20:00", place="l2"),
        event("e3", "release", "2022-01-20T10:00"),
    )
    assert [(stay.ended_by, stay.days) for stay in custody.stays] == [("e2", (3, 3)), ("e3", (14, 14))]
    assert (custody.breaks, custody.total, custody.is_running) == ([], (16, 16), False)


def test_what_still_runs_is_counted_to_now() -> None:
    custody = chain(event("e1", "custody", "2022-02-27T10:00"))
    assert (custody.stays[0].days, custody.is_running) == ((3, 3), True)


def test_a_transfer_ends_a_stay() -> None:
    custody = chain(event("e1", "custody", "2022-01-05"), event("e2", "transfer", "2022-01-09T08:00"))
    assert custody.stays[0].ended_by == "e2"


def test_time_between_two_stays_that_nothing_explains_is_a_gap() -> None:
    gap = chain(
        event("e1", "detention", "2022-01-05", "2022-01-07"), event("e2", "custody", "2022-01-12", "2022-01-20")
    ).breaks[0]
    assert (gap.is_overlap, gap.is_certain, gap.days) == (False, True, (4, 6))


def test_a_release_explains_the_time_between_two_stays() -> None:
    assert not chain(
        event("e1", "detention", "2022-01-05", "2022-01-07"),
        event("e2", "release", "2022-01-07T20:00"),
        event("e3", "custody", "2022-01-12", "2022-01-20"),
    ).breaks


def test_two_places_at_once_overlap_and_no_day_counts_twice() -> None:
    custody = chain(
        event("e1", "custody", "2022-01-05", "2022-01-20"),
        event("e2", "custody", "2022-01-10", "2022-01-25", place="l2"),
    )
    assert [(found.is_overlap, found.is_certain) for found in custody.breaks] == [(True, True)]
    assert custody.total == (21, 21)


def test_the_way_from_one_place_to_another_is_no_gap() -> None:
    assert not chain(
        event("e1", "detention", "2022-01-05T20:00", "2022-01-07T10:00"),
        event("e2", "custody", "2022-01-07T22:00", "2022-01-20", place="l2"),
    ).breaks


def test_a_detention_nobody_acknowledged_stands_out() -> None:
    custody = chain(event("e1", "detention", "2022-01-05", "2022-01-06", acknowledged=False))
    assert custody.stays[0].is_unacknowledged


def test_a_hospital_counts_only_under_guard() -> None:
    free, guarded = (
        chain(event("e1", "hospital-stay", "2022-01-05", "2022-01-09", under_guard=is_so)) for is_so in (False, True)
    )
    assert (len(free.stays), len(guarded.stays)) == (0, 1)


def test_who_only_carried_out_a_detention_is_not_held() -> None:
    custody = chain(event("e1", "detention", "2022-01-05", "2022-01-06"), role="official")
    assert (custody.stays, custody.total) == ([], None)
    assert held_persons(file_of(event("e1", "detention", "2022-01-05"))) == ["p"]
    assert held_persons(file_of(event("e1", "detention", "2022-01-05"), role="official")) == []


def test_an_unbounded_stay_has_no_count_and_makes_no_gap() -> None:
    custody = chain(
        event("e1", "detention", "2022-01-05", "2022-01-07/.."), event("e2", "custody", "2022-02-12", "2022-02-20")
    )
    assert custody.stays[0].days is None
    assert not custody.breaks
    assert custody.total is not None


def test_undated_events_are_left_out() -> None:
    assert not chain(event("e1", "detention", None)).stays


def test_an_overlap_that_hangs_on_an_uncertain_time_is_only_possible() -> None:
    found = chain(
        event("e1", "custody", "2022-01-05", "2022-01-08/2022-01-14"),
        event("e2", "custody", "2022-01-10", "2022-01-25", place="l2"),
    ).breaks[0]
    assert (found.is_overlap, found.is_certain, found.days) == (True, False, (0, 5))


def test_a_release_in_an_uncertain_month_ends_the_stay() -> None:
    custody = chain(event("e1", "detention", "2022-01-05T20:00"), event("e2", "release", "2022-01"))
    assert (custody.stays[0].ended_by, custody.stays[0].days, custody.is_running) == ("e2", (1, 27), False)


def test_an_uncertain_release_ends_one_stay_and_no_later_than_the_next_begins() -> None:
    custody = chain(
        event("e1", "detention", "2022-01-05T20:00"),
        event("e2", "release", "2022-01"),
        event("e3", "detention", "2022-01-20T10:00", place="l2"),
    )
    assert [(stay.ended_by, stay.days) for stay in custody.stays] == [("e2", (1, 16)), (None, (41, 41))]


def test_a_stay_within_another_leaves_no_gap_after_itself() -> None:
    custody = chain(
        event("e1", "custody", "2022-01-01", "2022-02-20"),
        event("e2", "hospital-stay", "2022-01-10", "2022-01-12", in_custody=True),
        event("e3", "custody", "2022-02-20T12:00", "2022-02-25"),
    )
    assert custody.breaks == []


def test_an_overlap_is_found_with_any_earlier_stay_and_is_as_long_as_both_last() -> None:
    custody = chain(
        event("e1", "custody", "2022-01-01", "2022-02-20"),
        event("e2", "custody", "2022-01-10", "2022-01-11"),
        event("e3", "custody", "2022-01-20", "2022-01-24", place="l2"),
    )
    found = [(one.before.event.id, one.after.event.id, one.is_overlap, one.is_certain) for one in custody.breaks]
    assert found == [("e1", "e3", True, True)]
    assert custody.breaks[0].days[1] <= 5


def test_days_are_told_with_and_without_the_last_of_each_run_and_those_nobody_acknowledged() -> None:
    custody = chain(
        event("e1", "detention", "2022-01-05T20:00", "2022-01-07T10:00", acknowledged=False),
        event("e2", "release", "2022-01-07T10:00"),
        event("e3", "custody", "2022-02-01T10:00", "2022-02-10T10:00"),
    )
    assert (custody.total, custody.total_exclusive, custody.unacknowledged) == ((13, 13), (11, 11), (3, 3))
    assert chain(event("e1", "detention", "2022-01-05", "2022-01-06")).unacknowledged is None


def test_whoever_is_also_named_in_another_role_is_still_held() -> None:
    file = file_of(event("e1", "detention", "2022-01-05T20:00", "2022-01-07"))
    parts = [*file.participations, ParticipationRow("r9", "e1", "complainant", "p")]
    assert custody_of(replace(file, participations=parts), "p", NOW).stays


def test_between_stays_nobody_knows_the_bounds_of_nothing_is_said() -> None:
    custody = chain(
        event("e1", "custody", "2022-01-01", "2022-01-15/.."),
        event("e2", "custody", "../2022-02-20", "2022-02-25", place="l2"),
        event("e3", "custody", "2022-02-01", "2022-02-10", place="l3"),
    )
    assert [(one.before.event.id, one.after.event.id) for one in custody.breaks if one.is_certain] == []


def test_a_stay_that_still_runs_overlaps_to_the_end_of_the_other() -> None:
    custody = chain(
        event("e1", "custody", "2022-01-01", "2022-02-20T12:00"), event("e2", "custody", "2022-02-10T12:00", place="l2")
    )
    assert [(one.is_overlap, one.is_certain, one.days) for one in custody.breaks] == [(True, True, (10, 10))]
