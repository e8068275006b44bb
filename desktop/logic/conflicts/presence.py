"""One person in two places at once: two stays whose times must, or may, overlap and whose places lie apart.

Who is locked up may be brought to a hearing, an interrogation or a hospital by those who hold them, so that a stay in
custody excludes only what one does freely (an alleged offence, a protest), another place of custody (``state.py``), and
a hospital bed that the person was in before. A hospital bed excludes hearings and interrogations elsewhere too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from db.rows import EventRow
from db.types import Kind
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Step
from desktop.logic.conflicts.extent import DAY, LAST, Extent, shared, stretch
from desktop.logic.conflicts.facts import Facts, Part, between
from desktop.logic.conflicts.pairing import Pair
from desktop.logic.conflicts.terms import (
    FREE,
    FROM_AFAR,
    HELD,
    IN_WARD,
    OFFENCE,
    OPEN_PLACES,
    RELEASES,
    RESIDENCES,
    SAME_FACT_LINKS,
    Mode,
    mode_of,
)
from desktop.logic.conflicts.way import SPEED, distance, least_seconds

TOOK_PART = "took-part"
_KEPT = frozenset({Mode.HELD, Mode.HOME})
_RANKS = {mode: rank for rank, mode in enumerate(Mode)}
_LASTING = frozenset({Mode.HELD, Mode.HOME, Mode.WARD, Mode.AWAY})
_FREE = frozenset({Mode.AWAY, Mode.FREE})


@dataclass(frozen=True, slots=True)
class _Stay:
    """A person at an event: in what way, when, and where (nowhere known: empty)."""

    event: EventRow
    mode: Mode
    extent: Extent
    places: frozenset[str]
    rank: int


def presence_conflicts(facts: Facts, pairs: Iterable[Pair]) -> Iterator[Conflict]:
    """The conflicts among pairs of stays (see ``pairing.py``): of presence, and of state where somebody was held."""
    known: dict[str, dict[str, _Stay]] = {}
    for person, one, other in pairs:
        if person not in known:
            known[person] = {stay.event.id: stay for stay in _stays(facts, facts.parts.get(person, ()))}
        first, second = known[person].get(one), known[person].get(other)
        found = _judged(facts, person, first, second) if first and second else None
        if found is not None and not facts.are_linked(one, other, SAME_FACT_LINKS):
            yield found


def _stays(facts: Facts, parts: Sequence[Part]) -> Iterator[_Stay]:
    presence = facts.vocabulary.presence
    for place, part in enumerate(parts):
        modes = [mode for role in sorted(part.roles) if (mode := mode_of(part.event.kind, role, presence))]
        if part.extent is None or not modes or part.event.fields.get("by_video") is True:
            continue
        if modes[0] is Mode.FREE and part.event.kind != OFFENCE and not part.event.place_id:
            continue  # shown on television, say: that is no place
        mode, extent = modes[0], part.extent
        if mode is Mode.FREE and part.event.kind not in FREE | FROM_AFAR and not extent.is_open:
            mode = Mode.AWAY
        if mode in _KEPT | {Mode.WARD} and extent.is_open:
            extent = _closed(extent, parts[place + 1 :], presence, is_ward=mode is Mode.WARD)
        elif mode not in _LASTING and not extent.is_brief:
            extent = extent.somewhen()
        yield _Stay(part.event, mode, extent, _places(facts, part.event, mode), _RANKS[mode])


def _closed(extent: Extent, later: Sequence[Part], presence: frozenset[str], *, is_ward: bool) -> Extent:
    """An open stay in custody or in bed lasts at most until what shows it over, else nobody knows."""
    closing = RELEASES | RESIDENCES.keys() if is_ward else RELEASES | HELD
    for part in later:
        if part.extent is not None and part.extent.start_from > extent.start_to:
            if part.event.kind in closing:
                return replace(extent, end_to=part.extent.start_to)
            if any(mode_of(part.event.kind, role, presence) is Mode.FREE for role in part.roles):
                return replace(extent, end_to=part.extent.end_to)
    return replace(extent, end_to=LAST)


def _places(facts: Facts, event: EventRow, mode: Mode) -> frozenset[str]:
    """Where an event puts its people; a detention in a street says nothing of where they were held after."""
    places = frozenset(place for place in (event.place_id, event.until_place_id) if place)
    if mode is Mode.HELD and any(_is_open_place(facts, place) for place in places):
        return frozenset()
    return places


def _is_open_place(facts: Facts, place: str) -> bool:
    row = facts.places.get(place)
    return row is not None and row.kind in OPEN_PLACES


def _judged(facts: Facts, person: str, one: _Stay, other: _Stay) -> Conflict | None:
    first, second = (one, other) if _order(one) <= _order(other) else (other, one)
    is_known = bool(first.places and second.places)
    if not _exclude(first, second) or not _lie_apart(facts, first, second):
        return None
    kilometres = _apart(facts, first, second)
    certainty = _certainty(first, second, least_seconds(kilometres))
    if certainty is None:
        return None
    is_doubtful = not second.places or not facts.is_named(person) or second.event.kind in FROM_AFAR
    steps = _steps(facts, (person, first, second), certainty, kilometres)
    rule = _rule(first, second, is_known=is_known)
    events = (first.event, second.event)
    return between(facts, rule, Certainty.POSSIBLE if is_doubtful else certainty, events, [person], steps)


def _order(stay: _Stay) -> tuple[int, int, str]:
    """Those held first, then those in bed, then the rest; among equals the earlier."""
    return (stay.rank, stay.extent.start_from, stay.event.id)


def _exclude(first: _Stay, second: _Stay) -> bool:
    """Whether being in the one way at one place excludes being in the other way elsewhere."""
    if first.mode in _KEPT:
        was_in_bed = second.mode is Mode.WARD and second.extent.start_to < first.extent.start_from
        return second.mode in _KEPT | _FREE or (was_in_bed and second.event.fields.get("under_guard") is not True)
    return first.mode is not Mode.WARD or second.event.kind not in IN_WARD


def _lie_apart(facts: Facts, first: _Stay, second: _Stay) -> bool:
    """Whether no place of the one lies in a place of the other; of unknown places only a free act says anything."""
    if not first.places or not second.places:
        return first.mode in _KEPT and second.mode in _FREE
    return not any(facts.are_nested(here, there) for here in first.places for there in second.places)


def _rule(first: _Stay, second: _Stay, *, is_known: bool) -> tuple[Family, str]:
    if first.mode in _KEPT and second.mode in _KEPT:
        return Family.STATE, "two-custodies"
    return (Family.PRESENCE, "two-places") if is_known else (Family.STATE, "free-while-held")


def _apart(facts: Facts, first: _Stay, second: _Stay) -> float | None:
    """The fewest kilometres between a place of the one and a place of the other; ``None`` where any is not known."""
    ways = [
        distance(facts.places.get(here), facts.places.get(there)) for here in first.places for there in second.places
    ]
    known = [kilometres for kilometres in ways if kilometres is not None]
    return min(known) if known and len(known) == len(ways) else None


def _certainty(first: _Stay, second: _Stay, way: int) -> Certainty | None:
    """Certain by the bounds; possible only where overlapping is the likelier reading of what is known."""
    certainty = shared(first.extent, second.extent, way)
    if certainty is not Certainty.POSSIBLE or first.mode not in _LASTING:
        return certainty if certainty is Certainty.CERTAIN else None
    if second.mode is not Mode.FREE and any(one.mode is Mode.WARD and one.extent.is_open for one in (first, second)):
        return None  # when somebody left a hospital is often not written down
    overlap = stretch(first.extent, second.extent)
    known_to = second.extent.length
    if second.mode in _LASTING:
        known_to = min(known_to, first.extent.length)
    if overlap * 2 < known_to:
        return None
    if first.mode in _KEPT and second.mode in _FREE and second.extent.start_from < first.extent.start_to:
        return None  # arrested after the act, as one would expect
    return Certainty.POSSIBLE if second.event.kind == OFFENCE or overlap > DAY else None


def _steps(
    facts: Facts, who: tuple[str, _Stay, _Stay], certainty: Certainty, kilometres: float | None
) -> Iterator[Step]:
    """The reasoning after the two facts: whose times, what places, what way lies between."""
    person, first, second = who
    is_overlap = shared(first.extent, second.extent) is not None
    yield Step(TOOK_PART, {"person": Ref(Kind.PERSON, person)})
    if not facts.is_named(person):
        yield Step("unnamed")
    if second.event.kind in FROM_AFAR:
        yield Step("from-afar")
    if first.extent.is_open and first.mode in _KEPT | {Mode.WARD}:
        yield Step("no-end", {"event": Ref(Kind.EVENT, first.event.id)})
    yield Step(f"overlap-{certainty}" if is_overlap else "no-time-between")
    if first.places and second.places:
        yield Step("not-nested")
    else:
        yield Step("held-elsewhere")
    if kilometres is not None:
        minutes = least_seconds(kilometres) // 60
        yield Step("way", {"kilometres": round(kilometres), "speed": SPEED, "minutes": minutes})
