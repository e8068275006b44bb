"""What stands in a case file for records of the vault that a table names: whole enough to be named there."""

from collections.abc import Iterable, Mapping
from typing import Any

from db.types import Kind
from desktop.documents.exchange.entity import Entity
from desktop.operations.table_names import Known

Record = dict[str, Any]
_NOBODY = "-"  # the id of the person whom stand-ins belong to
_NOBODY_ELSE = "--"
_SOMETHING = [{"text": "-"}]
_TIE = {"kind": "other", "person": _NOBODY, "other_person": _NOBODY_ELSE}
_STAND_INS: Mapping[Kind, tuple[str, Record]] = {
    Kind.PERSON: ("persons", {"names": _SOMETHING}), Kind.ORGANISATION: ("organisations", {"names": _SOMETHING}),
    Kind.PLACE: ("places", {"names": _SOMETHING}), Kind.DOCUMENT: ("documents", {"title": "-"}),
    Kind.EVENT: ("events", {"kind": "other"}), Kind.ISSUE: ("issues", {"title": "-"}),
    Kind.CHARGE: ("charges", {"person": _NOBODY, "text": "-"}), Kind.INJURY: ("injuries", {"person": _NOBODY}),
    Kind.INDICATOR: ("indicators", {"title": "-"}), Kind.RELATION: ("relations", _TIE),
    Kind.CONSENT: ("consents", {"person": _NOBODY, "purpose": "court"}),
}  # fmt: skip


def stand_ins(known: Known, told: Iterable[str]) -> dict[str, list[Record]]:
    """One for every record of the vault that was named, but for those the table tells of itself."""
    there = set(told)
    found: dict[str, list[Record]] = {}
    for record in known.used():
        kind = known.kind_of(record)
        if kind is Kind.PARTICIPATION:
            part = {"id": record, "person": _NOBODY, "role": "other"}
            found.setdefault("events", []).append({"id": f"-{record}", "kind": "other", "participants": [part]})
        elif record not in there:
            key, made = _STAND_INS[kind]
            found.setdefault(key, []).append({"id": record, **made})
    if any(one.get("person") == _NOBODY for records in found.values() for whole in records for one in named_in(whole)):
        nobodies = [{"id": one, "names": _SOMETHING} for one in (_NOBODY, _NOBODY_ELSE)]
        found.setdefault("persons", []).extend(nobodies)
    return found


def named_in(record: Record) -> list[Record]:
    """A stand-in and those that stand inside it."""
    return [record, *record.get("participants", ())]


def add_tree(lists: dict[str, list[Record]], entity: Entity, chain: Iterable[tuple[str, str]]) -> None:
    """Put what stands above a record into the lists, so that a ring over records the table does not tell of is seen."""
    there = {one["id"]: one for one in lists.get(entity.key, ())}
    made = _STAND_INS[entity.kind][1]
    for record, above in chain:
        one = there.get(record)
        if one is None:
            one = there[record] = {"id": record, **made}
            lists.setdefault(entity.key, []).append(one)
        if above:
            one[entity.tree] = above
