"""What part of the timeline is wanted: typed words, a chip for each thing it is narrowed to, and the saved views."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.queries.event_filter import Filter
from db.types import Kind, When
from desktop.i18n import N_
from desktop.operations import Touched
from desktop.ui.building import Stages
from desktop.ui.desk import Desk
from desktop.ui.language import Texts, speech
from desktop.ui.refresh import concerns
from desktop.ui.tabs.timeline.filter_choices import FilterChoices
from desktop.ui.tabs.timeline.filter_parts import (
    FLAGS,
    Known,
    Part,
    flagged,
    narrowed,
    parts_of,
    widened,
    within,
    words,
)
from desktop.ui.tabs.timeline.view_menu import ViewMenu
from desktop.ui.widgets.button import button
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.measure import keep_width
from desktop.ui.widgets.search_field import SearchField

SEARCH_LETTERS = 26


class FilterBar(QWidget):
    """``narrowed`` carries the filter whenever it changes; ``left`` when the keyboard goes on to the list."""

    narrowed = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__()
        self.wanted = Filter()
        self._case_id = case_id
        self._known = Known()
        self._chips: list[Chip] = []
        self.search = SearchField(N_("Find in titles and texts"))
        self.choices = FilterChoices(desk, case_id)
        self.views = ViewMenu(desk, case_id)
        self._box = FlowLayout()
        self._clear = button(Texts(self), N_("Clear filters"), self.clear, role="link")

    def build(self) -> Stages:
        """The line of words and flags, then what one can narrow by."""
        keep_width(self.search, SEARCH_LETTERS)
        layout = column(self, gap=1)
        layout.addLayout(self._box)
        layout.addWidget(self.choices)
        for part in (self.search, self.views, *self.choices.flags.values(), self._clear):
            self._box.addWidget(part)
        self._clear.hide()
        yield
        yield from self.choices.build()
        self.search.searched.connect(self._take_text)
        self.search.left.connect(self.left)
        self.choices.chosen.connect(self._take)
        self.choices.flagged.connect(self._flag)
        self.choices.timed.connect(self._take_time)
        self.choices.learned.connect(self._learn)
        self.views.chosen.connect(self.want)
        speech().changed.connect(self._show_chips)

    def refresh(self, touched: Touched) -> None:
        """Read again whom and what the case knows, and what the views find."""
        self.choices.refresh(touched)
        if concerns(touched, frozenset({Kind.VIEW, Kind.EVENT}), self._case_id):
            self.views.read()

    def want(self, wanted: Filter) -> None:
        """Narrow to this, or widen to everything."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        self.views.wanted = wanted
        self.choices.show_flags({part: getattr(wanted, name) for part, name in FLAGS.items()})
        if wanted.earliest is None and wanted.latest is None:
            self.choices.clear_time()
        if self.search.text() != wanted.text:
            self.search.setText(wanted.text)
        self._show_chips()
        self.narrowed.emit(wanted)

    def clear(self) -> None:
        """Everything is wanted again; the keyboard goes on in the list when the button that asked for it is gone."""
        is_pressed = self.window().focusWidget() is self._clear
        self.want(Filter())
        if is_pressed:
            self.left.emit()

    def _take_text(self, text: str) -> None:
        self.want(replace(self.wanted, text=text))

    def _take(self, part: Part, value: str) -> None:
        self.want(narrowed(self.wanted, part, value))

    def _take_time(self, moment: When | None) -> None:
        self.want(within(self.wanted, moment))

    def _flag(self, part: Part, is_on: bool) -> None:
        if getattr(self.wanted, FLAGS[part]) != is_on:
            self.want(flagged(self.wanted, part, is_on=is_on))

    def _drop(self, part: Part, value: str) -> None:
        self.want(widened(self.wanted, part, value))
        self.search.setFocus()

    def _learn(self, known: Known) -> None:
        self._known = known
        self._show_chips()

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._box.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        self._box.removeWidget(self._clear)
        for part, value in parts_of(self.wanted):
            chip = Chip(words(self.wanted, part, value, self._known))
            chip.removed.connect(partial(self._drop, part, value))
            self._chips.append(chip)
            self._box.addWidget(chip)
        self._box.addWidget(self._clear)
        self._clear.setVisible(self.wanted != Filter())
