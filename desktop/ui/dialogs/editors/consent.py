"""The editor of a consent: to what a person agreed, how they may be named, and whether they took it back."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import ConsentRow
from desktop.i18n import N_
from desktop.operations.records import save_record
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.inputs.times import WhenInput
from desktop.ui.widgets.layout import said

PARTS = ("purpose", "anonymity", "given", "withdrawn", "obtained_by", "text")


@dataclass(frozen=True, slots=True)
class ConsentFacts:
    """What the editor must know before it opens."""

    row: ConsentRow
    who: Candidate | None
    form: Candidate | None
    zone: str


class ConsentEditor(Editor):
    """Writes down a consent of one person to one purpose."""

    def __init__(
        self, desk: Desk, facts: ConsentFacts, persons: Finder, documents: Finder, parent: QWidget | None = None
    ) -> None:
        super().__init__(N_("Consent") if facts.row.id else N_("New consent"), desk, parent, letters=84)
        self._row, self._zone_name = facts.row, facts.zone
        put = self.form.put
        put("person", N_("&Who"), RecordPicker(desk, persons, N_("Name of a person")), is_wide=True)
        put("purpose", N_("&To what"), TermInput(terms_of("consent-purposes"), N_("Choose a purpose")))
        put("anonymity", N_("How they may be &named"), ChoiceInput(terms_of("anonymities")))
        put("given", N_("&Given"), WhenInput(N_("Given"), self._zone))
        put("withdrawn", N_("Wit&hdrawn"), WhenInput(N_("Withdrawn"), self._zone))
        hint = N_("Once a day of withdrawal stands here, no brief for this purpose names the person.")
        self.form.widen(said(self.texts, hint, "hint"))
        put("form", N_("Written &form"), RecordPicker(desk, documents, N_("part of the title of the document")))
        put("obtained_by", N_("O&btained by"), TextInput())
        put("text", N_("&Remark"), LongTextInput(2), is_wide=True)
        self.form.fill({part: getattr(facts.row, part) or None for part in PARTS})
        self.form.fill({"person": facts.who, "form": facts.form})
        self.settle()
        first = "anonymity" if facts.who and facts.row.purpose else "purpose" if facts.who else "person"
        self.form.input(first).setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the consent."""
        who: Candidate | None = values.pop("person")
        paper: Candidate | None = values.pop("form")
        values |= {"person_id": who.id if who else "", "document_id": paper.id if paper else None}
        values["purpose"] = values["purpose"] or ""
        return work(save_record, self.desk.vault, replace(self._row, **values))

    def _zone(self) -> str:
        return self._zone_name
