"""The record being read out of a case file, as the codecs of its keys see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.types import Kind, When
from desktop.documents.exchange.codecs import Columns, unknown_term
from desktop.documents.exchange.faults import Spot, quoted
from desktop.documents.exchange.shape import Record
from desktop.documents.exchange.times import Unreadable
from desktop.i18n import _
from resources.vocabularies import FieldKind

if TYPE_CHECKING:
    from desktop.documents.exchange.reading import Reading


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that comes with a document: its path from the case file's folder, the document's columns, its spot."""

    path: str
    row: Columns
    spot: Spot


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

    def is_term(self, term: object, vocabulary: str) -> bool:
        """Whether a vocabulary, or the file itself, has this term."""
        return self._reading.terms.is_term(term, vocabulary)

    def take_term(self, term: object, vocabulary: str, *inside: str | int) -> bool:
        """Whether a term is known; notes a fault when it is not."""
        if self.is_term(term, vocabulary):
            return True
        can_be_added = self._reading.terms.can_add(vocabulary, term)
        where = (*self._spot, self.key, *inside)
        self._reading.faults.add(where, unknown_term(term, vocabulary), can_be_added=can_be_added)
        return False

    def field(self, name: str, value: object) -> FieldKind | None:
        """The extra field of events of this name, or ``None`` after noting that there is none."""
        found = self._reading.terms.field(name, value)
        if found is None:
            can_be_added = self._reading.terms.can_add_field(name, value)
            where = (*self._spot, self.key, name)
            self._reading.faults.add(where, _("This field is not known."), can_be_added=can_be_added)
        return found

    def claimed(self, value: str) -> str:
        """A claimed value in words: a place by its name and not by the id it has in the file."""
        is_place = self._record.get("field") in ("place", "until_place")
        return self._reading.place_names.get(value, value) if is_place else value

    def is_field(self, name: str) -> bool:
        """Whether some key of a case file, or an extra field of events, is called this."""
        return name in self._reading.keys or self._reading.terms.field(name) is not None

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
