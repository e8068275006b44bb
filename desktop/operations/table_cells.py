"""What the cells of a table say of a record, as far as the protection of persons allows."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.queries.records import fetch
from db.queries.tables import named
from db.queries.timeline import Participant
from db.rows import CaseRow, PersonRow, PlaceRow
from db.types import Kind, Name, Protection, When
from db.vault import Session
from desktop.documents.sheets.columns import NAME_LANGUAGES, OTHER_NAMES, Column, Holds
from desktop.documents.sheets.lines import joined
from desktop.documents.sheets.values import label_of
from desktop.i18n import _
from desktop.logic import names
from desktop.operations.times import zone_of_case
from resources.vocabularies import vocabulary

_SHORTEST = 3  # letters; shorter parts of names stand inside too many words
_ENDINGS = frozenset("аеёиоуыэюяйьәіөүұ")  # letters that fall away when Russian or Kazakh bends a name
_OF_THE_PROTECTED = frozenset({"names", "protected"})  # all that is told of a protected person


@dataclass(frozen=True, slots=True)
class Shown:
    """A record as a line of a table, and who takes part where it is an event."""

    row: Any
    participants: Sequence[Participant] = ()


@dataclass(slots=True)
class Cells:
    """Puts records into cells in one language. Persons stand there as their protection says, unless it is ``plain``."""

    session: Session
    case: CaseRow
    columns: Sequence[Column]
    language: str
    is_plain: bool = False
    _zone: str = ""
    _zones: dict[str, str] = field(default_factory=dict[str, str])
    _named: dict[str, Any] = field(default_factory=dict[str, Any])
    _labels: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    _masks: list[re.Pattern[str]] = field(default_factory=list[re.Pattern[str]])

    def __post_init__(self) -> None:
        self._zone = zone_of_case(self.session, self.case)

    def protect(self, persons: Iterable[PersonRow]) -> None:
        """Know who is protected: their names are taken out of every free text."""
        words = {
            word.casefold()
            for person in persons
            if person.protected != Protection.NONE and not self.is_plain
            for name in person.names
            for word in re.split(r"[\s,.]+", name.text)
            if len(word) >= _SHORTEST
        }
        self._masks = [_mask(word) for word in sorted(words, key=len, reverse=True)]

    def lines(self, shown: Sequence[Shown]) -> list[list[str]]:
        """The cells of some records; what they name is read in one go."""
        self._read_named(shown)
        return [[self._cell(one, column) for column in self.columns] for one in shown]

    def _cell(self, shown: Shown, column: Column) -> str:
        row = shown.row
        if not self.is_plain and getattr(row, "protected", Protection.NONE) != Protection.NONE:
            return self._protected_cell(row, column)
        if column.holds in {Holds.NAME, Holds.NAMES}:
            return self._name(row, column)
        if column.key.startswith("participants."):
            return joined([self._who(one) for one in shown.participants if one.participation.role == column.steps[-1]])
        value = _value(row, column)
        if value in (None, "", (), []):
            return ""
        return self._masked(_WRITERS[column.holds](self, value, column, row))

    def _protected_cell(self, row: PersonRow, column: Column) -> str:
        if column.steps[0] not in _OF_THE_PROTECTED:
            return ""
        if column.holds is Holds.TERM:
            return self.term(row.protected, column, row)
        first = next(one.key for one in self.columns if one.steps[0] == "names")
        return self.person(row) if column.key == first else ""

    def person(self, row: PersonRow) -> str:
        """A person as they may be shown; someone without a name by the description."""
        if self.is_plain or row.protected == Protection.NONE:
            return names.display(row.names, self.language) or row.description or _("Unidentified person")
        return names.shown(row.names, Protection(row.protected), row.pseudonym, self.language) or _("Name withheld")

    def _who(self, one: Participant) -> str:
        if one.person is not None:
            return self.person(one.person)
        return names.display(one.organisation.names, self.language) if one.organisation else ""

    def _name(self, row: Any, column: Column) -> str:
        """A name in its column: by language where it is asked for so; in the plain column the one to show."""
        spelled: Sequence[Name] = row.names
        part = column.steps[-1]
        by_language = any(one.steps[-1] in NAME_LANGUAGES for one in self.columns)
        if not by_language and column.key == "names":
            return names.display(spelled, self.language)
        official = _official(spelled)
        if column.holds is Holds.NAMES:
            taken = [*official.values()] if by_language else [self._first(spelled)]
            others = [name for name in spelled if not any(name is one for one in taken)]
            return joined(name.text for name in others if _sort_of(name) == part)
        found = official.get(part if part in NAME_LANGUAGES else "")
        return found.text if found else ""

    def _first(self, spelled: Sequence[Name]) -> Name | None:
        shown = names.display(spelled, self.language)
        return next((name for name in spelled if name.text == shown), None)

    def _masked(self, text: str) -> str:
        for mask in self._masks:
            text = mask.sub(_("[name withheld]"), text)
        return text

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
            said = label_of(tuple(terms.values()), terms[value], self.language) if value in terms else value
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
        if isinstance(row, PersonRow):
            return self.person(row)
        if row is not None and getattr(row, "names", ()):
            return names.display(row.names, self.language)
        return getattr(row, "title", None) or value

    def records(self, value: Sequence[str], column: Column, row: Any) -> str:
        """Several records."""
        return joined([self.record(one, column, row) for one in value])

    def _read_named(self, shown: Sequence[Shown]) -> None:
        wanted: dict[Kind, set[str]] = {}
        for column in self.columns:
            if column.kinds and column.field:
                values = [_value(one.row, column) for one in shown]
                ids = {one for value in values if value for one in ([value] if isinstance(value, str) else value)}
                wanted.setdefault(column.kinds[0], set()).update(ids)
        self._named = {}
        for kind, ids in wanted.items():
            self._named |= named(self.session, kind, ids)

    def _zone_at(self, place_id: str) -> str:
        if place_id not in self._zones:
            place, seen = fetch(self.session, PlaceRow, place_id), {place_id}
            while not place.zone and place.parent_id and place.parent_id not in seen:
                seen.add(place.parent_id)
                place = fetch(self.session, PlaceRow, place.parent_id)
            self._zones[place_id] = place.zone or self._zone
        return self._zones[place_id]


def _official(spelled: Sequence[Name]) -> dict[str, Name]:
    """The first official name in each language that has a column, and under no language the first of the others."""
    found: dict[str, Name] = {}
    for name in spelled:
        if name.kind == "official":
            found.setdefault(name.lang if name.lang in NAME_LANGUAGES else "", name)
    return found


def _sort_of(name: Name) -> str:
    """The column of a name beside the official one; a second official one is another name."""
    return name.kind if name.kind in OTHER_NAMES else "alias"


def _mask(word: str) -> re.Pattern[str]:
    """A word of a name with whatever ending its case gives it: Абай, Абаю, Абаем."""
    stem = word[:-1] if len(word) > _SHORTEST and word[-1] in _ENDINGS else word
    return re.compile(rf"\b{re.escape(stem)}\w{{0,{2 + len(word) // 3}}}\b", re.IGNORECASE)


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
    return _truth(value) if isinstance(value, bool) else str(value)


def _coordinates(_cells: Cells, value: tuple[float, float], _column: Column, _row: Any) -> str:
    return f"{value[0]}, {value[1]}"


_WRITERS: Mapping[Holds, Callable[[Cells, Any, Column, Any], str]] = {
    **dict.fromkeys(Holds, _plain), Holds.WHEN: Cells.when, Holds.TERM: Cells.term, Holds.TERMS: Cells.terms,
    Holds.TEXTS: Cells.terms, Holds.SAFEGUARD: Cells.safeguard, Holds.RECORD: Cells.record,
    Holds.RECORDS: Cells.records, Holds.PLACE_ON_EARTH: _coordinates,
}  # fmt: skip
