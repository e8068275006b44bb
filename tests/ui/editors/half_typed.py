"""Every form a draft can be of, and how it is opened."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from db.rows import CitationRow, ConsentRow, IndicatorRow, InjuryRow, IssueRow, NoteRow, RelationRow, TaskRow, TermRow
from db.types import Kind
from desktop.operations.deadlines import CaseClocks, deadlines_of
from desktop.ui.dialogs.editors.calendar_day import CalendarDayEditor, CalendarDayRow
from desktop.ui.dialogs.editors.deadline import FORMS
from desktop.ui.dialogs.editors.document import open_document
from desktop.ui.dialogs.editors.injury_opening import open_injury
from desktop.ui.dialogs.editors.issue import open_issue
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.rule import EMPTY, RuleEditor
from desktop.ui.dialogs.editors.rule_signing import SigningEditor
from desktop.ui.dialogs.editors.several import open_several
from desktop.ui.dialogs.editors.work_opening import open_consent, open_indicator, open_relation, open_remark
from desktop.ui.dialogs.terms.term_editor import TermEditor
from tests.ui.casework import Facts, Room


@dataclass
class Scene:
    """A room with the facts of its case."""

    room: Room
    facts: Facts

    def editors(self) -> Editors:
        return Editors(self.room.desk, self.room.window)

    def clocks(self) -> CaseClocks:
        with self.room.vault.read() as session:
            return deadlines_of(session, self.facts.case, int(self.room.vault.clock().timestamp()))

    def decide(self, form: str) -> None:
        found = self.clocks()
        FORMS[form](self.room.desk, found, found.clocks.deadlines[0], self.room.window).open()


def of_case(scene: Scene) -> None:
    scene.editors().open_case(scene.facts.case)


def of_person(scene: Scene) -> None:
    scene.editors().open_member(Kind.PERSON, scene.facts.case)


def of_party(scene: Scene) -> None:
    scene.editors().open_party(scene.facts.case)


def of_charge(scene: Scene) -> None:
    scene.editors().open_charge(scene.facts.case)


def of_link(scene: Scene) -> None:
    scene.editors().open_link(scene.facts.case, scene.facts.detention)


def of_enrolment(scene: Scene) -> None:
    scene.editors().open_enrolment(scene.facts.case, Kind.PERSON)


def of_several(scene: Scene) -> None:
    both = [scene.facts.detention, scene.facts.protest]
    open_several(scene.room.desk, scene.room.window, Kind.EVENT, scene.facts.case, both)


def of_document(scene: Scene) -> None:
    open_document(scene.room.desk, scene.room.window, scene.facts.case)


def of_relation(scene: Scene) -> None:
    open_relation(scene.editors(), RelationRow(id="", case_id=scene.facts.case, kind="", person_id=scene.facts.kalas))


def of_consent(scene: Scene) -> None:
    row = ConsentRow(id="", case_id=scene.facts.case, person_id=scene.facts.kalas, purpose="")
    open_consent(scene.editors(), row)


def of_task(scene: Scene) -> None:
    about = TaskRow("", scene.facts.case, "", target_kind="event", target_id=scene.facts.detention)
    open_remark(scene.editors(), about)


def of_note(scene: Scene) -> None:
    about = NoteRow("", scene.facts.case, "", target_kind="person", target_id=scene.facts.kalas)
    open_remark(scene.editors(), about)


def of_indicator(scene: Scene) -> None:
    open_indicator(scene.editors(), IndicatorRow(id="", case_id=scene.facts.case, title=""))


def of_injury(scene: Scene) -> None:
    open_injury(scene.editors(), InjuryRow(id="", case_id=scene.facts.case, person_id=scene.facts.kalas))


def of_issue(scene: Scene) -> None:
    open_issue(scene.editors(), IssueRow(id="", case_id=scene.facts.case, title=""))


def of_citation(scene: Scene) -> None:
    facts = scene.facts
    row = CitationRow(id="", document_id="", target_kind="event", target_id=facts.detention)
    scene.editors().open_citation(facts.case, row, "Detained at the airport")


def of_rule(scene: Scene) -> None:
    RuleEditor(scene.room.desk, EMPTY, scene.room.window, is_new=True).open()


def of_signature(scene: Scene) -> None:
    SigningEditor(scene.room.desk, ("KZ-D02", "", 1), "kz", scene.room.window).open()


def of_day(scene: Scene) -> None:
    row = CalendarDayRow("", "kz", "", is_working=False)
    CalendarDayEditor(scene.room.desk, row, scene.room.window).open()


def of_term(scene: Scene) -> None:
    TermEditor(scene.room.desk, TermRow("", "purposes", ""), scene.room.window).open()


def of_deadline(form: str, scene: Scene) -> None:
    scene.decide(form)


WAYS: dict[str, Callable[[Scene], None]] = {
    "case": of_case, "person": of_person, "party": of_party, "charge": of_charge, "event-link": of_link,
    "enrolment": of_enrolment, "several": of_several, "document": of_document, "relation": of_relation,
    "consent": of_consent, "task": of_task, "note": of_note, "indicator": of_indicator, "injury": of_injury,
    "issue": of_issue, "citation": of_citation, "rule": of_rule, "rule-signing": of_signature,
    "calendar-day": of_day, "term": of_term, **{form: partial(of_deadline, form) for form in FORMS},
}  # fmt: skip
