"""The conflicts of the cases somebody looks at, remembered, so that a change is searched once and only where it was.

The journal tells what changed since the last look, whoever changed it; only that is read and reasoned about again.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from db.queries.case_changes import brought_up_to_date, changes_since, journal_head
from db.queries.case_files import case_file
from db.vault import Session
from desktop.logic.conflicts import Reasoned
from desktop.operations.conflicts import Findings, found_in, listed_findings, look_again

_KEPT = 2  # cases: the one in front, and the one looked at before


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found in a case when the journal ended with the entry ``head``."""

    head: int
    reasoned: Reasoned
    findings: Findings


class ConflictWatch:
    """Asked from any thread; what it keeps is of one vault, and goes when that is closed."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._lock = Lock()
        self._is_over = False

    def find(self, case_id: str, session: Session) -> Findings:
        """What ``find_conflicts`` finds, for the price of what changed since it was last asked."""
        with self._lock:
            known = self._known.pop(case_id, None)
            found = self._look_again(case_id, known, session) if known else self._look(case_id, session)
            if not self._is_over:
                self._known[case_id] = found
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
            return found.findings

    def forget(self) -> None:
        """The vault is being closed: nothing of it is kept, nor what still comes."""
        self._is_over = True
        self._known.clear()

    def _look(self, case_id: str, session: Session) -> _Known:
        reasoned = found_in(session, case_file(session, case_id))
        return _Known(journal_head(session), reasoned, listed_findings(session, reasoned))

    def _look_again(self, case_id: str, known: _Known, session: Session) -> _Known:
        changes = changes_since(session, known.head)
        if changes is None:
            return self._look(case_id, session)
        if changes.head == known.head:
            return known
        file = brought_up_to_date(session, known.reasoned.file, changes.changed)
        reasoned = look_again(session, known.reasoned, file)
        return _Known(changes.head, reasoned, listed_findings(session, reasoned))
