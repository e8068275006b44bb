"""The event beside the list: all of it, with its links and sources, and what can be done with it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from db.queries.records import fetch
from db.rows import CitationRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_
from desktop.operations.citations import remove_citation
from desktop.operations.events import unlink_events
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Verb, work
from desktop.ui.dialogs.editors.opening import Editors, new_citation
from desktop.ui.markup import Compose
from desktop.ui.records import event_view, remarks
from desktop.ui.records.claims import CITE_FIELD
from desktop.ui.records.event_view import EventView, compose, read_event
from desktop.ui.records.injuries import VERBS
from desktop.ui.records.injury_steps import Bearer, follow_injury
from desktop.ui.records.pane import RecordPane
from desktop.ui.records.remark_steps import About, follow_remark
from desktop.ui.tabs.timeline.event_copying import ask_for_others
from desktop.ui.widgets.empty_state import EmptyState

Result = TypeVar("Result")


class EventPane(RecordPane[EventView]):
    """Shows one event of a case; ``trash`` is what its button does."""

    def __init__(self, desk: Desk, case_id: str, trash: Callable[[], object]) -> None:
        nothing = EmptyState("clock", N_("No event chosen"), N_("Choose one from the list to read all of it here."))
        super().__init__(desk, N_("The event"), nothing)
        self._case_id = case_id
        self._view: EventView | None = None
        self.offer(N_("E&dit…"), self.edit, icon="pencil")
        self.offer(N_("&Link…"), self.link, icon="link")
        self.offer(N_("C&ite…"), self.cite, icon="quote")
        self.offer(N_("Copy f&or others…"), self.copy, icon="users")
        self.offer(N_("Move to t&rash"), trash, icon="trash-2")

    def reader(self, record: str) -> Callable[[Session], EventView | None]:
        """Read the event whole."""
        return partial(read_event, record)

    def composer(self, view: EventView) -> Compose:
        """Tell the event whole."""
        self._view = view
        return partial(compose, view)

    def edit(self) -> None:
        """Correct the event."""
        if self.record:
            self._editors().open_event(self._case_id, self.record)

    def link(self) -> None:
        """Link it to another event."""
        if self.record:
            self._editors().open_link(self._case_id, self.record)

    def cite(self) -> None:
        """Say which document speaks of it."""
        if self.record:
            row = new_citation(Kind.EVENT, self.record)
            self._editors().open_citation(self._case_id, row, self._title())

    def copy(self) -> None:
        """Tell the same of other persons: a copy for each, with their own role."""
        if self.record:
            ask_for_others(self.desk, self, self._case_id, self.record)

    def follow(self, verb: str, target: str) -> None:
        """Links and citations are added, corrected and taken away from the sheet itself."""
        if verb in VERBS:
            follow_injury(self.desk, self, Bearer(self._case_id, event=self.record), verb, target)
        elif verb in remarks.VERBS:
            follow_remark(self.desk, self, About(self._case_id, Kind.EVENT, self.record), verb, target)
        elif verb == event_view.CITE:
            self.cite()
        elif verb == CITE_FIELD:
            self._cite_field(target)
        elif verb == event_view.LINK:
            self.link()
        elif verb == event_view.UNLINK:
            self._perform(work(unlink_events, self.desk.vault, target, self._case_id))
        elif verb == event_view.REMOVE_CITATION:
            self._perform(work(remove_citation, self.desk.vault, target, self._case_id))
        elif verb == event_view.EDIT_CITATION:
            self.desk.read(self, partial(_citation, target), self._edit_citation)

    def _cite_field(self, field: str) -> None:
        row = replace(new_citation(Kind.EVENT, self.record), field=field)
        self._editors().open_citation(self._case_id, row, self._title())

    def _edit_citation(self, row: CitationRow) -> None:
        self._editors().open_citation(self._case_id, row, self._title())

    def _perform(self, verb: Verb[Result]) -> None:
        self.desk.perform(self, verb)

    def _editors(self) -> Editors:
        return Editors(self.desk, self.window())

    def _title(self) -> str:
        return labels.event(self._view.line.event) if self._view else ""


def _citation(citation: str, session: Session) -> CitationRow:
    return fetch(session, CitationRow, citation)
