"""Open deadlines as an iCalendar file (RFC 5545), with alarms.

The file leaves the vault in clear and other programs will show it on a locked telephone: by default it says that
something is due, and nothing of the case, the person or the law. Ids in it are hashes, the same at each export, so that
a calendar updates what it has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from desktop.documents.clocks.words import Words
from desktop.i18n import catalogue
from desktop.logic.clocks import Deadline, Status, key_of
from desktop.logic.clocks.rule import Side

_ALARM = 24 * 3600  # seconds; a day before, where the rule names nothing itself


@dataclass(frozen=True, slots=True)
class Entry:
    """A deadline and the case it belongs to, by id and by reference."""

    deadline: Deadline
    case: str
    reference: str


def calendar_file(entries: Iterable[Entry], as_of: int, language: str, *, is_detailed: bool = False) -> bytes:
    """The calendar of what is still open after ``as_of`` (Unix seconds); ``is_detailed`` names the limit and the case.

    Each stands at the earliest moment it can fall due.
    """
    from icalendar import Calendar

    calendar: Any = Calendar()  # its methods are not annotated
    calendar.add("prodid", "-//Sandyq//Deadlines//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        due = entry.deadline.cautious
        if due is not None and due >= as_of and entry.deadline.status is Status.OPEN:
            calendar.add_component(_event(entry, due, as_of, language, is_detailed=is_detailed))
    return calendar.to_ical()


def _event(entry: Entry, due: int, as_of: int, language: str, *, is_detailed: bool) -> Any:
    from icalendar import Alarm, Event

    title = _detailed(entry, language) if is_detailed else _neutral(entry.deadline, language)
    event: Any = Event()
    event.add("uid", f"{_name(entry)}@sandyq")
    event.add("dtstamp", _instant(as_of))
    event.add("dtstart", _instant(due))
    event.add("summary", title)
    for moment in entry.deadline.reminders or (due - _ALARM,):
        if moment >= as_of:
            alarm: Any = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", title)
            alarm.add("trigger", timedelta(seconds=moment - due))
            event.add_component(alarm)
    return event


def _neutral(deadline: Deadline, language: str) -> str:
    words = catalogue(language)
    return words.gettext("Deadline") if deadline.rule.side is Side.OURS else words.gettext("Date to check")


def _detailed(entry: Entry, language: str) -> str:
    rule = entry.deadline.rule
    title = Words(language, entry.deadline.zone).pick(rule.title)
    return f"{entry.reference}: {title} ({rule.id})"


def _name(entry: Entry) -> str:
    one = entry.deadline
    parts = (entry.case, key_of(one.rule), one.event, one.person or "", one.anchor.value)
    return sha256("\0".join(parts).encode()).hexdigest()[:32]


def _instant(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC)
