"""The editor of a party: who, in what role in the case, from when to when."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import PartyRow
from db.types import Kind
from desktop.i18n import N_
from desktop.operations.members import save_party
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import terms_of
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.times import WhenInput


class PartyEditor(Editor):
    """Gives a person or organisation a role in a case."""

    def __init__(
        self,
        desk: Desk,
        row: PartyRow,
        who: Candidate | None,
        finder: Finder,
        zone: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(N_("Party") if row.id else N_("New party"), desk, parent, letters=84)
        self._row, self._zone_name = row, zone
        self.form.put(
            "party", N_("&Who"), RecordPicker(desk, finder, N_("Name of a person or organisation")), is_wide=True
        )
        self.form.put("role", N_("&Role"), TermInput(terms_of("roles"), N_("Choose a role")))
        self.form.put("from_", N_("&From"), WhenInput(N_("From"), self._zone))
        self.form.put("to", N_("&To"), WhenInput(N_("To"), self._zone))
        self.form.fill({"party": who, "role": row.role or None, "from_": row.from_, "to": row.to})
        self.settle()
        self.form.input("role" if who else "party").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the party."""
        who: Candidate | None = values.pop("party")
        values["role"] = values["role"] or ""
        values["person_id"] = who.id if who and who.kind is Kind.PERSON else None
        values["organisation_id"] = who.id if who and who.kind is Kind.ORGANISATION else None
        return work(save_party, self.desk.vault, replace(self._row, **values))

    def _zone(self) -> str:
        return self._zone_name
