"""A case as it may leave for a purpose: consents and protection obeyed, what is only ours left behind."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.case_file import CaseFile
from db.rows import PersonRow
from db.types import Name, Protection
from desktop.logic import names
from desktop.logic.consent import obey
from desktop.logic.masking import Masks

# Working papers of ours, and what was settled for all cases of the vault: nobody else's.
OURS = ("consents", "tasks", "notes", "deadlines", "conflicts", "briefs", "rules", "calendar_days")
# Lists whose records are about somebody alone: without the person nothing of them may leave.
_ABOUT_ONE = ("parties", "relations", "charges", "injuries")
_WHOSE = ("person_id", "other_person_id", "target_id")
_FREE = (
    "title", "text", "summary", "author", "addressee", "received_from", "received_how", "quote", "value", "remark",
    "observed_by", "identified_how", "publisher", "population", "definition", "address", "part", "article", "basis",
    "element", "file_name", "exhibit", "description", "occupation", "health",
)  # fmt: skip
_LISTS = (
    "organisations", "places", "relations", "events", "participations", "charges", "documents", "injuries", "issues",
    "issue_facts", "indicators", "citations",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What may leave, whose consent was withdrawn or is on no record (ids), and how many records of each list stayed.

    ``is_bare`` says that documents leave without their files: nobody has taken the names out of those.
    """

    file: CaseFile
    withdrawn: tuple[str, ...]
    unasked: tuple[str, ...]
    left_out: Mapping[str, int]
    is_bare: bool


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in place of a name in a text and of a name that is withheld; which extra fields are no free text."""

    instead: str
    withheld: str
    language: str
    closed: frozenset[str] = frozenset()


def disclose(file: CaseFile, purpose: str, words: Words) -> Disclosed:
    """The case as it may leave for a purpose (``consent-purposes``)."""
    obeyed = obey(file, purpose)
    gone = frozenset(obeyed.withdrawn)
    guarded = frozenset(row.id for row in obeyed.file.persons if row.protected != Protection.NONE.value)
    kept = {part: _kept(getattr(file, part), gone, part) for part in (*_LISTS, "parties")}
    kept["citations"] = [row for row in kept["citations"] if row.target_id not in guarded]  # what sources tell of them
    masks = Masks(obeyed.file.persons)
    for part in _LISTS:
        kept[part] = [_covered(row, masks, words) for row in kept[part]]
    persons = [_shown(row, words, gone, masks) for row in obeyed.file.persons]
    case = _covered(file.case, masks, words)
    left = {part: len(getattr(file, part)) - len(rows) for part, rows in kept.items()}
    left |= {part: len(getattr(file, part)) for part in OURS if part not in {"rules", "calendar_days"}}
    if guarded:
        kept["documents"] = [replace(row, blob=None, sha256=None, sha512=None) for row in kept["documents"]]
    reduced = replace(file, case=case, persons=persons, **kept, **dict.fromkeys(OURS, ()))
    return Disclosed(
        reduced, obeyed.withdrawn, obeyed.unasked, {part: n for part, n in left.items() if n}, bool(guarded)
    )


def is_about(row: Any, persons: Collection[str]) -> bool:
    """Whether a record is one of these persons' own: a charge, an injury, a part in the case."""
    return any(getattr(row, name, None) in persons for name in _WHOSE)


def _kept(rows: Sequence[Any], gone: frozenset[str], part: str) -> list[Any]:
    if part == "documents":
        return [row for row in rows if not row.privileged]
    return [row for row in rows if not (part in _ABOUT_ONE and is_about(row, gone))]


def _shown(row: PersonRow, words: Words, gone: frozenset[str], masks: Masks) -> PersonRow:
    """A person as they may be shown; of whoever is protected nothing stays but how."""
    if row.protected == Protection.NONE.value:
        return _covered(row, masks, words)
    shown = names.shown(row.names, Protection(row.protected), row.pseudonym, words.language)
    pseudonym = row.pseudonym if row.protected == Protection.PSEUDONYM.value and row.id not in gone else None
    bare = PersonRow(row.id, (Name(shown),) if shown else (), protected=row.protected, pseudonym=pseudonym)
    return bare if shown else replace(bare, description=words.withheld)


def _covered(row: Any, masks: Masks, words: Words) -> Any:
    """A record without the names of protected persons in its free texts, names of places and extra fields."""
    changed: dict[str, Any] = {}
    for name in _FREE:
        value = getattr(row, name, None)
        if isinstance(value, str):
            changed[name] = masks.cover(value, words.instead)
    if getattr(row, "fields", None):
        changed["fields"] = {
            key: masks.cover(value, words.instead) if isinstance(value, str) and key not in words.closed else value
            for key, value in row.fields.items()
        }
    if getattr(row, "names", None) and not isinstance(row, PersonRow):
        changed["names"] = tuple(replace(name, text=masks.cover(name.text, words.instead)) for name in row.names)
    if getattr(row, "tags", None):
        changed["tags"] = tuple(masks.cover(tag, words.instead) for tag in row.tags)
    return replace(row, **changed) if changed else row
