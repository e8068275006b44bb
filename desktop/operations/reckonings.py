"""Reckonings kept for a moment: the tab, the head, the timeline and Today ask the law once for each change."""

from collections.abc import Container
from dataclasses import dataclass

from db.queries import history
from db.queries.case_files import EVERYTHING
from db.vault import Session
from desktop.operations.deadlines import FACTS, CaseClocks, deadlines_of
from desktop.operations.law_in_force import LawInForce

MINUTE = 60  # seconds for which a reckoning is as good as one made now
_MOST = 3  # cases kept: those somebody looks at


@dataclass(frozen=True, slots=True)
class _Kept:
    head: tuple[int, str]
    found: CaseClocks


class Reckonings:
    """The clocks of cases as the journal stands: any change, undo or rule makes it another journal.

    Asked in one lane only. ``made`` counts what was reckoned in earnest.
    """

    def __init__(self) -> None:
        self.made = 0
        self._kept: dict[str, _Kept] = {}
        self._law = LawInForce()
        self._is_over = False

    def clocks_of(self, session: Session, case_id: str, as_of: int) -> CaseClocks:
        """The clocks of a case somebody looks at, at a moment (Unix seconds). Raises ``RecordMissing``."""
        found = self._kept_of(session, case_id, as_of) or self._made(session, case_id, as_of, EVERYTHING)
        self._kept.pop(case_id, None)
        if not self._is_over:
            self._kept[case_id] = _Kept(history.head(session), found)
        for oldest in list(self._kept)[:-_MOST]:
            del self._kept[oldest]
        return found

    def glance(self, session: Session, case_id: str, as_of: int) -> CaseClocks:
        """The same in passing: what is there is taken, else only what clocks look at is read, and nothing kept.

        Raises ``RecordMissing``.
        """
        return self._kept_of(session, case_id, as_of) or self._made(session, case_id, as_of, FACTS)

    def _kept_of(self, session: Session, case_id: str, as_of: int) -> CaseClocks | None:
        kept = self._kept.get(case_id)
        is_fresh = kept is not None and 0 <= as_of - kept.found.as_of < MINUTE and kept.head == history.head(session)
        return kept.found if kept and is_fresh else None

    def _made(self, session: Session, case_id: str, as_of: int, only: Container[str]) -> CaseClocks:
        self.made += 1
        return deadlines_of(session, case_id, as_of, self._law, only=only)

    def forget(self) -> None:
        """The vault is being closed: nothing of it is kept, nor what still comes."""
        self._is_over = True
        self._kept.clear()
