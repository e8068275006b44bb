"""What the injuries part of a sheet offers: mark a new one, open one, all of them on the chart, one to the trash."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from db.queries import injuries
from db.queries.injuries import InjuryLine
from db.rows import InjuryRow
from db.types import Kind
from db.vault import Session
from desktop.operations.trash import trash_record
from desktop.ui.body.board import InjuryBoard
from desktop.ui.body.words import called
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.injury_opening import new_injury, open_injury, read_injury
from desktop.ui.dialogs.editors.opening import Editors, new_citation
from desktop.ui.records.injuries import ADD_INJURY, CHART, CITE_INJURY, INJURY, TRASH_INJURY
from desktop.ui.records.steps import tell_trashed


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whose injuries they are, or of which event; ``case_id`` is empty in the list of the whole vault."""

    case_id: str
    person: str = ""
    event: str = ""

    def read(self, session: Session) -> Sequence[InjuryLine]:
        """The injuries."""
        if self.event:
            return injuries.of_event(session, self.event)
        return injuries.of_person(session, self.person, self.case_id)


def follow_injury(desk: Desk, pane: QWidget, bearer: Bearer, verb: str, target: str) -> None:
    """Take the step that a link of the part stands for."""
    editors = Editors(desk, pane.window())
    if verb == ADD_INJURY:
        open_injury(editors, new_injury(bearer.case_id, bearer.person, bearer.event or None))
    elif verb == INJURY:
        desk.read(pane, partial(read_injury, target), partial(open_injury, editors))
    elif verb == CHART:
        InjuryBoard(
            desk, bearer.read, bearer.case_id, person=bearer.person, event=bearer.event, parent=pane.window()
        ).open()
    elif verb == CITE_INJURY:
        desk.read(pane, partial(read_injury, target), partial(_cite, editors))
    elif verb == TRASH_INJURY:
        verb_of = work(trash_record, desk.vault, Kind.INJURY, target, case_id=bearer.case_id or None)
        desk.perform(pane, verb_of, partial(tell_trashed, desk))


def _cite(editors: Editors, row: InjuryRow) -> None:
    editors.open_citation(row.case_id, new_citation(Kind.INJURY, row.id), called(row))
