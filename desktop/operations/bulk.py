"""The same change to many records at once: one transaction, one step of undo, all or nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.queries.records import read_rows
from db.queries.timeline import participations_of
from db.rows import DocumentRow, EventRow, PersonRow
from db.types import Kind
from db.vault import Session, Vault
from desktop.errors import Fault, InputFaults
from desktop.i18n import _
from desktop.operations import Done, Touched
from desktop.operations.checks import check_document, check_event, check_named
from desktop.operations.members import sort_key_of
from desktop.operations.texts import cleaned_row

TAGS = "tags"
_TIMES = frozenset({"when", "until"})
ROWS: Mapping[Kind, type[Any]] = {Kind.EVENT: EventRow, Kind.DOCUMENT: DocumentRow, Kind.PERSON: PersonRow}


@dataclass(frozen=True, slots=True)
class Several:
    """Many records of one kind as a form shows them: what they have in common, and where they differ."""

    kind: Kind
    rows: Sequence[Any]

    def shared(self, part: str) -> Any:
        """The value every one of them has, else ``None``."""
        first = getattr(self.rows[0], part)
        return None if self.differs(part) else first

    def differs(self, part: str) -> bool:
        """Whether they do not all have the same."""
        first = getattr(self.rows[0], part)
        return any(getattr(row, part) != first for row in self.rows)


def read_several(session: Session, kind: Kind, records: Sequence[str]) -> Several:
    """Read the records. Raises ``RecordMissing``."""
    return Several(kind, read_rows(session, ROWS[kind], records))


def edit_several(
    vault: Vault, kind: Kind, records: Sequence[str], values: Mapping[str, Any], *, case_id: str | None = None
) -> Done[int]:
    """Give all these records the same ``values``; ``tags`` are added to those they have. Returns how many changed.

    Raises ``InputFaults`` with the first record that cannot take them; then none is changed.
    """
    with vault.change("edit-several") as change:
        standing = read_rows(change.session, ROWS[kind], records)
        rows = [cleaned_row(_with(row, values)) for row in standing]
        changed = [(number, row) for number, row in enumerate(rows) if row != standing[number]]
        _require_all(change.session, changed, values)
        written = [row for _number, row in changed]
        derived = {"sort_key": [sort_key_of(row) for row in written]} if kind is Kind.PERSON else {}
        change.put_all(written, **derived)
        if kind is Kind.EVENT and case_id:
            change.enroll(case_id, Kind.PLACE, [values.get("place_id") or ""])
    return Done(len(written), Touched(frozenset({kind, Kind.MEMBERSHIP}), case_id))


def _require_all(session: Session, changed: Sequence[tuple[int, Any]], values: Mapping[str, Any]) -> None:
    """What one record can take, all can, except where it is held against another value of the record itself."""
    is_held_against_others = not _TIMES.isdisjoint(values)
    for number, row in changed if is_held_against_others else changed[:1]:
        _require(session, row, number + 1)


def _with(row: Any, values: Mapping[str, Any]) -> Any:
    changed = dict(values)
    if TAGS in changed:
        changed[TAGS] = tuple(dict.fromkeys((*row.tags, *changed[TAGS])))
    return replace(row, **changed)


def _require(session: Session, row: Any, number: int) -> None:
    try:
        _CHECKS[type(row)](session, row)
    except InputFaults as refused:
        said = _("Record {number} of those chosen: {fault}")
        faults = [Fault(fault.place, said.format(number=number, fault=fault.what)) for fault in refused.faults]
        raise InputFaults(refused.what, faults, refused.remedy) from None


def _event(session: Session, row: EventRow) -> None:
    check_event(row, participations_of(session, row.id))


def _document(_session: Session, row: DocumentRow) -> None:
    check_document(row)


def _person(_session: Session, row: PersonRow) -> None:
    check_named(row)


_CHECKS: Mapping[type[Any], Callable[[Session, Any], None]] = {
    EventRow: _event, DocumentRow: _document, PersonRow: _person,
}  # fmt: skip
