"""From the lines of a table to the records they tell of, as ``case.json`` would hold them, and back to the cells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from db.base import new_id
from db.types import Kind
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.faults import Spot
from desktop.documents.exchange.letters import cleaned, is_unwanted
from desktop.documents.exchange.times import Unreadable
from desktop.documents.sheets import values
from desktop.documents.sheets.columns import Column, Holds
from desktop.documents.sheets.lines import Line, parted
from desktop.documents.sheets.mapping import ColumnMap
from desktop.documents.sheets.xlsx_reading import UNCALCULATED
from desktop.i18n import _, current
from desktop.logic import when
from desktop.logic.when import WhenUnreadable
from desktop.operations.table_names import Known
from desktop.operations.times import sentence_for

if TYPE_CHECKING:
    from desktop.operations.table_found import Found

Record = dict[str, Any]
_ERRORS = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
_TITLES = ("title", "exhibit")  # what records are called that have no names
PERSONAL = {Kind.PERSON: "person", Kind.ORGANISATION: "organisation"}


@dataclass(frozen=True, slots=True)
class Change:
    """What one cell changes of a record that is there already: column, key, what its cell said, what it says now."""

    column: int | None
    key: str
    old: str
    new: str


@dataclass(slots=True)
class Told:
    """What one line tells: the record, which column each part of it came from, and what could not be read.

    ``found`` is the record it tells of again, ``changes`` what it makes of it; None for a new one.
    """

    line: Line
    record: Record
    cells: dict[Spot, int | None] = field(default_factory=dict[Spot, "int | None"])
    faults: list[tuple[int | None, str]] = field(default_factory=list[tuple["int | None", str]])
    found: "Found | None" = None
    changes: list[Change] = field(default_factory=list[Change])

    def column_of(self, spot: Spot) -> int | None:
        """The column that a place in the record came from; None for a place no column stands for."""
        for length in range(len(spot), 0, -1):
            if spot[:length] in self.cells:
                return self.cells[spot[:length]]
        return None

    def is_told(self, spot: Spot) -> bool:
        """Whether it is already said that the cell of this place could not be read."""
        column = self.column_of(spot)
        return column is not None and any(column == other for other, _what in self.faults)


class Telling:
    """Reads the lines of one table by its map."""

    def __init__(self, entity: Entity, chosen: ColumnMap, columns: Mapping[str, Column], known: Known) -> None:
        self._entity = entity
        self._known = known
        self._times: dict[tuple[str, str], str] = {}
        self._terms: dict[tuple[str, str], str] = {}
        self._columns: list[tuple[int | None, Column]] = [
            (place, columns[key]) for place, key in sorted(chosen.columns.items())
        ]
        self._constants = [(columns[key], text) for key, text in chosen.constants.items()]
        self._columns += [(None, column) for column, _text in self._constants]
        self._columns.sort(key=_is_time)  # places first: times are told by their clocks
        self._words = {column.key: text for column, text in self._constants}

    def read(self, line: Line, record: str = "", *, names_only: bool = False) -> Told:
        """What a line tells, of the record with this id or a new one; or only the names it gives."""
        told = Told(line, {"id": record or new_id()} if self._entity.letter else {})
        for place, column in self._columns:
            if column.holds is Holds.ID or (names_only and not _is_name(column)):
                continue
            text = self._words[column.key] if place is None else line.cell(place)
            text = text.strip() if text.isprintable() else cleaned(text).strip()  # most cells are a plain line
            if text:
                self._read_cell(told, place, column, text)
        if self._entity.kind is Kind.PERSON:
            told.record.setdefault("names", [])
        return told

    def _read_cell(self, told: Told, place: int | None, column: Column, text: str) -> None:
        try:
            _check_text(text)
            _READERS.get(column.holds, Telling.read_value)(self, told, place, column, text)
        except Unreadable as unreadable:
            told.cells.setdefault(column.steps, place)
            told.faults.append((place, unreadable.what))

    def read_value(self, told: Told, place: int | None, column: Column, text: str) -> None:
        """A cell that holds one value."""
        if column.holds in {Holds.WHEN, Holds.FIELD_WHEN}:
            value = self._when(told, column, text)
        elif column.holds is Holds.RECORD:
            value = self._known.find(column.kinds, " ".join(text.split()))
        else:
            value = self._plain(column, text)
        *outer, key = column.steps
        within: Record = told.record.setdefault(outer[0], {}) if outer else told.record
        within[key] = value
        told.cells[column.steps] = place

    def read_list(self, told: Told, place: int | None, column: Column, text: str) -> None:
        """A cell that holds several: texts, terms, or records; people by the role of the column."""
        first, _dot, role = column.key.partition(".")
        is_part = bool(role) and column.holds is Holds.RECORDS
        path: Spot = (first,) if is_part else column.steps
        within = told.record
        for step in path[:-1]:
            within = within.setdefault(str(step), {})
        several: list[Any] = within.setdefault(str(path[-1]), [])
        told.cells.setdefault(path, place)
        for item in parted(text):
            told.cells[(*path, len(several))] = place
            value = self._item(column, item)
            several.append({PERSONAL[self._known.kind_of(value)]: value, "role": role} if is_part else value)

    def read_names(self, told: Told, place: int | None, column: Column, text: str) -> None:
        """A cell with a name in one language, or with other names."""
        key, _dot, part = column.key.partition(".")
        is_other = column.holds is Holds.NAMES
        names: list[Record] = told.record.setdefault(key, [])
        for item in parted(text) if is_other else [" ".join(text.split())]:
            told.cells[(key, len(names))] = place
            lang = {"lang": part} if part and not is_other else {}
            names.append({"text": item, **lang, "kind": part if is_other else "official"})
        told.cells.setdefault((key,), place)

    def _item(self, column: Column, text: str) -> str:
        if column.holds is Holds.RECORDS:
            return self._known.find(column.kinds, text)
        return self._term(text, column.vocabulary) if column.vocabulary else text

    def _plain(self, column: Column, text: str) -> Any:
        if column.holds is Holds.TERM:
            return self._term(" ".join(text.split()), column.vocabulary)
        return _PLAIN[column.holds](text)

    def _term(self, text: str, name: str) -> str:
        """A term, looked up once for all the cells that name it."""
        found = self._terms.get((name, text))
        if found is None:
            found = self._terms[name, text] = values.read_term(text, name)
        return found

    def _when(self, told: Told, column: Column, text: str) -> Any:
        """A time as the file writes it, at the clock of its place; of an extra field its text alone."""
        bare, own = values.zone_apart(text)
        places = (told.record.get(key) for key in column.places)
        around = next((self._known.zone_at(place) for place in places if place), self._known.zone)
        zone = own or around
        edtf = self._times.get((bare, zone))
        if edtf is None:
            try:
                edtf = self._times[bare, zone] = when.understand(bare, zone, current().value).edtf
            except WhenUnreadable as unreadable:
                raise Unreadable(sentence_for(unreadable)) from None
        return edtf if column.holds is Holds.FIELD_WHEN else {"edtf": edtf, "zone": zone}


def called(record: Record) -> list[str]:
    """What other lines of a table may call a record: its names, its title or the number of the exhibit."""
    return [*(name["text"] for name in record.get("names", ())), *(record[key] for key in _TITLES if record.get(key))]


def _is_name(column: Column) -> bool:
    return column.holds in {Holds.NAME, Holds.NAMES} or column.key in _TITLES


def _is_time(column: tuple[int | None, Column]) -> bool:
    return column[1].holds is Holds.WHEN


def _check_text(text: str) -> None:
    if text in _ERRORS:
        raise Unreadable(_("The spreadsheet has an error here: {error}.").format(error=text))
    if text == UNCALCULATED:
        raise Unreadable(_("The result of this formula is not in the file: open it in Excel and save it there."))
    if not text.isprintable() and is_unwanted(text):
        raise Unreadable(_("It holds a character that cannot be seen or that turns the reading order."))


_PLAIN: Mapping[Holds, Callable[[str], Any]] = {
    Holds.TEXT: str, Holds.TRUTH: values.read_truth, Holds.SAFEGUARD: values.read_safeguard,
    Holds.WHOLE: values.read_whole, Holds.NUMBER: values.read_number, Holds.MONEY: values.read_money,
    Holds.PLACE_ON_EARTH: values.read_coordinates,
}  # fmt: skip
_READERS: Mapping[Holds, Callable[[Telling, Told, "int | None", Column, str], None]] = {
    Holds.TEXTS: Telling.read_list, Holds.TERMS: Telling.read_list, Holds.RECORDS: Telling.read_list,
    Holds.NAME: Telling.read_names, Holds.NAMES: Telling.read_names,
}  # fmt: skip
