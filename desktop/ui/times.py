"""Uncertain times in words, and words as uncertain times, in the interface's language."""

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QTimeZone

from db.types import When
from desktop import i18n
from desktop.i18n import _
from desktop.logic import when
from desktop.logic.when import WhenUnreadable
from desktop.ui.widgets.when_field import Reading

FALLBACK_ZONE = "Asia/Almaty"

CLOCK = "dd.MM.yyyy HH:mm"  # a moment of this computer's clock, in Qt's letters; the same in every language


def moment(seconds: int) -> str:
    """A moment (Unix seconds) at this computer's clock."""
    return QDateTime.fromSecsSinceEpoch(seconds, QTimeZone.systemTimeZone()).toString(CLOCK)


def day(seconds: int | None, zone: str) -> str:
    """The day of an instant (Unix seconds) at a zone, in figures; empty for none."""
    if seconds is None:
        return ""
    year, month, number = when.to_local(seconds, zone)[:10].split("-")
    return f"{number}.{month}.{year}"


def told(moment: When | None) -> str:
    """A time in full words; empty for none."""
    return when.describe(moment, i18n.current().value) if moment else ""


def told_short(moment: When | None) -> str:
    """A time as lists show it; empty for none."""
    return when.describe_short(moment, i18n.current().value) if moment else ""


def understood(text: str, zone: str) -> When:
    """The time people mean by ``text``. Raises ``WhenUnreadable``."""
    return when.understand(text, zone, i18n.current().value)


def reader(zone: Callable[[], str]) -> Callable[[str], Reading]:
    """Says how a text is understood at the wall clock of ``zone``, which is asked each time."""

    def read(text: str) -> Reading:
        try:
            return Reading(told(understood(text, zone())))
        except WhenUnreadable as unreadable:
            return Reading(trouble(unreadable), is_error=True)

    return read


def typed(moment: When | None) -> str:
    """A time as one would type it, such that it is understood as the same again."""
    if moment is None:
        return ""
    date, _t, hour = moment.edtf.partition("T")
    parts = date.split("-")
    is_day = len(parts) == 3 and all(part.isdecimal() for part in parts)
    text = f"{parts[2]}.{parts[1]}.{parts[0]} {hour}".strip() if is_day else told(moment)
    try:
        return text if understood(text, moment.zone).edtf == moment.edtf else moment.edtf
    except WhenUnreadable:
        return moment.edtf


def zone_of(jurisdiction: str) -> str:
    """The zone of a jurisdiction; where it is not known, the one most cases of this program are in."""
    try:
        return when.zone_of(jurisdiction)
    except WhenUnreadable:
        return FALLBACK_ZONE


def trouble(error: WhenUnreadable) -> str:
    """Why a text is no time, for people who typed it."""
    return {
        "empty": _("There is no time here."),
        "no-such-date": _("The calendar has no such date."),
        "no-year": _("The year is missing."),
        "ambiguous": _("This can be read in two ways. Write the month as a word, or the day as 05.01.2022."),
        "reversed": _("It ends before it begins."),
        "no-such-zone": _("There is no such time zone."),
        "no-such-time": _("The clocks never showed this time: they were put forward over it."),
        "unsupported": _("This kind of time is not kept."),
    }.get(error.why, _("Not understood. Write for example 5 January 2022 20:00, about May 2021, before 12.01.2022."))


def parsed(edtf: str, zone: str) -> When:
    """The time an EDTF text means at a zone. Raises ``WhenUnreadable``."""
    return when.parse(edtf, zone)


def told_edtf(edtf: object, zone: str) -> str:
    """A time kept as EDTF text, in words; as it stands where it cannot be read."""
    try:
        return told(parsed(str(edtf), zone))
    except WhenUnreadable:
        return str(edtf)
