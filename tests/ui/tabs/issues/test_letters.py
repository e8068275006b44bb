"""No two letters of the windows about proof lead to different places, in any language."""

import pytest

from db.rows import IssueRow
from db.types import Kind
from desktop.i18n import Language
from desktop.ui.body.board import InjuryBoard
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.injury_opening import new_injury, open_injury
from desktop.ui.dialogs.editors.issue import open_issue
from desktop.ui.dialogs.editors.opening import Editors, new_citation
from desktop.ui.dialogs.ready_issues import ReadyIssuesDialog
from desktop.ui.language import speech
from desktop.ui.records.injury_steps import Bearer
from tests.ui.case_window.test_mnemonics import doubles, letters
from tests.ui.casework import Facts, Room


@pytest.mark.parametrize("language", list(Language))
def test_every_letter_leads_to_one_place(room: Room, facts: Facts, language: Language) -> None:
    speech().switch(language)
    editors = Editors(room.desk, room.window)
    for step in (
        lambda: open_injury(editors, new_injury(facts.case, facts.kalas)),
        lambda: open_issue(editors, IssueRow("", facts.case, "")),
        lambda: editors.open_citation(facts.case, new_citation(Kind.EVENT, facts.detention), "the detention"),
    ):
        step()
        editor = room.editor()
        assert doubles(letters(editor)) == [], editor.windowTitle()
        room.hands.press("Esc")
        room.hands.wait_gone(editor)
    bearer = Bearer(facts.case, person=facts.kalas)
    dialogs: list[Dialog] = [
        InjuryBoard(room.desk, bearer.read, facts.case, person=facts.kalas, parent=room.window),
        ReadyIssuesDialog(room.desk, [(facts.kalas, "Kalas")], room.window),
    ]
    for dialog in dialogs:
        dialog.open()
        room.idle()
        assert doubles(letters(dialog)) == [], dialog.windowTitle()
        dialog.reject()
        room.hands.wait_gone(dialog)
