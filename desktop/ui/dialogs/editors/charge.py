"""The editor of a charge: against whom, under what article, and what became of it."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import ChargeRow
from desktop.i18n import N_
from desktop.operations.members import save_charge
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import terms_of
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.inputs.times import WhenInput

PARTS = ("article", "part", "text", "from_", "to", "outcome")


class ChargeEditor(Editor):
    """Writes a charge against a person."""

    def __init__(
        self,
        desk: Desk,
        row: ChargeRow,
        whom: Candidate | None,
        finder: Finder,
        zone: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(N_("Charge") if row.id else N_("New charge"), desk, parent, letters=84)
        self._row, self._zone_name = row, zone
        put = self.form.put
        put("person", N_("&Against"), RecordPicker(desk, finder, N_("Name of a person")), is_wide=True)
        put("article", N_("A&rticle"), TextInput(N_("as the document gives it, with its code")))
        put("part", N_("&Part"), TextInput())
        put("text", N_("&Wording"), LongTextInput(3), is_wide=True)
        put("from_", N_("&From"), WhenInput(N_("From"), self._zone))
        put("to", N_("&To"), WhenInput(N_("To"), self._zone))
        put("outcome", N_("&Outcome"), TermInput(terms_of("charge-outcomes")))
        self.form.fill({part: getattr(row, part) for part in PARTS} | {"person": whom})
        self.settle()
        self.form.input("article" if whom else "person").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the charge."""
        whom: Candidate | None = values.pop("person")
        values["person_id"] = whom.id if whom else ""
        return work(save_charge, self.desk.vault, replace(self._row, **values))

    def _zone(self) -> str:
        return self._zone_name
