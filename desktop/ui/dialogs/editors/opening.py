"""The door to every editor: reads what it needs in the vault's lane, then opens it over the window that asked.

``then`` is told the record's id when it is saved. Nothing here waits.
"""

from functools import partial

from db.queries.records import fetch
from db.rows import CaseRow, ChargeRow, PartyRow
from db.types import Kind
from db.vault import Session
from desktop.ui import times
from desktop.ui.dialogs.editors.case import CaseEditor
from desktop.ui.dialogs.editors.charge import ChargeEditor
from desktop.ui.dialogs.editors.enrolment import EnrolmentEditor
from desktop.ui.dialogs.editors.event_opening import EventEditors, new_citation
from desktop.ui.dialogs.editors.members import ACTING, Then, read_candidate
from desktop.ui.dialogs.editors.party import PartyEditor
from desktop.ui.inputs.picker import Candidate, Finder

__all__ = ["Editors", "new_citation"]


class Editors(EventEditors):
    """Opens editors over one window."""

    def open_case(self, case_id: str = "", then: Then | None = None) -> None:
        """Correct a case, or open a new one."""
        if case_id:
            self.desk.read(self.window, partial(_case, case_id), partial(self._edit_case, then))
        else:
            self._edit_case(then, CaseRow(id="", ref="", title=""))

    def open_party(
        self, case_id: str, party_id: str = "", who: Candidate | None = None, then: Then | None = None
    ) -> None:
        """Give somebody a role in the case, or correct it."""
        self.desk.read(self.window, partial(_party, case_id, party_id, who), partial(self._edit_party, then))

    def open_charge(
        self, case_id: str, charge_id: str = "", whom: Candidate | None = None, then: Then | None = None
    ) -> None:
        """Write down a charge, or correct it."""
        self.desk.read(self.window, partial(_charge, case_id, charge_id, whom), partial(self._edit_charge, then))

    def open_enrolment(self, case_id: str, kind: Kind, then: Then | None = None) -> None:
        """Put somebody or something known already on file in the case."""
        everywhere = Finder(self.finder(None, kind).search, (kind,), partial(self.make, case_id))
        self.show_editor(EnrolmentEditor(self.desk, case_id, kind, everywhere, self.window), then)

    def _edit_case(self, then: Then | None, row: CaseRow) -> None:
        self.show_editor(CaseEditor(self.desk, row, self.window), then)

    def _edit_party(self, then: Then | None, read: tuple[PartyRow, Candidate | None, str]) -> None:
        row, who, zone = read
        self.show_editor(PartyEditor(self.desk, row, who, self.finder(row.case_id, *ACTING), zone, self.window), then)

    def _edit_charge(self, then: Then | None, read: tuple[ChargeRow, Candidate | None, str]) -> None:
        row, whom, zone = read
        finder = self.finder(row.case_id, Kind.PERSON)
        self.show_editor(ChargeEditor(self.desk, row, whom, finder, zone, self.window), then)


def _case(case_id: str, session: Session) -> CaseRow:
    return fetch(session, CaseRow, case_id)


def _party(
    case_id: str, party_id: str, who: Candidate | None, session: Session
) -> tuple[PartyRow, Candidate | None, str]:
    row = fetch(session, PartyRow, party_id) if party_id else PartyRow(id="", case_id=case_id, role="")
    if row.person_id:
        who = read_candidate(Kind.PERSON, row.person_id, session)
    elif row.organisation_id:
        who = read_candidate(Kind.ORGANISATION, row.organisation_id, session)
    return row, who, _zone(case_id, session)


def _charge(
    case_id: str, charge_id: str, whom: Candidate | None, session: Session
) -> tuple[ChargeRow, Candidate | None, str]:
    empty = ChargeRow(id="", case_id=case_id, person_id="", article="")
    row = fetch(session, ChargeRow, charge_id) if charge_id else empty
    return row, read_candidate(Kind.PERSON, row.person_id, session) if row.person_id else whom, _zone(case_id, session)


def _zone(case_id: str, session: Session) -> str:
    return times.zone_of(_case(case_id, session).jurisdiction)
