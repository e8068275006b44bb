"""From a case file of the right form to records: every id, term and time understood, every contradiction told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from db.types import Kind
from desktop.documents.exchange.codecs import Columns
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.faults import Faults, Spot, place_of
from desktop.documents.exchange.here import Attachment, Here
from desktop.documents.exchange.own_terms import FileTerms
from desktop.documents.exchange.shape import Record, Shaped
from desktop.documents.exchange.table import CASE, ENTITIES, PLACE, TERM
from desktop.documents.exchange.times import Times
from desktop.documents.exchange.trees import first_in_rings, inherited, parents_first
from desktop.i18n import _
from resources.vocabularies import Vocabularies, in_force


@dataclass(slots=True)
class CaseRows:
    """A case as columns of records, kinds and records in an order in which they can be written."""

    case_id: str
    rows: dict[Kind, list[Columns]] = field(default_factory=dict[Kind, list[Columns]])
    ids: dict[str, str] = field(default_factory=dict[str, str])  # the file's id -> the record's
    attachments: list[Attachment] = field(default_factory=list[Attachment])


class Reading:
    """One case file being read; ``found`` is right only when no faults were noted.

    ``known`` are the vocabularies it is held against; terms they lack are faults, or with ``adds_terms`` become own
    terms labelled with their ids.
    """

    def __init__(
        self, shaped: Shaped, faults: Faults, times: Times, new_id: Callable[[], str],
        known: Vocabularies | None = None, *, adds_terms: bool = False,
    ) -> None:  # fmt: skip
        self.faults = faults
        self.times = times
        self.zone = times.zone_of(str(shaped.case.get("jurisdiction", CASE.codecs["jurisdiction"].default)))
        self.known: dict[str, tuple[Kind, str]] = {}
        self.found = CaseRows(new_id())
        self.keys = _KEYS
        self._shaped = shaped
        self._new_id = new_id
        self._made: dict[Kind, list[str]] = {}
        self._spots: dict[str, Spot] = {}
        self.zones = self._zones_of_places()
        self.place_names = {
            place["id"]: place["names"][0]["text"]
            for _number, place in shaped.lists.get(PLACE.key, ())
            if "id" in place and place.get("names")
        }
        brought = [record for _number, record in shaped.lists.get(TERM.key, ())]
        self.terms = FileTerms(known or in_force(), brought, adds=adds_terms)

    def run(self) -> CaseRows:
        """Read everything: ids first, so that references may point forward."""
        for entity in ENTITIES:
            for number, record in self._shaped.lists.get(entity.key, ()):
                self._register(entity, record, (entity.key, number))
        self.found.rows[Kind.CASE] = [self._read(CASE, self._shaped.case, ("case",), id=self.found.case_id)]
        for entity in ENTITIES:
            self._read_list(entity)
        for (vocabulary, term), body in self.terms.added.items():
            row: Columns = {"id": self._new_id(), "vocabulary": vocabulary, "term": term, "labels": {"en": term}}
            self.found.rows[Kind.TERM].append({**_DEFAULTS[Kind.TERM], **row, "body": dict(body)})
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
        if entity.once:
            self._refuse_doubles(entity)
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

    def _refuse_doubles(self, entity: Entity) -> None:
        first: dict[tuple[object, ...], Spot] = {}
        for number, record in self._shaped.lists.get(entity.key, ()):
            spot = (entity.key, number)
            earlier = first.setdefault(tuple(record.get(key) for key in entity.once), spot)
            if earlier is not spot:
                self.faults.add(spot, _("This is said already, at {place}.").format(place=place_of(earlier)))

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


def _check_term(reading: Reading, record: Record, spot: Spot) -> None:
    """A term the file brings fits into the vocabularies that are there."""
    for inside, what in reading.terms.faults_of(record):
        reading.faults.add((*spot, *inside), what)


_PARTS = [entity.parts for entity in ENTITIES if entity.parts is not None]
_DEFAULTS = {entity.kind: entity.defaults() for entity in (CASE, *_PARTS, *ENTITIES)}
_KEYS = frozenset(key for entity in (*_PARTS, *ENTITIES) for key in entity.codecs)
_CHECKS: dict[Kind, tuple[Callable[[Reading, Record, Spot], None], ...]] = {
    Kind.PERSON: (_check_described,), Kind.EVENT_LINK: (_check_ends,), Kind.TERM: (_check_term,),
}  # fmt: skip
