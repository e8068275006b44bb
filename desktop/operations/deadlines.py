"""The clocks of the law on a case: computed anew each time from the facts, with what was decided about them."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from db.case_file import CaseFile
from db.change import Change
from db.queries import cases
from db.queries.case_files import EVERYTHING, case_file
from db.queries.records import fetch
from db.rows import CaseRow, DeadlineRow
from db.types import Kind, When
from db.vault import Session, Vault
from desktop import i18n
from desktop.documents.clocks.trace import tell_fault, trace
from desktop.errors import Fault, InputFaults, UserError
from desktop.i18n import _
from desktop.logic import when
from desktop.logic.clocks import Clocks, Deadline, Facts, facts_of
from desktop.logic.clocks.conditions import LIBERTY
from desktop.logic.clocks.deadline import Status
from desktop.logic.clocks.rule import Rule
from desktop.operations import Done, Touched
from desktop.operations.law_in_force import LawInForce
from desktop.operations.rules import version_text
from desktop.operations.texts import cleaned_row
from desktop.operations.times import sentence_for, zone_of_case

BY_HAND = (Status.MET, Status.RESTORATION_ASKED, Status.RESTORED, Status.REFUSED, Status.WAIVED)
FACTS = frozenset({"events", "parties", "charges", "documents", "deadlines"})  # of a case file, what clocks look at
_KINDS = frozenset({Kind.DEADLINE})


@dataclass(frozen=True, slots=True)
class CaseClocks:
    """The clocks of one case at one moment (``as_of``, Unix seconds), with the records they speak of."""

    file: CaseFile
    facts: Facts
    clocks: Clocks
    as_of: int

    @property
    def case(self) -> CaseRow:
        """The case."""
        return self.file.case

    def explain(self, deadline: Deadline, language: str | None = None) -> tuple[str, ...]:
        """The trace of a deadline, a sentence a step, in the interface's language unless another is asked for."""
        return trace(deadline, self.facts.sources, language or i18n.current().value)

    def troubles(self) -> tuple[str, ...]:
        """What could not be counted, in words, each once."""
        told = (tell_fault(fault, i18n.current().value) for fault in self.clocks.faults)
        return tuple(dict.fromkeys(told))


@dataclass(frozen=True, slots=True)
class DeadlineDecision:
    """What a user says of a deadline: done when, by what channel, with what proof; another due and why."""

    status: Status | None = None
    met: When | None = None
    channel: str | None = None
    document: str | None = None
    due: When | None = None
    reason: str | None = None


def deadlines_of(
    session: Session,
    case_id: str,
    as_of: int | str,
    law: LawInForce | None = None,
    *,
    only: Container[str] = EVERYTHING,
) -> CaseClocks:
    """Every clock of a case at a moment: Unix seconds, or a time as people write it, at the place of custody.

    Who asks about many cases keeps the ``law`` between them, and reads ``only`` the ``FACTS`` of each. Raises
    ``RecordMissing``, and ``UserError`` for a time that is not understood.
    """
    file = case_file(session, case_id, only)
    facts = facts_of(file, zone_of_case(session, file.case))
    at = as_of if isinstance(as_of, int) else moment_meant(as_of, custody_zone(facts))
    in_force = (law or LawInForce()).law_of(session, facts.regimes)
    return CaseClocks(file, facts, in_force.clocks_of(facts, at), at)


def every_deadline(session: Session, as_of: int | str) -> Iterator[CaseClocks]:
    """The clocks of every case of the vault, a case at a time."""
    law = LawInForce()
    for case in cases.ids(session):
        yield deadlines_of(session, case, as_of, law)


def custody_zone(facts: Facts) -> str:
    """The wall clock of the place where somebody was held last; where nobody was, that of the case."""
    held = [event for event in facts.events if event.kind in LIBERTY and event.when]
    last = max(held, key=lambda event: when.sort_key(event.when), default=None)
    return last.zone if last else facts.zone


def moment_meant(text: str, zone: str) -> int:
    """The moment a text means (Unix seconds): a day is over, as a deadline of that day is. Raises ``UserError``."""
    try:
        meant = when.understand(text, zone, i18n.current().value)
    except when.WhenUnreadable as unreadable:
        raise UserError(_("The date is not understood."), sentence_for(unreadable)) from None
    if meant.latest is None:
        raise UserError(_("The date is not understood."), _("Give a day or a moment."))
    return meant.latest


def decide_deadline(vault: Vault, case_id: str, deadline: Deadline, decision: DeadlineDecision) -> Done[str]:
    """Write down what was done about a deadline, over what was written before; returns the record's id.

    Raises ``InputFaults``: a due of our own needs its reason, and a status has to be one that a user may set.
    """
    require_sound(decision)
    with vault.change("decide-deadline") as change:
        record = put_decision(change, case_id, deadline, decision)
    return Done(record, Touched(_KINDS, case_id))


def put_decision(change: Change, case_id: str, deadline: Deadline, decision: DeadlineDecision) -> str:
    """Write a decision that was found sound, within a change; returns the record's id."""
    row = DeadlineRow(
        id=deadline.decision or "", case_id=case_id, rule=deadline.rule.id, version=_version(deadline.rule),
        person_id=deadline.person, event_id=deadline.event, anchor=deadline.anchor.value,
        status=decision.status.value if decision.status else None, due=decision.due, met=decision.met,
        channel=decision.channel, document_id=decision.document, reason=decision.reason,
    )  # fmt: skip
    return change.put(cleaned_row(row))


def reopen_deadline(vault: Vault, case_id: str, record: str) -> Done[None]:
    """Take back what was written down about a deadline: the facts alone speak again."""
    with vault.change("reopen-deadline") as change:
        change.remove(Kind.DEADLINE, record)
    return Done(None, Touched(_KINDS, case_id))


def decision_of(session: Session, deadline: Deadline) -> DeadlineRow | None:
    """What was written down about a deadline."""
    return fetch(session, DeadlineRow, deadline.decision) if deadline.decision else None


def orphaned_decisions(found: CaseClocks) -> tuple[DeadlineRow, ...]:
    """Decisions whose clock runs no more: the rule is off or the event changed. They are kept, and shown as such."""
    used = {deadline.decision for deadline in found.clocks.deadlines}
    return tuple(row for row in found.file.deadlines if row.id not in used)


def _version(rule: Rule) -> str:
    return version_text((rule.id, rule.variant, rule.version))


def require_sound(decision: DeadlineDecision) -> None:
    """Raise ``InputFaults`` where a decision lacks its reason, or says what only the facts can."""
    faults = list[Fault]()
    if decision.due and not (decision.reason or "").strip():
        faults.append(Fault("reason", _("Say why.")))
    if decision.status is not None and decision.status not in BY_HAND:
        faults.append(Fault("status", _("This is worked out from the facts and cannot be set.")))
    if faults:
        raise InputFaults(
            _("Some fields need attention."), faults, _("Correct the marked fields; nothing was saved yet.")
        )
