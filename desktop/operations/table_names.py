"""Who and what the cells of a table mean: records of a case found by their names, new ones made on request."""

from collections.abc import Iterable, Sequence
from typing import Any

from db.base import new_id
from db.queries import members
from db.queries.case_files import case_file
from db.queries.records import fetch
from db.rows import CaseRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind
from db.vault import Session
from desktop.documents.exchange.faults import quoted
from desktop.documents.exchange.times import Unreadable
from desktop.i18n import _
from desktop.logic import names
from desktop.operations.paging import every
from desktop.operations.table_words import every_spelling
from desktop.operations.times import zone_of_case

_MEMBERS: dict[Kind, type[Any]] = {
    Kind.PERSON: PersonRow, Kind.ORGANISATION: OrganisationRow, Kind.PLACE: PlaceRow,
}  # fmt: skip
_PAGE = 500
_SHOWN = 3  # ids told of a name that several have


class Known:
    """What a case knows by name. A name is found under any of its spellings, whatever script and case it is in."""

    def __init__(self, session: Session, case: CaseRow, kinds: Iterable[Kind], *, creates: bool) -> None:
        self.zone = zone_of_case(session, case)
        self.made: dict[Kind, dict[str, str]] = {}  # by kind: the id of each new record and its name
        self._creates = creates
        self._ours: set[str] = set()
        self._kinds: dict[str, Kind] = {}
        self._named: dict[tuple[Kind, str], dict[str, None]] = {}
        self._found: dict[tuple[tuple[Kind, ...], str], str] = {}
        self._zones: dict[str, str] = {}
        wanted = set(kinds)
        for kind, row_type in _MEMBERS.items():
            self._read_members(session, case.id, kind, row_type)
        if wanted - set(_MEMBERS):
            self._read_others(session, case.id)

    def find(self, kinds: Sequence[Kind], text: str) -> str:
        """The record of one of these kinds that a text names. Raises ``Unreadable`` when none or several are meant."""
        asked = (tuple(kinds), text)
        found = self._found.get(asked)
        if found is None:
            found = self._found[asked] = self._look(kinds, text)
        return found

    def kind_of(self, record: str) -> Kind:
        """The kind of a record that was found."""
        return self._kinds[record]

    def zone_at(self, place: str) -> str:
        """The zone of a place: its own, else that of a place around it, else that of the case."""
        return self._zones.get(place, self.zone)

    def has(self, kind: Kind, text: str) -> bool:
        """Whether somebody or something of this name is known."""
        return bool(self._named.get((kind, key_of(text))))

    def use(self, kind: Kind, record: str) -> None:
        """Count a record of the vault among those that were found."""
        self._kinds[record] = kind
        self._found[(kind,), record] = record

    def used(self) -> list[str]:
        """The records of the vault that were found, each once."""
        return [record for record in dict.fromkeys(self._found.values()) if record not in self._ours]

    def add_ours(self, kind: Kind, record: str, spellings: Iterable[str]) -> None:
        """Know a record that is being made."""
        self._ours.add(record)
        self.add(kind, record, spellings)

    def add(self, kind: Kind, record: str, spellings: Iterable[str]) -> None:
        """Know one more record of the vault."""
        self._kinds[record] = kind
        for text in spellings:
            if text:
                self._named.setdefault((kind, key_of(text)), {})[record] = None

    def _look(self, kinds: Sequence[Kind], text: str) -> str:
        if self._kinds.get(text) in kinds:
            return text
        found = list(dict.fromkeys(one for kind in kinds for one in self._named.get((kind, key_of(text)), ())))
        if len(found) > 1:
            said = _("“{name}” may be any of {count}; write the id of the one you mean: {ids}.")
            ids = ", ".join(found[:_SHOWN]) + ("…" if len(found) > _SHOWN else "")
            raise Unreadable(said.format(name=quoted(text), count=len(found), ids=ids))
        if found:
            return found[0]
        if self._creates and kinds[0] in _MEMBERS:
            return self._make(kinds[0], text)
        raise Unreadable(_unknown(kinds[0]).format(name=quoted(text)))

    def _make(self, kind: Kind, text: str) -> str:
        record = new_id()
        self.made.setdefault(kind, {})[record] = text
        self.add_ours(kind, record, [text])
        return record

    def _read_members(self, session: Session, case_id: str, kind: Kind, row_type: type[Any]) -> None:
        def page(after: Any) -> Any:
            return members.page(session, row_type, case_id=case_id, after=after, limit=_PAGE)

        for row in every(page):
            self.add(kind, row.id, [name.text for name in row.names] or [getattr(row, "description", None) or ""])
            if kind is Kind.PLACE:
                zone = _zone_above(session, row)
                if zone:
                    self._zones[row.id] = zone

    def _read_others(self, session: Session, case_id: str) -> None:
        file = case_file(session, case_id)
        for event in file.events:
            self.add(Kind.EVENT, event.id, [event.title or ""])
        for document in file.documents:
            self.add(Kind.DOCUMENT, document.id, [document.title, document.exhibit or ""])
        for issue in file.issues:
            self.add(Kind.ISSUE, issue.id, [issue.title])
        for indicator in file.indicators:
            self.add(Kind.INDICATOR, indicator.id, [indicator.title])
        people = {one.id: [name.text for name in one.names] or [one.description or ""] for one in file.persons}
        for kind, rows in ((Kind.CHARGE, file.charges), (Kind.INJURY, file.injuries)):
            for row in rows:
                self.add(kind, row.id, every_spelling(row, people.get(row.person_id, [])))
        for kind, others in ((Kind.CONSENT, file.consents), (Kind.RELATION, file.relations)):
            for row in others:
                self.add(kind, row.id, ())


def _zone_above(session: Session, place: PlaceRow) -> str | None:
    seen: set[str] = set()
    while not place.zone and place.parent_id and place.parent_id not in seen:
        seen.add(place.parent_id)
        place = fetch(session, PlaceRow, place.parent_id)
    return place.zone


def key_of(text: str) -> str:
    """What names are compared by; a name of signs alone by itself."""
    return names.fold(text) or text.strip().casefold()


def _unknown(kind: Kind) -> str:
    return {
        Kind.PERSON: _("Nobody on file in the case is called “{name}”."),
        Kind.ORGANISATION: _("No organisation on file in the case is called “{name}”."),
        Kind.PLACE: _("No place on file in the case is called “{name}”."),
        Kind.DOCUMENT: _("No document of the case has the title or exhibit number “{name}”."),
        Kind.EVENT: _("No event of the case has the title “{name}”."),
        Kind.CHARGE: _("No charge of the case is “{name}”: write the person, a comma and the article, or its id."),
        Kind.INJURY: _("No injury of the case is “{name}”: write the person, a comma, type and place, or its id."),
    }.get(kind, _("Nothing in the case is called “{name}”."))
