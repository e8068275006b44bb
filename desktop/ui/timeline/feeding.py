"""The clocks of the law and the conflicts of a case, as marks for the drawing."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.vault import Session
from desktop import i18n
from desktop.i18n import _
from desktop.logic.clocks import Deadline
from desktop.logic.clocks.deadline import Status
from desktop.operations.conflict_watch import ConflictWatch
from desktop.operations.conflicts import DISMISSED, EXPLAINED, Findings, explain_conflict
from desktop.operations.deadlines import CaseClocks
from desktop.operations.reckonings import Reckonings
from desktop.ui import labels
from desktop.ui.timeline.marks import Certainty, Clash, Clock, ClockStatus

SETTLED = frozenset({EXPLAINED, DISMISSED})  # what was explained or dismissed joins nothing any more
PAIR = 2
STATUSES = {  # of a waived deadline nothing is drawn
    Status.OPEN: ClockStatus.OPEN,
    Status.MET: ClockStatus.MET,
    Status.RESTORED: ClockStatus.MET,
    Status.UNPROVEN: ClockStatus.UNPROVEN,
    Status.RESTORATION_ASKED: ClockStatus.UNPROVEN,
    Status.BREACHED: ClockStatus.BREACHED,
    Status.MISSED: ClockStatus.BREACHED,
    Status.REFUSED: ClockStatus.BREACHED,
}


@dataclass(frozen=True, slots=True)
class Read:
    """What was found in a case, in the language it was read in."""

    clocks: tuple[Clock, ...]
    clashes: tuple[Clash, ...]


def read_marks(
    case_id: str, as_of: int, session: Session, *, reckonings: Reckonings | None = None,
    conflicts: ConflictWatch | None = None,
) -> Read:  # fmt: skip
    """The clocks of a case as they stand at a moment (Unix seconds), and what cannot both be true in it."""
    found = (reckonings or Reckonings()).clocks_of(session, case_id, as_of)
    return Read(tuple(_clocks(found)), tuple(_clashes((conflicts or ConflictWatch()).find(case_id, session))))


def _clocks(found: CaseClocks) -> Iterator[Clock]:
    for one in found.clocks.deadlines:
        status, start = STATUSES.get(one.status), one.trigger.earliest
        due = one.due.earliest if one.due is not None else None
        if status is None or start is None or due is None or one.due is None:
            continue
        if status is ClockStatus.OPEN and any(reminder <= found.as_of for reminder in one.reminders):
            status = ClockStatus.DUE
        yield Clock(start, due, one.due.latest, status, _told(one), one.event, one.person or "", one.is_verified)


def _told(one: Deadline) -> str:
    """What the limit is called and how it stands, and whether that is certain and the rule verified."""
    title = one.rule.title.get(i18n.current().value) or one.rule.title["en"]
    parts = [title, labels.term("deadline-statuses", one.status.value)]
    if one.certainty.value == Certainty.POSSIBLE:
        parts.append(_("possible"))
    if not one.is_verified:
        parts.append(_("rule not verified by a lawyer"))
    return labels.joined(parts)


def _clashes(found: Findings) -> Iterator[Clash]:
    for finding in found.findings:
        events = finding.conflict.events
        if len(events) == PAIR and finding.status not in SETTLED:
            words = " ".join(explain_conflict(found.file, finding.conflict))
            yield Clash(events[0], events[1], Certainty(finding.conflict.certainty.value), words)
