"""The published figures of the whole vault, side by side and never added: found while typing, corrected with Enter."""

from functools import partial

from db.queries import indicators
from db.queries.indicators import IndicatorLine
from db.rows import Key, Page
from db.types import Kind
from db.vault import Vault
from desktop.i18n import N_, ngettext
from desktop.ui import labels, times
from desktop.ui.desk import Desk
from desktop.ui.models.columns import Column, Query
from desktop.ui.models.pages import PageModel
from desktop.ui.records.figures import FIGURE, TRASH_FIGURE, follow_figure, number
from desktop.ui.whole_list import WholeList, Words
from desktop.ui.widgets.table import Table

SHOWN = frozenset({Kind.INDICATOR, Kind.DOCUMENT, Kind.CASE})


class FiguresPlace(WholeList):
    """All figures of all cases."""

    def __init__(self, desk: Desk) -> None:
        self._model: PageModel[IndicatorLine] = PageModel(desk.tasks, _columns(), _identify, partial(_page, desk.vault))
        table: Table[IndicatorLine] = Table("figures", N_("Published figures"), self._model, desk.settings)
        super().__init__(desk, self._model, table, _words(), SHOWN)
        desk.actions.bind("list.edit", table, self.open_selected)
        desk.actions.bind("list.delete", table, self._trash)

    def enter(self) -> None:
        """Start in the list, read anew: cases may have come since."""
        super().enter()
        self._model.reload()

    def open(self, record: str) -> None:
        """Correct the figure."""
        follow_figure(self.desk, self, self._case_of(record), FIGURE, record)

    def _trash(self) -> None:
        for record in self.table.selected_ids():
            follow_figure(self.desk, self, self._case_of(record), TRASH_FIGURE, record)

    def _case_of(self, record: str) -> str:
        place = self._model.place_of(record)
        return self._model.row(place).indicator.case_id if place is not None else ""


def _words() -> Words:
    return Words(
        N_("Published figures"),
        N_("Find by subject, publisher or population"),
        _counted,
        "bar-chart-3",
        N_("No figures in any case"),
        N_("A figure belongs to a case: open a case and add it in its overview."),
        N_("No figure matches"),
        N_("Side by side, each with its source, and never added: publishers count differently."),
    )


def _counted(count: int, is_all: bool) -> str:
    if is_all:
        return ngettext("{count} figure", "{count} figures", count).format(count=count)
    return ngettext("more than {count} figure", "more than {count} figures", count).format(count=count)


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
