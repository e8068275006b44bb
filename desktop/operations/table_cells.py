"""What the cells of a table say of a record, as far as the protection of persons allows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from db.queries.records import fetch
from db.queries.tables import named
from db.queries.timeline import Participant
from db.rows import CaseRow, ChargeRow, InjuryRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind, When
from db.vault import Session
from desktop.documents.sheets.columns import Column, Holds
from desktop.documents.sheets.lines import joined
from desktop.documents.sheets.values import label_of
from desktop.i18n import _
from desktop.operations.table_faces import Faces
from desktop.operations.table_words import spelled
from desktop.operations.times import zone_of_case
from resources.vocabularies import vocabulary


@dataclass(frozen=True, slots=True)
class Shown:
    """A record as a line of a table, and who takes part where it is an event."""

    row: Any
    participants: Sequence[Participant] = ()


class Cells:
    """Puts records into cells in one language, the names of persons as ``faces`` shows them."""

    def __init__(
        self, session: Session, case: CaseRow, columns: Sequence[Column], language: str, *, is_plain: bool,
        as_told: Mapping[str, str] | None = None,
    ) -> None:  # fmt: skip
        self.faces = Faces(columns, language, is_plain=is_plain, as_told=as_told)
        self._session, self._columns, self._language = session, columns, language
        self._zone = zone_of_case(session, case)
        self._zones: dict[str, str] = {}
        self._named: dict[str, Any] = {}
        self._labels: dict[tuple[str, str], str] = {}

    def lines(self, shown: Sequence[Shown]) -> list[list[str]]:
        """The cells of some records; what they name is read in one go."""
        self._read_named(shown)
        return [[self._cell(one, column) for column in self._columns] for one in shown]

    def _cell(self, shown: Shown, column: Column) -> str:
        if column.holds in {Holds.NAME, Holds.NAMES}:
            return self.faces.name(shown.row, column)
        if self.faces.is_protected(shown.row) and self.faces.is_withheld(column):
            return ""
        if column.key.startswith("participants."):
            role = column.steps[-1]
            return joined(self.faces.participant(one) for one in shown.participants if one.participation.role == role)
        value = _value(shown.row, column)
        if value in (None, "", (), []):
            return ""
        told = _WRITERS[column.holds](self, value, column, shown.row)
        return self.faces.masked(told) if column.holds in {Holds.TEXT, Holds.TEXTS} else told

    def when(self, value: When, column: Column, row: Any) -> str:
        """A time as EDTF, with its zone behind it where it is not that of its place."""
        places = (getattr(row, f"{key}_id", None) for key in column.places)
        around = next((self._zone_at(place) for place in places if place), self._zone)
        return value.edtf if value.zone == around else f"{value.edtf}[{value.zone}]"

    def term(self, value: str, column: Column, _row: Any) -> str:
        """A term by its label."""
        said = self._labels.get((column.vocabulary, value))
        if said is None:
            terms = vocabulary(column.vocabulary)
            said = label_of(tuple(terms.values()), terms[value], self._language) if value in terms else value
            self._labels[column.vocabulary, value] = said
        return said

    def terms(self, value: Sequence[str], column: Column, row: Any) -> str:
        """Several terms by their labels, or texts as they are."""
        return joined([self.term(one, column, row) for one in value] if column.vocabulary else list(value))

    def safeguard(self, value: bool | str, column: Column, row: Any) -> str:  # noqa: FBT001 - what the record holds
        """Whether a safeguard was respected."""
        return _truth(value) if isinstance(value, bool) else self.term(value, column, row)

    def record(self, value: str, _column: Column, _row: Any) -> str:
        """Another record by its name or title; its id where it has neither."""
        row = self._named.get(value)
        if isinstance(row, PersonRow | OrganisationRow | PlaceRow):
            return self.faces.member(row)
        if isinstance(row, ChargeRow | InjuryRow):
            whose = self._named.get(row.person_id)
            row = replace(row, text=self.faces.masked(row.text or "")) if isinstance(row, ChargeRow) else row
            return spelled(row, self.faces.member(whose) if whose else "", self._language) or value
        return self.faces.masked(getattr(row, "title", None) or "") or value

    def records(self, value: Sequence[str], column: Column, row: Any) -> str:
        """Several records."""
        return joined([self.record(one, column, row) for one in value])

    def _read_named(self, shown: Sequence[Shown]) -> None:
        wanted: dict[Kind, set[str]] = {}
        for column in self._columns:
            if column.kinds and column.field:
                values = [_value(one.row, column) for one in shown]
                ids = {one for value in values if value for one in ([value] if isinstance(value, str) else value)}
                wanted.setdefault(column.kinds[0], set()).update(ids)
        self._named = {}
        for kind, ids in wanted.items():
            self._named |= named(self._session, kind, ids)
        whose = {row.person_id for row in self._named.values() if isinstance(row, ChargeRow | InjuryRow)}
        self._named |= named(self._session, Kind.PERSON, whose)

    def _zone_at(self, place_id: str) -> str:
        if place_id not in self._zones:
            place, seen = fetch(self._session, PlaceRow, place_id), {place_id}
            while not place.zone and place.parent_id and place.parent_id not in seen:
                seen.add(place.parent_id)
                place = fetch(self._session, PlaceRow, place.parent_id)
            self._zones[place_id] = place.zone or self._zone
        return self._zones[place_id]


def _value(row: Any, column: Column) -> Any:
    """What a record holds for a column."""
    if column.field == "target_id":
        return row.target_id if row.target_kind == column.kinds[0].value else None
    if column.field == "latitude":
        return None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
    value = getattr(row, column.field)
    return value.get(column.steps[-1]) if column.field == "fields" else value


def _truth(value: bool) -> str:  # noqa: FBT001 - what the record holds
    return _("Yes") if value else _("No")


def _plain(_cells: Cells, value: Any, _column: Column, _row: Any) -> str:
    if isinstance(value, bool):
        return _truth(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _coordinates(_cells: Cells, value: tuple[float, float], _column: Column, _row: Any) -> str:
    return f"{value[0]}, {value[1]}"


_WRITERS: Mapping[Holds, Callable[[Cells, Any, Column, Any], str]] = {
    **dict.fromkeys(Holds, _plain), Holds.WHEN: Cells.when, Holds.TERM: Cells.term, Holds.TERMS: Cells.terms,
    Holds.TEXTS: Cells.terms, Holds.SAFEGUARD: Cells.safeguard, Holds.RECORD: Cells.record,
    Holds.RECORDS: Cells.records, Holds.PLACE_ON_EARTH: _coordinates,
}  # fmt: skip
