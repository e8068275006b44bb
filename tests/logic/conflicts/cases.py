"""Small cases to find conflicts in: events in a line each, everything else only where a test needs it."""

from itertools import combinations
from typing import Any

from db.case_file import CaseFile
from db.rows import (
    CaseRow,
    CitationRow,
    DocumentRow,
    EventLinkRow,
    EventRow,
    ParticipationRow,
    PersonRow,
    PlaceRow,
)
from db.types import Kind, Name, When
from desktop.logic import when
from desktop.logic.conflicts import Conflict, Pair, Vocabulary, find_conflicts
from resources.vocabularies import event_kinds, fields

ZONE = "Asia/Almaty"
VOCABULARY = Vocabulary(
    frozenset(kind.id for kind in event_kinds().values() if kind.proves_presence),
    {field.id: field.type for field in fields().values()},
)


def at(text: str, zone: str = ZONE) -> When:
    """A time from EDTF."""
    return when.parse(text, zone)


def person(name: str = "Askar", **known: Any) -> PersonRow:
    """A person whose id is the name; no name at all for an unidentified one."""
    return PersonRow(id=name or "nobody", names=(Name(name),) if name else (), **known)


def place(name: str, kind: str | None = None, **known: Any) -> PlaceRow:
    """A place whose id is its name."""
    return PlaceRow(id=name, names=(Name(name),), kind=kind, **known)


def event(kind: str, times: str = "", where: str | None = None, **known: Any) -> EventRow:
    """An event: ``times`` is "when" or "when until" in EDTF; its id is the kind unless one is given."""
    first, _, last = times.partition(" ")
    known = {"id": kind, "when": at(first) if first else None, "until": at(last) if last else None, **known}
    return EventRow(case_id="c", kind=kind, place_id=where, **known)


def document(name: str, dated: str = "", **known: Any) -> DocumentRow:
    """A document whose id is its title."""
    return DocumentRow(id=name, case_id="c", title=name, dated=at(dated) if dated else None, **known)


def cited(source: str, target: str, kind: Kind = Kind.EVENT, **known: Any) -> CitationRow:
    """A passage of a document about a record."""
    return CitationRow(id=f"{source}>{target}{sorted(known.items())}", document_id=source, target_kind=kind,
                       target_id=target, **known)  # fmt: skip


def linked(one: str, kind: str, other: str) -> EventLinkRow:
    """A link between two events."""
    return EventLinkRow(id=f"{one}-{kind}-{other}", from_id=one, to_id=other, kind=kind)


def case(*records: Any, role: str = "accused", who: str = "Askar", **parts: Any) -> CaseFile:
    """A case of these records; ``who`` takes part in every event in ``role``, or in the one ``roles`` names for it."""
    roles: dict[str, str] = parts.pop("roles", {})
    lists: dict[object, list[Any]] = {}
    for record in records:
        lists.setdefault(record.__class__, []).append(record)
    events = lists.get(EventRow, [])
    return CaseFile(
        case=CaseRow(id="c", ref="C", title="C"),
        persons=lists.get(PersonRow, [person(who)]),
        places=lists.get(PlaceRow, []),
        events=events,
        participations=[
            ParticipationRow(id=f"in-{row.id}", event_id=row.id, person_id=who, role=roles.get(row.id, role))
            for row in events
        ],
        links=lists.get(EventLinkRow, []),
        documents=lists.get(DocumentRow, []),
        citations=lists.get(CitationRow, []),
        **parts,
    )


def all_pairs(file: CaseFile) -> list[Pair]:
    """Every two events of every person."""
    acts: dict[str, set[str]] = {}
    for one in file.participations:
        acts.setdefault(one.person_id or "", set()).add(one.event_id)
    return [(who, *pair) for who, events in acts.items() for pair in combinations(sorted(events), 2)]


def conflicts(file: CaseFile) -> list[Conflict]:
    """Every conflict in a case."""
    return find_conflicts(file, all_pairs(file), VOCABULARY)


def told(file: CaseFile) -> list[tuple[str, str]]:
    """The rule and certainty of every conflict in a case."""
    return [(one.rule, one.certainty.value) for one in conflicts(file)]
