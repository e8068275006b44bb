"""What must hold of a relation, an injury, an issue, a consent, a figure, a task or a note before it is written."""

from collections.abc import Callable, Mapping
from typing import Any

from db.rows import (
    ConsentRow,
    IndicatorRow,
    InjuryRow,
    IssueFactRow,
    IssueRow,
    NoteRow,
    RelationRow,
    TaskRow,
)
from db.types import When
from desktop.documents.exchange.proof_table import BEARING_ON_ISSUES, REMARKED
from desktop.errors import Fault
from desktop.i18n import _
from desktop.operations.checks import check, filled

_Faults = list[Fault | None]


def check_record(row: Any) -> None:
    """Refuse a record with every fault it has. Raises ``InputFaults``."""
    check(row, _CHECKS[type(row)](row))


def _relation(row: RelationRow) -> _Faults:
    said = _("Choose one person or one organisation.")
    return [
        None if bool(row.person_id) != bool(row.organisation_id) else Fault("person", said),
        None if bool(row.other_person_id) != bool(row.other_organisation_id) else Fault("other", said),
        Fault("other", _("Nobody is related to themselves.")) if _is_circular(row) else None,
        filled("kind", row.kind),
        _reversed("to", row.from_, row.to),
    ]


def _is_circular(row: RelationRow) -> bool:
    one, other = row.person_id or row.organisation_id, row.other_person_id or row.other_organisation_id
    return bool(one) and one == other


def _injury(row: InjuryRow) -> _Faults:
    is_half = (row.x is None) != (row.y is None)
    no_chart = row.x is not None and not row.chart
    says_nothing = not (row.region or row.type or row.text or row.chart)
    return [
        filled("person", row.person_id),
        Fault("x", _("Mark the place on the chart.")) if is_half else None,
        Fault("chart", _("Choose the chart it is marked on.")) if no_chart else None,
        Fault("type", _("Say what was seen, or where on the body.")) if says_nothing else None,
    ]


def _issue(row: IssueRow) -> _Faults:
    return [filled("title", row.title)]


def _issue_fact(row: IssueFactRow) -> _Faults:
    is_known = bool(row.target_id) and row.target_kind in {kind.value for kind in BEARING_ON_ISSUES}
    return [filled("issue", row.issue_id), None if is_known else Fault("target", _("This field is needed."))]


def _consent(row: ConsentRow) -> _Faults:
    return [
        filled("person", row.person_id), filled("purpose", row.purpose),
        _reversed("withdrawn", row.given, row.withdrawn),
    ]  # fmt: skip


def _indicator(row: IndicatorRow) -> _Faults:
    wanted = _("Give the figure, or say in the remark why there is none.")
    return [
        filled("title", row.title),
        Fault("value", wanted) if row.value is None and not (row.remark or "").strip() else None,
    ]


def _task(row: TaskRow) -> _Faults:
    return [filled("title", row.title), _target(row)]


def _note(row: NoteRow) -> _Faults:
    return [filled("text", row.text), _target(row)]


def _target(row: TaskRow | NoteRow) -> Fault | None:
    known: set[str | None] = {kind.value for kind in REMARKED}
    is_whole = bool(row.target_id) == bool(row.target_kind) and (not row.target_id or row.target_kind in known)
    return None if is_whole else Fault("target", _("Tasks and notes do not go with this kind of record."))


def _reversed(place: str, first: When | None, last: When | None) -> Fault | None:
    if first is None or last is None or first.earliest is None or last.latest is None:
        return None
    return Fault(place, _("The end lies before the beginning.")) if last.latest < first.earliest else None


_CHECKS: Mapping[type[Any], Callable[[Any], _Faults]] = {
    RelationRow: _relation, InjuryRow: _injury, IssueRow: _issue, IssueFactRow: _issue_fact, ConsentRow: _consent,
    IndicatorRow: _indicator, TaskRow: _task, NoteRow: _note,
}  # fmt: skip
