"""The table every list uses."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.i18n import Language
from desktop.ui import theme
from desktop.ui.language import speech
from desktop.ui.models.columns import Column
from desktop.ui.models.rows import RowModel
from desktop.ui.settings import Look, Settings
from desktop.ui.widgets.table import Table
from desktop.ui.widgets.table_header import KEEP_MILLISECONDS
from tests.ui.hands import Hands


@dataclass(frozen=True)
class Fruit:
    """A row."""

    id: str
    name: str
    count: int


COLUMNS: tuple[Column[Fruit], ...] = (
    Column("name", "Name", lambda fruit: fruit.name, 20),
    Column("count", "Count", lambda fruit: str(fruit.count), 8, order=lambda fruit: fruit.count, is_number=True),
    Column("id", "Id", lambda fruit: fruit.id, 6),
)
FRUITS = [Fruit("a", "Apple", 9), Fruit("b", "=HYPERLINK(1)", 10), Fruit("c", "Cherry\twith\nbreaks <b>", 1)]


def build(settings: Settings) -> tuple[Table[Fruit], RowModel[Fruit]]:
    """A table of three fruits."""
    model: RowModel[Fruit] = RowModel(COLUMNS, lambda fruit: fruit.id)
    model.show(FRUITS)
    return Table("fruits", "Fruits", model, settings), model


@pytest.fixture
def table(hands: Hands, settings: Settings) -> Table[Fruit]:
    """It on the screen, with the keyboard."""
    made, _model = build(settings)
    made.resize(600, 300)
    hands.open(made)
    made.setFocus()
    return made


def names(table: Table[Fruit]) -> list[str]:
    """The first column from the top."""
    model = table.model()
    return [str(model.data(model.index(row, 0))) for row in range(model.rowCount())]


def test_a_screen_reader_hears_what_the_table_is(table: Table[Fruit]) -> None:
    assert table.accessibleName() == "Fruits"


def test_titles_in_another_language_are_not_cut_off(hands: Hands, settings: Settings) -> None:
    columns: tuple[Column[Fruit], ...] = (
        Column("name", "Name", lambda fruit: fruit.name, 30),
        Column("unit", "Unit", lambda fruit: fruit.id, 1),
    )
    made = Table("units", "Units", RowModel(columns, lambda fruit: fruit.id), settings)
    hands.open(made)

    speech().switch(Language.KAZAKH)

    assert made.header.sectionSize(1) >= made.header.sectionSizeHint(1)


def test_enter_opens_the_row_the_keyboard_is_on(table: Table[Fruit], hands: Hands) -> None:
    opened: list[str] = []
    table.opened.connect(opened.append)

    hands.press("Home")
    hands.press("Down")
    hands.press("Return")

    assert opened == ["b"]


def test_several_rows_are_selected_with_shift(table: Table[Fruit], hands: Hands) -> None:
    told: list[list[str]] = []
    table.selected.connect(told.append)

    hands.press("Ctrl+Home")
    hands.press("Shift+Down")

    assert told[-1] == table.selected_ids() == ["a", "b"]


def test_tab_leaves_the_table(hands: Hands, settings: Settings) -> None:
    table, _model = build(settings)
    field = QLineEdit()
    hands.window(table, field)
    table.setFocus()

    hands.press("Tab")

    assert field.hasFocus()


def test_a_click_on_a_header_sorts_numbers_as_numbers(table: Table[Fruit]) -> None:
    header = table.horizontalHeader()
    place = header.sectionViewportPosition(1) + 5

    for expected in (["c", "a", "b"], ["b", "a", "c"]):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 5))
        model = table.model()
        assert [model.data(model.index(row, 2)) for row in range(3)] == expected


def test_the_selection_follows_its_records_when_the_order_changes(table: Table[Fruit]) -> None:
    table.select(["c"])

    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)

    assert table.selected_ids() == ["c"]
    assert table.currentIndex().row() == 0


def test_copied_rows_are_a_table_without_formulas_or_breaks(table: Table[Fruit]) -> None:
    table.selectAll()

    text, html = table.selection_as_table()

    assert text.splitlines() == [
        "Name\tCount\tId",
        "Apple\t9\ta",
        "'=HYPERLINK(1)\t10\tb",
        "Cherry with breaks <b>\t1\tc",
    ]
    assert "&lt;b&gt;" in html
    assert html.count("<tr>") == 4


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "＝", "\t="])
def test_no_copied_cell_can_be_run_by_a_spreadsheet(hands: Hands, settings: Settings, start: str) -> None:
    table, model = build(settings)
    hands.qtbot.addWidget(table)
    model.show([Fruit("x", f"{start}1+1", 0)])
    table.selectAll()

    cell = table.selection_as_table()[0].splitlines()[1].split("\t")[0]

    assert cell.startswith("'")


def test_columns_come_back_as_they_were_left(hands: Hands, settings: Settings, tmp_path: Path) -> None:
    first, _model = build(settings)
    hands.open(first)
    header = first.horizontalHeader()
    header.moveSection(2, 0)
    header.hideSection(1)
    hands.qtbot.wait(KEEP_MILLISECONDS + 100)

    second, _model = build(Settings(tmp_path / "settings"))
    hands.qtbot.addWidget(second)

    assert second.horizontalHeader().visualIndex(2) == 0
    assert second.isColumnHidden(1)


def test_the_last_column_in_sight_cannot_be_hidden(table: Table[Fruit]) -> None:
    for column in range(3):
        table.header.show_column(column, False)

    assert table.header.shown() == [2]


def test_columns_fill_the_width_and_no_header_is_cut(table: Table[Fruit]) -> None:
    header = table.horizontalHeader()

    assert header.length() == table.viewport().width()
    assert all(header.sectionSize(place) >= header.sectionSizeHint(place) for place in range(header.count()))


def test_rows_and_columns_grow_with_the_text(table: Table[Fruit], hands: Hands) -> None:
    height, width = table.rowHeight(0), table.columnWidth(2)

    theme.worn().wear(Look.LIGHT, 200)
    hands.wait(lambda: table.rowHeight(0) > height)

    assert table.rowHeight(0) >= QFontMetrics(table.font()).height()
    assert table.columnWidth(2) >= width * 1.7


def test_in_a_narrow_window_every_column_gives_before_one_is_lost(table: Table[Fruit], hands: Hands) -> None:
    table.resize(260, 300)
    hands.wait(lambda: table.viewport().width() < 260)

    assert table.horizontalHeader().length() <= table.viewport().width()


def test_in_a_narrow_window_dates_at_the_left_stay_whole(hands: Hands, settings: Settings) -> None:
    columns: tuple[Column[Fruit], ...] = (
        Column("when", "When", lambda _fruit: "24.01.2020", 14),
        Column("name", "Name", lambda fruit: fruit.name, 40),
        Column("id", "Id", lambda fruit: fruit.id, 20),
    )
    made = Table("dates", "Dates", RowModel(columns, lambda fruit: fruit.id), settings)
    hands.open(made)
    before = made.header.sectionSize(0)

    made.resize(300, 300)
    hands.wait(lambda: made.viewport().width() < 300)

    assert made.header.sectionSize(0) == before


def test_remembered_widths_fit_the_text_of_the_next_start(hands: Hands, settings: Settings) -> None:
    theme.worn().wear(Look.LIGHT, 200)
    first, _model = build(settings)
    hands.open(first)
    first.header.keep()
    wide = first.columnWidth(1)
    theme.worn().wear(Look.LIGHT, 100)

    second, _model = build(settings)
    hands.open(second)

    assert second.columnWidth(1) < wide * 0.7
