"""What Ctrl+K finds on record, each entry leading to its case."""

from collections.abc import Callable, Sequence
from functools import partial

from db.types import Kind
from db.vault import Session
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.dialogs.palette import Entry, Show
from desktop.ui.search.found import Found, found_in
from desktop.ui.tasks import Task

MOST = 24
GoTo = Callable[[str, Kind, str], object]


class Finder:
    """Looks in the vault's lane; only the newest question is answered."""

    def __init__(self, desk: Desk, go_to: GoTo) -> None:
        self._desk = desk
        self._go_to = go_to
        self._task: Task | None = None

    def search(self, text: str, show: Show) -> None:
        """Find what holds ``text`` and show it."""
        if self._task:
            self._task.cancel()
        self._task = self._desk.read(self._desk.refresh, partial(_find, text), partial(self._tell, show))

    def _tell(self, show: Show, found: Sequence[Found]) -> None:
        show([self._entry(one) for one in found])

    def _entry(self, found: Found) -> Entry:
        hint = labels.joined((labels.kind_name(found.kind), found.case_ref))
        act = partial(self._go_to, found.case_id, found.kind, found.record)
        return Entry(found.title, hint, labels.KIND_ICONS.get(found.kind, "search"), act)


def _find(text: str, session: Session) -> Sequence[Found]:
    return found_in(session, text, MOST)
