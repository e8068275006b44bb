"""What a table makes of a case: new records, edited ones, and whoever no longer takes part; written in one change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db.base import new_id
from db.change import Change
from db.models import RECORDS
from db.rows import OrganisationRow, PersonRow, PlaceRow
from db.types import Kind, Name, When
from desktop.documents.exchange.codecs import Codec, CoordinatesCodec, NamesCodec, WhenCodec
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.reading import CaseRows
from desktop.documents.exchange.reference_codecs import TargetCodec
from desktop.documents.exchange.table import ENTITIES
from desktop.operations.members import sort_key_of
from desktop.operations.table_records import Told

Rows = dict[Kind, list[dict[str, Any]]]
_MEMBERS: Mapping[Kind, type[Any]] = {
    Kind.PERSON: PersonRow, Kind.ORGANISATION: OrganisationRow, Kind.PLACE: PlaceRow,
}  # fmt: skip
_FOUND_WITH_CASE = frozenset({Kind.CITATION, Kind.ISSUE_FACT})  # passages that are the case's though no column says so


@dataclass(slots=True)
class Made:
    """Columns of new records by kind, edited records of one ``kind`` as they will be, participations to take out."""

    new: Rows = field(default_factory=dict[Kind, list[dict[str, Any]]])
    edited: list[Any] = field(default_factory=list[Any])
    removed: list[str] = field(default_factory=list[str])
    kind: Kind = Kind.CASE

    def counts(self) -> dict[Kind, int]:
        """How many records of each kind are new."""
        return {kind: len(made) for kind, made in self.new.items() if kind is not Kind.MEMBERSHIP}

    def kinds(self) -> frozenset[Kind]:
        """The kinds of record that are touched."""
        taken = {Kind.PARTICIPATION} if self.removed else set[Kind]()
        return frozenset(self.new) | ({self.kind} if self.edited else set[Kind]()) | taken

    def write(self, change: Change, case_id: str) -> None:
        """Write everything."""
        for kind in _in_order(self.new):
            change.insert_all(RECORDS[kind], self.new[kind], case_id=case_id if kind in _FOUND_WITH_CASE else None)
        for record in self.removed:
            change.remove(Kind.PARTICIPATION, record)
        derived = {"sort_key": [sort_key_of(row) for row in self.edited]} if self.kind in _MEMBERS else {}
        change.put_all(self.edited, **derived)


def sorted_out(found: CaseRows, case_id: str, entity: Entity, told: Sequence[Told], strangers: Iterable[str]) -> Made:
    """What was read of the lines ``told``, which stand last in their list, under the ids the records keep."""
    real = {made: name for name, made in found.ids.items()} | {found.case_id: case_id}
    again = {one.found.shown.row.id: one for one in told if one.found}
    if not entity.letter:
        mine = found.rows[entity.kind][len(found.rows[entity.kind]) - len(told) :]
        for row, one in zip(mine, told, strict=True):
            real[row["id"]] = one.found.shown.row.id if one.found else row["id"]
    left_out = {*strangers, *_parts_there(again.values())}
    made = Made(kind=entity.kind)
    for kind, rows in found.rows.items():
        for row in rows if kind is not Kind.CASE else ():
            record = real.get(row["id"], row["id"])
            if record in left_out or (
                entity.parts and kind is entity.parts.kind and _is_told(row, real, again, entity)
            ):
                continue
            renamed = _renamed(row, real)
            if kind is entity.kind and record in again:
                made.edited.append(_edited(again[record], entity, renamed))
            else:
                made.new.setdefault(kind, []).append(renamed)
    made.removed = [part for one in again.values() for part in _parts_there([one]) - _parts_told(one)]
    _enroll(made.new, case_id)
    made.new = {kind: rows for kind, rows in made.new.items() if rows}
    return made


def _is_told(row: dict[str, Any], real: Mapping[str, str], again: Mapping[str, Told], entity: Entity) -> bool:
    """Whether a part of a record found again is there already: of those a table only gives who takes part."""
    whole = str(row.get(entity.parts.owner if entity.parts else "", ""))
    return real.get(whole, whole) in again and entity.kind is not Kind.EVENT


def _parts_there(again: Iterable[Told]) -> set[str]:
    return {one.participation.id for told in again if told.found for one in told.found.shown.participants}


def _parts_told(told: Told) -> set[str]:
    return {str(part.get("id", "")) for part in told.record.get("participants", ())}


def _edited(told: Told, entity: Entity, read: Mapping[str, Any]) -> Any:
    """The row of a record with what the table changes in it, and nothing else."""
    row: Any = told.found.shown.row if told.found else None
    codecs = entity.codecs
    keys = {change.key.partition(".")[0] for change in told.changes}
    if any(isinstance(codecs.get(key), TargetCodec) for key in keys):
        keys |= {key for key, codec in codecs.items() if isinstance(codec, TargetCodec)}
    values: dict[str, Any] = {}
    for key in codecs.keys() & keys:
        values |= _values(codecs[key], read)
    return replace(row, **values)


def _values(codec: Codec, read: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a row that a key stands for."""
    if isinstance(codec, WhenCodec):
        base = codec.column.rstrip("_")
        edtf, zone = read.get(f"{base}_edtf"), read.get(f"{base}_zone")
        bounds = read.get(f"{base}_earliest"), read.get(f"{base}_latest")
        return {codec.column: When(edtf, zone, *bounds) if edtf and zone else None}
    if isinstance(codec, CoordinatesCodec):
        return {"latitude": read.get("latitude"), "longitude": read.get("longitude")}
    if isinstance(codec, TargetCodec):
        return {"target_kind": read.get("target_kind"), "target_id": read.get("target_id")}
    value = read.get(codec.column, codec.default)
    if isinstance(codec, NamesCodec):
        return {codec.column: tuple(Name(**name) for name in value)}
    return {codec.column: tuple(value) if isinstance(value, list) else value}  # pyright: ignore[reportUnknownArgumentType] - JSON


def _renamed(row: dict[str, Any], real: Mapping[str, str]) -> dict[str, Any]:
    """The row with the ids its records keep in place of those the reading gave them."""
    return {
        column: value if value is None else real.get(value, value) if value.__class__ is str else _real(value, real)
        for column, value in row.items()
    }


def _real(value: Any, real: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return real.get(value, value)
    if isinstance(value, dict):
        return _renamed(value, real)  # pyright: ignore[reportUnknownArgumentType] - the JSON of extra fields
    if isinstance(value, list):
        return [_real(one, real) for one in value]  # pyright: ignore[reportUnknownVariableType] - JSON
    return value


def _enroll(rows: Rows, case_id: str) -> None:
    """Put whoever is new on file in the case, under the key that lists sort by."""
    memberships = rows.setdefault(Kind.MEMBERSHIP, [])
    for kind, row_type in _MEMBERS.items():
        for row in rows.get(kind, ()):
            described = {"description": row.get("description")} if kind is Kind.PERSON else {}
            names = tuple(Name(**name) for name in row["names"])
            row["sort_key"] = sort_key_of(row_type(row["id"], names, **described))
            member = {"case_id": case_id, "member_kind": kind.value, "member_id": row["id"]}
            memberships.append({"id": new_id(), **member})


def _in_order(rows: Rows) -> Iterable[Kind]:
    """Whatever refers stands after what it refers to."""
    order = [Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.MEMBERSHIP]
    for entity in ENTITIES:
        order += [entity.kind] + ([entity.parts.kind] if entity.parts else [])
    return [kind for kind in dict.fromkeys(order) if kind in rows]
