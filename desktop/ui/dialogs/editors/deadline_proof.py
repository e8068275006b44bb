"""The input for the proof of what we did: a document on file, or a file that becomes one when the form is saved."""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from desktop.i18n import N_, _
from desktop.ui.desk import Desk
from desktop.ui.dialogs.places import ask_files
from desktop.ui.inputs.input import Input
from desktop.ui.inputs.keeping import keep, restore
from desktop.ui.inputs.picker import Finder, RecordPicker
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button, tool
from desktop.ui.widgets.empty_state import files_of
from desktop.ui.widgets.layout import column, label, restyle, row


class ProofInput(Input):
    """A candidate, the path of a file to be taken in, or nothing; files can be dropped on it."""

    def __init__(self, desk: Desk, finder: Finder) -> None:
        super().__init__()
        texts = Texts(self)
        self.picker = RecordPicker(desk, finder, N_("part of the title of a document"))
        self._file: Path | None = None
        self._told = label("good")
        self._away = tool(texts, N_("Do not take in this file"), self._forget, icon="x")
        above, below = row(gap=2), row(gap=1)
        above.addWidget(self.picker, 1)
        above.addWidget(button(texts, N_("From a &file…"), self._ask, icon="paperclip"))
        below.addWidget(self._told, 1)
        below.addWidget(self._away)
        layout = column(self, gap=1)
        layout.addLayout(above)
        layout.addLayout(below)
        self.setAcceptDrops(True)
        self.setFocusProxy(self.picker)
        self.picker.changed.connect(self._take_document)
        texts.put(self._told.setText, self._words)
        self._show()

    def value(self) -> Any:
        """The document chosen, or the file. Raises ``Unclear`` while there is only text."""
        return self._file or self.picker.value()

    def fill(self, value: Any) -> None:
        """Show a document, or a file to be taken in."""
        self._file = value if isinstance(value, Path) else None
        self.picker.fill(None if self._file else value)
        self._show()

    def raw(self) -> object:
        """The file, the document's id, or what was typed."""
        return str(self._file) if self._file else self.picker.raw()

    def mark(self, *, is_faulty: bool) -> None:
        """Mark the line."""
        self.picker.mark(is_faulty=is_faulty)

    def name(self, words: str) -> None:
        """The line carries the name."""
        self.picker.name(words)

    def describe(self, words: str) -> None:
        """The line tells what is wrong."""
        self.picker.describe(words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up when a file comes over it."""
        if _one_of(files_of(event.mimeData())):
            event.acceptProposedAction()
            restyle(self.picker.line, "over", True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go dark again."""
        restyle(self.picker.line, "over", False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        restyle(self.picker.line, "over", False)
        event.acceptProposedAction()
        self._take(files_of(event.mimeData()))

    def _ask(self) -> None:
        ask_files(self, _("Choose the file that proves it"), self._take, Path.home())

    def _take(self, files: list[Path]) -> None:
        file = _one_of(files)
        if file:
            self.fill(file)
            self.changed.emit()

    def _take_document(self) -> None:
        """Whoever looks for a document does not mean the file."""
        self._file = None
        self._show()
        self.changed.emit()

    def _forget(self) -> None:
        self.fill(None)
        self.picker.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        self._told.setText(self._words())
        for part in (self._told, self._away):
            part.setVisible(self._file is not None)

    def _words(self) -> str:
        if self._file is None:
            return ""
        return _("{file} becomes a document of the case when you save.").format(file=self._file.name)


@keep.register
def _keep_proof(made: ProofInput) -> Any:
    raw = made.raw()
    chosen = keep(made.picker)
    return {"file": raw} if chosen is None and raw else chosen


@restore.register
def _restore_proof(made: ProofInput, kept: Any) -> None:
    if isinstance(kept, dict):
        made.fill(Path(str(kept["file"])))  # pyright: ignore[reportUnknownArgumentType] - a table as it was kept
    else:
        made.fill(None)
        restore(made.picker, kept)


def _one_of(files: list[Path]) -> Path | None:
    """The first that is a file."""
    return next((file for file in files if file.is_file()), None)
