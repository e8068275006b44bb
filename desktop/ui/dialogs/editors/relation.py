"""The editor of a relation: who is what to whom, from when to when, how sure."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import RelationRow
from db.types import Kind
from desktop.i18n import N_
from desktop.operations.records import save_record
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LongTextInput
from desktop.ui.inputs.times import WhenInput

PARTS = ("kind", "from_", "to", "certainty", "text")


@dataclass(frozen=True, slots=True)
class RelationFacts:
    """What the editor must know before it opens."""

    row: RelationRow
    who: Candidate | None
    other: Candidate | None
    zone: str


class RelationEditor(Editor):
    """Says what one person or organisation is to another."""

    def __init__(self, desk: Desk, facts: RelationFacts, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(N_("Relation") if facts.row.id else N_("New relation"), desk, parent, letters=84)
        self._row, self._zone_name = facts.row, facts.zone
        put = self.form.put
        name = N_("Name of a person or organisation")
        put("person", N_("&Who"), RecordPicker(desk, finder, name), is_wide=True)
        put("kind", N_("is the"), TermInput(terms_of("relation-kinds"), N_("superior, lawyer, spouse…")), is_wide=True)
        put("other", N_("of &whom"), RecordPicker(desk, finder, name), is_wide=True)
        put("from_", N_("&From"), WhenInput(N_("From"), self._zone))
        put("to", N_("&To"), WhenInput(N_("To"), self._zone))
        put("certainty", N_("Certaint&y"), ChoiceInput(terms_of("certainties")))
        put("text", N_("&Remark"), LongTextInput(2), is_wide=True)
        self.form.fill({part: getattr(facts.row, part) or None for part in PARTS})
        self.form.fill({"person": facts.who, "other": facts.other})
        self.settle()
        self.form.input("kind" if facts.who else "person").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the relation."""
        who, other = values.pop("person"), values.pop("other")
        values["kind"] = values["kind"] or ""
        values |= {"person_id": _id(who, Kind.PERSON), "organisation_id": _id(who, Kind.ORGANISATION)}
        values |= {"other_person_id": _id(other, Kind.PERSON), "other_organisation_id": _id(other, Kind.ORGANISATION)}
        return work(save_record, self.desk.vault, replace(self._row, **values))

    def _zone(self) -> str:
        return self._zone_name


def _id(chosen: Candidate | None, kind: Kind) -> str | None:
    return chosen.id if chosen and chosen.kind is kind else None
