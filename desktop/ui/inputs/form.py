"""A form: inputs under their names, short ones side by side where there is room, each with what is wrong with it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from desktop.errors import Fault
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.inputs.input import Input, Unclear
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import column, label, named, said
from desktop.ui.widgets.pairs import PairLayout


@dataclass(frozen=True, slots=True)
class _Place:
    made: Input
    fault: QLabel
    box: QWidget


class Form(QWidget):
    """The inputs by the name of their part of the record; ``changed`` is told after every change."""

    changed = Signal()

    def __init__(self, *, margin: int = 1) -> None:
        super().__init__()
        self._texts = Texts(self)
        self._places: dict[str, _Place] = {}
        self._layout = PairLayout(self, margin=margin)

    def put(self, part: str, title: str, made: Input, *, is_wide: bool = False, level: str = "") -> None:
        """Add an input under its ``title`` (marked with ``N_``, with the mnemonic); a wide one has its line alone."""
        self.put_worded(part, partial(_, title), made, is_wide=is_wide, level=level)

    def put_worded(
        self, part: str, title: Callable[[], str], made: Input, *, is_wide: bool = False, level: str = ""
    ) -> None:
        """Add an input whose title is asked for in every language."""
        box, fault = QWidget(), label("danger")
        self._layout.put(box, is_wide=is_wide)  # before its parts: each of them is dressed once
        inside = column(box, gap=0)
        words = named(self._texts, title, made)
        words.setProperty("level", level)
        inside.addWidget(words)
        inside.addWidget(made)
        inside.addWidget(fault)
        inside.addStretch(1)
        fault.hide()
        self._texts.put(made.name, partial(_without_mnemonic, title))
        self._places[part] = _Place(made, fault, box)
        made.changed.connect(self.changed)

    def section(self, title: str | Callable[[], str]) -> None:
        """A heading over what follows."""
        self._layout.put(said(self._texts, title, "heading"), is_wide=True)

    def widen(self, part: QWidget) -> None:
        """Add something over the whole width that is no input."""
        self._layout.put(part, is_wide=True)

    def input(self, part: str) -> Input:
        """One of the inputs."""
        return self._places[part].made

    def parts(self) -> list[str]:
        """The names of the parts, from the top."""
        return list(self._places)

    def reveal(self, part: str, *, is_shown: bool) -> None:
        """Show or hide an input with its title."""
        self._places[part].box.setVisible(is_shown)

    def make_ready(self, parts: Iterable[str]) -> None:
        """Have inputs for these parts, where a form makes them when they are needed."""

    def fill(self, values: dict[str, Any]) -> None:
        """Show the values of a record."""
        for part, value in values.items():
            self._places[part].made.fill(value)

    def values(self) -> tuple[dict[str, Any], list[Fault]]:
        """What stands in the inputs, and a fault for each that makes no sense."""
        values: dict[str, Any] = {}
        faults: list[Fault] = []
        for part, place in self._places.items():
            try:
                values[part] = place.made.value()
            except Unclear as unclear:
                faults.append(Fault(part, unclear.what))
        return values, faults

    def raw(self) -> object:
        """What stands everywhere: two equal ones mean that nothing was changed."""
        return {part: place.made.raw() for part, place in self._places.items()}

    def mark(self, faults: Sequence[Fault]) -> list[Fault]:
        """Show each fault at its input and go to the first; returns those that belong to none."""
        told = {part: [fault.what for fault in faults if fault.place == part] for part in self._places}
        for part, place in self._places.items():
            unsaid = [what for what in told[part] if what != place.made.told()]
            place.fault.setText("\n".join(unsaid))
            place.fault.setVisible(bool(unsaid))
            place.made.mark(is_faulty=bool(told[part]))
            place.made.describe("\n".join(told[part]))
        first = next((part for part in self._places if told[part]), None)
        if first:
            self._places[first].made.setFocus(Qt.FocusReason.OtherFocusReason)
        return [fault for fault in faults if fault.place not in self._places]


class FormScroll(QScrollArea):
    """A form that scrolls up and down when the window is low, and never sideways."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self._content = content

    def height_for(self, width: int) -> int:
        """How high the content is in an area of this width."""
        inner = width - theme.unit() * 3  # the scroll bar
        content = self._content
        return content.heightForWidth(inner) if content.hasHeightForWidth() else content.sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """Narrow and low enough for any screen, but never narrower than the content can be."""
        return QSize(self._content.minimumSizeHint().width() + theme.unit() * 3, theme.unit() * 24)


def _without_mnemonic(title: Callable[[], str]) -> str:
    return title().replace("&", "")
