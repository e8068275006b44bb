"""What stands where a document cannot be shown: calm words, what is known of it, and a way on."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QWidget

from desktop.i18n import N_
from desktop.ui import icons, theme
from desktop.ui.language import Texts
from desktop.ui.preview.facts import Fact
from desktop.ui.preview.facts_list import FactsList
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column, label, row


@dataclass(frozen=True, slots=True)
class Notice:
    """Words in the user's language, an icon, facts, and whether one may try again or take a copy."""

    icon: str
    heading: str
    hint: str
    facts: Sequence[Fact] = ()
    can_retry: bool = False
    can_export: bool = False


class NoticePane(QScrollArea):
    """Says what it is told to, with the facts below, and offers what is possible."""

    retried = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = Texts(self)
        self._icon = "file-text"
        self._picture, self._heading, self._hint = QLabel(), label("heading"), label("hint")
        self._facts = FactsList()
        self._retry = button(texts, N_("Try again"), self.retried.emit)
        self._export = button(texts, N_("Export a copy…"), self.export_wanted.emit, icon="download")
        inside = QWidget()
        layout = column(inside, margin=6, gap=3)
        layout.addStretch(1)
        for part in (self._picture, self._heading, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(part)
        layout.addLayout(_between(self._facts))
        layout.addLayout(_between(self._retry, self._export, stretch=0))
        layout.addStretch(2)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        theme.worn().changed.connect(self._paint)

    def tell(self, notice: Notice) -> None:
        """Show these words and facts and the ways on."""
        self._icon = notice.icon
        self._heading.setText(notice.heading)
        self._hint.setText(notice.hint)
        self._facts.show_facts(notice.facts)
        self._retry.setVisible(notice.can_retry)
        self._export.setVisible(notice.can_export)
        self.setAccessibleName(notice.heading)
        self.setAccessibleDescription(notice.hint)
        self._paint()

    def heading(self) -> str:
        """What it says now."""
        return self._heading.text()

    def texts(self) -> list[str]:
        """Every text it shows."""
        return [self._heading.text(), self._hint.text(), *(text for fact in self._facts.shown() for text in fact)]

    def offers(self) -> tuple[bool, bool]:
        """Whether one may try again, and take a copy."""
        return self._retry.isVisibleTo(self), self._export.isVisibleTo(self)

    def _paint(self) -> None:
        side = theme.unit() * 10
        self._picture.setPixmap(icons.pixmap(self._icon, side, theme.colours().edge, self.devicePixelRatioF()))


def _between(*parts: QWidget, stretch: int = 3) -> QHBoxLayout:
    """Parts in the middle of a line."""
    made = row()
    made.addStretch(1)
    for part in parts:
        made.addWidget(part, stretch)
    made.addStretch(1)
    return made
