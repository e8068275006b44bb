"""Which other record is the same one: looked for by any spelling, the likeliest suggested."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.queries.records import fetch
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_, _
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.likest import find_alike
from desktop.ui.inputs.finders import ROW_TYPES, candidate_of, members_of
from desktop.ui.inputs.input import Unclear
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.labels import Member
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.layout import labelled, said


class TwinChoice(Dialog):
    """Asks for the other record; ``chosen`` carries its id."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, kind: Kind, record: str, parent: QWidget | None = None) -> None:
        super().__init__(N_("Merge with another record"), parent, letters=60)
        self._record = record
        self.addAction(desk.actions.qt("vault.lock"))  # a modal window cuts off the main window's keys
        self._banner = Banner()
        self._picker = RecordPicker(desk, Finder(members_of(None, kind)), N_("any spelling of the name"))
        self.add(self._banner)
        self.add(said(self.texts, N_("Which record is the same one, written down twice?"), "hint"))
        self.add(labelled(self.texts, N_("&Name"), self._picker))
        self._picker.name(_("Name"))
        self.verb(N_("Cancel"), self.reject)
        self.verb(N_("&Compare the two"), self._go, role="primary", is_default=True)
        self._picker.setFocus()
        desk.read(self, partial(_suggest, kind, record), self._suggest)

    def _suggest(self, candidate: Candidate | None) -> None:
        if candidate and not self._picker.raw():
            self._picker.fill(candidate)

    def _go(self) -> None:
        try:
            chosen: Candidate | None = self._picker.value()
        except Unclear:
            chosen = None
        if chosen is None or chosen.id == self._record:
            self._banner.tell(Tone.WARNING, _("Choose another record from the list."))
            return
        self.accept()
        self.chosen.emit(chosen.id)


def _suggest(kind: Kind, record: str, session: Session) -> Candidate | None:
    row: Member = fetch(session, ROW_TYPES[kind], record)
    found = find_alike(row, (), session)
    return candidate_of(found.second) if found else None
