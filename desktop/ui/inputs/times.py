"""The input for an uncertain time: typed as people write it, and at once how it was understood."""

from collections.abc import Callable
from typing import Any

from db.types import When
from desktop.logic.when import WhenUnreadable
from desktop.ui import times
from desktop.ui.inputs.input import Input, Unclear
from desktop.ui.widgets.layout import restyle
from desktop.ui.widgets.when_field import WhenField


class WhenInput(Input):
    """A ``When`` at the wall clock of ``zone``, which is asked each time; ``name`` is marked with ``N_``."""

    def __init__(self, name: str, zone: Callable[[], str]) -> None:
        self.field = WhenField(name, times.reader(zone))
        super().__init__(self.field)
        self._zone = zone
        self._shown: When | None = None
        self._text = ""
        self.field.changed.connect(self.changed)

    def value(self) -> When | None:
        """The time; the one shown at first as long as neither its text nor the zone changed. Raises ``Unclear``."""
        text, zone = self.field.text(), self._zone()
        if not text:
            return None
        if self._shown and text == self._text and zone == self._first_zone:
            return self._shown
        try:
            return times.understood(text, zone)
        except WhenUnreadable as unreadable:
            raise Unclear(times.trouble(unreadable)) from None

    def fill(self, value: Any) -> None:
        """Show a time as one would type it."""
        self._shown, self._text, self._first_zone = value, times.typed(value), self._zone()
        self.field.set_text(self._text)

    def raw(self) -> object:
        """What was typed."""
        return self.field.text()

    def read_again(self) -> None:
        """Understand the same text anew, because the zone is another."""
        self.field.set_text(self.field.text())

    def name(self, words: str) -> None:
        """Tell screen readers what this is."""
        (self.field.focusProxy() or self.field).setAccessibleName(words)

    def mark(self, *, is_faulty: bool) -> None:
        """Mark the line that is typed in."""
        restyle(self.field.focusProxy() or self.field, "fault", is_faulty)

    def told(self) -> str:
        """How the text is understood, or why it is not."""
        return self.field.words()


class EdtfInput(WhenInput):
    """A time the record keeps as EDTF text alone, at the zone of what it belongs to."""

    def value(self) -> Any:
        """The EDTF text. Raises ``Unclear``."""
        moment = super().value()
        return moment.edtf if moment else None

    def fill(self, value: Any) -> None:
        """Show a time from its EDTF text."""
        try:
            super().fill(times.parsed(value, self._zone()) if value else None)
        except WhenUnreadable:
            super().fill(None)
            self.field.set_text(str(value))
