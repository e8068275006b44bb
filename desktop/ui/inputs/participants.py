"""The input for who took part in an event: somebody, in what role, how sure that is."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal

from db.queries.timeline import Participant
from db.rows import ParticipationRow
from db.types import Kind
from desktop.i18n import N_, _
from desktop.ui.building import Stages
from desktop.ui.desk import Desk
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.crowd import Crowd, Fellow, fellow
from desktop.ui.inputs.finders import candidate_of
from desktop.ui.inputs.input import Unclear
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.rows import REMOVE, Line, RowsInput
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import TextInput
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button

PART_NAMES = ("role", "degree", "certainty", "identified_how")
FEW = 12  # shown with all their inputs; more stand in a table, where roles are set for many at once


class ParticipantsInput(RowsInput):
    """Persons and organisations in an event; ``several_asked`` is told when many are to be added at once."""

    several_asked = Signal()

    def __init__(self, desk: Desk, finder: Finder) -> None:
        super().__init__(partial(_line, desk, finder), N_("&Add somebody who took part"))
        self.crowd = Crowd(desk, "participants")
        self.crowd.changed.connect(self.changed)
        self.crowd.changed.connect(self._settle)
        self.crowd.edit_asked.connect(self._take_back)
        self._several = button(Texts(self), N_("Add se&veral…"), self.several_asked.emit, role="link", icon="users")
        layout: Any = self.layout()
        layout.insertWidget(1, self.crowd)
        layout.addWidget(self._several, alignment=Qt.AlignmentFlag.AlignLeft)
        self._settle()

    def value(self) -> Any:
        """Everyone with their part. Raises ``Unclear``."""
        fellows = self.crowd.fellows()
        if any(not one.part.role for one in fellows):
            raise Unclear(_("Choose a role for everyone in the table."))
        return (*super().value(), *(one.part for one in fellows))

    def fill_in_turn(self, value: Any) -> Stages:
        """Show these: a few with all their inputs, many as a table."""
        shown: list[Participant] = list(value or ())
        is_few = len(shown) <= FEW
        yield from super().fill_in_turn(shown if is_few else ())
        self.crowd.show_all([] if is_few else [_fellow(place, one) for place, one in enumerate(shown)])
        self._settle()

    def raw(self) -> object:
        """What stands in the lines, and who is in the table."""
        lines: Any = super().raw()
        return (*lines, *((one.who.id or one.who.title, one.part) for one in self.crowd.fellows()))

    def add_several(self, fellows: Sequence[Fellow]) -> None:
        """Add these; with more than a few all stand in the table."""
        known = {record for part in self._told() for record in (part.person_id, part.organisation_id) if record}
        new = [one for one in fellows if one.who.id not in known]
        if len(self.lines) + len(new) <= FEW and not self.crowd.fellows():
            for one in new:
                line = self.add()
                self._show(line, one)
        else:
            self.crowd.show_all([*self.crowd.fellows(), *self._lifted(), *new])
        self._settle()
        self.changed.emit()

    def show_crowd(self, fellows: Sequence[Fellow]) -> None:
        """Show these in the table, beside the lines."""
        self.crowd.show_all(fellows)
        self._settle()

    def _told(self) -> Sequence[ParticipationRow]:
        parts: list[ParticipationRow] = [one.part for one in self.crowd.fellows()]
        for line in self.lines:
            with suppress(Unclear):
                parts.append(self.read(line))
        return parts

    def _lifted(self) -> list[Fellow]:
        """The lines that make sense, taken out for the table."""
        lifted: list[Fellow] = []
        for line in list(self.lines):
            try:
                who, part = line.inputs["who"].value(), self.read(line)
            except Unclear:
                continue
            lifted.append(fellow(f"line-{who.id}-{part.role}", who, part))
            self.drop(line)
        return lifted

    def _take_back(self, one: Fellow) -> None:
        """Show one of the table with all its inputs."""
        self.crowd.show_all([other for other in self.crowd.fellows() if other.key != one.key])
        line = self.add()
        self._show(line, one)
        line.inputs["who"].setFocus()
        self._settle()

    def _show(self, line: Line, one: Fellow) -> None:
        line.kept = one.part.id
        line.inputs["who"].fill(one.who)
        for name in PART_NAMES:
            line.inputs[name].fill(getattr(one.part, name) or None)
        line.fold()

    def _settle(self) -> None:
        self.crowd.setVisible(bool(self.crowd.fellows()))

    def read(self, line: Line) -> ParticipationRow:
        """One participation; a new one has no id. Raises ``Unclear``."""
        values = line.values()
        who: Candidate | None = values["who"]
        if who is None:
            raise Unclear(_("Say who took part."))
        if not values["role"]:
            raise Unclear(_("Choose a role."))
        return ParticipationRow(
            id=line.kept or "",
            event_id="",
            role=values["role"],
            person_id=who.id if who.kind is Kind.PERSON else None,
            organisation_id=who.id if who.kind is Kind.ORGANISATION else None,
            degree=values["degree"],
            certainty=values["certainty"],
            identified_how=values["identified_how"],
        )

    def write(self, line: Line, thing: Any) -> None:
        """Show one participant."""
        shown: Participant = thing
        part, who = shown.participation, shown.person or shown.organisation
        line.kept = part.id
        line.inputs["who"].fill(candidate_of(who) if who else None)
        for name in PART_NAMES:
            line.inputs[name].fill(getattr(part, name))


def _fellow(place: int, one: Participant) -> Fellow:
    who = one.person or one.organisation
    candidate = candidate_of(who) if who else Candidate(Kind.PERSON, "", "")
    return fellow(one.participation.id or f"new-{place}", candidate, one.participation)


def _line(desk: Desk, finder: Finder) -> Line:
    who = RecordPicker(desk, finder, N_("Name of a person or organisation"))
    who.line.setMinimumWidth(who.fontMetrics().averageCharWidth() * 38)
    how = TextInput(N_("for example by voice, from a photograph"))
    how.line.setMinimumWidth(how.fontMetrics().averageCharWidth() * 34)
    parts = (
        ("who", N_("Who"), who),
        ("role", N_("Role"), TermInput(terms_of("roles"), N_("Choose a role"))),
        ("certainty", N_("Certainty"), ChoiceInput(terms_of("certainties"))),
        ("degree", N_("Degree of involvement"), ChoiceInput(terms_of("involvements"))),
        ("identified_how", N_("Identified how"), how),
    )
    return Line(parts, REMOVE, spare=("certainty", "degree", "identified_how"))
