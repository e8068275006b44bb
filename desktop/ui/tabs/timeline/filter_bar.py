"""What part of the timeline is wanted: typed words, and one chip for each thing it is narrowed to."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from db.queries import members
from db.queries.timeline import Filter
from db.rows import PersonRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_
from desktop.operations import Touched
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.inputs.choices import Group, kinds_of_event, terms_of
from desktop.ui.inputs.terms import TermInput
from desktop.ui.language import Texts, speech
from desktop.ui.refresh import concerns
from desktop.ui.tabs.timeline.filter_parts import Part, narrowed, parts_of, widened, words
from desktop.ui.widgets.button import button
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.measure import keep_width
from desktop.ui.widgets.search_field import SearchField

MOST_PERSONS = 1000
SEARCH_LETTERS, LETTERS = 26, 17  # how wide the search and each choice are


class FilterBar(QWidget):
    """``narrowed`` carries the filter whenever it changes; ``left`` when Down goes to the list."""

    narrowed = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self.wanted = Filter()
        self._desk, self._case_id = desk, case_id
        self._persons: dict[str, str] = {}
        self._chips: list[Chip] = []
        self.search = SearchField(N_("Find in titles and texts"))
        self._person = TermInput(self._known_persons, N_("Any person"))
        self._unsourced = QPushButton()
        self._box = FlowLayout(self)
        self._build()
        self.search.searched.connect(self._take_text)
        self.search.left.connect(self.left)
        self._unsourced.toggled.connect(self._take_unsourced)
        speech().changed.connect(self._show_chips)
        self._read_persons()

    def refresh(self, touched: Touched) -> None:
        """Somebody was put on file, or is called otherwise now."""
        if concerns(touched, frozenset({Kind.PERSON, Kind.MEMBERSHIP}), self._case_id):
            self._read_persons()

    def want(self, wanted: Filter) -> None:
        """Narrow to this, or widen to everything."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        self._unsourced.setChecked(wanted.is_unsourced)
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self._show_chips()
        self.narrowed.emit(wanted)

    def clear(self) -> None:
        """Everything is wanted again."""
        self.want(Filter())

    def _build(self) -> None:
        texts = Texts(self)
        keep_width(self.search, SEARCH_LETTERS)
        self._box.addWidget(self.search)
        kinds, standings = (
            TermInput(kinds_of_event, N_("Any kind")),
            TermInput(terms_of("standings"), N_("Any standing")),
        )
        choices = ((Part.PERSON, N_("Person"), self._person), (Part.KIND, N_("Kind"), kinds))
        for part, name, made in (*choices, (Part.STANDING, N_("Standing"), standings)):
            texts.put(made.name, name)
            keep_width(made, LETTERS)
            made.changed.connect(partial(self._take, part, made))
            self._box.addWidget(made)
        self._unsourced.setCheckable(True)
        self._unsourced.setAutoDefault(False)
        texts.put(self._unsourced.setText, N_("Without source"))
        self._clear = button(texts, N_("Clear filters"), self.clear, role="link")
        self._box.addWidget(self._unsourced)
        self._box.addWidget(self._clear)
        self._clear.hide()

    def _take_text(self, text: str) -> None:
        self.want(replace(self.wanted, text=text))

    def _take(self, part: Part, made: TermInput) -> None:
        value = made.chosen()
        if value:
            made.fill(None)
            self.want(narrowed(self.wanted, part, value))

    def _take_unsourced(self, is_on: bool) -> None:
        self.want(replace(self.wanted, is_unsourced=is_on))

    def _drop(self, part: Part, value: str) -> None:
        self.want(widened(self.wanted, part, value))
        self.search.setFocus()

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._box.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._box.removeWidget(self._clear)
        for part, value in parts_of(self.wanted):
            chip = Chip(words(part, value, self._persons))
            chip.removed.connect(partial(self._drop, part, value))
            self._chips.append(chip)
            self._box.addWidget(chip)
        self._box.addWidget(self._clear)
        self._clear.setVisible(self.wanted != Filter())

    def _known_persons(self) -> list[Group]:
        return [Group("", list(self._persons.items()))]

    def _read_persons(self) -> None:
        self._desk.read(self, partial(_persons, self._case_id), self._take_persons)

    def _take_persons(self, persons: dict[str, str]) -> None:
        self._persons = persons
        self._person.offer_again()
        self._show_chips()


def _persons(case_id: str, session: Session) -> dict[str, str]:
    found = members.page(session, PersonRow, case_id=case_id, limit=MOST_PERSONS).rows
    return {row.id: labels.member(row) for row in found}
