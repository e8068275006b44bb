"""The rows of what a user settled: own terms and views, rules and calendars, and decisions on what was computed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.types import When


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of a user's own, or a kind of event (``vocabulary`` "event-kinds") or a field of events ("fields").

    ``labels`` are by language; ``body`` is what a kind or a field has beside them (group, span, fields; type).
    """

    id: str
    vocabulary: str
    term: str
    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    description: str | None = None
    huridocs: str | None = None
    body: Mapping[str, Any] = field(default_factory=dict[str, Any])
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A filter with its columns, or another arrangement of ``scope``, kept under a name."""

    id: str
    scope: str
    title: str
    case_id: str | None = None
    body: Mapping[str, Any] = field(default_factory=dict[str, Any])
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A user's own version of a rule of law: the record of ``resources/rules``, switched off or signed as verified."""

    id: str
    rule: str
    version: str
    body: Mapping[str, Any] = field(default_factory=dict[str, Any])
    is_off: bool = False
    verified_by: str | None = None
    verified_on: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarDayRow:
    """A day (ISO 8601 date) that a user made a holiday or a working day of a calendar."""

    id: str
    calendar: str
    day: str
    is_working: bool
    title: str | None = None
    source: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """What a user decided on a computed deadline: done when, by what channel, with what proof; or another due time."""

    id: str
    case_id: str
    rule: str
    version: str | None = None
    person_id: str | None = None
    event_id: str | None = None
    anchor: str | None = None
    status: str | None = None
    due: When | None = None
    met: When | None = None
    channel: str | None = None
    document_id: str | None = None
    reason: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """What a user decided on two facts that cannot both be true; it holds while their ``fingerprint`` does."""

    id: str
    case_id: str
    kind: str
    first_id: str
    second_id: str
    fingerprint: str
    decision: str
    reason: str | None = None
    trashed_at: int | None = None
