"""Boxes with margins and gaps in quarters of a line, so that they grow with the text."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFormLayout, QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from desktop.ui import theme
from desktop.ui.language import Texts


def column(parent: QWidget | None = None, *, margin: int = 0, gap: int = 2) -> QVBoxLayout:
    """Parts below one another."""
    made = QVBoxLayout(parent) if parent else QVBoxLayout()
    _space(made, margin, gap)
    return made


def row(parent: QWidget | None = None, *, margin: int = 0, gap: int = 2) -> QHBoxLayout:
    """Parts beside one another."""
    made = QHBoxLayout(parent) if parent else QHBoxLayout()
    _space(made, margin, gap)
    return made


def form(parent: QWidget | None = None, *, margin: int = 0) -> QFormLayout:
    """Labels and their fields; a label goes above its field where the window is narrow."""
    made = QFormLayout(parent) if parent else QFormLayout()
    unit = theme.unit()
    made.setContentsMargins(unit * margin, unit * margin, unit * margin, unit * margin)
    made.setHorizontalSpacing(unit * 3)
    made.setVerticalSpacing(unit * 2)
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    made.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


class WrappedLabel(QLabel):
    """A label that is never cut: it asks for the height its lines need at the width it got."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def setText(self, text: str, /) -> None:
        """Show another text."""
        super().setText(text)
        self._ask_for_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again when the width changes."""
        super().resizeEvent(event)
        self._ask_for_room()

    def changeEvent(self, event: QEvent) -> None:
        """Ask again when the text grows."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._ask_for_room()

    def _ask_for_room(self) -> None:
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Created) or self.isVisible():
            self.setMinimumHeight(0)  # a label never asks for less than its minimum
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))


def label(level: str = "", *, wraps: bool = True) -> QLabel:
    """A label of a level of the stylesheet: ``title``, ``heading``, ``hint``, ``good``, ``warning``, ``danger``."""
    made = WrappedLabel() if wraps else QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    if level:
        made.setProperty("level", level)
    return made


def rule() -> QFrame:
    """A quiet horizontal line."""
    made = QFrame()
    made.setFrameShape(QFrame.Shape.HLine)
    made.setFrameShadow(QFrame.Shadow.Plain)
    return made


def busy_line() -> QProgressBar:
    """A thin line that moves while something takes an unknown time; hidden, it keeps its room."""
    made = QProgressBar()
    made.setRange(0, 0)
    made.setTextVisible(False)
    made.setFixedHeight(theme.unit())
    policy = made.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    made.setSizePolicy(policy)
    made.hide()
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Change a property the stylesheet looks at, and let it look again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def said(texts: Texts, text: str | Callable[[], str], level: str = "") -> QLabel:
    """A label that says ``text`` in every language to come."""
    made = label(level)
    texts.put(made.setText, text)
    return made


def labelled(texts: Texts, text: str | Callable[[], str], field: QWidget, part: QWidget | None = None) -> QVBoxLayout:
    """A field under its label; ``part`` is what holds the field when it does not stand alone."""
    made = column(gap=0)
    made.addWidget(named(texts, text, field))
    made.addWidget(part or field)
    return made


def named(texts: Texts, text: str | Callable[[], str], field: QWidget) -> QLabel:
    """The label of a field: its mnemonic goes to the field, and so does its name for screen readers."""
    made = said(texts, text)
    made.setBuddy(field)
    return made


def _space(made: QBoxLayout, margin: int, gap: int) -> None:
    unit = theme.unit()
    made.setContentsMargins(unit * margin, unit * margin, unit * margin, unit * margin)
    made.setSpacing(unit * gap)
