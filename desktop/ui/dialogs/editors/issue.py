"""The editor of an issue: what is to be proved, under what claim, on what legal basis, about whom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries import issues
from db.queries.issues import IssueLine
from db.queries.records import fetch
from db.rows import IssueRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_
from desktop.operations.records import save_record
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.members import Then, read_candidate
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.inputs.choices import ChoiceInput, Group
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.issue_words import issue_basis, issue_title


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """What the editor must know before it opens; ``above`` are the issues it can be an element of."""

    row: IssueRow
    person: Candidate | None
    above: Sequence[tuple[str, str]]


class IssueEditor(Editor):
    """Writes an issue."""

    def __init__(self, desk: Desk, facts: IssueFacts, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(N_("Issue") if facts.row.id else N_("New issue"), desk, parent, letters=84)
        self._row = facts.row
        put = self.form.put
        put("title", N_("&To be proved"), LongTextInput(2, N_("one point that must be shown")), is_wide=True)
        put(
            "parent_id", N_("&Element of"), ChoiceInput(partial(_group, facts.above), N_("nothing: a claim of its own"))
        )
        put("basis", N_("Legal &basis"), TextInput(N_("the article it rests on")))
        put("person_id", N_("&Concerns"), RecordPicker(desk, finder, N_("Name of a person")), is_wide=True)
        put("text", N_("Te&xt"), LongTextInput(3, N_("how it is to be proved")), is_wide=True)
        self._told = {"title": issue_title(self._row), "basis": issue_basis(self._row)}
        self.form.fill({**self._told, "parent_id": self._row.parent_id, "text": self._row.text})
        self.form.fill({"person_id": facts.person})
        self.settle()
        self.form.input("title").setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the issue; words of a ready-made one that were not touched stay as they are kept."""
        person: Candidate | None = values.pop("person_id")
        values["title"] = values["title"] or ""
        for part, told in self._told.items():
            if (values[part] or "") == told:
                values[part] = getattr(self._row, part)
        row = replace(self._row, **values, person_id=person.id if person else None)
        return work(save_record, self.desk.vault, row)


def open_issue(editors: Editors, row: IssueRow, then: Then | None = None) -> None:
    """Correct an issue, or write a new one from what ``row`` (without an id) says already."""
    editors.desk.read(editors.window, partial(_facts, row), partial(_open, editors, then))


def _open(editors: Editors, then: Then | None, facts: IssueFacts) -> None:
    finder = editors.finder(facts.row.case_id, Kind.PERSON)
    editors.show_editor(IssueEditor(editors.desk, facts, finder, editors.window), then)


def _facts(row: IssueRow, session: Session) -> IssueFacts:
    if row.id:
        row = fetch(session, IssueRow, row.id)
    lines = issues.tree_of(session, row.case_id)
    ours = set(issues.below(session, row.id)) if row.id else set[str]()
    above = [(line.issue.id, _indented(line)) for line in lines if line.issue.id not in ours]
    if not row.id:
        beside = [line.issue.position or 0 for line in lines if line.issue.parent_id == row.parent_id]
        row = replace(row, position=max(beside, default=-1) + 1)
    person = read_candidate(Kind.PERSON, row.person_id, session) if row.person_id else None
    return IssueFacts(row, person, above)


def _indented(line: IssueLine) -> str:
    return "\N{NO-BREAK SPACE}" * 4 * line.depth + issue_title(line.issue)


def _group(above: Sequence[tuple[str, str]]) -> Sequence[Group]:
    return [Group("", above)]
