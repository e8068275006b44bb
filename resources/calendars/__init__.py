"""Days off, by jurisdiction and year: reviewed tables as TOML, and what the ``holidays`` package knows for the rest.

Days are ISO 8601 texts. A day that is wrong in a table is left out and told, with its file and key.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, cast

from resources import resource
from resources.rules.faults import Fault
from resources.rules.shape import Findings, day, flag, number, several, table, term, text, words

__all__ = ["CalendarTable", "Calendars", "Day", "Year", "generated_days", "read_calendar", "shipped_calendars"]

COUNTRIES = MappingProxyType({"kz": "KZ", "ru": "RU", "it": "IT", "kg": "KG"})
GENERATED_YEARS = range(2000, 2041)

_WORDS = table({"id": text(r"[a-z]+(-[a-z]+)*"), "label": words()}, {})
_DAY = table({"day": day, "name": term("name")}, {"of": day, "working": flag, "estimated": flag})
_YEAR = table({"year": number(1991), "source": text(), "days": several(_DAY, least=1)}, {"note": words()})
_FILE = table({"name": several(_WORDS, least=1), "year": several(_YEAR, least=1)}, {})


@dataclass(frozen=True, slots=True)
class Day:
    """A day off (or, ``is_working``, a day of a weekend that was worked), with its name by language.

    ``of``: the holiday it stands for, or the day it was swapped with. ``is_estimated``: nobody has confirmed it yet.
    """

    day: str
    labels: Mapping[str, str]
    source: str
    of: str | None = None
    is_working: bool = False
    is_estimated: bool = False


@dataclass(frozen=True, slots=True)
class Year:
    """A year somebody reviewed: what it rests on, and what is open about it, by language."""

    year: int
    source: str
    note: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CalendarTable:
    """The days of one jurisdiction: those of its reviewed ``years``, in order."""

    id: str
    days: tuple[Day, ...]
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class Calendars:
    """The calendars there are by id, and what is wrong in their files."""

    tables: Mapping[str, CalendarTable]
    faults: tuple[Fault, ...]


@cache
def shipped_calendars() -> Calendars:
    """The calendars the program carries; one that has no table is generated day by day (``generated_days``)."""
    tables = {name: CalendarTable(name, (), ()) for name in COUNTRIES}
    faults: list[Fault] = []
    for file in sorted(PurePosixPath(file.name).name for file in resource("calendars").iterdir()):
        if file.endswith(".toml"):
            found, wrong = read_calendar(file, resource("calendars", file).read_text(encoding="utf-8"))
            tables[found.id] = found
            faults += wrong
    return Calendars(MappingProxyType(tables), tuple(faults))


def read_calendar(file: str, content: str) -> tuple[CalendarTable, tuple[Fault, ...]]:
    """The calendar of a file given as text, its sound days only, and its faults."""
    name = file.removesuffix(".toml")
    empty = CalendarTable(name, (), ())
    try:
        whole = tomllib.loads(content)
    except tomllib.TOMLDecodeError as wrong:
        where = re.search(r"line \d+", str(wrong))
        return empty, (Fault(file, "", where.group() if where else "end", "syntax"),)
    faults = _faults_in(whole)
    told = tuple(Fault(file, "", key, what) for key, what in faults)
    if any(not key.startswith("year[") for key, _what in faults):
        return empty, told
    labels = {entry["id"]: MappingProxyType(entry["label"]) for entry in whole["name"]}
    bad = {key for key, _what in faults}
    years: list[Year] = []
    days: list[Day] = []
    for place, year in enumerate(cast("list[Mapping[str, Any]]", whole["year"])):
        lead = f"year[{place}]"
        if _is_bad(bad, lead, below=f"{lead}.days["):
            continue
        years.append(Year(year["year"], year["source"], MappingProxyType(year.get("note", {}))))
        days += [
            _day(entry, labels, year["source"])
            for number_, entry in enumerate(cast("list[Mapping[str, Any]]", year["days"]))
            if not _is_bad(bad, f"{lead}.days[{number_}]")
        ]
    return CalendarTable(name, tuple(sorted(days, key=_iso)), tuple(years)), told


@cache
def generated_days(calendar: str, year: int) -> tuple[Day, ...]:
    """The days of a year as the ``holidays`` package has them; none for a country or a year it does not know."""
    country = COUNTRIES.get(calendar)
    if country is None or year not in GENERATED_YEARS:
        return ()
    from importlib.metadata import version

    import holidays

    source = f"holidays {version('holidays')}"
    found = holidays.country_holidays(country, years=year)
    return tuple(
        Day(on.isoformat(), MappingProxyType({"en": name}), source, is_estimated=True)
        for on, name in sorted(found.items())
    )


def _faults_in(whole: Mapping[str, Any]) -> list[tuple[str, str]]:
    names = [entry.get("id") for entry in _tables(whole.get("name"))]
    found = Findings({"name": frozenset(names)})
    _FILE(whole, "", found)
    taken: set[str] = set()
    for place, year in enumerate(_tables(whole.get("year"))):
        for number_, entry in enumerate(_tables(year.get("days"))):
            on, key = entry.get("day"), f"year[{place}].days[{number_}].day"
            if isinstance(on, str):
                if on[:4] != str(year.get("year")):
                    found.note(key, "order")
                if on in taken:
                    found.note(key, "duplicate")
                taken.add(on)
    return found.faults


def _tables(value: object) -> Iterable[Mapping[str, Any]]:
    entries = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("Mapping[str, Any]", entry) if isinstance(entry, dict) else {} for entry in entries]


def _is_bad(bad: set[str], lead: str, below: str = "\0") -> bool:
    return any(key == lead or (key.startswith((f"{lead}.", f"{lead}[")) and not key.startswith(below)) for key in bad)


def _day(entry: Mapping[str, Any], labels: Mapping[str, Mapping[str, str]], source: str) -> Day:
    return Day(
        entry["day"],
        labels[entry["name"]],
        source,
        of=entry.get("of"),
        is_working=entry.get("working", False),
        is_estimated=entry.get("estimated", False),
    )


def _iso(entry: Day) -> date:
    return date.fromisoformat(entry.day)
