"""The editor of a published figure: what was counted, of whom, when, by whom, and where it stands."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import IndicatorRow
from desktop.i18n import N_
from desktop.operations.records import save_record
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import terms_of
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LongTextInput, NumberInput, TextInput
from desktop.ui.inputs.times import WhenInput

PARTS = (
    "title", "value", "out_of", "unit", "period", "population", "definition", "publisher", "published", "page",
    "remark",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """What the editor must know before it opens."""

    row: IndicatorRow
    source: Candidate | None
    zone: str


class IndicatorEditor(Editor):
    """Writes down a figure as somebody published it."""

    def __init__(self, desk: Desk, facts: IndicatorFacts, documents: Finder, parent: QWidget | None = None) -> None:
        super().__init__(
            N_("Published figure") if facts.row.id else N_("New published figure"), desk, parent, letters=84
        )
        self._row, self._zone_name = facts.row, facts.zone
        put = self.form.put
        put("title", N_("&What was counted"), TextInput(N_("for example complaints of torture")), is_wide=True)
        put("value", N_("&Figure"), NumberInput())
        put("out_of", N_("&Out of"), NumberInput())
        put("unit", N_("&Unit"), TermInput(terms_of("units")))
        put("period", N_("&Period"), WhenInput(N_("Period"), self._zone))
        put("population", N_("Of &whom or what"), TextInput(), is_wide=True)
        put("definition", N_("&Definition"), LongTextInput(2, N_("how the publisher counts")), is_wide=True)
        put("publisher", N_("Pu&blisher"), TextInput())
        put("published", N_("Pub&lished"), WhenInput(N_("Published"), self._zone))
        put("document", N_("Stands &in"), RecordPicker(desk, documents, N_("part of the title of the document")))
        put("page", N_("Pa&ge"), TextInput())
        hint = N_("doubts, other counts: figures are kept side by side, never added")
        put("remark", N_("&Remark"), LongTextInput(2, hint), is_wide=True)
        self.form.fill({part: getattr(facts.row, part) for part in PARTS})
        self.form.fill({"value": _plain(facts.row.value), "out_of": _plain(facts.row.out_of)})
        self.form.fill({"document": facts.source})
        self.settle()
        self.form.input("title").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the figure."""
        paper: Candidate | None = values.pop("document")
        values |= {"document_id": paper.id if paper else None, "title": values["title"] or ""}
        return work(save_record, self.desk.vault, replace(self._row, **values))

    def _zone(self) -> str:
        return self._zone_name


def _plain(value: float | None) -> float | int | None:
    """A whole number without its point."""
    return int(value) if value is not None and value.is_integer() else value
