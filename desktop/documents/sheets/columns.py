"""What the columns of a table may be: one for each key of a record in ``case.json`` that a cell can hold.

A key inside a key has a dot: ``names.kk``, ``fields.warrant_shown``, ``participants.victim``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, cast

from db.types import Kind
from desktop.documents.exchange import codecs, reference_codecs
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.event_fields import REFERRING, FieldsCodec
from desktop.documents.exchange.table import ENTITIES, PARTICIPATION
from resources.schema import case_schema
from resources.vocabularies import FieldKind, fields, vocabulary

NAME_LANGUAGES = ("ru", "kk", "en")
OTHER_NAMES = ("transliteration", "birth", "alias")  # kinds of names beside the official one, of which any number
PEOPLE = (Kind.PERSON, Kind.ORGANISATION)
ID = "id"  # the column of the records' own ids, by which a table that comes back finds them again
# Records that a cell can name: by their names or titles or by what sets them apart, or by their ids.
NAMED = (
    *PEOPLE, Kind.PLACE, Kind.DOCUMENT, Kind.EVENT, Kind.ISSUE, Kind.CHARGE, Kind.INJURY, Kind.INDICATOR, Kind.CONSENT,
    Kind.RELATION,
)  # fmt: skip
_KEPT_OUT = frozenset(
    {Kind.BRIEF, Kind.TERM, Kind.RULE, Kind.CALENDAR_DAY, Kind.DEADLINE, Kind.CONFLICT}
)  # what the program writes, or what has a file format of its own
_OF_FILES = frozenset({"file", "media_type", "size", "sha256"})  # of a document: what its stored file says itself
_TERMS_BY_KEY = {"protected": "protections", "bearing": "bearings", "language": "languages", "languages": "languages"}


class Holds(StrEnum):
    """What the cells of a column hold."""

    ID = "id"
    TEXT = "text"
    TEXTS = "texts"
    NAME = "name"
    NAMES = "names"
    TERM = "term"
    TERMS = "terms"
    SAFEGUARD = "safeguard"
    TRUTH = "truth"
    WHOLE = "whole"
    NUMBER = "number"
    MONEY = "money"
    WHEN = "when"
    FIELD_WHEN = "field-when"  # of an extra field: EDTF text at the zone of the event's place
    PLACE_ON_EARTH = "coordinates"
    RECORD = "record"
    RECORDS = "records"


_PLAIN = frozenset({codecs.Codec, codecs.ZoneCodec, reference_codecs.FieldNameCodec})
_BY_CODEC: Mapping[type[codecs.Codec], Holds] = {
    codecs.WhenCodec: Holds.WHEN, codecs.TermCodec: Holds.TERM, codecs.TextsCodec: Holds.TEXTS,
    codecs.CoordinatesCodec: Holds.PLACE_ON_EARTH, reference_codecs.ReferenceCodec: Holds.RECORD,
    reference_codecs.TargetCodec: Holds.RECORD, reference_codecs.ReferencesCodec: Holds.RECORDS,
}  # fmt: skip
SEVERAL = frozenset({Holds.TEXTS, Holds.NAMES, Holds.TERMS, Holds.RECORDS})  # two columns may give one list together


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, what its cells hold, the vocabulary they draw on or the kinds of record they name.

    ``places`` are the keys that name the place whose clock a time is told by, ``field`` the record's own attribute.
    """

    key: str
    holds: Holds
    vocabulary: str = ""
    kinds: tuple[Kind, ...] = ()
    places: tuple[str, ...] = ()
    field: str = ""

    @property
    def steps(self) -> tuple[str, ...]:
        """The key step by step."""
        return _steps_of(self.key)


@cache
def _steps_of(key: str) -> tuple[str, ...]:
    return tuple(key.split("."))


@cache
def table_entities() -> Mapping[str, Entity]:
    """The parts of a case that can come and go as a table, by their keys."""
    return {entity.key: entity for entity in ENTITIES if entity.kind not in _KEPT_OUT}


def columns_of(entity: Entity) -> Mapping[str, Column]:
    """What of these records a table can have columns for, in the order of ``case.json``; users' own fields too.

    Not cached: terms and fields come and go with the vault that is open.
    """
    return {column.key: column for column in _columns(entity)}


def every_column(entity: Entity) -> Mapping[str, Column]:
    """The same after the column of ids, by which a table that comes back finds the records again."""
    return {ID: Column(ID, Holds.ID, field=ID), **columns_of(entity)}


def _columns(entity: Entity) -> Iterator[Column]:
    for key, codec in entity.codecs.items():
        if isinstance(codec, FieldsCodec):
            yield from map(_field_column, fields().values())
        elif isinstance(codec, codecs.NamesCodec):
            yield from _name_columns(key)
        elif not (entity.kind is Kind.DOCUMENT and key in _OF_FILES):
            column = _column(entity, key, codec)
            if column is not None:
                yield column
    if entity.parts is PARTICIPATION:
        for role in vocabulary("roles"):
            yield Column(f"{PARTICIPATION.key}.{role}", Holds.RECORDS, kinds=PEOPLE)


def _name_columns(key: str) -> Iterator[Column]:
    yield Column(key, Holds.NAME, field=key)
    for language in NAME_LANGUAGES:
        yield Column(f"{key}.{language}", Holds.NAME, field=key)
    for kind in OTHER_NAMES:
        yield Column(f"{key}.{kind}", Holds.NAMES, field=key)


def _column(entity: Entity, key: str, codec: codecs.Codec) -> Column | None:
    """The column of a plain key; None for what no single cell can hold."""
    if codec.__class__ in _PLAIN:
        return _plain_column(entity, key, codec.column)
    holds = next((holds for kind, holds in _BY_CODEC.items() if isinstance(codec, kind)), None)
    if holds is None:
        return None
    record: Kind | None = getattr(codec, "kind", None)
    if record is not None and record not in NAMED:
        return None
    words = getattr(codec, "vocabulary", _TERMS_BY_KEY.get(key, ""))
    kinds = (record,) if record else ()
    return Column(key, holds, words, kinds, getattr(codec, "places", ()), codec.column)


def _plain_column(entity: Entity, key: str, at: str) -> Column:
    if key in _TERMS_BY_KEY:
        return Column(key, Holds.TERM, _TERMS_BY_KEY[key], field=at)
    holds = {"boolean": Holds.TRUTH, "integer": Holds.WHOLE, "number": Holds.NUMBER}
    return Column(key, holds.get(_type_in_schema(entity.key, key), Holds.TEXT), field=at)


@cache
def _type_in_schema(part: str, key: str) -> str:
    schema = case_schema()
    parts = cast("dict[str, Any]", schema["$defs"])
    name = str(schema["properties"][part]["items"]["$ref"]).rpartition("/")[2]
    prop: dict[str, Any] = parts[name]["properties"].get(key, {})
    if "$ref" in prop:
        prop = parts[str(prop["$ref"]).rpartition("/")[2]]
    return str(prop.get("type", ""))


def _field_column(field: FieldKind) -> Column:
    key = f"fields.{field.id}"
    if field.type in REFERRING:
        return Column(key, Holds.RECORD, kinds=(Kind(field.type),), field="fields")
    holds = {
        "bool": Holds.TRUTH, "number": Holds.NUMBER, "money": Holds.MONEY, "when": Holds.FIELD_WHEN,
        "term": Holds.TERM, "terms": Holds.TERMS, "safeguard": Holds.SAFEGUARD,
    }.get(field.type, Holds.TEXT)  # fmt: skip
    return Column(key, holds, field.vocabulary or "", field="fields")
