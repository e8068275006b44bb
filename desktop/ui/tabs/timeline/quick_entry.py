"""One line that becomes a draft of an event: type it, press Enter, put right what was misread, save."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from db.queries import members
from db.queries.records import fetch
from db.rows import CaseRow, PersonRow, PlaceRow
from db.vault import Session
from desktop import i18n
from desktop.i18n import N_
from desktop.logic import names
from desktop.ui import times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.draft import EventDraft
from desktop.ui.dialogs.editors.drafting import Drafting, Typed
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.inputs.finders import alike, candidate_of
from desktop.ui.inputs.picker import Candidate
from desktop.ui.labels import Member
from desktop.ui.language import Texts
from desktop.ui.tabs.timeline.quick_draft import QuickDraft, named_in, read_line, role_in
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import row

NEAR = 8  # records looked at for each part of the line


class QuickEntry(QWidget):
    """``drafted`` carries what was typed as a draft; the line is emptied by whoever saved it."""

    drafted = Signal(object)

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self._desk, self._case_id = desk, case_id
        self._line = QLineEdit()
        texts = Texts(self)
        texts.put(self._line.setAccessibleName, N_("New event in one line"))
        texts.put(
            self._line.setPlaceholderText,
            N_("New event in one line: 05.01.2022 20:00 detained, Almaty, airport — Enter"),
        )
        layout = row(self, gap=2)
        layout.addWidget(self._line, 1)
        layout.addWidget(button(texts, N_("&New event…"), self.ask, role="primary", icon="plus"))
        self._line.returnPressed.connect(self.ask)
        self.setFocusProxy(self._line)
        subject = Subject("quick-entry", f"quick-entry:{case_id}", case_id)
        typed = Typed(self._line.text, self._line.setText, (self._line.textEdited,))
        self._drafting = Drafting(desk, subject, typed, self)
        self._drafting.begin(is_suggested=False)

    def ask(self) -> None:
        """Turn what stands there into a draft; nothing makes an empty one."""
        text = self._line.text().strip()
        if not text:
            self.drafted.emit(EventDraft())
            return
        ask = partial(draft_of, text, self._case_id, i18n.current().value)
        self._desk.read(self, ask, self.drafted.emit)

    def clear(self) -> None:
        """The event is saved: the line is free for the next."""
        self._line.clear()
        self._drafting.keep()


def draft_of(text: str, case_id: str, language: str, session: Session) -> EventDraft:
    """What a line says, with the places and people of the vault it names."""
    zone = times.zone_of(fetch(session, CaseRow, case_id).jurisdiction)
    read = read_line(text, zone, language)
    place = next(iter(_found(PlaceRow, case_id, read.parts[::-1], session)), None)
    persons = _found(PersonRow, case_id, read.parts, session)
    role = role_in(read.kind)
    return EventDraft(
        kind=read.kind,
        when=read.when,
        title=_title(read, place),
        place=place[0] if place else None,
        participants=[(person, role) for person, _part in persons],
    )


def _title(read: QuickDraft, place: tuple[Candidate, str] | None) -> str:
    """What is left when the place has gone to its own field."""
    kept = [part for part in read.parts if place is None or part != place[1]]
    title = ", ".join(kept)
    return title[:1].upper() + title[1:]


def _found(row_type: type[Any], case_id: str, parts: Sequence[str], session: Session) -> list[tuple[Candidate, str]]:
    rows: dict[str, Member] = {}
    for part in filter(names.fold, parts):
        near = members.page(session, row_type, text=names.fold(part), limit=NEAR).rows
        rows |= {row.id: row for row in near or alike(session, row_type, part, case_id)[:NEAR]}
    called = {record: [name.text for name in row.names] for record, row in rows.items()}
    return [(candidate_of(rows[record]), part) for record, part in named_in(parts, called)]
