"""Opening the form that a draft was typed in, whatever form that is: the form puts back what it holds by itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from db.drafts import Draft
from db.queries.records import fetch
from db.rows import (
    CalendarDayRow,
    CitationRow,
    ConsentRow,
    IndicatorRow,
    InjuryRow,
    IssueRow,
    NoteRow,
    RelationRow,
    TaskRow,
    TermRow,
)
from db.types import Kind
from db.vault import Session
from desktop.errors import UserError
from desktop.i18n import N_, _
from desktop.operations.deadlines import CaseClocks, deadlines_of
from desktop.ui.dialogs.editors.calendar_day import PARTS, CalendarDayEditor
from desktop.ui.dialogs.editors.deadline import FORMS, clock_of
from desktop.ui.dialogs.editors.document import open_document
from desktop.ui.dialogs.editors.injury_opening import open_injury
from desktop.ui.dialogs.editors.issue import open_issue
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.rule import RuleEditor
from desktop.ui.dialogs.editors.rule_signing import SigningEditor
from desktop.ui.dialogs.editors.several import open_several
from desktop.ui.dialogs.editors.subject import about_of, form_of, row_about
from desktop.ui.dialogs.editors.work_opening import (
    named_target,
    open_consent,
    open_indicator,
    open_relation,
    open_remark,
)
from desktop.ui.dialogs.grid.event_grid import EventGrid
from desktop.ui.dialogs.terms.term_editor import TermEditor

TITLES: Mapping[str, str] = {  # of forms that are not called like the record they write
    "deadline-done": N_("Mark as done"),
    "deadline-waiver": N_("Waive the deadline"),
    "deadline-restoration": N_("Restoration of the term"),
    "deadline-other-due": N_("Other due time"),
    "rule": N_("Rule"),
    "rule-signing": N_("Sign the rule as verified"),
    "event-grid": N_("Enter several events"),
    "quick-entry": N_("New event in one line"),
    "event-link": N_("Link to another event"),
    "enrolment": N_("Put on file"),
    "several": N_("Edit several"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """How a draft is taken up: its draft, and the editors over the window that asked."""

    draft: Draft
    editors: Editors

    @property
    def case(self) -> str:
        """The case it is of; empty for none."""
        return self.draft.case_id or ""

    @property
    def record(self) -> str:
        """The record it is of; empty for a new one."""
        return about_of(self.draft).get("id", "")


def take_up(draft: Draft, editors: Editors) -> None:
    """Open the form a draft is of."""
    OPENERS[form_of(draft)](Way(draft, editors))


def can_be_taken_up(draft: Draft) -> bool:
    """Whether this version of the program has the form."""
    return form_of(draft) in OPENERS


def _member(kind: Kind, way: Way) -> None:
    way.editors.open_member(kind, way.draft.case_id, way.record)


def _case(way: Way) -> None:
    way.editors.open_case(way.record)


def _event(way: Way) -> None:
    way.editors.open_event(way.case, way.record)


def _party(way: Way) -> None:
    way.editors.open_party(way.case, way.record)


def _charge(way: Way) -> None:
    way.editors.open_charge(way.case, way.record)


def _document(way: Way) -> None:
    open_document(way.editors.desk, way.editors.window, way.case, way.record)


def _relation(way: Way) -> None:
    open_relation(way.editors, row_about(way.draft, RelationRow, kind=""))


def _consent(way: Way) -> None:
    open_consent(way.editors, row_about(way.draft, ConsentRow, person_id="", purpose=""))


def _task(way: Way) -> None:
    open_remark(way.editors, row_about(way.draft, TaskRow, title=""))


def _note(way: Way) -> None:
    open_remark(way.editors, row_about(way.draft, NoteRow, text=""))


def _indicator(way: Way) -> None:
    open_indicator(way.editors, row_about(way.draft, IndicatorRow, title=""))


def _injury(way: Way) -> None:
    open_injury(way.editors, row_about(way.draft, InjuryRow, person_id=""))


def _issue(way: Way) -> None:
    open_issue(way.editors, row_about(way.draft, IssueRow, title=""))


def _citation(way: Way) -> None:
    row = row_about(way.draft, CitationRow, document_id="", target_kind="", target_id="")
    way.editors.desk.read(way.editors.window, partial(_cited, row), partial(_cite, way))


def _cited(row: CitationRow, session: Session) -> tuple[CitationRow, str]:
    row = fetch(session, CitationRow, row.id) if row.id else row
    return row, named_target(session, row.target_kind, row.target_id)


def _cite(way: Way, read: tuple[CitationRow, str]) -> None:
    way.editors.open_citation(way.case, *read)


def _link(way: Way) -> None:
    way.editors.open_link(way.case, about_of(way.draft)["event"])


def _enrolment(way: Way) -> None:
    way.editors.open_enrolment(way.case, Kind(about_of(way.draft)["kind"]))


def _several(way: Way) -> None:
    about = about_of(way.draft)
    open_several(way.editors.desk, way.editors.window, Kind(about["kind"]), way.case, about["records"])


def _deadline(way: Way) -> None:
    editors = way.editors
    now = int(editors.desk.vault.clock().timestamp())
    editors.desk.read(editors.window, partial(_clocks, way.case, now), partial(_decide, way))


def _clocks(case_id: str, now: int, session: Session) -> CaseClocks:
    return deadlines_of(session, case_id, now)


def _decide(way: Way, found: CaseClocks) -> None:
    about, desk = about_of(way.draft), way.editors.desk
    deadline = next((one for one in found.clocks.deadlines if clock_of(one) == about), None)
    if deadline is None:
        gone = _("The limit this was typed for runs no more.")
        desk.report.tell(UserError(gone, _("The rule was switched off or the event changed. The entry is kept.")))
        return
    FORMS[form_of(way.draft)](desk, found, deadline, way.editors.window).open()


def _rule(way: Way) -> None:
    about = about_of(way.draft)
    RuleEditor(way.editors.desk, about["body"], way.editors.window, is_new=about["is_new"]).open()


def _signing(way: Way) -> None:
    about = about_of(way.draft)
    rule, variant, version = about["key"]
    SigningEditor(way.editors.desk, (rule, variant, version), about["jurisdiction"], way.editors.window).open()


def _day(way: Way) -> None:
    about = {part: value for part, value in about_of(way.draft).items() if part in ("id", *PARTS)}
    row = replace(CalendarDayRow("", "", "", is_working=False), **about)
    CalendarDayEditor(way.editors.desk, row, way.editors.window).open()


def _term(way: Way) -> None:
    row = TermRow("", about_of(way.draft)["vocabulary"], "")
    TermEditor(way.editors.desk, row, way.editors.window).open()


def _grid(way: Way) -> None:
    EventGrid(way.editors.desk, way.case, way.editors.window).open()


def _quick(way: Way) -> None:
    """The line is part of the case's window, which puts it back itself."""
    way.editors.desk.actions.perform("tab.timeline")


OPENERS: Mapping[str, Callable[[Way], None]] = {
    **{kind.value: partial(_member, kind) for kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)},
    **dict.fromkeys(FORMS, _deadline),
    "case": _case, "event": _event, "party": _party, "charge": _charge, "document": _document,
    "relation": _relation, "consent": _consent, "task": _task, "note": _note, "indicator": _indicator,
    "injury": _injury, "issue": _issue, "citation": _citation, "event-link": _link, "enrolment": _enrolment,
    "several": _several, "rule": _rule, "rule-signing": _signing, "calendar-day": _day, "term": _term,
    "event-grid": _grid, "quick-entry": _quick,
}  # fmt: skip
