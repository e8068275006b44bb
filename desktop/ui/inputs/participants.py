"""The input for who took part in an event: somebody, in what role, how sure that is."""

from functools import partial
from typing import Any

from db.queries.timeline import Participant
from db.rows import ParticipationRow
from db.types import Kind
from desktop.i18n import N_, _
from desktop.ui.desk import Desk
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.finders import candidate_of
from desktop.ui.inputs.input import Unclear
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.rows import REMOVE, Line, RowsInput
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import TextInput


class ParticipantsInput(RowsInput):
    """Persons and organisations in an event."""

    def __init__(self, desk: Desk, finder: Finder) -> None:
        super().__init__(partial(_line, desk, finder), N_("&Add somebody who took part"))

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
        for name in ("role", "degree", "certainty", "identified_how"):
            line.inputs[name].fill(getattr(part, name))


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
