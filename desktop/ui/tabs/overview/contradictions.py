"""What cannot both be true, in short: how much of it is open, and the first of it."""

from functools import partial

from PySide6.QtCore import Signal

from db.errors import RecordMissing
from db.types import Kind
from desktop.i18n import N_, _, ngettext
from desktop.operations import Touched
from desktop.operations.conflicts import FAMILY_NAMES, Finding, Findings, Naming
from desktop.ui import markup
from desktop.ui.desk import Desk
from desktop.ui.markup import Markup
from desktop.ui.refresh import concerns
from desktop.ui.widgets.card import Card

FIRST = 3
ALL = "contradictions"
REASONED = frozenset({Kind.EVENT, Kind.PARTICIPATION, Kind.EVENT_LINK, Kind.CITATION, Kind.PERSON, Kind.PLACE}) | {
    Kind.DOCUMENT,
    Kind.CHARGE,
    Kind.INDICATOR,
    Kind.CONFLICT,
}


class ContradictionsCard(Card):
    """Shown where there are open contradictions; ``all_asked`` is told when they are to be read."""

    all_asked = Signal()

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__(N_("Contradictions"))
        self._desk, self._case_id = desk, case_id
        self._is_stale = True
        self.followed.connect(self._follow)
        self.hide()

    def refresh(self, touched: Touched) -> None:
        """Reason anew when facts changed, as soon as somebody looks."""
        self._is_stale = self._is_stale or concerns(touched, REASONED, self._case_id)
        around = self.parentWidget()
        if around is not None and around.isVisible():
            self.look()

    def look(self) -> None:
        """Somebody looks here: show how the facts stand now."""
        if self._is_stale:
            self._is_stale = False
            self._desk.read(self, partial(self._desk.conflicts.find, self._case_id), self._show, self._miss)

    def _show(self, found: Findings) -> None:
        self.say(partial(compose, found))
        self.setVisible(bool(found.open()))

    def _follow(self, _verb: str, _target: str) -> None:
        self.all_asked.emit()

    def _miss(self, error: Exception) -> None:
        """The case is gone; its window closes by itself."""
        if not isinstance(error, RecordMissing):
            self._desk.report.tell(error)


def compose(found: Findings) -> Markup:
    """How many are open, and the first few."""
    waiting, naming = found.open(), Naming(found.file)
    words = ngettext("{count} open contradiction", "{count} open contradictions", len(waiting))
    lines = [_line(finding, naming) for finding in waiting[:FIRST]]
    return markup.points([markup.link(ALL, "", words.format(count=len(waiting))), *lines])


def _line(finding: Finding, naming: Naming) -> Markup:
    conflict = finding.conflict
    facts = [markup.plain(naming.called(ref)) for ref in dict.fromkeys(conflict.records)]
    return markup.joined([markup.quiet(_(FAMILY_NAMES[conflict.family])), *facts])
