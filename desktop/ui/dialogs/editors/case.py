"""The editor of a case: what it is called, where it is heard, how far it is."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import CaseRow
from desktop.i18n import N_
from desktop.operations.cases import save_case
from desktop.ui import times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.regions import jurisdictions
from desktop.ui.inputs.tags import TagsInput
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.inputs.times import WhenInput

PARTS = (
    "ref", "title", "summary", "jurisdiction", "language", "stage", "opened", "closed", "tags", "confidentiality",
)  # fmt: skip


class CaseEditor(Editor):
    """Opens a case (a row without an id) or corrects one."""

    def __init__(self, desk: Desk, row: CaseRow, parent: QWidget | None = None) -> None:
        super().__init__(N_("Case") if row.id else N_("New case"), desk, parent)
        self._row = row
        self._build()
        self.form.fill({part: getattr(row, part) for part in PARTS})
        self.settle()
        self.form.input("ref").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the case."""
        values["ref"], values["title"] = values["ref"] or "", values["title"] or ""
        values["jurisdiction"] = values["jurisdiction"] or self._row.jurisdiction
        return work(save_case, self.desk.vault, replace(self._row, **values))

    def _build(self) -> None:
        put = self.form.put
        put("ref", N_("&Reference"), TextInput(N_("for example KZ-2026-01")))
        put("title", N_("&Title"), TextInput())
        put("summary", N_("S&ummary"), LongTextInput(5), is_wide=True)
        put("jurisdiction", N_("&Jurisdiction"), TermInput(jurisdictions))
        put("language", N_("Language of the proceedings"), TermInput(terms_of("languages")))
        put("stage", N_("St&age"), ChoiceInput(terms_of("stages")))
        put("opened", N_("&Opened"), WhenInput(N_("Opened"), self._zone))
        put("closed", N_("C&losed"), WhenInput(N_("Closed"), self._zone))
        put("tags", N_("Ta&gs"), TagsInput(), is_wide=True)
        put("confidentiality", N_("Con&fidentiality"), ChoiceInput(terms_of("confidentialities")))

    def _zone(self) -> str:
        return times.zone_of(self._row.jurisdiction)
