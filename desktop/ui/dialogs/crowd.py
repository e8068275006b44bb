"""Many people at once: a pasted list of names or everyone with a role, each found across spellings or made."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.queries import members
from db.queries.involvement import roles_in_case
from db.rows import ParticipationRow, PersonRow
from db.types import Kind, Name
from db.vault import Session
from desktop.i18n import N_, _, ngettext
from desktop.logic.duplicates import known_by
from desktop.operations.members import save_persons
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.inputs.choices import terms_of
from desktop.ui.inputs.crowd import Crowd, Fellow, fellow
from desktop.ui.inputs.finders import candidate_of
from desktop.ui.inputs.form import Form, FormScroll
from desktop.ui.inputs.picker import Candidate
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LinesInput
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.layout import column, label

PAUSE_MILLISECONDS = 400
PAGE = 2000
HEIGHT = 84  # of what scrolls, in quarters of a line


class CrowdDialog(Dialog):
    """Asks whom and in what role; ``chosen`` carries the fellows, all on record by then."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, case_id: str, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, letters=92)
        self._desk, self._case_id = desk, case_id
        self.addAction(desk.actions.qt("vault.lock"))  # a modal window cuts off the main window's keys
        self._banner = Banner()
        self._form = Form(margin=0)
        self._names = LinesInput(3, N_("paste a list of names, one a line, in any spelling"))
        self._group, self._role = TermInput(terms_of("roles"), N_("nobody")), TermInput(terms_of("roles"))
        self._crowd = Crowd(desk, "several")
        self._told = label("hint")
        self._build(verb)
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self._look)
        for made in (self._names, self._group, self._role):
            made.changed.connect(self._pause.start)

    def _build(self, verb: str) -> None:
        self._form.put("names", N_("&Names"), self._names, is_wide=True)
        self._form.put("group", N_("and &everyone in the case who is"), self._group)
        self._form.put("role", N_("&Role of all"), self._role)
        self._crowd.table.setMinimumHeight(theme.unit() * 40)
        self._crowd.changed.connect(self._tell)
        inner = QWidget()
        inside = column(inner, gap=2)
        for part in (self._form, self._told, self._crowd):
            inside.addWidget(part)
        scroll = FormScroll(inner)
        scroll.setMinimumHeight(theme.unit() * HEIGHT)
        self.add(self._banner)
        self.add(scroll, grows=True)
        self.verb(N_("Cancel"), self.reject)
        self._step = self.verb(verb, self._go, role="primary")
        self._tell()
        self._names.setFocus()

    def _look(self) -> None:
        texts = [line.split("\t", 1)[0].strip(" ,;") for line in self._names.value()]
        ask = partial(_found, self._case_id, [text for text in texts if text], str(self._group.raw() or ""))
        self._desk.read(self, ask, self._show)

    def _show(self, found: Sequence[Candidate]) -> None:
        role = self._role.raw()
        known = {one.key: one.part.role for one in self._crowd.fellows()}
        fellows: list[Fellow] = []
        for one in found:
            key = one.id or f"new {one.title}"
            part = ParticipationRow(id="", event_id="", role=known.get(key) or str(role or ""))
            fellows.append(fellow(key, one, part))
        self._crowd.show_all(fellows)
        self._tell()

    def _tell(self) -> None:
        fellows = self._crowd.fellows()
        count, new = len(fellows), sum(not one.who.id for one in fellows)
        people = ngettext("{count} person", "{count} persons", count).format(count=count)
        made = ngettext("{count} of them is new", "{count} of them are new", new).format(count=new)
        self._told.setText(_("{people}, {made}.").format(people=people, made=made) if count else "")
        self._step.setEnabled(bool(count))

    def _go(self) -> None:
        fellows = self._crowd.fellows()
        if any(not one.part.role for one in fellows):
            self._banner.tell(Tone.WARNING, _("Choose a role for everyone in the table."))
            return
        new = [PersonRow(id="", names=(Name(one.who.title),)) for one in fellows if not one.who.id]
        if not new:
            self._finish(())
            return
        self._step.setEnabled(False)
        verb = work(save_persons, self._desk.vault, new, self._case_id)
        self._desk.perform(self, verb, self._finish)

    def _finish(self, made: Sequence[str]) -> None:
        ids = iter(made)
        ready: list[Fellow] = []
        for one in self._crowd.fellows():
            who = one.who if one.who.id else Candidate(Kind.PERSON, next(ids), one.who.title)
            ready.append(fellow(who.id, who, one.part))
        self.accept()
        self.chosen.emit(ready)


def _found(case_id: str, texts: Sequence[str], group: str, session: Session) -> list[Candidate]:
    """Whoever is meant by each name, first of all the people of the vault; then those with the role."""
    rows = _all(session)
    found: dict[str, Candidate] = {}
    for text, row in zip(texts, known_by(texts, rows), strict=True):
        one = candidate_of(row) if row else Candidate(Kind.PERSON, "", text)
        found.setdefault(one.id or f"new {text}", one)
    if group:
        wanted = {person for person, roles in roles_in_case(session, case_id).items() if group in roles}
        found |= {row.id: candidate_of(row) for row in rows if row.id in wanted and row.id not in found}
    return list(found.values())


def _all(session: Session) -> list[PersonRow]:
    rows: list[PersonRow] = []
    after: Any = None
    while True:
        page = members.page(session, PersonRow, after=after, limit=PAGE)
        rows += page.rows
        after = page.next_key
        if after is None:
            return rows
