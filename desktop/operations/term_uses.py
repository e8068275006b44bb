"""How many records use an own term: read off the table of the case file, which knows where terms stand."""

from collections.abc import Iterator, Mapping
from typing import Any, cast

from db.queries.term_uses import count_in_columns, values_of
from db.rows import TermRow
from db.types import Kind
from db.vault import Session
from desktop.documents.exchange.codecs import TermCodec
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.table import CASE, ENTITIES
from resources.vocabularies import FIELDS, fields

_NAMED = (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)


def count_uses(session: Session, row: TermRow) -> int:
    """How many records use this term, those in the trash too."""
    count = count_in_columns(session, _columns(row.vocabulary), row.term)
    count += sum(row.term in _terms_of(row.vocabulary, told) for told in values_of(session, Kind.EVENT, "fields"))
    count += sum(row.term in _parts(row.vocabulary, body) for body in values_of(session, Kind.TERM, "body"))
    if row.vocabulary == "name-kinds":
        spelled = (names for kind in _NAMED for names in values_of(session, kind, "names"))
        count += sum(any(name.kind == row.term for name in names) for names in spelled)
    if row.vocabulary == "identity-documents":
        papers = values_of(session, Kind.PERSON, "identity_documents")
        count += sum(any(paper.get("kind") == row.term for paper in one) for one in papers)
    return count


def _columns(vocabulary: str) -> Iterator[tuple[Kind, str]]:
    """The columns that hold a term of a vocabulary each."""
    if vocabulary == FIELDS:
        yield Kind.CITATION, "field"
    for entity in _all_entities():
        for codec in entity.codecs.values():
            if isinstance(codec, TermCodec) and codec.vocabulary == vocabulary:
                yield entity.kind, codec.column


def _all_entities() -> Iterator[Entity]:
    for entity in (CASE, *ENTITIES):
        yield entity
        if entity.parts is not None:
            yield entity.parts


def _terms_of(vocabulary: str, told: Mapping[str, Any]) -> set[str]:
    """What the extra fields of an event name of a vocabulary."""
    if vocabulary == FIELDS:
        return set(told)
    found: set[str] = set()
    for key, value in told.items():
        field = fields().get(key)
        if field is not None and field.vocabulary == vocabulary:
            found |= set(cast("list[str]", value)) if isinstance(value, list) else {str(value)}
    return found


def _parts(vocabulary: str, body: Mapping[str, Any]) -> set[str]:
    """What an own kind of event or field names of a vocabulary."""
    key = {FIELDS: "fields", "event-kinds": "kinds"}.get(vocabulary)
    if key:
        return set(body.get(key, ()))
    return {body.get("group", "")} if vocabulary == "event-groups" else set()
