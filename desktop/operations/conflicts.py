"""What cannot both be true in a case: find it, tell it in words, and decide about it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from textwrap import shorten

from db.case_file import CaseFile
from db.queries import conflicts as stays
from db.queries.case_files import case_file
from db.queries.conflicts import Asked, decisions
from db.rows import ConflictRow, PersonRow
from db.types import Kind
from db.vault import Session, Vault
from desktop import i18n
from desktop.errors import Fault, InputFaults
from desktop.i18n import N_, _
from desktop.logic import conflicts, names
from desktop.logic.conflicts import Conflict, Pair, Reasoned, Ref, Tongue, Vocabulary
from desktop.logic.conflicts.terms import FROM_AFAR, PRESENT, RESIDENCES
from desktop.logic.conflicts.way import widest
from desktop.operations import Done, Touched
from desktop.operations.texts import cleaned_row
from resources.vocabularies import event_kinds, fields, label, vocabulary

OPEN, ACCEPTED, EXPLAINED, DISMISSED = "open", "accepted", "explained", "dismissed"
FAMILY_NAMES: dict[str, str] = {
    "presence": N_("In two places at once"),
    "order": N_("In the wrong order"),
    "value": N_("Two versions"),
    "duration": N_("Another length"),
    "state": N_("Not possible in that state"),
}
CERTAINTY_NAMES: dict[str, str] = {"certain": N_("Certain"), "possible": N_("Possible")}
_CONFLICT = frozenset({Kind.CONFLICT})
_GOING_ON = sorted(RESIDENCES)
_LISTED = {"outcome": "charge-outcomes", "type": "injury-types", "region": "body-regions"}  # columns that hold terms
_NAMED = ("persons", "organisations", "places", "events", "documents", "charges", "injuries", "indicators")


@dataclass(frozen=True, slots=True)
class Finding:
    """A conflict and what was decided about it while its facts stand; ``decision`` is ``None`` when it is open."""

    conflict: Conflict
    decision: ConflictRow | None = None

    @property
    def status(self) -> str:
        """A term of ``conflict-decisions``."""
        return self.decision.decision if self.decision else OPEN


@dataclass(frozen=True, slots=True)
class Findings:
    """Every conflict of a case with its status, and the case they were found in."""

    file: CaseFile
    findings: Sequence[Finding]

    def open(self) -> Sequence[Finding]:
        """Those about which nothing was decided."""
        return [finding for finding in self.findings if finding.status == OPEN]


def find_conflicts(session: Session, case_id: str) -> Findings:
    """Every conflict in a case, the certain first, each with what was decided. Raises ``RecordMissing``."""
    return listed_findings(session, found_in(session, case_file(session, case_id)))


def found_in(session: Session, file: CaseFile) -> Reasoned:
    """Reason about all of a case."""
    words = _vocabulary()
    return conflicts.reason(file, _pairs(session, file, words), words)


def look_again(session: Session, known: Reasoned, file: CaseFile) -> Reasoned:
    """Reason about what changed since a case was reasoned about; ``file`` is the case as it is now."""
    words = _vocabulary()
    scope = known.scope_of(file, words)
    persons = None if scope.is_whole else scope.persons
    return known.again(file, words, scope, _pairs(session, file, words, persons))


def listed_findings(session: Session, reasoned: Reasoned) -> Findings:
    """The conflicts found, in order, each with what was decided."""
    case_id = reasoned.file.case.id
    decided = {_key(row.first_id, row.second_id, row.fingerprint): row for row in decisions(session, case_id)}
    return Findings(reasoned.file, [Finding(one, decided.get(_key_of(one))) for one in conflicts.listed(reasoned)])


def _vocabulary() -> Vocabulary:
    proving = frozenset(kind.id for kind in event_kinds().values() if kind.proves_presence)
    return Vocabulary(proving, {field.id: field.type for field in fields().values()})


def _pairs(
    session: Session, file: CaseFile, words: Vocabulary, persons: Collection[str] | None = None
) -> Iterator[Pair]:
    asked = Asked(
        proving=sorted(words.presence | FROM_AFAR),
        lasting=_GOING_ON,
        resting=[],
        present=[PRESENT, "protester"],
        margin=widest(file.places),
    )
    return stays.meeting_stays(session, file.case.id, asked, persons)


def _key_of(conflict: Conflict) -> tuple[frozenset[str], str]:
    first, second = conflict.records
    return _key(first.id, second.id, conflict.fingerprint)


def _key(first: str, second: str, fingerprint: str) -> tuple[frozenset[str], str]:
    return frozenset({first, second}), fingerprint


def decide_conflicts(
    vault: Vault, case_id: str, findings: Sequence[Finding], decision: str, reason: str = ""
) -> Done[None]:
    """Accept, explain or dismiss conflicts, or with ``open`` take that back; it stands until their facts change.

    Raises ``InputFaults`` when something is explained or dismissed without a reason.
    """
    if decision in (EXPLAINED, DISMISSED) and not reason.strip():
        raise InputFaults(_("Some fields need attention."), [Fault("reason", _("Say why."))])
    with vault.change("reopen-conflict" if decision == OPEN else "decide-conflict") as change:
        for finding in findings:
            if decision != OPEN:
                change.put(cleaned_row(_decided(case_id, finding, decision, reason)))
            elif finding.decision is not None:
                change.remove(Kind.CONFLICT, finding.decision.id)
    return Done(None, Touched(_CONFLICT, case_id))


def _decided(case_id: str, finding: Finding, decision: str, reason: str) -> ConflictRow:
    conflict, known = finding.conflict, finding.decision
    first, second = conflict.records
    return ConflictRow(
        id=known.id if known else "", case_id=case_id, kind=conflict.family.value, first_id=first.id,
        second_id=second.id, fingerprint=conflict.fingerprint, decision=decision, reason=reason.strip() or None,
    )  # fmt: skip


def explain_conflict(file: CaseFile, conflict: Conflict) -> list[str]:
    """Why the two statements exclude each other, a sentence for each step, in the interface's language."""
    language = i18n.current().value
    naming = Naming(file)
    return conflicts.explain(conflict, Tongue(language, _, naming.called, _field_name, _value_name))


