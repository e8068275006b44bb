"""A plain text with what one does to it: find, choose a passage, copy it, make an event of it."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPalette, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.documents.extract.encodings import Decoded
from desktop.documents.render.find import find_all
from desktop.i18n import _, ngettext
from desktop.ui.language import Texts
from desktop.ui.preview.choice import Choice, Copy, IsHeard
from desktop.ui.preview.find_bar import FindBar
from desktop.ui.preview.keys import Keys
from desktop.ui.preview.text_view import TextView
from desktop.ui.preview.work import Run
from desktop.ui.tasks import Job
from desktop.ui.widgets.layout import column, label, row

PAUSE_MILLISECONDS = 250
MOST_SHOWN = 1_000_000  # characters
MOST_MARKED = 1_000  # places

Span = tuple[int, int]


class TextPane(QWidget):
    """Given a decoded text; paragraphs are numbered from 1."""

    text_selected = Signal(str, int)

    def __init__(self, run: Run, copy: Copy, is_heard: IsHeard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._texts = Texts(self)
        self._decoded = Decoded("", "")
        self._wanted = ""
        self._places: list[Span] = []
        self.view, self.find_bar = TextView(), FindBar()
        self.choice = Choice(self.view, self.view, copy, is_heard)
        self._about = label("hint")
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        layout = column(self, gap=0)
        bar = row(margin=1, gap=1)
        bar.addWidget(self._about, 1)
        bar.addWidget(self.choice.button)
        layout.addLayout(bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.find_bar)
        self._texts.put(self._about.setText, self._sentence)
        self._texts.put(self.view.setAccessibleName, self._sentence)
        self._connect()
        self.setFocusProxy(self.view)

    def show_text(self, decoded: Decoded | None) -> None:
        """Show a text, or nothing."""
        self._decoded = decoded or Decoded("", "")
        self._search("")
        self.find_bar.hide()
        self.view.setPlainText(self._decoded.text[:MOST_SHOWN])
        self._texts.speak()
        self.choice.refresh()

    def _connect(self) -> None:
        self.view.selectionChanged.connect(self._pause.start)
        self.view.selectionChanged.connect(self.choice.refresh)
        self._pause.timeout.connect(self._tell)
        self.find_bar.searched.connect(self._search)
        self.find_bar.stepped.connect(self._step)
        self.find_bar.closed.connect(self.view.setFocus)
        forwards, back = self.find_bar.step_on, self.find_bar.step_back
        Keys(
            self,
            self.view,
            {"Ctrl+F": self.find_bar.open_bar, "F3": forwards, "Shift+F3": back, "Ctrl+C": self.choice.copy},
        )

    def _tell(self) -> None:
        if words := self.view.words():
            self.text_selected.emit(words, self.view.page())

    def _sentence(self) -> str:
        decoded = self._decoded
        if len(decoded.text) > MOST_SHOWN:
            return _("Encoding {encoding}; only the first {count} characters are shown").format(
                encoding=decoded.encoding.upper(), count=MOST_SHOWN
            )
        return _("Encoding {encoding}").format(encoding=decoded.encoding.upper())

    def _search(self, wanted: str) -> None:
        self._wanted = wanted
        self._mark([])
        if wanted.strip():
            work = partial(_find, self._decoded.text[:MOST_SHOWN], wanted)
            self._run(work, owner=self, done=partial(self._show_places, wanted))

    def _show_places(self, wanted: str, places: list[Span]) -> None:
        if wanted == self._wanted:
            self._mark(places)
            self._step(1)

    def _mark(self, places: list[Span]) -> None:
        """Underlay what was found, as far as that can be told apart."""
        colour = self.palette().color(QPalette.ColorRole.Accent)
        colour.setAlpha(60)
        marks: list[QTextEdit.ExtraSelection] = []
        for start, end in places[:MOST_MARKED]:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(start, end)  # type: ignore[assignment] # declared without a setter
            mark.format.setBackground(colour)  # type: ignore[attr-defined] # declared as a plain attribute
            marks.append(mark)
        self._places = places
        self.view.setExtraSelections(marks)
        self.find_bar.tell(self._count(0) if self._wanted.strip() else "")

    def _step(self, way: int) -> None:
        """Go to the next place after the cursor, or the one before it, round the ends."""
        if not self._places:
            return
        at = self.view.textCursor().selectionStart()
        order = [number for number, (start, _end) in enumerate(self._places) if (start > at if way > 0 else start < at)]
        number = (order[0] if way > 0 else order[-1]) if order else (0 if way > 0 else len(self._places) - 1)
        self.view.setTextCursor(self._cursor(*self._places[number]))
        self.view.centerCursor()
        self.find_bar.tell(self._count(number + 1))

    def _count(self, number: int) -> str:
        count = len(self._places)
        if not count:
            return _("Not found")
        return ngettext("{number} of {count} place", "{number} of {count} places", count).format(
            number=number, count=count
        )

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = self.view.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _find(text: str, wanted: str, _job: Job) -> list[Span]:
    """The places of words, counted as Qt counts: a character beyond the first plane is two."""
    shift, last = 0, 0
    places: list[Span] = []
    for start, end in find_all(text, wanted):
        shift += _beyond(text[last:start])
        inside = _beyond(text[start:end])
        places.append((start + shift, end + shift + inside))
        shift += inside
        last = end
    return places


def _beyond(text: str) -> int:
    return 0 if text.isascii() else sum(1 for sign in text if ord(sign) > 0xFFFF)
