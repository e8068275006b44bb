"""The rows of how people stand to one another and to the case: relations, consents, and what is still to be done."""

from dataclasses import dataclass

from db.types import When


@dataclass(frozen=True, slots=True)
class RelationRow:
    """What one person or organisation is to another, from and to."""

    id: str
    case_id: str
    kind: str
    person_id: str | None = None
    organisation_id: str | None = None
    other_person_id: str | None = None
    other_organisation_id: str | None = None
    from_: When | None = None
    to: When | None = None
    certainty: str | None = None
    text: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """What a person agreed may be done with their account, how they may be named, and whether they took it back."""

    id: str
    case_id: str
    person_id: str
    purpose: str
    anonymity: str | None = None
    given: When | None = None
    withdrawn: When | None = None
    document_id: str | None = None
    obtained_by: str | None = None
    text: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Something to do, on any record or on the case itself."""

    id: str
    case_id: str
    title: str
    text: str | None = None
    due: When | None = None
    assignee: str | None = None
    status: str | None = None
    target_kind: str | None = None
    target_id: str | None = None
    trashed_at: int | None = None


@dataclass(frozen=True, slots=True)
class NoteRow:
    """Free text on any record or on the case itself."""

    id: str
    case_id: str
    text: str
    target_kind: str | None = None
    target_id: str | None = None
    trashed_at: int | None = None
