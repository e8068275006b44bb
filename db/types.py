"""Typed identifiers, uncertain time and the closed vocabularies of the record. Standard library only."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

CaseId = NewType("CaseId", str)
PersonId = NewType("PersonId", str)
OrganisationId = NewType("OrganisationId", str)
PlaceId = NewType("PlaceId", str)
PartyId = NewType("PartyId", str)
EventId = NewType("EventId", str)
ParticipationId = NewType("ParticipationId", str)
EventLinkId = NewType("EventLinkId", str)
ChargeId = NewType("ChargeId", str)
DocumentId = NewType("DocumentId", str)
CitationId = NewType("CitationId", str)
BriefId = NewType("BriefId", str)
BlobId = NewType("BlobId", str)


@dataclass(frozen=True, slots=True)
class When:
    """An uncertain moment or span: EDTF text at a place's wall clock, with its bounds.

    ``edtf`` is ISO 8601-2 text (``2022-01-05T20:00``, ``2022-01~``, ``../2022-01-12``); ``zone`` an IANA name.
    ``earliest`` and ``latest`` are whole seconds since the Unix epoch, both inclusive (a minute given exactly has
    ``earliest == latest``; a day runs 00:00:00 to 23:59:59 at its zone); ``None`` means unbounded on that side.
    """

    edtf: str
    zone: str
    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of a name: its text, language (BCP 47, with script where it matters) and kind."""

    text: str
    lang: str | None = None
    kind: str = "official"


class Kind(StrEnum):
    """Every kind of record the vault holds; the value stands in the journal and in references."""

    CASE = "case"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    MEMBERSHIP = "membership"
    PARTY = "party"
    EVENT = "event"
    PARTICIPATION = "participation"
    EVENT_LINK = "event-link"
    CHARGE = "charge"
    DOCUMENT = "document"
    CITATION = "citation"
    BRIEF = "brief"
    RELATION = "relation"
    INJURY = "injury"
    ISSUE = "issue"
    ISSUE_FACT = "issue-fact"
    CONSENT = "consent"
    INDICATOR = "indicator"
    TASK = "task"
    NOTE = "note"
    TERM = "term"
    VIEW = "view"
    RULE = "rule"
    CALENDAR_DAY = "calendar-day"
    DEADLINE = "deadline"
    CONFLICT = "conflict"


class Standing(StrEnum):
    """How a fact stands between the sides (model.md, statuses)."""

    UNDISPUTED = "undisputed"
    ALLEGED = "alleged"
    DISPUTED_BY_US = "disputed-by-us"
    DISPUTED_BY_THEM = "disputed-by-them"
    PROSPECTIVE = "prospective"
    UNSURE = "unsure"


class Bearing(StrEnum):
    """What a citation does to its target."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"


class Protection(StrEnum):
    """How a person may be shown outside the vault."""

    NONE = "none"
    INITIALS = "initials"
    PSEUDONYM = "pseudonym"
    WITHHELD = "withheld"


class LinkKind(StrEnum):
    """How one event bears on another."""

    ANSWERS = "answers"
    REPEATS = "repeats"
    EXTENDS = "extends"
    APPEALS = "appeals"
    REPLACES = "replaces"
    PART_OF = "part-of"
    CAUSED_BY = "caused-by"
    CONTRADICTS = "contradicts"
