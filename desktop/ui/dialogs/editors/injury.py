"""The editor of an injury: its place on a chart of the body beside what was seen, by whom, and how it fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import InjuryRow
from desktop.i18n import N_
from desktop.logic.body import Spot, spot_at
from desktop.operations.records import save_record
from desktop.ui import theme
from desktop.ui.body.mark_input import MarkInput
from desktop.ui.body.marks import Mark
from desktop.ui.body.panel import ChartPanel
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.records import RecordsInput
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.inputs.times import WhenInput
from desktop.ui.widgets.layout import row as side_by_side
from resources.body import charts

PARTS = ("region", "side", "type", "size", "colour", "text", "observed", "observed_by", "istanbul", "grade")


@dataclass(frozen=True, slots=True)
class InjuryFacts:
    """What the editor must know before it opens; ``others`` are the injuries of the same person, for comparison."""

    row: InjuryRow
    zone: str
    person: Candidate | None = None
    event: Candidate | None = None
    photos: Sequence[Candidate] = ()
    others: Sequence[InjuryRow] = ()


@dataclass(frozen=True, slots=True)
class InjuryFinders:
    """Where persons, events and documents are looked for."""

    persons: Finder
    events: Finder
    documents: Finder


class InjuryEditor(Editor):
    """The chart at the left, the form at the right."""

    def __init__(self, desk: Desk, facts: InjuryFacts, finders: InjuryFinders, parent: QWidget | None = None) -> None:
        super().__init__(N_("Injury") if facts.row.id else N_("New injury"), desk, parent, letters=132)
        self._facts, self._row = facts, facts.row
        self._guess: Spot | None = None
        self.panel, self.place = ChartPanel(), MarkInput()
        self._build(finders)
        self._lay_out()
        self._fill()
        self.panel.placed.connect(self._take_place)
        self.place.moved.connect(self._show_marks)

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the injury."""
        person: Candidate | None = values.pop("person")
        event: Candidate | None = values.pop("event")
        chart, x, y = values.pop("place")
        named = {"person_id": person.id if person else "", "event_id": event.id if event else None}
        return work(save_record, self.desk.vault, replace(self._row, **values, **named, chart=chart, x=x, y=y))

    def _build(self, finders: InjuryFinders) -> None:
        put = self.form.put
        put("person", N_("&Person"), RecordPicker(self.desk, finders.persons, N_("Name of a person")), is_wide=True)
        put("place", N_("Mark on the chart"), self.place, is_wide=True)
        put("type", N_("T&ype of injury"), TermInput(terms_of("injury-types")))
        put("region", N_("Re&gion"), TermInput(terms_of("body-regions")))
        put("side", N_("Si&de"), ChoiceInput(terms_of("body-sides")))
        put("size", N_("Si&ze"), TextInput(N_("for example 4 × 2 cm")))
        put("colour", N_("Co&lour"), TextInput())
        put("observed", N_("&Observed"), WhenInput(N_("Observed"), self._zone))
        put("text", N_("Te&xt"), LongTextInput(2, N_("shape, edges, what it looks like")), is_wide=True)
        put("observed_by", N_("Observed &by"), TextInput(N_("a doctor, a lawyer, a relative")))
        put("istanbul", N_("&Istanbul Protocol level"), ChoiceInput(terms_of("istanbul-levels")))
        put("grade", N_("G&rade of injury"), ChoiceInput(terms_of("injury-grades")))
        put(
            "event",
            N_("Caused in the &event"),
            RecordPicker(self.desk, finders.events, N_("words of its title or text")),
        )
        photos = RecordsInput(self.desk, finders.documents, N_("part of its title"))
        put("photos", N_("P&hotographs"), photos, is_wide=True)

    def _lay_out(self) -> None:
        """Put the chart beside the form."""
        self.content.removeWidget(self._scroll)
        beside = side_by_side(gap=4)
        beside.addWidget(self.panel, 5)
        beside.addWidget(self._scroll, 6)
        self.content.addLayout(beside, 1)
        self.panel.setMinimumHeight(theme.unit() * 90)

    def _fill(self) -> None:
        facts, row = self._facts, self._row
        self.form.fill({part: getattr(row, part) for part in PARTS})
        self.form.fill({"person": facts.person, "event": facts.event, "photos": facts.photos})
        self.form.fill({"place": (row.chart, row.x, row.y)})
        self.panel.show_chart(row.chart or "front")
        if row.x is not None and row.y is not None:
            self.panel.chart.stand_at(row.x, row.y)
        if not row.id:
            self._suggest()
        self.settle()
        self._show_marks()
        self.form.input("type" if facts.person else "person").setFocus()

    def _take_place(self, chart: str, x: float, y: float) -> None:
        self.place.place(chart, x, y)
        self._suggest()

    def _suggest(self) -> None:
        """Guess region and side, unless somebody wrote other ones."""
        chart, x, y = self.place.value()
        if chart is None or x is None or y is None:
            return
        guess = spot_at(charts()[chart], x, y)
        before = (self._guess.region, self._guess.side) if self._guess else (None, None)
        standing = self.form.input("region").raw() or None, self.form.input("side").raw()
        if guess and standing in ((None, None), before):
            self.form.fill({"region": guess.region, "side": guess.side})
            self._guess = guess

    def _show_marks(self) -> None:
        others = self._facts.others
        marks: dict[str, list[Mark]] = {}
        for number, one in enumerate(others, 1):
            if one.id != self._row.id and one.chart and one.x is not None and one.y is not None:
                marks.setdefault(one.chart, []).append(Mark(one.id, number, one.x, one.y, is_faint=True))
        chart, x, y = self.place.value()
        if chart and x is not None and y is not None:
            known = [number for number, one in enumerate(others, 1) if one.id == self._row.id]
            ours = known[0] if known else len(others) + 1
            marks.setdefault(chart, []).append(Mark(self._row.id, ours, x, y, is_chosen=True))
        self.panel.show_marks(marks)

    def _zone(self) -> str:
        return self._facts.zone
