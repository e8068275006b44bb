"""What to do first in an empty case: who, what happened to them, what shows it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from db.queries import members
from db.rows import PersonRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.draft import EventDraft
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.inputs.finders import candidate_of
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column, row, said

DOCUMENTS, ADD = "documents", "add"  # the tab that takes documents in, and what is wanted there


class FirstSteps(QFrame):
    """``record_made`` carries the kind and id of what was written; ``tab_asked`` a tab and what is wanted there."""

    record_made = Signal(object, str)
    tab_asked = Signal(str, str)

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self._desk, self._case_id = desk, case_id
        self._texts = Texts(self)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._box = column(self, margin=3, gap=3)
        self._box.addWidget(said(self._texts, N_("Start here"), "heading"))
        self._put(
            N_("1. Add the &person"),
            "user-plus",
            N_("The one it is about. A name is enough for now."),
            self._add_person,
        )
        hint = N_("Hour and place as they were told; about, before and after are understood too.")
        self._put(N_("2. Record the de&tention"), "lock", hint, self._ask_detained)
        if any(action.id == "tab.documents" for action in desk.actions.offered()):
            hint = N_("Letters, photographs, videos: stored encrypted, with who gave them to whom.")
            self._put(N_("3. Add d&ocuments"), "upload", hint, partial(self.tab_asked.emit, DOCUMENTS, ADD))

    def _put(self, words: str, icon: str, hint: str, act: Callable[[], object]) -> None:
        line = row(gap=3)
        line.addWidget(button(self._texts, words, act, icon=icon))
        line.addWidget(said(self._texts, hint, "hint"), 1)
        self._box.addLayout(line)

    def _add_person(self) -> None:
        editors = Editors(self._desk, self.window())
        editors.open_member(Kind.PERSON, self._case_id)

    def _ask_detained(self) -> None:
        self._desk.read(self, partial(_persons, self._case_id), self._record_detention)

    def _record_detention(self, persons: list[PersonRow]) -> None:
        """The one person on file is the one detained; among several the user chooses."""
        detained = [(candidate_of(persons[0]), "detainee")] if len(persons) == 1 else []
        draft = EventDraft(kind="detention", participants=detained)
        editors = Editors(self._desk, self.window())
        editors.open_event(self._case_id, draft=draft, then=partial(self.record_made.emit, Kind.EVENT))


def _persons(case_id: str, session: Session) -> list[PersonRow]:
    return list(members.page(session, PersonRow, case_id=case_id, limit=2).rows)
