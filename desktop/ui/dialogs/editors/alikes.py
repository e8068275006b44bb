"""While a name is being typed: somebody in the vault who may be the same, by the name or by a sure sign."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from db.queries.records import KINDS
from db.rows import PersonRow
from db.types import Kind
from desktop.i18n import _
from desktop.logic.duplicates import Pair, Sign
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor
from desktop.ui.dialogs.editors.likest import find_alike
from desktop.ui.dialogs.merge.merge import open_merge
from desktop.ui.inputs.form import Form
from desktop.ui.inputs.input import Unclear
from desktop.ui.inputs.names import NamesInput
from desktop.ui.widgets.banner import Banner, Tone

SHORTEST = 4  # letters worth comparing
PAUSE_MILLISECONDS = 300
SURE_PARTS = ("phones", "identity_documents")
Instead = Callable[[str], object]


class Alikes(QObject):
    """Watches the names of an editor; tells on its banner who is called alike."""

    def __init__(self, desk: Desk, row: labels.Member, typed: NamesInput, banner: Banner) -> None:
        super().__init__(banner)
        self._desk, self._row, self._typed, self._banner = desk, row, typed, banner
        self._form: Form | None = None
        self._instead: Instead | None = None
        self._leave: Callable[[], object] = banner.hide
        self._asked: list[str] = []
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.look)
        typed.changed.connect(self._pause.start)
        if not row.id and typed.texts():
            self._pause.start()

    def watch(self, form: Form) -> None:
        """Look at telephones and identity documents of the form too."""
        self._form = form
        for part in SURE_PARTS:
            form.input(part).changed.connect(self._pause.start)

    def offer(self, instead: Instead, leave: Callable[[], object]) -> None:
        """Offer to take the other one; ``leave`` closes the editor first."""
        self._instead, self._leave = instead, leave

    def look(self) -> None:
        """Look through the vault for who is called alike."""
        self._asked = [text for text in self._typed.texts() if len(text) >= SHORTEST]
        row = replace(self._row, names=(), **self._signs())
        if self._asked or row != replace(self._row, names=()):
            self._desk.read(self, partial(find_alike, row, self._asked), self._tell)

    def _signs(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for part in SURE_PARTS if self._form and isinstance(self._row, PersonRow) else ():
            try:
                found[part] = self._form.input(part).value() if self._form else ()
            except Unclear:
                continue
        return found

    def _tell(self, found: Pair | None) -> None:
        if found is None:
            return
        other = found.second
        text = _("“{name}” is in the vault already. Is it the same?").format(name=labels.member(other))
        if Sign.PHONE in found.signs:
            text = _("“{name}” in the vault has the same telephone. Is it the same person?").format(
                name=labels.member(other)
            )
        elif Sign.PAPER in found.signs:
            text = _("“{name}” in the vault has the same identity document. Is it the same person?").format(
                name=labels.member(other)
            )
        if self._row.id:
            self._banner.tell(Tone.WARNING, text, step=_("Save and &merge…"), act=partial(self._merge, other.id))
            return
        if self._instead is None:
            self._banner.tell(Tone.WARNING, text)
            return
        act = partial(self._take, other.id)
        self._banner.tell(Tone.WARNING, text, step=_("&Take that one instead"), act=act)

    def _merge(self, other: str) -> None:
        """Save what was typed, then lay the two side by side."""
        editor = self._banner.window()
        if isinstance(editor, Editor):
            kind, window = KINDS[type(self._row)], editor.parentWidget() or editor
            editor.saved.connect(partial(_lay_side_by_side, self._desk, window, kind, other))
            editor.save()

    def _take(self, record: str) -> None:
        self._leave()
        if self._instead:
            self._instead(record)


def _lay_side_by_side(desk: Desk, window: QWidget, kind: Kind, other: str, record: str) -> None:
    open_merge(desk, window, kind, (record, other))
