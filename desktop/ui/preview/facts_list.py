"""Facts below one another: a name and a text that can be selected and copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.preview.facts import Fact
from desktop.ui.widgets.layout import form, label


class FactsList(QWidget):
    """Shows what it is given; nothing when there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form(self, margin=2)
        self._facts: Sequence[Fact] = ()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these facts instead of those before."""
        self._facts = tuple(facts)
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, text in facts:
            title, value = label("hint", wraps=False), label()
            title.setText(name)
            value.setText(text)
            value.setAccessibleName(f"{name}: {text}")
            value.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self._form.addRow(title, value)
        self.setVisible(bool(facts))

    def shown(self) -> Sequence[Fact]:
        """What it shows now."""
        return self._facts
