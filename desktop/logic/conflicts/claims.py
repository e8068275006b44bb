"""What sources say a field holds, against one another and against what the record itself holds."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import cast

from db.rows import CitationRow, EventRow
from db.types import Kind, Name, When
from desktop.logic.conflicts.compare import differ, plain, read_words, type_of
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Step, Value, fingerprint
from desktop.logic.conflicts.facts import Facts, source_of

LENGTHS = frozenset({"duration", "claimed_duration", "days", "hours", "months", "years"})  # judged by duration.py
_COLUMNS = {"name": "names", "place": "place_id", "until_place": "until_place_id", "from": "from_"}
_TERMS = frozenset({(Kind.CHARGE, "outcome"), (Kind.INJURY, "type"), (Kind.INJURY, "region")})
_PLACES = frozenset({"place_id", "until_place_id"})
NO_ZONE = "UTC"


@dataclass(frozen=True, slots=True)
class _Claim:
    """A value for a field by one source; ``citation`` is ``None`` for the record's own, with all ways to write it."""

    value: str
    shown: Value
    citation: CitationRow | None = None
    ways: tuple[object, ...] = ()


def claims_about(facts: Facts, target: str) -> Iterator[Conflict]:
    """One conflict for each two values that some field of a record cannot both hold."""
    by_field: dict[str, list[CitationRow]] = defaultdict(list)
    for citation in facts.citations.get(target, ()):
        if citation.field and citation.value and citation.field not in LENGTHS:
            by_field[citation.field].append(citation)
    for field, told in by_field.items():
        ref = Ref(Kind(told[0].target_kind), target)
        yield from _between_claims(facts, ref, field, told)


def _between_claims(facts: Facts, ref: Ref, field: str, told: Sequence[CitationRow]) -> Iterator[Conflict]:
    row = record_of(facts, ref)
    zone = _zone(row)
    kind = "term" if (ref.kind, field) in _TERMS else type_of(field, facts.vocabulary.types)
    claims = list(_distinct(told, zone if kind == "when" else ""))
    own = _own(facts, row, field)
    if own and all(_differ(kind, own, claim, zone) for claim in claims):
        claims.append(own)
    for one, other in combinations(claims, 2):
        certainty = _differ(kind, one, other, zone)
        if certainty is not None:
            yield _conflict(facts, ref, field, certainty, (one, other))


def _distinct(told: Sequence[CitationRow], zone: str) -> Iterator[_Claim]:
    """The first source of every value; with a ``zone``, of every time."""
    seen: set[str] = set()
    for citation in told:
        value = plain(citation.value)
        if value not in seen:
            seen.add(value)
            time = read_words(value, zone) if zone else None
            yield _Claim(value, time or value, citation, (value,))


def _differ(kind: str, one: _Claim, other: _Claim, zone: str) -> Certainty | None:
    """How certainly two claims exclude each other: not at all where any way to write them agrees."""
    verdicts = [differ(kind, here, there, zone) for here in one.ways for there in other.ways]
    if None in verdicts or not verdicts:
        return None
    return Certainty.POSSIBLE if Certainty.POSSIBLE in verdicts else Certainty.CERTAIN


def _conflict(facts: Facts, ref: Ref, field: str, certainty: Certainty, pair: tuple[_Claim, _Claim]) -> Conflict:
    steps = [_step(ref, field, claim) for claim in pair]
    sources = [source_of(claim.citation) for claim in pair if claim.citation]
    if any(claim.citation is None for claim in pair):
        named = {source.citation for source in sources}
        sources += [source for source in facts.sources(ref.id) if source.citation not in named]
    told = [(field, claim.value, bool(claim.citation)) for claim in pair]
    return Conflict(
        Family.VALUE, "claims", certainty, (ref, ref), persons_of(facts, ref), (Step("about", {"record": ref}), *steps),
        tuple(sources), fingerprint(f"claims:{field}", told),
    )  # fmt: skip


def _step(ref: Ref, field: str, claim: _Claim) -> Step:
    if claim.citation is None:
        return Step("own-value", {"record": ref, "field": field, "value": claim.shown})
    document = Ref(Kind.DOCUMENT, claim.citation.document_id)
    return Step("claim", {"document": document, "field": field, "value": claim.shown})


def repeats_record(facts: Facts, citation: CitationRow) -> bool:
    """Whether the value a passage gives is just what the record holds."""
    row = record_of(facts, Ref(Kind(citation.target_kind), citation.target_id))
    own = _own(facts, row, citation.field or "")
    return own is not None and plain(citation.value) in {plain(way) for way in own.ways}


def record_of(facts: Facts, ref: Ref) -> object | None:
    """The record a citation speaks of, where it is one that holds values."""
    match ref.kind:
        case Kind.EVENT:
            return facts.events.get(ref.id)
        case Kind.PERSON:
            return facts.persons.get(ref.id)
        case Kind.PLACE:
            return facts.places.get(ref.id)
        case _:
            rows = [*facts.file.charges, *facts.file.injuries, *facts.file.organisations, *facts.file.participations]
            return next((row for row in rows if row.id == ref.id), None)


def persons_of(facts: Facts, ref: Ref) -> tuple[str, ...]:
    """Whom a record concerns."""
    if ref.kind is Kind.PERSON:
        return (ref.id,)
    if ref.kind is Kind.EVENT:
        return facts.involved(ref.id)
    person = getattr(record_of(facts, ref), "person_id", None)
    return (person,) if person else ()


def _own(facts: Facts, row: object | None, field: str) -> _Claim | None:
    """What the record itself holds in a field; ``None`` where it holds nothing."""
    column = _COLUMNS.get(field, field)
    held: object = getattr(row, column, None)
    if held is None and isinstance(row, EventRow):
        held = row.fields.get(field)
    if held is None or held in ("", ()):
        return None
    if isinstance(held, When):
        return _Claim(held.edtf, held, ways=(held.edtf,))
    if column in _PLACES:
        return _own_place(facts, str(held))
    if column == "names" and isinstance(held, tuple):
        spelled = [name.text for name in cast("tuple[Name, ...]", held)]
        return _Claim(" / ".join(spelled), spelled[0], ways=tuple(spelled))
    return _Claim(plain(held), plain(held), ways=(held,))


def _own_place(facts: Facts, place: str) -> _Claim:
    """A place under any of its names, or those of what it lies in."""
    names = facts.spellings(place)
    return _Claim(" / ".join(names), Ref(Kind.PLACE, place), ways=(place, *names))


def _zone(row: object | None) -> str:
    """The zone that times about a record are read in."""
    times = (getattr(row, "when", None), getattr(row, "born", None), getattr(row, "from_", None))
    return next((value.zone for value in times if isinstance(value, When)), NO_ZONE)
