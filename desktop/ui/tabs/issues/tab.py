"""The issues of a case as a tree, and beside it the matrix of what bears on them."""

from functools import partial

from PySide6.QtWidgets import QStackedWidget

from db.queries.issues import Target
from db.rows import Key, Page
from db.types import Kind
from desktop.i18n import N_, ngettext
from desktop.operations import Touched
from desktop.ui import labels
from desktop.ui.building import Stages
from desktop.ui.case_window.tab import Tab
from desktop.ui.desk import Desk
from desktop.ui.issue_words import cell_words, is_empty, issue_basis, target_title
from desktop.ui.refresh import concerns
from desktop.ui.tabs.issues.bar import IssuesBar
from desktop.ui.tabs.issues.board import EvidenceBoard
from desktop.ui.tabs.issues.reading import Across, Sight, Wanted, read_columns, read_sight
from desktop.ui.tabs.issues.steps import IssueSteps
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column

ACROSS = frozenset((Kind.EVENT, Kind.DOCUMENT, Kind.INJURY))
SHOWN = ACROSS | {Kind.ISSUE, Kind.ISSUE_FACT, Kind.CITATION, Kind.PERSON}

NOTHING = (
    N_("No issues yet"),
    N_("What must be proved goes here, as claims and their elements; beside them stands what proves each."),
)


class IssuesTab(Tab):
    """Reads in the vault's lane and shows; what is done stands in its steps."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__(desk, case_id)
        self._next: Key | None = None
        self._is_reading = False
        self._sought = ""
        self._asked = Wanted()
        self._is_new = True

    def build(self) -> Stages:
        """The bar of steps, then tree and matrix."""
        self.board = EvidenceBoard(self.desk.settings)
        self.steps = IssueSteps(self, self.board)
        self.bar = IssuesBar(self.steps)
        self._pages = QStackedWidget()
        layout = column(self, gap=2)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)
        yield
        self._pages.addWidget(self.board)
        empty = EmptyState("scale", *NOTHING, step=N_("Add ready-made issues…"))
        empty.asked.connect(self.steps.ready)
        self._pages.addWidget(empty)
        yield
        self.bar.narrowed.connect(self._read)
        self.bar.search.left.connect(self.board.matrix.setFocus)
        self.board.moved.connect(self._tell)
        self.board.matrix.end_neared.connect(self._read_on)
        self.steps.written.connect(self._seek)
        self.steps.open_asked.connect(self.record_asked)
        self._bind()
        self._read()

    def refresh(self, touched: Touched) -> None:
        """Read again what changed; the columns only when they may be others."""
        if concerns(touched, SHOWN, self.case_id):
            self._read(with_columns=concerns(touched, ACROSS) or self._asked.across is not Across.ALL)

    def enter(self) -> None:
        """Start in the matrix, or in the tree while nothing stands across."""
        has_cells = self.board.model.rowCount() and self.board.model.columnCount()
        (self.board.matrix if has_cells else self.board.tree).setFocus()
        self.situate(int(self.board.line() is not None))

    def show_record(self, kind: Kind, record: str) -> None:
        """Stand on an issue."""
        self._seek(record)

    def count_words(self) -> str:
        """How many issues there are, and how many of the elements have nothing yet."""
        lines = self.board.model.lines
        empty = sum(map(is_empty, lines))
        count = ngettext("{count} issue", "{count} issues", len(lines)).format(count=len(lines))
        bare = ngettext("{count} without evidence", "{count} without evidence", empty).format(count=empty)
        return labels.joined([count, bare if empty else ""])

    def _bind(self) -> None:
        actions, steps, board = self.desk.actions, self.steps, self.board
        actions.bind("list.add", self, steps.add)
        actions.bind("list.edit", self, steps.edit)
        actions.bind("list.open", board.matrix, steps.open_target)
        actions.bind("list.delete", board.tree, steps.trash)
        actions.bind("list.find", self, self.bar.search.setFocus)
        actions.bind("issue.ready", self, steps.ready)
        actions.bind("event.earlier", self, partial(steps.move, -1))
        actions.bind("event.later", self, partial(steps.move, 1))

    def _read(self, *, with_columns: bool = True) -> None:
        line = self.board.line()
        self._asked = Wanted(self.bar.across.value(), self.bar.search.text().strip(), line.issue.id if line else "")
        self.desk.read(self, partial(read_sight, self.case_id, self._asked, with_columns), self._show)

    def _read_on(self) -> None:
        if self._next is not None and not self._is_reading:
            self._is_reading = True
            more = partial(read_columns, self.case_id, self._asked, self._next)
            self.desk.read(self, more, partial(self._add, self._asked))

    def _show(self, sight: Sight) -> None:
        if sight.columns is not None:
            self._next = sight.columns.next_key
        self.board.show_sight(sight)
        self._pages.setCurrentIndex(0 if sight.lines else 1)
        if self._is_new and self.board.tree.hasFocus():
            self.enter()
        self._is_new = False
        if self._sought:
            self.board.seek(self._sought)
            self._sought = ""
        self.counted.emit(self.count_words())
        self.situate(int(self.board.line() is not None))
        self._tell()

    def _add(self, asked: Wanted, page: Page[Target]) -> None:
        self._is_reading = False
        if asked == self._asked:
            self._next = page.next_key
            self.board.add_columns(page.rows)

    def _seek(self, issue: str) -> None:
        self._sought = issue
        self.board.seek(issue)

    def _tell(self) -> None:
        """Say what the current cell says; read other columns where they go with the issue."""
        line, target = self.board.line(), self.board.target()
        about = [target_title(target), cell_words(self.board.cell())] if line and target else []
        self.bar.tell(labels.joined([*about, issue_basis(line.issue) if line else ""]))
        if self._asked.across is Across.CHOSEN and line and line.issue.id != self._asked.issue:
            self._read()
