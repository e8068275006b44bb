"""Tables of any length: pages by key as they are needed, filtered, sorted, read again."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from db.errors import StorageFailed
from db.rows import Key, Page
from desktop.ui.models.columns import Column, Query
from desktop.ui.models.pages import PAGE, PageModel
from desktop.ui.tasks import Tasks
from tests.ui.hands import Hands


@dataclass(frozen=True)
class Entry:
    """A row: its number, and a word."""

    number: int
    word: str


COLUMNS: tuple[Column[Entry], ...] = (
    Column("number", "Number", lambda entry: str(entry.number), sort="number", is_number=True),
    Column("word", "Word", lambda entry: entry.word),
)


class Shelf:
    """A list of entries, read by key; remembers what was asked of it."""

    def __init__(self, count: int) -> None:
        self.entries = [Entry(number, f"word {number % 7}") for number in range(count)]
        self.asked: list[tuple[Query, Key | None, int]] = []

    def read(self, query: Query, after: Key | None, limit: int) -> Page[Entry]:
        self.asked.append((query, after, limit))
        entries: Sequence[Entry] = [entry for entry in self.entries if query.text in entry.word]
        if query.sort:
            entries = sorted(entries, key=lambda entry: entry.number, reverse=query.is_descending)
        start = next((place + 1 for place, entry in enumerate(entries) if after and entry.number == after[0]), 0)
        rows = entries[start : start + limit]
        return Page(rows, (rows[-1].number,) if start + limit < len(entries) else None)


Maker = Callable[[int], tuple[PageModel[Entry], Shelf]]


@pytest.fixture
def shelved(tasks: Tasks, hands: Hands) -> Maker:
    """A model of so many entries whose first page is there."""

    def make(count: int) -> tuple[PageModel[Entry], Shelf]:
        shelf = Shelf(count)
        model: PageModel[Entry] = PageModel(tasks, COLUMNS, lambda entry: str(entry.number), shelf.read)
        with hands.qtbot.waitSignal(model.loaded):
            model.reload()
        return model, shelf

    return make


def numbers(model: PageModel[Entry]) -> list[int]:
    """The numbers of the rows that are here."""
    return [model.row(place).number for place in range(model.rowCount())]


def test_the_first_page_is_read_and_no_more(shelved: Maker) -> None:
    model, shelf = shelved(1000)

    assert model.rowCount() == PAGE
    assert len(shelf.asked) == 1
    assert model.canFetchMore()


def test_painting_near_the_end_brings_the_next_page_once(shelved: Maker, hands: Hands) -> None:
    model, shelf = shelved(1000)

    with hands.qtbot.waitSignal(model.loaded):
        for row in (PAGE - 3, PAGE - 2, PAGE - 1):
            model.data(model.index(row, 0))

    assert numbers(model) == list(range(2 * PAGE))
    assert [after for _query, after, _limit in shelf.asked] == [None, (PAGE - 1,)]


def test_every_row_is_reached_once_and_then_it_ends(shelved: Maker, hands: Hands) -> None:
    model, _shelf = shelved(3 * PAGE + 17)

    while model.canFetchMore():
        with hands.qtbot.waitSignal(model.loaded):
            model.fetchMore()

    assert numbers(model) == list(range(3 * PAGE + 17))


def test_a_search_shows_only_what_holds_the_text(shelved: Maker, hands: Hands) -> None:
    model, _shelf = shelved(50)

    told: list[tuple[int, bool]] = []

    def note(count: int, is_all: bool) -> None:  # noqa: FBT001 - as the signal sends them
        told.append((count, is_all))

    model.loaded.connect(note)

    with hands.qtbot.waitSignal(model.loaded):
        model.search("word 3")

    assert {model.row(place).word for place in range(model.rowCount())} == {"word 3"}
    assert told == [(7, True)]


def test_only_the_newest_search_is_shown(tasks: Tasks, hands: Hands) -> None:
    shelf, gate = Shelf(50), threading.Event()

    def slow(query: Query, after: Key | None, limit: int) -> Page[Entry]:
        assert gate.wait(10)
        return shelf.read(query, after, limit)

    model: PageModel[Entry] = PageModel(tasks, COLUMNS, lambda entry: str(entry.number), slow)
    for text in ("word 1", "word 2", "word 3"):
        model.search(text)
    with hands.qtbot.waitSignal(model.loaded):
        gate.set()

    assert {model.row(place).word for place in range(model.rowCount())} == {"word 3"}
    assert len(shelf.asked) <= 2


def test_a_column_the_query_knows_is_sorted_by_the_query(shelved: Maker, hands: Hands) -> None:
    model, shelf = shelved(1000)

    with hands.qtbot.waitSignal(model.loaded):
        model.sort(0, Qt.SortOrder.DescendingOrder)

    assert numbers(model) == list(range(999, 899, -1))
    assert shelf.asked[-1][0] == Query("", "number", is_descending=True)


def test_a_column_the_query_does_not_know_is_sorted_here_over_all_rows(shelved: Maker, hands: Hands) -> None:
    model, _shelf = shelved(1000)

    with hands.qtbot.waitSignal(model.loaded):
        model.sort(1)

    words = [model.row(place).word for place in range(model.rowCount())]
    assert words == sorted(words)
    assert len(words) == 1000


def test_reading_again_keeps_the_rows_and_paints_the_change(shelved: Maker, hands: Hands) -> None:
    model, shelf = shelved(10)
    resets: list[str] = []
    model.modelReset.connect(lambda: resets.append("reset"))
    shelf.entries[4] = Entry(4, "changed")

    with hands.qtbot.waitSignals([model.loaded, model.dataChanged]):
        model.reload()

    assert model.data(model.index(4, 1)) == "changed"
    assert resets == []


def test_a_read_that_fails_is_told_and_the_rows_stay(tasks: Tasks, hands: Hands) -> None:
    shelf = Shelf(10)
    fail = False

    def read(query: Query, after: Key | None, limit: int) -> Page[Entry]:
        if fail:
            raise StorageFailed(5)
        return shelf.read(query, after, limit)

    model: PageModel[Entry] = PageModel(tasks, COLUMNS, lambda entry: str(entry.number), read)
    with hands.qtbot.waitSignal(model.loaded):
        model.reload()
    fail = True
    with hands.qtbot.waitSignal(model.failed):
        model.reload()

    assert model.rowCount() == 10


def test_a_model_keeps_qt_s_rules(shelved: Maker, qtmodeltester: ModelTester) -> None:
    model, _shelf = shelved(10)

    qtmodeltester.check(model)  # pyright: ignore[reportUnknownMemberType] - pytest-qt leaves its argument untyped


def test_a_row_has_no_rows_below_it(shelved: Maker) -> None:
    model, _shelf = shelved(10)
    inside = model.index(0, 0)

    assert (model.rowCount(inside), model.columnCount(inside), model.canFetchMore(inside)) == (0, 0, False)
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    assert QModelIndex().isValid() is False
