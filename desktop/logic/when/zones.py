"""Wall clocks: time zones from the ``tzdata`` package, never from the machine.

Bounds are stored and compared between laptops, so every laptop must count alike; and a system's own time zones may be
years old (Kazakhstan's single +05 came with release 2024a) or missing, as on Windows.
"""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from desktop.logic.when.errors import WhenUnreadable

_ZONES = {
    "am": "Asia/Yerevan",
    "az": "Asia/Baku",
    "by": "Europe/Minsk",
    "cn": "Asia/Shanghai",
    "de": "Europe/Berlin",
    "echr": "Europe/Paris",  # sits in Strasbourg
    "fr": "Europe/Paris",
    "gb": "Europe/London",
    "ge": "Asia/Tbilisi",
    "it": "Europe/Rome",
    "kg": "Asia/Bishkek",
    "kz": "Asia/Almaty",
    "lt": "Europe/Vilnius",
    "lv": "Europe/Riga",
    "md": "Europe/Chisinau",
    "mn": "Asia/Ulaanbaatar",
    "pl": "Europe/Warsaw",
    "ru": "Europe/Moscow",
    "tj": "Asia/Dushanbe",
    "tm": "Asia/Ashgabat",
    "tr": "Europe/Istanbul",
    "ua": "Europe/Kyiv",
    "un": "Europe/Zurich",  # the treaty bodies sit in Geneva
    "uz": "Asia/Tashkent",
}


def zone_of(jurisdiction: str) -> str:
    """The zone a jurisdiction's courts keep time in; an unknown one raises ``WhenUnreadable`` (``no-such-zone``)."""
    zone = _ZONES.get(jurisdiction.casefold())
    if zone is None:
        raise WhenUnreadable(jurisdiction, "no-such-zone")
    return zone


@cache
def _names() -> frozenset[str]:
    """Every zone the ``tzdata`` package knows."""
    return frozenset((files("tzdata") / "zones").read_text(encoding="ascii").split())


@cache
def _read_zone(name: str) -> ZoneInfo:
    path = files("tzdata").joinpath("zoneinfo", *name.split("/"))
    with path.open("rb") as compiled:
        return ZoneInfo.from_file(compiled, key=name)


def zone_called(name: str) -> ZoneInfo:
    """The zone with this IANA name; an unknown one raises ``WhenUnreadable`` (``no-such-zone``)."""
    if name not in _names():
        raise WhenUnreadable(name, "no-such-zone")
    return _read_zone(name)


def instants_of(local: datetime, zone: ZoneInfo) -> tuple[int, int]:
    """The epoch seconds at which a wall clock of ``zone`` shows ``local``, by the offset before and after a change.

    Equal on ordinary days; rising when the hour was repeated; falling when it was skipped (PEP 495).
    """
    return (
        int(local.replace(tzinfo=zone).timestamp()),
        int(local.replace(tzinfo=zone, fold=1).timestamp()),
    )


def start_of_day(day: date, zone: ZoneInfo) -> int:
    """The first second of a local day, also where its midnight was skipped."""
    return instants_of(datetime(day.year, day.month, day.day), zone)[0]  # noqa: DTZ001 - a wall clock, not an instant


def end_of_day(day: date, zone: ZoneInfo) -> int:
    """The last second of a local day: 24:00 less one second, whatever the clocks did in between."""
    after = day + timedelta(days=1)
    return max(instants_of(datetime(after.year, after.month, after.day), zone)) - 1  # noqa: DTZ001 - as above


def local_clock(instant: int, zone: str) -> datetime:
    """What the wall clock of ``zone`` shows at ``instant`` (epoch seconds), with its offset."""
    return datetime.fromtimestamp(instant, UTC).astimezone(zone_called(zone))


def to_local(instant: int, zone: str) -> str:
    """``instant`` (epoch seconds) as ISO 8601 at the wall clock of ``zone``: ``2022-01-06T14:00:00+06:00``."""
    return local_clock(instant, zone).isoformat()
