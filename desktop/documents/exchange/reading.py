"""From a case file of the right form to records: every id, term and time understood, every contradiction told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from db.types import Kind, When
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.faults import Faults, Spot, place_of, quoted
from desktop.documents.exchange.shape import Record, Shaped
from desktop.documents.exchange.table import CASE, ENTITIES, PLACE, TERM
from desktop.documents.exchange.times import Times, Unreadable
from desktop.documents.exchange.trees import first_in_rings, inherited, parents_first
from desktop.i18n import _
from resources.vocabularies import fields, vocabulary

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that comes with a document: its path from the case file's folder, the document's columns, its spot."""

    path: str
    row: Columns
    spot: Spot


@dataclass(slots=True)
class CaseRows:
    """A case as columns of records, kinds and records in an order in which they can be written."""

    case_id: str
    rows: dict[Kind, list[Columns]] = field(default_factory=dict[Kind, list[Columns]])
    ids: dict[str, str] = field(default_factory=dict[str, str])  # the file's id -> the record's
    attachments: list[Attachment] = field(default_factory=list[Attachment])


class Here:
    """The record being read, and what its codecs may ask about it."""

    __slots__ = ("_reading", "_record", "_spot", "key")

    def __init__(self, reading: "Reading", record: Record, spot: Spot) -> None:
        self._reading = reading
        self._record = record
        self._spot = spot
        self.key = ""

    def add_fault(self, what: str, *inside: str | int) -> None:
        """Note a fault of the key being read, or of a place inside its value."""
        self._reading.faults.add((*self._spot, self.key, *inside), what)

    def zone(self, places: tuple[str, ...]) -> str | None:
        """The zone of the first of these keys that names a place with one, else that of the case."""
        for key in places:
            if key in self._record:
                return self._reading.zones.get(self._record[key], self._reading.zone)
        return self._reading.zone

    def read_when(self, value: str | Mapping[str, str], zone: str | None, *inside: str | int) -> When | None:
        """The time a value means, or ``None`` after noting why it means none."""
        text = value if isinstance(value, str) else value["edtf"]
        zone = zone if isinstance(value, str) else value["zone"]
        if zone is None:
            self.add_fault(_("The time zone of this jurisdiction is not known: say the zone of this time."), *inside)
            return None
        try:
            return self._reading.times.when(text, zone)
        except Unreadable as unreadable:
            self.add_fault(unreadable.what, *inside)
            return None

    def is_zone(self, name: str) -> bool:
        """Whether there is such a time zone; notes a fault when there is none."""
        if self._reading.times.is_zone(name):
            return True
        self.add_fault(_("There is no time zone “{zone}”.").format(zone=quoted(name)))
        return False

    def is_term(self, term: Any, vocabulary_name: str) -> bool:
        """Whether a vocabulary, or the file itself, has this term."""
        return term in vocabulary(vocabulary_name) or (vocabulary_name, term) in self._reading.own_terms

    def is_field(self, name: str) -> bool:
        """Whether some key of a case file, or an extra field of events, is called this."""
        return name in _KEYS or name in fields() or ("fields", name) in self._reading.own_terms

    def referred(self, name: str, kind: Kind | None, *inside: str | int) -> str | None:
        """The record an id of the file means, or ``None`` after noting that it means none of this kind (if given)."""
        found = self._reading.known.get(name)
        if found is None:
            self.add_fault(_("Nothing in this file has the id “{id}”.").format(id=quoted(name)), *inside)
        elif kind is not None and found[0] is not kind:
            said = _("The id “{id}” belongs to something of another kind.").format(id=quoted(name))
            self.add_fault(said, *inside)
        return found[1] if found else None

    def attach(self, path: str, row: Columns) -> None:
        """Note the file that comes with a document."""
        self._reading.found.attachments.append(Attachment(path, row, (*self._spot, self.key)))


