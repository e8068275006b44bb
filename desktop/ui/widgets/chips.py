"""Tags as chips: typed with Enter or a comma, taken away with a click or Backspace."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from desktop.i18n import N_, _
from desktop.ui.language import Texts
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import label, row


class Chip(QFrame):
    """One word with a cross to take it away."""

    removed = Signal(str)

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("chip")
        self.text = text
        layout = row(self, gap=0)
        name = label(wraps=False)
        name.setText(text)
        name.setContentsMargins(name.fontMetrics().averageCharWidth(), 0, 0, 0)
        layout.addWidget(name)
        texts = Texts(self)
        cross = tool(texts, N_("Remove"), partial(self.removed.emit, text), icon="x")
        texts.put(cross.setAccessibleName, self._removal)
        layout.addWidget(cross)

    def _removal(self) -> str:
        return _("Remove {name}").format(name=self.text)


class TagChips(QWidget):
    """The tags of a record and a place to type the next."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[Chip] = []
        texts = Texts(self)
        self._entry = QLineEdit()
        self._entry.installEventFilter(self)
        self._entry.editingFinished.connect(self._take)
        self._entry.textEdited.connect(self._split)
        texts.put(self._entry.setPlaceholderText, N_("Add a tag"))
        texts.put(self._entry.setAccessibleName, N_("New tag"))
        self._box = FlowLayout(self)
        self._box.addWidget(self._entry)
        self.setFocusProxy(self._entry)

    def tags(self) -> tuple[str, ...]:
        """The tags in the order they were typed."""
        return tuple(chip.text for chip in self._chips)

    def set_tags(self, tags: tuple[str, ...]) -> None:
        """Show these tags."""
        for chip in self._chips:
            chip.deleteLater()
        self._chips = []
        for tag in tags:
            self._add(tag)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds a tag instead of closing the form; Backspace in an empty field takes the last one away."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._entry.text():
            self._take()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self._entry.text() and self._chips:
            self._remove(self._chips[-1].text)
            return True
        return False

    def _take(self) -> None:
        tag = self._entry.text().strip(" ,")
        self._entry.clear()
        if tag and tag not in self.tags():
            self._add(tag)
            self.changed.emit()

    def _split(self, text: str) -> None:
        if text.endswith(","):
            self._take()

    def _add(self, tag: str) -> None:
        chip = Chip(tag)
        chip.removed.connect(self._remove)
        self._chips.append(chip)
        self._box.removeWidget(self._entry)
        self._box.addWidget(chip)
        self._box.addWidget(self._entry)
        self.setTabOrder(chip, self._entry)

    def _remove(self, tag: str) -> None:
        for chip in [chip for chip in self._chips if chip.text == tag]:
            self._chips.remove(chip)
            self._box.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._entry.setFocus()
        self.changed.emit()
