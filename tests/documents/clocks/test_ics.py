"""Deadlines as a calendar: neutral by default, with alarms, the same ids at each export."""

from typing import Any

import icalendar

from desktop.documents.clocks.ics import Entry, calendar_file
from desktop.documents.clocks.plain import plain_deadline
from desktop.logic.clocks.rule import Length, Rule, Side, Unit
from tests.clock_stories import case, clock, event, moment, rule

NOW = "2026-03-05T23:00"
TITLED = {"en": "Appeal", "ru": "Апелляция"}


def entry(given: Rule, reference: str = "KZ-1", **known: Any) -> Entry:
    one = clock(case(event("detention", known.pop("start", "2026-03-05T22:40"), **known)), "XX-1", [given], now=NOW)
    return Entry(one, "case-id", reference)


def events(*entries: Entry, language: str = "en", **told: Any) -> list[Any]:
    content = calendar_file(entries, moment(NOW), language, **told)
    read: Any = icalendar.Calendar.from_ical(content)
    return list(read.walk("VEVENT"))


def test_an_open_deadline_stands_at_its_due_with_an_alarm_a_day_before() -> None:
    (one,) = events(entry(rule(48)))
    assert one["DTSTART"].dt.isoformat() == "2026-03-07T17:40:00+00:00"
    (alarm,) = one.walk("VALARM")
    assert alarm["TRIGGER"].dt.total_seconds() == -24 * 3600


def test_the_rules_own_reminders_are_its_alarms_but_for_those_that_are_past() -> None:
    (one,) = events(entry(rule(48, reminders=(Length(8, Unit.HOUR), Length(100, Unit.HOUR)))))
    assert [alarm["TRIGGER"].dt.total_seconds() for alarm in one.walk("VALARM")] == [-8 * 3600]


def test_a_due_that_is_a_range_stands_at_its_cautious_end() -> None:
    (one,) = events(entry(rule(48), start="2026-03-05"))
    assert one["DTSTART"].dt.isoformat() == "2026-03-06T19:00:00+00:00"


def test_what_is_past_or_sets_no_time_is_left_out() -> None:
    assert events(entry(rule(0)), entry(rule(unit=Unit.NONE))) == []


def test_titles_say_nothing_unless_asked_to() -> None:
    ours, theirs = (entry(rule(48, side=side, title=TITLED)) for side in (Side.OURS, Side.THEIRS))
    assert [one["SUMMARY"] for one in events(ours, theirs)] == ["Deadline", "Date to check"]
    (one,) = events(ours, language="ru", is_detailed=True)
    assert one["SUMMARY"] == "KZ-1: Апелляция (XX-1)"


def test_a_deadline_keeps_its_id_from_export_to_export() -> None:
    elsewhere = Entry(entry(rule(48)).deadline, "another case", "KZ-2")
    one, again, other = (events(told)[0]["UID"] for told in (entry(rule(48)), entry(rule(48)), elsewhere))
    assert one == again != other


def test_a_deadline_as_plain_values_has_no_due_where_the_law_sets_none() -> None:
    plain = plain_deadline(entry(rule(unit=Unit.NONE)).deadline, {}, "en")
    assert (plain["due"], plain["verified"]) == ({"earliest": None, "latest": None}, False)