class Reading:
    """One case file being read; ``found`` is right only when no faults were noted."""

    def __init__(self, shaped: Shaped, faults: Faults, times: Times, new_id: Callable[[], str]) -> None:
        self.faults = faults
        self.times = times
        self.zone = times.zone_of(str(shaped.case.get("jurisdiction", CASE.codecs["jurisdiction"].default)))
        self.known: dict[str, tuple[Kind, str]] = {}
        self.found = CaseRows(new_id())
        self._shaped = shaped
        self._new_id = new_id
        self._made: dict[Kind, list[str]] = {}
        self._spots: dict[str, Spot] = {}
        self.zones = self._zones_of_places()
        self.own_terms = {
            (record.get("vocabulary"), record.get("term")) for _number, record in shaped.lists.get(TERM.key, ())
        }

    def run(self) -> CaseRows:
        """Read everything: ids first, so that references may point forward."""
        for entity in ENTITIES:
            for number, record in self._shaped.lists.get(entity.key, ()):
                self._register(entity, record, (entity.key, number))
        self.found.rows[Kind.CASE] = [self._read(CASE, self._shaped.case, ("case",), id=self.found.case_id)]
        for entity in ENTITIES:
            self._read_list(entity)
        self.found.ids = {name: record for name, (_kind, record) in self.known.items()}
        return self.found

    def _register(self, entity: Entity, record: Record, spot: Spot) -> None:
        """Give a record its identifier, in the order of the file, and remember the file's own id for it."""
        made = self._new_id()
        self._made.setdefault(entity.kind, []).append(made)
        name = record.get("id")
        if name is not None:
            first = self._spots.setdefault(name, spot)
            if first is not spot:
                self.faults.add((*spot, "id"), _("This id is used already, at {place}.").format(place=place_of(first)))
            self.known.setdefault(name, (entity.kind, made))
        if entity.parts is not None:
            for number, part in enumerate(record.get(entity.parts.key, ())):
                self._register(entity.parts, part, (*spot, entity.parts.key, number))

    def _read_list(self, entity: Entity) -> None:
        rows = self.found.rows.setdefault(entity.kind, [])
        in_case = {entity.owner: self.found.case_id} if entity.owner else {}
        ids = iter(self._made.get(entity.kind, ()))
        part_ids = iter(self._made.get(entity.parts.kind, ()) if entity.parts else ())
        for number, record in self._shaped.lists.get(entity.key, ()):
            spot = (entity.key, number)
            row = self._read(entity, record, spot, id=next(ids), **in_case)
            rows.append(row)
            if entity.parts is not None:
                self._read_parts(entity.parts, record, spot, row["id"], part_ids)
        if entity.tree:
            self._refuse_rings(entity)
            if not self.faults:
                self.found.rows[entity.kind] = parents_first(rows, entity.codecs[entity.tree].column)

    def _read_parts(self, entity: Entity, whole: Record, spot: Spot, whole_id: str, ids: Iterator[str]) -> None:
        rows = self.found.rows.setdefault(entity.kind, [])
        for number, part in enumerate(whole.get(entity.key, ())):
            here = (*spot, entity.key, number)
            rows.append(self._read(entity, part, here, id=next(ids), **{entity.owner: whole_id}))

    def _read(self, entity: Entity, record: Record, spot: Spot, **owner: str) -> Columns:
        row: Columns = {**owner, **_DEFAULTS[entity.kind]}
        here = Here(self, record, spot)
        codecs = entity.codecs
        for key, value in record.items():
            codec = codecs.get(key)
            if codec is not None:
                here.key = key
                codec.read(value, row, here)
        for check in _CHECKS.get(entity.kind, ()):
            check(self, record, spot)
        for first, last in entity.spans:
            if _is_reversed(row, first, last):
                self.faults.add((*spot, last), _("This lies before “{first}”.").format(first=first))
        return row

    def _refuse_rings(self, entity: Entity) -> None:
        key = entity.tree
        named = {record.get("id"): record.get(key) for _number, record in self._shaped.lists.get(entity.key, ())}
        parents = {name: parent for name, parent in named.items() if name and parent}
        for name in first_in_rings(parents):
            self.faults.add((*self._spots[name], key), _("This leads back to the record itself."))

    def _zones_of_places(self) -> dict[str, str]:
        places = [place for _number, place in self._shaped.lists.get(PLACE.key, ()) if "id" in place]
        own = {place["id"]: place["zone"] for place in places if self.times.is_zone(place.get("zone", ""))}
        parents = {place["id"]: place["parent"] for place in places if "parent" in place}
        return inherited(own, parents, (place["id"] for place in places))


def _is_reversed(row: Columns, first: str, last: str) -> bool:
    earliest, latest = row.get(f"{first}_earliest"), row.get(f"{last}_latest")
    return earliest is not None and latest is not None and latest < earliest


def _check_described(reading: Reading, record: Record, spot: Spot) -> None:
    """Someone without a name is described; the schema sees to it that there is one, not that it says a thing."""
    if record.get("names") == [] and not record.get("description", "?").strip():
        reading.faults.add((*spot, "description"), _("It must not be blank."))


def _check_ends(reading: Reading, record: Record, spot: Spot) -> None:
    """A link joins two events."""
    if "to" in record and record.get("from") == record["to"]:
        reading.faults.add((*spot, "to"), _("An event cannot be linked to itself."))


_PARTS = [entity.parts for entity in ENTITIES if entity.parts is not None]
_DEFAULTS = {entity.kind: entity.defaults() for entity in (CASE, *_PARTS, *ENTITIES)}
_KEYS = frozenset(key for entity in (*_PARTS, *ENTITIES) for key in entity.codecs)
_CHECKS: dict[Kind, tuple[Callable[[Reading, Record, Spot], None], ...]] = {
    Kind.PERSON: (_check_described,), Kind.EVENT_LINK: (_check_ends,),
}  # fmt: skip
