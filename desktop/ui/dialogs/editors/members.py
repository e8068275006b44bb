"""Opening the editors of people, organisations and places, also from within a picker of another editor."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from db.queries.records import fetch
from db.rows import CaseRow, OrganisationRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Session
from desktop.operations.members import enroll_member
from desktop.ui import times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.organisation import OrganisationEditor
from desktop.ui.dialogs.editors.person import PersonEditor
from desktop.ui.dialogs.editors.place import PlaceEditor
from desktop.ui.inputs.finders import ROW_TYPES, candidate_of, members_of
from desktop.ui.inputs.picker import Candidate, Finder, Picked
from desktop.ui.labels import Member

Then = Callable[[str], object]
ACTING = (Kind.PERSON, Kind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class MemberFacts:
    """What the editor of a person, organisation or place must know before it opens."""

    row: Member
    zone: str
    above: Candidate | None = None  # what it is part of


class MemberEditors:
    """Opens editors over ``window``; for a picker inside an editor that is the editor."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        self.desk = desk
        self.window = window

    def finder(self, case_id: str | None, *kinds: Kind) -> Finder:
        """Looks for people, organisations or places, and makes them in place."""
        return Finder(members_of(case_id, *kinds), kinds, partial(self.make, case_id))

    def make(self, case_id: str | None, kind: Kind, name: str, picked: Picked) -> None:
        """Open the editor of a new one by this name; ``picked`` is given what came of it."""
        self.open_member(kind, case_id, name=name, then=partial(self._give_back, kind, picked), is_picking=True)

    def open_member(
        self,
        kind: Kind,
        case_id: str | None = None,
        record: str = "",
        *,
        name: str = "",
        then: Then | None = None,
        is_picking: bool = False,
    ) -> None:
        """Edit a person, organisation or place, or write a new one (called ``name``).

        Where one of that name is known, it can be taken instead: given to ``then`` when a picker asked, else put on
        file in the case and opened.
        """
        instead = then if is_picking else partial(self._take_known, kind, case_id, then)
        ask = partial(read_member, kind, case_id, record, name)
        self.desk.read(self.window, ask, partial(self._open, case_id, then, instead))

    def _open(self, case_id: str | None, then: Then | None, instead: Then | None, facts: MemberFacts) -> None:
        editor = self._editor(facts, case_id)
        if then:
            editor.saved.connect(then)
        if instead:
            editor.offer_instead(instead)
        editor.open()

    def _editor(self, facts: MemberFacts, case_id: str | None) -> PersonEditor | OrganisationEditor | PlaceEditor:
        row = facts.row
        if isinstance(row, PersonRow):
            return PersonEditor(self.desk, row, case_id, facts.zone, self.window)
        kind = Kind.ORGANISATION if isinstance(row, OrganisationRow) else Kind.PLACE
        finder = Finder(members_of(case_id, kind))
        if isinstance(row, OrganisationRow):
            return OrganisationEditor(self.desk, row, case_id, finder, facts.above, self.window)
        return PlaceEditor(self.desk, row, case_id, finder, facts.above, self.window)

    def _take_known(self, kind: Kind, case_id: str | None, then: Then | None, record: str) -> None:
        if case_id:
            put_on_file = work(enroll_member, self.desk.vault, case_id, kind, record)
            self.desk.perform(self.window, put_on_file)
        self.open_member(kind, case_id, record, then=then)

    def _give_back(self, kind: Kind, picked: Picked, record: str) -> None:
        self.desk.read(self.window, partial(read_candidate, kind, record), picked)


def read_candidate(kind: Kind, record: str, session: Session) -> Candidate:
    """A person, organisation or place as pickers show it."""
    row: Member = fetch(session, ROW_TYPES[kind], record)
    return candidate_of(row)


def read_member(kind: Kind, case_id: str | None, record: str, name: str, session: Session) -> MemberFacts:
    """Read what the editor needs; a new record is called ``name``."""
    jurisdiction = fetch(session, CaseRow, case_id).jurisdiction if case_id else ""
    zone = times.zone_of(jurisdiction)
    if not record:
        return MemberFacts(ROW_TYPES[kind](id="", names=(Name(name),) if name else ()), zone)
    row: Member = fetch(session, ROW_TYPES[kind], record)
    above = row.parent_id if isinstance(row, OrganisationRow | PlaceRow) else None
    return MemberFacts(row, zone, read_candidate(kind, above, session) if above else None)
