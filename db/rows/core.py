"""The rows of who was where and what happened: cases, people, events, documents, and how they hang together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from db.types import Name, When

Row = TypeVar("Row")
Key = tuple[int | str, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """Some rows of a list and the key to ask for the next with; ``next_key`` is ``None`` on the last page."""

    rows: Sequence[Row]
    next_key: Key | None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case."""

    id: str
    ref: str
    title: str
    summary: str | None = None
    jurisdiction: str = "kz"
    language: str | None = None
    stage: str | None = None
    opened: When | None = None
    closed: When | None = None
    tags: tuple[str, ...] = ()
    confidentiality: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person; no names means unidentified."""

    id: str
    names: tuple[Name, ...] = ()
    description: str | None = None
    sex: str | None = None
    born: When | None = None
    deceased: When | None = None
    citizenships: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    occupation: str | None = None
    identity_documents: Sequence[Mapping[str, Any]] = ()
    addresses: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    health: str | None = None
    protected: str = "none"
    pseudonym: str | None = None
    tags: tuple[str, ...] = ()
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation."""

    id: str
    names: tuple[Name, ...] = ()
    kind: str | None = None
    parent_id: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place; ``latitude`` and ``longitude`` in degrees, ``zone`` an IANA name."""

    id: str
    names: tuple[Name, ...] = ()
    kind: str | None = None
    address: str | None = None
    region: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    zone: str | None = None
    parent_id: str | None = None
    capacity: int | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A person, organisation or place on file in a case."""

    id: str
    case_id: str
    member_kind: str
    member_id: str


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A person or organisation in a role in a case."""

    id: str
    case_id: str
    role: str
    person_id: str | None = None
    organisation_id: str | None = None
    from_: When | None = None
    to: When | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event; ``position`` orders those that begin at the same moment."""

    id: str
    case_id: str
    kind: str
    when: When | None = None
    until: When | None = None
    place_id: str | None = None
    until_place_id: str | None = None
    title: str | None = None
    text: str | None = None
    standing: str | None = None
    certainty: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict[str, Any])
    position: int | None = None
    tags: tuple[str, ...] = ()
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """A person or organisation in an event."""

    id: str
    event_id: str
    role: str
    person_id: str | None = None
    organisation_id: str | None = None
    degree: str | None = None
    certainty: str | None = None
    identified_how: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class EventLinkRow:
    """How the event ``from_id`` bears on the event ``to_id``."""

    id: str
    from_id: str
    to_id: str
    kind: str
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """A charge against a person."""

    id: str
    case_id: str
    person_id: str
    article: str | None = None
    part: str | None = None
    text: str | None = None
    from_: When | None = None
    to: When | None = None
    outcome: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document; ``blob`` is ``None`` where no file is stored, ``size`` is in bytes."""

    id: str
    case_id: str
    title: str
    kind: str | None = None
    dated: When | None = None
    author: str | None = None
    addressee: str | None = None
    language: str | None = None
    received: When | None = None
    received_from: str | None = None
    received_how: str | None = None
    original: bool | None = None
    privileged: bool | None = None
    confidentiality: str | None = None
    exhibit: str | None = None
    derived_from_id: str | None = None
    derivation: str | None = None
    address: str | None = None
    file_name: str | None = None
    blob: str | None = None
    media_type: str | None = None
    pages: int | None = None
    size: int | None = None
    sha256: str | None = None
    sha512: str | None = None
    tags: tuple[str, ...] = ()
    trashed_at: int | None = None
