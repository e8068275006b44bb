"""The rows of what proves what: citations, injuries, issues with their facts, published figures, briefs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.types import When


@dataclass(frozen=True, slots=True)
class CitationRow:
    """The passage of a document about a target record; ``field`` and ``value``: what it says one field of it holds."""

    id: str
    document_id: str
    target_kind: str
    target_id: str
    bearing: str = "supports"
    page: str | None = None
    paragraph: str | None = None
    timecode: str | None = None
    quote: str | None = None
    reliability: str | None = None
    connection: str | None = None
    field: str | None = None
    value: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class InjuryRow:
    """A mark on a body: ``x`` and ``y`` from 0 to 1 across and down the ``chart`` it is drawn on."""

    id: str
    case_id: str
    person_id: str
    event_id: str | None = None
    chart: str | None = None
    region: str | None = None
    side: str | None = None
    x: float | None = None
    y: float | None = None
    type: str | None = None
    size: str | None = None
    colour: str | None = None
    text: str | None = None
    observed: When | None = None
    observed_by: str | None = None
    istanbul: str | None = None
    grade: str | None = None
    photos: tuple[str, ...] = ()
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class IssueRow:
    """A point to prove; ``parent_id`` is the claim that an element belongs to, ``position`` its place among them."""

    id: str
    case_id: str
    title: str
    parent_id: str | None = None
    position: int | None = None
    element: str | None = None
    basis: str | None = None
    text: str | None = None
    person_id: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class IssueFactRow:
    """What an event, document, injury or other record does to an issue."""

    id: str
    issue_id: str
    target_kind: str
    target_id: str
    bearing: str = "supports"
    remark: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A figure as somebody published it; ``value`` of ``out_of``. Never added to another one."""

    id: str
    case_id: str
    title: str
    value: float | None = None
    out_of: float | None = None
    unit: str | None = None
    period: When | None = None
    population: str | None = None
    definition: str | None = None
    publisher: str | None = None
    published: When | None = None
    document_id: str | None = None
    page: str | None = None
    remark: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class BriefRow:
    """A brief being written; ``sections`` maps the template's section ids to the author's Markdown."""

    id: str
    case_id: str
    template: str
    language: str
    title: str | None = None
    sections: Mapping[str, str] = field(default_factory=dict[str, str])
    status: str | None = None
    trashed_at: int | None = None
