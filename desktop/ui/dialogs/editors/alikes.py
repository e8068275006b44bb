"""While a name is being typed: somebody in the vault who may be the same."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from db.queries import members
from db.vault import Session
from desktop.i18n import _
from desktop.logic import names
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.inputs.names import NamesInput
from desktop.ui.widgets.banner import Banner, Tone

ALIKE = 85.0  # of 100, as names.likeness counts
SHORTEST = 4  # letters worth comparing
PAGE = 500
PAUSE_MILLISECONDS = 300
Instead = Callable[[str], object]


class Alikes(QObject):
    """Watches the names of an editor; tells on its banner who is called alike."""

    def __init__(self, desk: Desk, row: labels.Member, typed: NamesInput, banner: Banner) -> None:
        super().__init__(banner)
        self._desk, self._row, self._typed, self._banner = desk, row, typed, banner
        self._instead: Instead | None = None
        self._leave: Callable[[], object] = banner.hide
        self._asked: list[str] = []
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.look)
        typed.changed.connect(self._pause.start)
        if not row.id and typed.texts():
            self._pause.start()

    def offer(self, instead: Instead, leave: Callable[[], object]) -> None:
        """Offer to take the other one; ``leave`` closes the editor first."""
        self._instead, self._leave = instead, leave

    def look(self) -> None:
        """Look through the vault for who is called alike."""
        self._asked = [text for text in self._typed.texts() if len(text) >= SHORTEST]
        if self._asked and not self._row.id:
            self._desk.read(self, partial(find_alike, type(self._row), self._asked), self._tell)

    def _tell(self, found: labels.Member | None) -> None:
        if found is None:
            return
        text = _("“{name}” is in the vault already. Is it the same?").format(name=labels.member(found))
        if self._instead is None:
            self._banner.tell(Tone.WARNING, text)
            return
        act = partial(self._take, found.id)
        self._banner.tell(Tone.WARNING, text, step=_("&Take that one instead"), act=act)

    def _take(self, record: str) -> None:
        self._leave()
        if self._instead:
            self._instead(record)


def find_alike(row_type: type[Any], texts: Sequence[str], session: Session) -> labels.Member | None:
    """Whoever of the vault is called most like one of these names, if anyone is."""
    best: labels.Member | None = None
    likest = ALIKE
    page = members.page(session, row_type, limit=PAGE)
    while True:
        for row in page.rows:
            likeness = max((names.likeness(name.text, text) for name in row.names for text in texts), default=0.0)
            if likeness >= likest:
                best, likest = row, likeness
        if page.next_key is None:
            return best
        page = members.page(session, row_type, after=page.next_key, limit=PAGE)
