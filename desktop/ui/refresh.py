"""One signal after every change: what it touched, so that every open list and record reads itself again."""

from PySide6.QtCore import QObject, Signal

from db.types import Kind
from desktop.operations import Touched


class Refresh(QObject):
    """Announces what changed; screens that show such records listen.

    ``leaving`` is told just before the vault is closed or locked: whoever holds something half typed keeps it now.
    """

    touched = Signal(object)
    leaving = Signal()

    def announce(self, touched: Touched) -> None:
        """Tell every screen."""
        self.touched.emit(touched)


def concerns(touched: Touched, kinds: frozenset[Kind], case_id: str | None = None) -> bool:
    """Whether a change matters to a screen that shows ``kinds`` (of one case, if given); undo touches every kind."""
    return bool(touched.kinds & kinds) and (case_id is None or touched.case_id in (None, case_id))
