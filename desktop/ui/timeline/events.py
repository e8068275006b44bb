"""The dated events of a case, column by column: little memory for many, and each found by its id."""

from array import array
from collections.abc import Sequence
from sys import intern
from typing import NamedTuple

from db.queries.timeline import Stroke
from db.types import When

UNKNOWN = -(1 << 62)  # stands for an open bound in the columns


class Parts(NamedTuple):
    """An event as it is drawn: surely from ``firm_from`` to ``firm_to``, possibly from ``first`` to ``last``.

    Times are Unix seconds. ``firm_to`` before ``firm_from`` says that no moment is sure. A side is open where time
    has no bound there.
    """

    first: int
    firm_from: int
    firm_to: int
    last: int
    is_open_before: bool
    is_open_after: bool
    is_stay: bool


class Events:
    """Events in the order of time; a place in it is a number from 0."""

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.kinds: list[str] = []
        self.titles: list[str] = []
        self.standings: list[str] = []
        self.persons: list[tuple[str, ...]] = []
        self.sites: list[str] = []
        self._told: list[tuple[str, str, str]] = []  # when and until as EDTF, and the zone
        self.firsts = array("q")  # the first moment each may touch
        self.lasts = array("q")
        self.is_sorted = True  # whether ``firsts`` never fall
        self.extent: tuple[int, int] | None = None  # from the very first moment to the very last
        self._bounds = array("q")
        self._place_of: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def extend(self, strokes: Sequence[Stroke]) -> None:
        """More events, later than those before."""
        for stroke in strokes:
            self._place_of[stroke.id] = len(self.ids)
            self.ids.append(stroke.id)
            self.kinds.append(intern(stroke.kind))
            self.titles.append(stroke.title or "")
            self.standings.append(intern(stroke.standing or ""))
            self.persons.append(stroke.person_ids)
            self.sites.append(intern(stroke.place_id or ""))
            self._told.append((stroke.edtf or "", stroke.until_edtf or "", intern(stroke.zone or "")))
            self._bounds.extend([UNKNOWN if bound is None else bound for bound in stroke[2:6]])
            known = [bound for bound in stroke[2:6] if bound is not None]
            first = min(known)
            self.is_sorted &= not self.firsts or first >= self.firsts[-1]
            self.firsts.append(first)
            self.lasts.append(max(known))
        if strokes:
            begun, ended = min(self.firsts[-len(strokes) :]), max(self.lasts[-len(strokes) :])
            before = self.extent or (begun, ended)
            self.extent = min(begun, before[0]), max(ended, before[1])

    def place_of(self, event: str) -> int | None:
        """Where an event stands, or ``None`` when it has no date or is filtered out."""
        return self._place_of.get(event)

    def reach(self, place: int) -> tuple[int, int]:
        """The first and the last moment an event may touch."""
        return self.firsts[place], self.lasts[place]

    def when(self, place: int) -> tuple[When | None, When | None]:
        """When an event was and until when, at the wall clock of its place."""
        edtf, until, zone = self._told[place]
        bounds = [None if bound == UNKNOWN else bound for bound in self._bounds[place * 4 : place * 4 + 4]]
        return (
            When(edtf, zone, bounds[0], bounds[1]) if edtf else None,
            When(until, zone, bounds[2], bounds[3]) if until else None,
        )

    def parts(self, place: int) -> Parts:
        """How an event is drawn."""
        earliest, latest, until_earliest, until_latest = self._bounds[place * 4 : place * 4 + 4]
        first, last = self.reach(place)
        is_stay = until_earliest != UNKNOWN or until_latest != UNKNOWN
        begun = latest if latest != UNKNOWN else last
        ended = until_earliest if until_earliest != UNKNOWN else first
        return Parts(
            first,
            begun if is_stay else first,
            ended if is_stay else (last if earliest == latest else first - 1),
            last,
            is_open_before=earliest == UNKNOWN,
            is_open_after=(until_latest if is_stay else latest) == UNKNOWN,
            is_stay=is_stay,
        )
