"""Days off as they stand in a vault: reviewed tables, generated years, and the days a user set over both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from db.queries import settled
from db.rows import CalendarDayRow
from db.types import Kind
from db.vault import Session, Vault
from desktop.errors import Fault, InputFaults
from desktop.i18n import _
from desktop.logic.clocks.calendar import Calendar
from desktop.operations import Done, Touched
from desktop.operations.texts import cleaned_row
from resources.calendars import GENERATED_YEARS, Day, generated_days, shipped_calendars

TOUCHED = Touched(frozenset({Kind.CALENDAR_DAY}))


@dataclass(frozen=True, slots=True)
class CalendarLine:
    """One day that is not what its place in the week says: its words, what it rests on, and whose word that is.

    ``own`` is the record of the user's who set it; without one the day is from the table or, ``is_generated``, from
    the ``holidays`` package. ``label`` is in the language asked for; ``of`` is the day it stands for.
    """

    day: date
    label: str
    is_working: bool
    source: str
    is_estimated: bool = False
    is_generated: bool = False
    own: CalendarDayRow | None = None
    of: date | None = None


def calendar_names() -> tuple[str, ...]:
    """The calendars there are, by jurisdiction."""
    return tuple(shipped_calendars().tables)


def reviewed_years(calendar: str) -> Mapping[int, Mapping[str, str]]:
    """The years somebody reviewed, each with what is open about it, by language."""
    table = shipped_calendars().tables.get(calendar)
    return {year.year: year.note for year in table.years} if table else {}


def calendar_lines(session: Session, calendar: str, year: int, language: str = "en") -> list[CalendarLine]:
    """The days of a year that are off or worked against the week, in order, with the user's over all others."""
    lines = {day.day: _line(day, language, is_generated=is_generated) for day, is_generated in _days(calendar, year)}
    for row in settled.calendar_days(session):
        if row.calendar == calendar and row.day.startswith(f"{year:04d}-") and _is_day(row.day):
            there = lines.get(row.day)
            words = row.title or (there.label if there else "")
            lines[row.day] = CalendarLine(date.fromisoformat(row.day), words, row.is_working, row.source or "", own=row)
    return [lines[day] for day in sorted(lines)]


def calendars_in_force(session: Session, names: Iterable[str] | None = None) -> dict[str, Calendar]:
    """The calendars for the engine, all or those named, with the user's days over the table's.

    Years nobody reviewed come from the ``holidays`` package, marked as estimated and not among ``years``.
    """
    rows = settled.calendar_days(session)
    wanted = calendar_names() if names is None else tuple(names)
    own = {name: [row for row in rows if row.calendar == name] for name in {*wanted, *(row.calendar for row in rows)}}
    return {name: _calendar(name, own[name]) for name in sorted(own) if names is None or name in wanted}


def set_day(vault: Vault, row: CalendarDayRow) -> Done[str]:
    """Make a day a holiday or a working day; what the user said of that day before is replaced.

    Raises ``InputFaults``.
    """
    row = cleaned_row(row)
    faults = [
        None if row.calendar.strip() else Fault("calendar", _("This field is needed.")),
        None if _is_day(row.day) else Fault("day", _("Write the day as 2026-03-21.")),
        None if (row.source or "").strip() else Fault("source", _("Say where it is laid down.")),
    ]
    found = [fault for fault in faults if fault]
    if found:
        raise InputFaults(
            _("Some fields need attention."), found, _("Correct the marked fields; nothing was saved yet.")
        )
    with vault.change("set-calendar-day") as change:
        there = (one for one in settled.calendar_days(change.session) if (one.calendar, one.day) == _place(row))
        before = next(there, None)
        if before is not None and row.id and before.id != row.id:
            change.remove(Kind.CALENDAR_DAY, before.id)
            before = None
        record = change.put(replace(row, id=row.id or (before.id if before else "")))
    return Done(record, TOUCHED)


def withdraw_day(vault: Vault, record: str) -> Done[None]:
    """Take a day the user set back: the table speaks again."""
    with vault.change("withdraw-calendar-day") as change:
        change.remove(Kind.CALENDAR_DAY, record)
    return Done(None, TOUCHED)


def _days(calendar: str, year: int) -> list[tuple[Day, bool]]:
    """The days of a year and whether each is generated."""
    table = shipped_calendars().tables.get(calendar)
    if table and any(one.year == year for one in table.years):
        return [(day, False) for day in table.days if day.day.startswith(f"{year:04d}-")]
    return [(day, True) for day in generated_days(calendar, year)]


def _line(day: Day, language: str, *, is_generated: bool) -> CalendarLine:
    label = day.labels.get(language) or day.labels.get("en") or ""
    return CalendarLine(
        date.fromisoformat(day.day),
        label,
        day.is_working,
        day.source,
        day.is_estimated,
        is_generated,
        of=date.fromisoformat(day.of) if day.of else None,
    )


def _calendar(name: str, rows: Iterable[CalendarDayRow]) -> Calendar:
    carried = _carried(name)
    said = {date.fromisoformat(row.day): row.is_working for row in rows if _is_day(row.day)}
    if not said:
        return carried
    worked = {day for day, is_working in said.items() if is_working}
    off = said.keys() - worked
    return replace(
        carried,
        holidays=(carried.holidays - worked) | off,
        workdays=(carried.workdays - off) | worked,
        estimated=carried.estimated - said.keys(),
    )


@cache
def _carried(name: str) -> Calendar:
    """The calendar as the program carries it."""
    table = shipped_calendars().tables.get(name)
    years = frozenset(year.year for year in table.years) if table else frozenset[int]()
    days = [day for year in sorted({*GENERATED_YEARS, *years}) for day, _is_generated in _days(name, year)]
    off = {date.fromisoformat(day.day): day.is_estimated for day in days if not day.is_working}
    worked = frozenset(date.fromisoformat(day.day) for day in days if day.is_working)
    return Calendar(name, frozenset(off), worked, frozenset(day for day, guessed in off.items() if guessed), years)


def _place(row: CalendarDayRow) -> tuple[str, str]:
    return row.calendar, row.day


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
