"""A person, organisation or place beside its list: all of it, and what can be done with it."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal

from db.errors import RecordInUse
from db.queries.records import fetch
from db.rows import PartyRow
from db.types import Kind
from db.vault import Session
from desktop.errors import UserError
from desktop.i18n import N_, _
from desktop.operations.members import release_member, remove_party
from desktop.operations.trash import trash_record
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Verb, work
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.inputs.finders import candidate_of
from desktop.ui.inputs.picker import Candidate
from desktop.ui.markup import Compose
from desktop.ui.records import member_view, remarks, sources, ties
from desktop.ui.records.injuries import VERBS
from desktop.ui.records.injury_steps import Bearer, follow_injury
from desktop.ui.records.member_view import MemberView, compose, read_member
from desktop.ui.records.pane import RecordPane
from desktop.ui.records.remark_steps import About, follow_remark
from desktop.ui.records.sources import Cited, follow_source
from desktop.ui.records.steps import tell_trashed
from desktop.ui.records.tie_steps import follow_tie
from desktop.ui.widgets.empty_state import EmptyState

Result = TypeVar("Result")


class MemberPane(RecordPane[MemberView]):
    """Shows one of a kind; ``case_id`` is empty in the list of the whole vault."""

    merge_asked = Signal()

    def __init__(self, desk: Desk, case_id: str) -> None:
        nothing = EmptyState("user", N_("Nobody chosen"), N_("Choose from the list to read all that is known here."))
        super().__init__(desk, N_("The record"), nothing)
        self.kind = Kind.PERSON
        self._case_id = case_id
        self._view: MemberView | None = None
        self.offer(N_("E&dit…"), self.edit, icon="pencil")
        if case_id:
            self.offer(N_("Take off f&ile"), self.release, icon="log-out")
        self.offer(N_("&Merge…"), self.merge_asked.emit, icon="users")
        self.offer(N_("Move to t&rash"), self.trash, icon="trash-2")

    def reader(self, record: str) -> Callable[[Session], MemberView | None]:
        """Read it whole."""
        now = int(self.desk.vault.clock().timestamp())
        return partial(read_member, self.kind, record, self._case_id, now)

    def composer(self, view: MemberView) -> Compose:
        """Tell it whole."""
        self._view = view
        return partial(compose, view)

    def edit(self) -> None:
        """Correct it."""
        if self.record:
            Editors(self.desk, self.window()).open_member(self.kind, self._case_id or None, self.record)

    def release(self) -> None:
        """Take it off the file of this case; the record stays in the vault."""
        if self.record and self._case_id:
            self._perform(work(release_member, self.desk.vault, self._case_id, self.kind, self.record))

    def trash(self) -> None:
        """Move it to the trash, unless events, roles or charges name it."""
        if self.record:
            verb = work(trash_record, self.desk.vault, self.kind, self.record, case_id=self._case_id or None)
            self.desk.perform(self, verb, partial(tell_trashed, self.desk), failed=self._refuse)

    def follow(self, verb: str, target: str) -> None:
        """Roles and charges are added, corrected and taken away from the sheet itself."""
        shown = candidate_of(self._view.row) if self._view else None
        if shown and self._follow_part(shown, verb, target):
            return
        editors = Editors(self.desk, self.window())
        if verb == member_view.ADD_PARTY:
            editors.open_party(self._case_id, who=shown)
        elif verb == member_view.ADD_CHARGE:
            editors.open_charge(self._case_id, whom=shown)
        elif verb == member_view.PARTY:
            editors.open_party(self.case_of(target), target)
        elif verb == member_view.CHARGE:
            editors.open_charge(self.case_of(target), target)
        elif verb == member_view.REMOVE_PARTY:
            self.desk.read(self, partial(_party, target), self._remove_party)
        elif verb == member_view.TRASH_CHARGE:
            self._perform(work(trash_record, self.desk.vault, Kind.CHARGE, target, case_id=self.case_of(target)))

    def _follow_part(self, shown: Candidate, verb: str, target: str) -> bool:
        """Injuries, tasks, relations and sources know their own steps; says whether it was one of theirs."""
        if verb in VERBS:
            follow_injury(self.desk, self, Bearer(self._case_id, person=self.record), verb, target)
        elif verb in remarks.VERBS:
            follow_remark(self.desk, self, About(self._case_id, self.kind, self.record), verb, target)
        elif verb in ties.VERBS:
            follow_tie(self.desk, self, self._case_id, shown, verb, target)
        elif verb in sources.VERBS:
            follow_source(self.desk, self, Cited(self._case_id, self.kind, self.record, shown.title), verb, target)
        else:
            return False
        return True

    def _remove_party(self, row: PartyRow) -> None:
        self._perform(work(remove_party, self.desk.vault, row))

    def _perform(self, verb: Verb[Result]) -> None:
        self.desk.perform(self, verb)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, RecordInUse) and self._view:
            what = _("“{name}” is named in events, roles or charges and stays.").format(
                name=labels.member(self._view.row)
            )
            error = UserError(what, _("Take those away first; or only take it off the file of this case."))
        self.desk.report.tell(error)

    def case_of(self, record: str) -> str:
        """The case in which a record in view stands: a party, a charge, an event or a document."""
        if self._view is None:
            return self._case_id
        involved = self._view.involved
        cases = {row.id: row.case_id for row, _ref in (*involved.parties, *involved.charges)}
        cases |= {part.event.id: part.event.case_id for part in involved.parts}
        cases |= {passage.document.id: passage.document.case_id for passage in self._view.passages}
        return cases.get(record, self._case_id)


def _party(party: str, session: Session) -> PartyRow:
    return fetch(session, PartyRow, party)
