"""Both sources of a contradiction side by side: what each event says, the passage, and the document at its page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from db.queries.documents import Passage, passages_on
from db.queries.timeline import line
from db.vault import Session
from desktop.i18n import N_, _
from desktop.operations.documents import read_document
from desktop.ui import labels, theme, times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.language import Texts
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.preview.notice_pane import Notice
from desktop.ui.records.claims import locator
from desktop.ui.tasks import Job, Lane
from desktop.ui.timeline.marks import Clash
from desktop.ui.widgets.layout import column, label
from desktop.ui.widgets.splitter import RememberedSplitter

LETTERS, LINES = 150, 44  # the first size
UNKNOWN = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two events: what it is called, when it was, and what documents say of it."""

    title: str
    when: str
    passages: Sequence[Passage]


def read_sides(clash: Clash, session: Session) -> tuple[Side, Side]:
    """Read both events of a contradiction."""
    return _side(session, clash.first), _side(session, clash.second)


class BothSources(Dialog):
    """Stays open beside the work."""

    def __init__(self, desk: Desk, clash: Clash, parent: QWidget | None = None) -> None:
        super().__init__(N_("Both sources"), parent, letters=LETTERS // 2)
        self.setWindowModality(Qt.WindowModality.NonModal)
        why = label("")
        why.setText(clash.text)
        self.add(why)
        self.sides = SourceSide(desk, N_("The first source")), SourceSide(desk, N_("The second source"))
        halves = RememberedSplitter("both-sources", desk.settings, *self.sides)
        halves.share(1, 1)
        self.add(halves, grows=True)
        self.verb(N_("Close"), self.accept)
        metrics, room = self.fontMetrics(), self.screen().availableGeometry().size()
        wanted = QSize(metrics.averageCharWidth() * LETTERS, metrics.height() * LINES)
        self.resize(wanted.boundedTo(room - room / 10))
        desk.read(self, partial(read_sides, clash), self._show)

    def _show(self, read: tuple[Side, Side]) -> None:
        for side, found in zip(self.sides, read, strict=True):
            side.show_side(found)


class SourceSide(QWidget):
    """One event with its passages, one of which is chosen, and the document of that one."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk, self._passages = desk, list[Passage]()
        self._heading, self._when, self._quote = label("heading"), label("hint"), label("")
        self.choice = QComboBox()
        self.preview = DocumentPreview(copy=desk.clipboard.copy)
        texts = Texts(self)
        texts.put(self.choice.setAccessibleName, name)
        layout = column(self, gap=2)
        layout.setContentsMargins(theme.unit(), 0, theme.unit(), 0)
        for part in (self._heading, self._when, self.choice, self._quote):
            layout.addWidget(part)
        layout.addWidget(self.preview, 1)
        self.choice.setMinimumContentsLength(12)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.currentIndexChanged.connect(self._open)

    def show_side(self, side: Side) -> None:
        """Show an event, and the first of its passages."""
        self._heading.setText(side.title)
        self._when.setText(side.when)
        self._passages = list(side.passages)
        self.choice.setVisible(bool(side.passages))
        self.choice.addItems([_called(passage) for passage in side.passages])
        if not side.passages:
            self._quote.setText(_("No source yet: without one this proves nothing."))
            self.preview.stack.show_notice(_unsourced)

    def _open(self, place: int) -> None:
        """Show a passage and open its document at its page; that is one opening on the document's log."""
        passage = self._passages[place]
        self._quote.setText(f"«{passage.citation.quote}»" if passage.citation.quote else "")
        self._quote.setVisible(bool(passage.citation.quote))
        if passage.document.blob:
            self._desk.tasks.run(
                Lane.VAULT,
                partial(_read, self._desk, passage.document.id),
                owner=self,
                done=partial(self._show_document, passage),
                failed=self._desk.report.tell,
            )
        else:
            self.preview.stack.show_notice(partial(_without_file, passage))

    def _show_document(self, passage: Passage, content: bytes) -> None:
        row = passage.document
        if self._passages[self.choice.currentIndex()] is passage:
            self.preview.show_document(row.title, row.media_type or UNKNOWN, content, size=row.size, sha256=row.sha256)
            self.preview.stack.pdf.turn_to(_page(passage))


def open_sources(desk: Desk, asking: QWidget, clash: Clash) -> None:
    """Show both sources of a contradiction, in the place of those shown before."""
    for shown in asking.window().findChildren(BothSources):
        shown.close()
    BothSources(desk, clash, asking.window()).show()


def _side(session: Session, event: str) -> Side:
    shown = line(session, event)
    if shown is None:
        return Side(_("a record that is not on file"), "", ())
    passages = sorted(passages_on(session, event), key=_rank)
    return Side(labels.event(shown.event), times.told(shown.event.when) or "", passages)


def _rank(passage: Passage) -> tuple[bool, bool]:
    """What was quoted comes first, and what can be shown."""
    return not passage.citation.quote, not passage.document.blob


def _called(passage: Passage) -> str:
    return labels.joined([passage.document.title, locator(passage.citation)])


def _page(passage: Passage) -> int:
    found = re.search(r"\d+", passage.citation.page or "")
    return max(int(found.group()), 1) if found else 1


def _read(desk: Desk, document: str, _job: Job) -> bytes:
    return read_document(desk.vault, document).result


def _without_file(passage: Passage) -> Notice:
    address = passage.document.address
    hint = _("It is known by its address: {address}").format(address=address) if address else ""
    return Notice("link" if address else "file-text", _("No file is stored for this document"), hint)


def _unsourced() -> Notice:
    return Notice("file-text", _("No document speaks of this event"), "")
