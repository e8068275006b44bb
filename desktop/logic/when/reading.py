"""From EDTF text to a ``When``."""

import re
from calendar import monthrange
from datetime import date, datetime
from zoneinfo import ZoneInfo

from db.types import When
from desktop.logic.when.bounds import Bounds, bounds_of
from desktop.logic.when.errors import WhenUnreadable
from desktop.logic.when.notation import read_shape
from desktop.logic.when.zones import end_of_day, instants_of, start_of_day, zone_called

_PLAIN = re.compile(
    r"(?P<year>[1-8][0-9]{3})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3][0-9])"
    r"(?P<time>T(?:[01][0-9]|2[0-3]):[0-5][0-9])?)?)?"
)


def _plain_bounds(text: str, zone: ZoneInfo) -> Bounds | None:
    """The bounds of a plain year, month, day or minute, as nearly every time is: thrice as fast as by its shape.

    None for anything else, and for what the calendar or the clock does not have.
    """
    found = _PLAIN.fullmatch(text)
    if found is None:
        return None
    try:
        if found["time"]:
            earliest, latest = instants_of(datetime.fromisoformat(text), zone)
        else:
            year, month = int(found["year"]), int(found["month"] or 12)
            first = date(year, int(found["month"] or 1), int(found["day"] or 1))
            last = first if found["day"] else date(year, month, monthrange(year, month)[1])
            earliest, latest = start_of_day(first, zone), end_of_day(last, zone)
    except ValueError:
        return None
    return (earliest, latest) if earliest <= latest else None


def _tidied(text: str) -> str:
    """The text as EDTF spells it: no blanks around it, capitals, ``T`` before the time."""
    return "T".join(text.strip().upper().split(maxsplit=1))


def parse(text: str, zone: str) -> When:
    """The time an EDTF text means at the wall clock of ``zone`` (an IANA name).

    ``2022``, ``2022-01``, ``2022-01-05``, ``2022-01-05T20:00[:30][+06:00]``, seasons and quarters (``2022-21``), digits
    left open (``2022-XX``, ``2022-01-1X``, ``202X``), any of them doubted (``?``, ``~``, ``%``; how far that widens the
    bounds stands in ``bounds.py``); spans ``a/b`` with an open (``..``) or unknown (empty) end; one of several
    ``[a,b..c]``, all of several ``{a,b}``. An offset in the text decides the instant and stays in the text.

    Raises ``WhenUnreadable``. The text is kept as given, but for blanks around it and capitals.
    """
    place = zone_called(zone)
    bounds = _plain_bounds(text, place)
    if bounds:
        return When(text, zone, *bounds)
    edtf = _tidied(text)
    if not edtf:
        raise WhenUnreadable(text, "empty")
    try:
        return When(edtf, zone, *bounds_of(read_shape(edtf), place))
    except WhenUnreadable as unreadable:
        raise WhenUnreadable(text, unreadable.why) from None