class Naming:
    """What the records of a case are called in the interface's language."""

    def __init__(self, file: CaseFile) -> None:
        self._rows = {row.id: row for part in _NAMED for row in getattr(file, part)}

    def called(self, ref: Ref) -> str:
        """The name or title of a record; of an event without one, what kind it is."""
        row = self._rows.get(ref.id)
        language = i18n.current().value
        if row is None:
            return _("a record that is not on file")
        if ref.kind is Kind.EVENT:
            kind = vocabulary("event-kinds").get(row.kind)
            return row.title or (label(kind, language) if kind else row.kind)
        if ref.kind is Kind.CHARGE:
            return row.article or shorten(row.text or "", 60, placeholder="…")
        if hasattr(row, "names"):
            described = row.description if isinstance(row, PersonRow) else None
            return names.display(row.names, language) or shorten(described or "", 60, placeholder="…") or "?"
        return getattr(row, "title", None) or getattr(row, "text", None) or "?"


def _field_name(name: str) -> str:
    known = fields().get(name)
    return label(known, i18n.current().value) if known else name


def _value_name(field: str, value: str) -> str:
    """A value of a field in words: a term by its label, yes and no; all else as it is written."""
    known = fields().get(field)
    language = i18n.current().value
    if value in ("true", "false"):
        if known is None or known.type != "safeguard":
            return _("Yes") if value == "true" else _("No")
        value = "respected" if value == "true" else "not-respected"
    own = (known.vocabulary if known else "") or _LISTED.get(field)
    listed = "safeguards" if known and known.type == "safeguard" else own
    term = vocabulary(listed).get(value) if listed else None
    return label(term, language) if term else value
