"""The input for a list of things that each have several parts: a line of inputs for each, and a button to add one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import N_, _
from desktop.ui.building import Stages
from desktop.ui.inputs.input import Input, Unclear, says_something
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button, tool
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column, named, row


class Line(QFrame):
    """One thing of the list: its inputs by the name of their part; ``removed`` when it is taken out."""

    changed = Signal()
    removed = Signal()

    def __init__(self, parts: Sequence[tuple[str, str, Input]], name: str, spare: Sequence[str] = ()) -> None:
        super().__init__()
        self.setObjectName("card")
        self._spare: dict[str, QWidget] = {}
        self.kept: Any = None  # what the list keeps of the record beside the inputs
        self.inputs = {part: made for part, _title, made in parts}
        self._texts = Texts(self)
        layout = row(self, margin=1, gap=1)
        flow = FlowLayout()
        flow.setSpacing(layout.spacing() * 2)
        layout.addLayout(flow, 1)
        for part, title, made in parts:
            box = QWidget()
            flow.addWidget(box)  # before its parts: each of them is dressed once
            self._label(box, title, made)
            made.changed.connect(self.changed)
            if part in spare:
                self._spare[part] = box
        top = Qt.AlignmentFlag.AlignTop
        self._more = tool(self._texts, N_("Say more about this one"), self._unfold, icon="chevron-down")
        layout.addWidget(self._more, alignment=top)
        layout.addWidget(tool(self._texts, name, self.removed.emit, icon="x"), alignment=top)
        self.fold()

    def is_blank(self) -> bool:
        """Whether nothing was filled in."""
        return not any(says_something(made.raw()) for made in self.inputs.values())

    def values(self) -> dict[str, Any]:
        """The values by part. Raises ``Unclear``."""
        return {part: made.value() for part, made in self.inputs.items()}

    def fold(self) -> None:
        """Show the spare inputs only where one of them says something."""
        is_used = any(says_something(self.inputs[part].raw()) for part in self._spare)
        for box in self._spare.values():
            box.setVisible(is_used)
        self._more.setVisible(bool(self._spare) and not is_used)

    def _unfold(self) -> None:
        for box in self._spare.values():
            box.show()
        self._more.hide()
        self.inputs[next(iter(self._spare))].setFocus()

    def _label(self, box: QWidget, title: str, made: Input) -> None:
        layout = column(box, gap=0)
        words = named(self._texts, title, made)
        words.setProperty("level", "hint")
        words.setWordWrap(False)
        layout.addWidget(words)
        layout.addWidget(made)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._texts.put(made.name, partial(_stripped, title))


class RowsInput(Input):
    """A list; ``build`` makes an empty line, ``read`` turns its values into one thing, ``show`` fills it with one."""

    def __init__(self, build: Callable[[], Line], add: str) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._build = build
        layout = column(self, gap=1)
        self._box: QVBoxLayout = column(gap=1)
        layout.addLayout(self._box)
        self._add = button(Texts(self), add, self.add_by_hand, role="link", icon="plus")
        layout.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._add)

    def read(self, line: Line) -> Any:
        """One thing of the list from its line."""
        raise NotImplementedError

    def write(self, line: Line, thing: Any) -> None:
        """Show one thing of the list in its line."""
        raise NotImplementedError

    def value(self) -> Any:
        """Everything that was filled in. Raises ``Unclear``."""
        return tuple(self.read(line) for line in self.lines if not line.is_blank())

    def fill(self, value: Any) -> None:
        """Show these things."""
        for _line in self.fill_in_turn(value):
            pass

    def fill_in_turn(self, value: Any) -> Stages:
        """Show these things, one after the other."""
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for thing in value or ():
            line = self.add()
            self.write(line, thing)
            line.fold()
            yield

    def raw(self) -> object:
        """What stands in every line that is not blank."""
        return tuple(tuple(made.raw() for made in line.inputs.values()) for line in self.lines if not line.is_blank())

    def add(self) -> Line:
        """One more empty line."""
        line = self._build()
        line.changed.connect(self.changed)
        line.removed.connect(partial(self._remove, line))
        self.lines.append(line)
        self._box.addWidget(line)
        line.show()
        return line

    def add_by_hand(self) -> None:
        """One more empty line, ready to be typed in."""
        line = self.add()
        next(iter(line.inputs.values())).setFocus()
        self.changed.emit()

    def mark(self, *, is_faulty: bool) -> None:
        """The lines that make no sense are marked."""
        for line in self.lines:
            for made in line.inputs.values():
                made.mark(is_faulty=is_faulty and not _is_clear(made))

    def drop(self, line: Line) -> None:
        """Take a line out."""
        self.lines.remove(line)
        self._box.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _remove(self, line: Line) -> None:
        self.drop(line)
        self._add.setFocus()
        self.changed.emit()


REMOVE = N_("Take out this line")


def _is_clear(made: Input) -> bool:
    try:
        made.value()
    except Unclear:
        return False
    return True


def _stripped(title: str) -> str:
    return _(title).replace("&", "")
