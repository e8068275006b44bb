"""The published figures of the whole vault, side by side and never added: found while typing, corrected with Enter."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from db.queries import indicators
from db.queries.indicators import IndicatorLine
from db.rows import Key, Page
from db.types import Kind
from db.vault import Vault
from desktop.i18n import N_, ngettext
from desktop.operations import Touched
from desktop.ui import labels, times
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.models.columns import Column, Query
from desktop.ui.models.pages import PageModel
from desktop.ui.records.figures import FIGURE, TRASH_FIGURE, follow_figure, number
from desktop.ui.records.steps import copy_rows
from desktop.ui.refresh import concerns
from desktop.ui.screen import Screen
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.table import Table

SHOWN = frozenset({Kind.INDICATOR, Kind.DOCUMENT, Kind.CASE})


class FiguresPlace(Screen):
    """All figures of all cases."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._count = (0, True)
        self._model: PageModel[IndicatorLine] = PageModel(
            desk.tasks, _columns(), _identify, partial(_page, desk.vault), self
        )
        self._table: Table[IndicatorLine] = Table("figures", N_("Published figures"), self._model, desk.settings)
        self._filter = SearchField(N_("Find by subject, publisher or population"))
        self._pages = QStackedWidget()
        self._build()
        self._model.loaded.connect(self._settle)
        self._model.failed.connect(desk.report.tell)
        self._filter.searched.connect(self._model.search)
        self._filter.left.connect(self._table.setFocus)
        self._table.opened.connect(self._open)
        self._table.selected.connect(self._situate)
        desk.refresh.touched.connect(self._reload)
        bind = desk.actions.bind
        bind("list.find", self, self._filter.setFocus)
        bind("list.open", self._table, self._open_selected)
        bind("list.edit", self._table, self._open_selected)
        bind("list.delete", self._table, self._trash)
        bind("list.copy", self._table, partial(copy_rows, desk, self._table))

    def enter(self) -> None:
        """Start in the list."""
        self._table.setFocus()
        self._model.reload()
        self._situate(self._table.selected_ids())

    def count_words(self) -> str:
        """How many figures are shown."""
        count, is_all = self._count
        if is_all:
            return ngettext("{count} figure", "{count} figures", count).format(count=count)
        return ngettext("more than {count} figure", "more than {count} figures", count).format(count=count)

    def _build(self) -> None:
        texts = Texts(self)
        head = row(gap=2)
        head.addWidget(said(texts, N_("Published figures"), "title"), 1)
        head.addWidget(self._filter, 1)
        hint = N_("Side by side, each with its source, and never added: publishers count differently.")
        step = N_("A figure belongs to a case: open a case and add it in its overview.")
        empty = EmptyState("bar-chart-3", N_("No figures in any case"), step)
        none = EmptyState("search", N_("No figure matches"), N_("Change the words in the field above."))
        for page in (self._table, empty, none):
            self._pages.addWidget(page)
        layout = column(self, margin=4, gap=3)
        layout.addLayout(head)
        layout.addWidget(said(texts, hint, "hint"))
        layout.addWidget(self._pages, 1)

    def _settle(self, count: int, is_all: bool) -> None:
        self._count = (count, is_all)
        self._pages.setCurrentIndex(0 if count else 2 if self._filter.text() else 1)
        self.counted.emit(self.count_words())

    def _open(self, record: str) -> None:
        follow_figure(self._desk, self, self._case_of(record), FIGURE, record)

    def _open_selected(self) -> None:
        self._open(self._table.selected_ids()[0])

    def _trash(self) -> None:
        for record in self._table.selected_ids():
            follow_figure(self._desk, self, self._case_of(record), TRASH_FIGURE, record)

    def _case_of(self, record: str) -> str:
        place = self._model.place_of(record)
        return self._model.row(place).indicator.case_id if place is not None else ""

    def _situate(self, ids: list[str]) -> None:
        actions = self._desk.actions
        actions.situate(replace(actions.situation, selected=len(ids)))

    def _reload(self, touched: Touched) -> None:
        if concerns(touched, SHOWN):
            self._model.reload()


def _columns() -> list[Column[IndicatorLine]]:
    return [
        Column("title", N_("What was counted"), _title, 34),
        Column("value", N_("Figure"), _value, 12, order=_rank, is_number=True),
        Column("out_of", N_("Out of"), _whole, 17, is_number=True),
        Column("unit", N_("Unit"), _unit, 14),
        Column("period", N_("Period"), _period, 16),
        Column("publisher", N_("Publisher"), _publisher, 24),
        Column("source", N_("Source"), _source, 26),
        Column("population", N_("Of whom or what"), _population, 22, is_spare=True),
        Column("definition", N_("Definition"), _definition, 22, is_spare=True),
        Column("case", N_("Case"), _case, 14),
    ]


def _page(vault: Vault, query: Query, after: Key | None, limit: int) -> Page[IndicatorLine]:
    with vault.read() as session:
        return indicators.page(session, text=query.text, after=after, limit=limit)


def _identify(line: IndicatorLine) -> str:
    return line.indicator.id


def _title(line: IndicatorLine) -> str:
    return line.indicator.title


def _value(line: IndicatorLine) -> str:
    return "" if line.indicator.value is None else number(line.indicator.value)


def _rank(line: IndicatorLine) -> float:
    return float("-inf") if line.indicator.value is None else line.indicator.value


def _whole(line: IndicatorLine) -> str:
    return "" if line.indicator.out_of is None else number(line.indicator.out_of)


def _unit(line: IndicatorLine) -> str:
    return labels.term("units", line.indicator.unit)


def _period(line: IndicatorLine) -> str:
    return times.told_short(line.indicator.period)


def _publisher(line: IndicatorLine) -> str:
    return line.indicator.publisher or ""


def _source(line: IndicatorLine) -> str:
    return labels.joined([line.source, line.indicator.page or ""])


def _population(line: IndicatorLine) -> str:
    return line.indicator.population or ""


def _definition(line: IndicatorLine) -> str:
    return line.indicator.definition or ""


def _case(line: IndicatorLine) -> str:
    return line.case_ref
