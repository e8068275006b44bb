"""The lists of a case as tables show them: their records in order, and what cells say of them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from db.queries import documents, members, tables, timeline
from db.queries.records import fetch
from db.rows import CaseRow, Key, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind
from db.vault import Session
from desktop.documents.exchange.entity import Entity
from desktop.documents.sheets.columns import NAMED, Column
from desktop.i18n import current
from desktop.operations.paging import every
from desktop.operations.table_cells import Cells, Shown

PAGE = 500
MEMBERS: dict[Kind, type[Any]] = {
    Kind.PERSON: PersonRow, Kind.ORGANISATION: OrganisationRow, Kind.PLACE: PlaceRow,
}  # fmt: skip


def cells_for(
    session: Session, case_id: str, columns: Sequence[Column], *, is_plain: bool,
    as_told: Mapping[str, str] | None = None,
) -> Cells:  # fmt: skip
    """What writes records into these columns in the interface's language, protected persons as they may be shown.

    ``as_told`` are the protections that consents for a purpose ask for, by person.
    """
    case = fetch(session, CaseRow, case_id)
    cells = Cells(session, case, columns, current().value, is_plain=is_plain, as_told=as_told)

    def page(after: Key | None) -> Any:
        return members.page(session, PersonRow, case_id=case_id, after=after, limit=PAGE)

    if not is_plain:
        cells.faces.protect(every(page))
    return cells


def pages_of(session: Session, case_id: str, entity: Entity) -> Iterator[list[Shown]]:
    """The records of a list, so many at a time."""
    batch: list[Shown] = []
    for shown in _records(session, case_id, entity.kind):
        batch.append(shown)
        if len(batch) == PAGE:
            yield batch
            batch = []
    yield batch


def unnamed_targets(session: Session, case_id: str, entity: Entity, kept: Collection[str] | None = None) -> set[str]:
    """The passages, of ``kept`` ones where not all may leave, that bear on what no cell of a table can name."""
    if entity.kind is not Kind.CITATION:
        return set()
    shown = (one for batch in pages_of(session, case_id, entity) for one in batch)
    return {
        one.row.id for one in shown if Kind(one.row.target_kind) not in NAMED and (kept is None or one.row.id in kept)
    }


def _records(session: Session, case_id: str, kind: Kind) -> Iterator[Shown]:
    """The list in the order it is shown in: events in time, people by name, the rest as they were entered."""

    def page(after: Key | None) -> Any:
        if kind is Kind.EVENT:
            return timeline.page(session, case_id, after=after, limit=PAGE)
        if kind is Kind.DOCUMENT:
            return documents.page(session, case_id=case_id, after=after, limit=PAGE)
        if kind in MEMBERS:
            return members.page(session, MEMBERS[kind], case_id=case_id, after=after, limit=PAGE)
        return tables.page(session, kind, case_id, after=after, limit=PAGE)

    for line in every(page):
        if kind is Kind.EVENT:
            yield Shown(line.event, line.participants)
        else:
            yield Shown(line.document if kind is Kind.DOCUMENT else line)
