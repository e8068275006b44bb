"""The input for several records of the vault: each found as one types and kept as a chip."""

from collections.abc import Sequence
from typing import Any

from desktop.ui.desk import Desk
from desktop.ui.inputs.input import Input
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.widgets.chips import Chip
from desktop.ui.widgets.flow import FlowLayout


class RecordsInput(Input):
    """Records as candidates; the value is their ids, in the order they were chosen."""

    def __init__(self, desk: Desk, finder: Finder, hint: str) -> None:
        super().__init__()
        self._chosen: list[Candidate] = []
        self._chips: list[Chip] = []
        self.entry = RecordPicker(desk, finder, hint)
        self._box = FlowLayout(self)
        self._box.addWidget(self.entry)
        self.setFocusProxy(self.entry)
        self.entry.picked.connect(self._take)

    def value(self) -> tuple[str, ...]:
        """The ids. Raises ``Unclear`` while something is half typed."""
        self.entry.value()
        return tuple(one.id for one in self._chosen)

    def fill(self, value: Any) -> None:
        """Show these candidates."""
        self._chosen = list(value or ())
        self._show()

    def raw(self) -> object:
        """What is chosen, and what is half typed."""
        return tuple(one.id for one in self._chosen), self.entry.raw()

    def name(self, words: str) -> None:
        """The line to add one carries the name."""
        self.entry.name(words)

    def mark(self, *, is_faulty: bool) -> None:
        """Mark the line."""
        self.entry.mark(is_faulty=is_faulty)

    def chosen(self) -> Sequence[Candidate]:
        """What is chosen."""
        return tuple(self._chosen)

    def _take(self, candidate: Candidate) -> None:
        self.entry.fill(None)
        if candidate.id not in [one.id for one in self._chosen]:
            self._chosen.append(candidate)
            self._show()
        self.changed.emit()

    def _show(self) -> None:
        for chip in self._chips:
            self._box.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(one.title) for one in self._chosen]
        self._box.removeWidget(self.entry)
        for chip in self._chips:
            chip.removed.connect(self._drop)
            self._box.addWidget(chip)
        self._box.addWidget(self.entry)

    def _drop(self, words: str) -> None:
        gone = next(place for place, one in enumerate(self._chosen) if one.title == words)
        del self._chosen[gone]
        self._show()
        self.entry.setFocus()
        self.changed.emit()
