"""A table of any length: rows come page by page, by key, read in the vault's lane as the user moves towards them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from db.errors import Cancelled
from db.rows import Key, Page
from desktop.ui.models.columns import Column, Identify, Query, Row
from desktop.ui.models.rows import ROOT, Index, RowModel
from desktop.ui.tasks import Job, Lane, Task, Tasks

PAGE = 100
MANY = 500  # rows whose memory is freed in the lane, so many at a time: all at once is a moment the window feels
MOST = 400  # rows read at once where all of them are read, to be ordered by what the query knows nothing of
AHEAD = 30  # the next page is asked for when a row this near the end is painted

Fetch = Callable[[Query, Key | None, int], Page[Row]]


class PageModel(RowModel[Row]):
    """The rows that were read so far; more follow as they are needed.

    ``loaded`` tells how many rows are here and whether these are all; ``failed`` carries the error of a read.
    """

    loaded = Signal(int, bool)
    failed = Signal(Exception)

    def __init__(
        self,
        tasks: Tasks,
        columns: Sequence[Column[Row]],
        identify: Identify[Row],
        fetch: Fetch[Row],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(columns, identify, parent)
        self.query = Query()
        self._tasks = tasks
        self._fetch = fetch
        self._next: Key | None = None
        self._local: Column[Row] | None = None  # the column rows are ordered by here, not by the query
        self._task: Task | None = None
        self._is_read = False

    def search(self, text: str) -> None:
        """Show only rows that hold ``text``."""
        self._begin(replace(self.query, text=text))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a column; Qt calls this when a header is clicked."""
        self._local = self.columns[column] if 0 <= column < len(self.columns) else None
        key = self._local.sort if self._local else ""
        if key:
            self._local = None
        self._begin(replace(self.query, sort=key, is_descending=order is Qt.SortOrder.DescendingOrder))

    def reload(self) -> None:
        """Read again what is shown, because something changed."""
        self._begin(self.query)

    def tell(self) -> None:
        """Say again what was read, to whoever listens only now."""
        if self._is_read:
            self.loaded.emit(self.rowCount(), self._next is None)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell; painting one near the end asks for the next page."""
        if role == Qt.ItemDataRole.DisplayRole and index.row() >= self.rowCount() - AHEAD:
            self.fetchMore()
        return super().data(index, role)

    def canFetchMore(self, parent: Index = ROOT) -> bool:
        """Whether there are rows that were not read."""
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index = ROOT) -> None:
        """Ask for the next page, unless something is on its way."""
        if self._next is not None and self._task is None:
            self._ask(self.query, self._next, PAGE)

    def _begin(self, query: Query) -> None:
        self._ask(query, None, max(PAGE, self.rowCount()))

    def _ask(self, query: Query, after: Key | None, limit: int) -> None:
        if self._task:
            self._task.cancel()
        self.query = query
        ask = partial(_read, self._fetch, query, after, limit)
        if self._local:
            ask = partial(_read_all, self._fetch, query, self._local)
        take = partial(self._take, query, after)
        self._task = self._tasks.run(Lane.VAULT, ask, owner=self, done=take, failed=self._complain)

    def _take(self, query: Query, after: Key | None, page: Page[Row]) -> None:
        if query != self.query:
            return
        self._task = None
        self._next = page.next_key
        if after is None:
            before = self._rows
            self.show(page.rows)
            if len(before) > MANY and before is not self._rows:
                self._tasks.run(Lane.VAULT, partial(_free, before), owner=self, done=_rest)
        else:
            self.append(page.rows)
        self._is_read = True
        self.tell()

    def _complain(self, error: Exception) -> None:
        self._task = None
        self.failed.emit(error)


def _read_all(fetch: Fetch[Row], query: Query, column: Column[Row], job: Job) -> Page[Row]:
    """Every row there is, ordered by a column, in the lane: the window does not wait for it."""
    rows: list[Row] = []
    after: Key | None = None
    while True:
        page = fetch(query, after, MOST)
        rows += page.rows
        after = page.next_key
        if job.is_cancelled():
            raise Cancelled
        if after is None:
            return Page(sorted(rows, key=column.rank, reverse=query.is_descending), None)


def _read(fetch: Fetch[Row], query: Query, after: Key | None, limit: int, _job: Job) -> Page[Row]:
    return fetch(query, after, limit)


def _free(rows: list[Any], _job: Job) -> None:
    while rows:
        del rows[-MANY:]


def _rest(_result: object) -> None:
    """Nothing follows."""
