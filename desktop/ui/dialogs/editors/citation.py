"""The editor of a citation: which passage of a document speaks of a record, and what it does to it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import CitationRow
from desktop.i18n import N_, _
from desktop.operations.citations import save_citation
from desktop.ui.claimed import Citable, field_name
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import ChoiceInput, Group, terms_of
from desktop.ui.inputs.claims import ClaimInput
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.widgets.layout import label

PARTS = ("page", "paragraph", "timecode", "quote", "bearing", "reliability", "connection")


class CitationEditor(Editor):
    """Cites a document for ``target``, what the passage speaks of in words."""

    def __init__(
        self,
        desk: Desk,
        row: CitationRow,
        document: Candidate | None,
        target: str,
        case_id: str,
        finder: Finder,
        citable: Citable,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(N_("Citation") if row.id else N_("Cite a document"), desk, parent, letters=84)
        self._row, self._case_id, self._citable = row, case_id, citable
        about = label("hint")
        self.texts.put(about.setText, partial(_about, target))
        self.form.widen(about)
        put = self.form.put
        put("document", N_("&Document"), RecordPicker(desk, finder, N_("part of its title")), is_wide=True)
        put("page", N_("Pa&ge"), TextInput())
        put("paragraph", N_("or pa&ragraph"), TextInput())
        put("timecode", N_("or t&ime code"), TextInput(N_("for example 01:12:30")))
        put("quote", N_("&Quotation"), LongTextInput(4, N_("the words as they stand there")), is_wide=True)
        put("bearing", N_("&Bearing"), ChoiceInput(terms_of("bearings"), blank=""))
        put("reliability", N_("Re&liability"), ChoiceInput(terms_of("reliabilities")))
        put("connection", N_("&How the source knows"), TermInput(terms_of("connections")))
        if citable.fields or row.field:
            self._offer_fields()
        self.form.fill({part: getattr(row, part) for part in PARTS} | {"document": document})
        self.settle()
        self.form.input("page" if document else "document").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the citation."""
        document: Candidate | None = values.pop("document")
        values["document_id"] = document.id if document else ""
        if not values.get("field"):
            values["field"] = values["value"] = None
        return work(save_citation, self.desk.vault, replace(self._row, **values), self._case_id)

    def open(self) -> None:
        """A draft that is put back says anew which field it speaks of."""
        super().open()
        if self._drafting and "field" in self.form.parts():
            self._drafting.restored.connect(self._ask)

    def _offer_fields(self) -> None:
        """Which field the passage speaks of, and what it gives for it."""
        chosen, self._claim = ChoiceInput(self._fields, N_("the record as a whole")), ClaimInput(self._citable.zone)
        self.form.put("field", N_("Speaks of the &field"), chosen)
        self.form.put("value", N_("and gi&ves for it"), self._claim)
        chosen.changed.connect(self._ask)
        chosen.fill(self._row.field)
        self._ask()
        self._claim.fill(self._row.value)

    def _ask(self) -> None:
        self._claim.ask_for(self.form.input("field").value())
        self.form.reveal("value", is_shown=bool(self.form.input("field").value()))

    def _fields(self) -> Sequence[Group]:
        standing: list[str] = [self._row.field] if self._row.field else []
        known = dict.fromkeys([*self._citable.fields, *standing])
        return [Group("", [(name, field_name(name)) for name in known])]


def _about(target: str) -> str:
    return _("About: {record}").format(record=target)
