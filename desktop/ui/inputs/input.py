"""What every input of a form can do."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.layout import column, restyle


class Unclear(Exception):
    """What stands in an input makes no sense; ``what`` says so in the interface's language."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class Input(QWidget):
    """One value of a record in a form; ``changed`` is told whenever the user changes it."""

    changed = Signal()

    def __init__(self, inner: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = inner
        if inner is not None:
            column(self).addWidget(inner)
            self.setFocusProxy(inner)

    def value(self) -> Any:
        """The value as the record holds it, ``None`` for nothing. Raises ``Unclear``."""
        raise NotImplementedError

    def fill(self, value: Any) -> None:
        """Show a value of the record."""
        raise NotImplementedError

    def raw(self) -> object:
        """What stands here, sense or not: two equal ones mean that nothing was changed."""
        return self.value()

    def mark(self, *, is_faulty: bool) -> None:
        """Show that something is wrong here, or no longer."""
        restyle(self._inner or self, "fault", is_faulty)

    def told(self) -> str:
        """What the input itself says below what was typed, so that nobody says it twice."""
        return ""

    def name(self, words: str) -> None:
        """Tell screen readers what this is."""
        (self._inner or self).setAccessibleName(words)

    def describe(self, words: str) -> None:
        """Tell screen readers what is wrong or wanted here."""
        (self._inner or self).setAccessibleDescription(words)


def told_by(owner: Input, *signals: Any) -> None:
    """Let ``owner`` say ``changed`` whenever one of these signals of its parts is told."""
    for signal in signals:
        signal.connect(owner.changed)


def says_something(raw: object) -> bool:
    """Whether what stands in an input is more than nothing; no is an answer."""
    if isinstance(raw, tuple):
        return any(map(says_something, raw))  # pyright: ignore[reportUnknownArgumentType] - a tuple of anything
    return raw is not None and raw != ""
