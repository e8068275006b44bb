"""What of a case the clocks look at, frozen; ``reading.py`` takes it from the rows of a case."""

import dataclasses
from collections.abc import Mapping
from typing import Any, NamedTuple

from db.types import When


class Span(NamedTuple):
    """The first and the last second (Unix) a moment can be, both inclusive; ``None`` is no limit on that side."""

    earliest: int | None
    latest: int | None


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """What decides which rules protect a person."""

    id: str
    born: When | None = None
    deceased: When | None = None
    citizenships: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Participant:
    """A person or an organisation (of ``kind``) in an event, by role."""

    role: str
    person: str | None = None
    kind: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Happening:
    """An event; ``zone`` is the wall clock of its place, ``places`` its place and what that lies in.

    ``is_doubted``: a rumour, a record we dispute, or one of which sources only say that it is not so;
    ``denied`` names fields of which they say so.
    """

    id: str
    kind: str
    when: When | None
    zone: str
    until: When | None = None
    fields: Mapping[str, Any] = dataclasses.field(default_factory=dict[str, Any])
    participants: tuple[Participant, ...] = ()
    place_kinds: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    is_prospective: bool = False
    is_doubted: bool = False
    denied: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True)
class Link:
    """How the event ``from_id`` bears on the event ``to_id``."""

    from_id: str
    to_id: str
    kind: str


@dataclasses.dataclass(frozen=True, slots=True)
class Charge:
    """An article a person is charged under, and since when."""

    person: str
    article: str
    since: When | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """The passage an event rests on: the record of the document, its title and the page."""

    document: str
    title: str
    page: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Decision:
    """What we wrote down about one deadline: its status, when and how it was handed over, a due of its own and why.

    ``at`` is the moment of handing over (post, administration of the place of detention), which is what counts.
    """

    id: str
    rule: str
    event: str
    variant: str = ""
    person: str | None = None
    anchor: str | None = None
    status: str | None = None
    at: When | None = None
    channel: str | None = None
    proof: str | None = None
    override: When | None = None
    reason: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Facts:
    """One case; ``regimes`` are the jurisdictions whose rules hold for it, its own first."""

    jurisdiction: str
    zone: str
    regimes: tuple[str, ...]
    stage: str | None = None
    persons: Mapping[str, Person] = dataclasses.field(default_factory=dict[str, Person])
    events: tuple[Happening, ...] = ()
    links: tuple[Link, ...] = ()
    charges: tuple[Charge, ...] = ()
    sources: Mapping[str, tuple[Source, ...]] = dataclasses.field(default_factory=dict[str, tuple[Source, ...]])
    decisions: tuple[Decision, ...] = ()
