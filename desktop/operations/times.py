"""Times as a user or a file gives them: read once, counted at a zone's wall clock, refused with a sentence."""

from collections import Counter

from db.case_file import CaseFile
from db.queries.case_files import case_file
from db.rows import CaseRow
from db.types import When
from db.vault import Session
from desktop.documents.exchange.codecs import NO_ZONE
from desktop.documents.exchange.times import Unreadable
from desktop.i18n import _
from desktop.logic import when
from desktop.logic.when import WhenUnreadable


class WallClocks:
    """Reads EDTF times and remembers them: the thousands of times of a large case are mostly the same few."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, str], When] = {}
        self._is_zone: dict[str, bool] = {}

    def when(self, text: str, zone: str) -> When:
        """The time meant, with its bounds. Raises ``Unreadable``."""
        found = self._read.get((text, zone))
        if found is None:
            try:
                found = self._read[text, zone] = when.parse(text, zone)
            except WhenUnreadable as unreadable:
                raise Unreadable(sentence_for(unreadable)) from None
        return found

    def is_zone(self, name: str) -> bool:
        """Whether this is the name of a time zone."""
        if name not in self._is_zone:
            try:
                when.to_local(0, name)
            except WhenUnreadable:
                self._is_zone[name] = False
            else:
                self._is_zone[name] = True
        return self._is_zone[name]

    def zone_of(self, jurisdiction: str) -> str | None:
        """The zone a jurisdiction keeps time in, where that is known."""
        try:
            return when.zone_of(jurisdiction)
        except WhenUnreadable:
            return None


def zone_of_case(session: Session, case: CaseRow) -> str:
    """The zone a case keeps time in: that of its jurisdiction, else what its places and events name most, else UTC."""
    known = WallClocks().zone_of(case.jurisdiction)
    return known or _zone_most_named(case_file(session, case.id))


def now_in(session: Session, case: CaseRow, instant: int) -> When:
    """A moment (Unix seconds) at the wall clock of a case, to the minute."""
    zone = zone_of_case(session, case)
    return when.parse(when.to_local(instant, zone)[:16], zone)


def today_in(session: Session, case: CaseRow, instant: int) -> When:
    """The day of a moment (Unix seconds) at the wall clock of a case."""
    zone = zone_of_case(session, case)
    return when.parse(when.to_local(instant, zone)[:10], zone)


def _zone_most_named(file: CaseFile) -> str:
    named = Counter(place.zone for place in file.places if place.zone)
    named.update(event.when.zone for event in file.events if event.when)
    return max(named, key=lambda zone: (named[zone], zone), default=NO_ZONE)


def sentence_for(error: WhenUnreadable) -> str:
    """Why a text is no time, for people."""
    return {
        "empty": _("There is no time here."),
        "no-such-date": _("The calendar has no such date."),
        "no-year": _("The year is missing."),
        "ambiguous": _("This can be read in two ways."),
        "reversed": _("It ends before it begins."),
        "no-such-zone": _("There is no such time zone."),
        "no-such-time": _("The clocks never showed this time: they were put forward over it."),
        "unsupported": _("This kind of time is not kept."),
    }.get(error.why, _("This is not a time in EDTF (2022, 2022-01, 2022-01-05, 2022-01-05T20:00, 2022-01-05~)."))
