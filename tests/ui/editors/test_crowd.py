"""Many people in one event: pasted, found across spellings or made, in one role or each their own, without lag."""

import json
import time

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from db.queries import timeline
from db.queries.timeline import Participant
from db.rows import ParticipationRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.ui.dialogs.crowd import CrowdDialog
from desktop.ui.dialogs.editors.event import EventEditor
from desktop.ui.inputs.crowd import Crowd, fellow
from desktop.ui.inputs.keeping import keep, restore
from desktop.ui.inputs.picker import Candidate
from tests.ui.casework import Facts, Room, unnamed


def dialog(room: Room) -> CrowdDialog:
    """The window that asks for several."""
    room.hands.wait(lambda: isinstance(QApplication.activeModalWidget(), CrowdDialog))
    found = QApplication.activeModalWidget()
    assert isinstance(found, CrowdDialog)
    room.hands.wait(found.isActiveWindow)
    return found


def crowd(window: QDialog) -> list[tuple[str, str, str]]:
    """The table: who, role, on record."""
    (made,) = window.findChildren(Crowd)
    model = made.table.model()
    return [tuple(str(model.index(row, place).data()) for place in range(3)) for row in range(model.rowCount())]  # pyright: ignore[reportReturnType] - three of them


def paste(room: Room, *names: str) -> None:
    """Put a list of names where the keyboard is."""
    for name in names:
        room.hands.type(name)
        room.hands.press("Return")


@pytest.fixture
def editor(room: Room) -> EventEditor:
    """The editor of the detention."""
    room.press("Alt+2")
    room.stand_on("Events", 1)
    room.press("F2")
    found = room.editor()
    assert isinstance(found, EventEditor)
    return found


def test_pasted_names_are_found_across_spellings_or_made(
    room: Room, editor: EventEditor, vault: Vault, facts: Facts
) -> None:
    room.hands.click(editor, "Add several…")
    asked = dialog(room)
    paste(room, "Аигуль Серик", "Тимур Жаңабаев")
    asked._role.fill("witness")  # pyright: ignore[reportPrivateUsage] - a term is typed in its own tests
    asked._role.changed.emit()  # pyright: ignore[reportPrivateUsage] - as above
    room.hands.wait(lambda: len(crowd(asked)) == 2)
    assert [(who, one_role) for who, one_role, _known in crowd(asked)] == [
        ("Dr Aigul Serik", "Witness"), ("Тимур Жаңабаев", "Witness"),
    ]  # fmt: skip
    assert crowd(asked)[1][2] == "new"
    assert unnamed(asked) == []
    room.hands.click(asked, "Put them in the event")
    room.hands.wait_gone(asked)
    room.idle()
    editor.activateWindow()
    room.save()
    parts = room.event(facts.detention).participants
    assert len(parts) == 4
    assert {one.person.names[0].text for one in parts if one.person and one.participation.role == "witness"} == {
        "Dr Aigul Serik", "Тимур Жаңабаев",
    }  # fmt: skip


def test_an_event_is_copied_for_others_in_one_step(room: Room, vault: Vault, facts: Facts) -> None:
    room.press("Alt+2")
    room.stand_on("Events", 1)
    room.hands.click(room.window, "Copy for others…")
    asked = dialog(room)
    paste(room, "Первый Иван", "Второй Пётр", "Третья Анна")
    asked._role.fill("accused")  # pyright: ignore[reportPrivateUsage] - a term is typed in its own tests
    asked._role.changed.emit()  # pyright: ignore[reportPrivateUsage] - as above
    room.hands.wait(lambda: len(crowd(asked)) == 3)
    room.hands.click(asked, "Copy for each of them")
    room.hands.wait_gone(asked)
    room.idle()
    with vault.read() as session:
        lines = timeline.page(session, facts.case, limit=50).rows
    copies = [line for line in lines if line.event.title == "Detained at the airport"]
    assert len(copies) == 4
    assert sorted(line.citations for line in copies) == [1, 1, 1, 1]
    assert {len(line.participants) for line in copies} == {2}
    room.press("Ctrl+Z")
    with vault.read() as session:
        assert len(timeline.page(session, facts.case, limit=50).rows) == 3


def test_two_hundred_participants_open_without_lag_and_are_kept_as_they_are(room: Room, editor: EventEditor) -> None:
    many = [
        Participant(
            ParticipationRow(id=f"r{number}", event_id="e", role="protester", person_id=f"p{number}"),
            PersonRow(id=f"p{number}", names=(Name(f"Person {number}"),)), None,
        )
        for number in range(200)
    ]  # fmt: skip
    began = time.perf_counter()
    editor.participants.fill(many)
    QApplication.sendPostedEvents()
    assert time.perf_counter() - began < 1, "half a minute of typing must not wait for it"
    assert [one.id for one in editor.participants.value()] == [f"r{number}" for number in range(200)]
    assert len(crowd(editor)) == 200


def test_a_draft_keeps_the_crowd(room: Room, editor: EventEditor) -> None:
    who = Candidate(Kind.PERSON, "p1", "Somebody", "known")
    kept = [fellow("k", who, ParticipationRow(id="", event_id="", role="witness", certainty="probable"))]
    editor.participants.show_crowd(kept)
    content = json.loads(json.dumps(keep(editor.participants)))
    editor.participants.fill(())
    assert crowd(editor) == []
    restore(editor.participants, content)
    assert editor.participants.crowd.fellows() == tuple(kept)
    assert editor.participants.value()[-1].person_id == "p1"


def test_one_role_is_set_for_the_selected_and_the_selected_are_taken_out(room: Room, editor: EventEditor) -> None:
    people = [Candidate(Kind.PERSON, f"p{number}", f"Person {number}") for number in range(15)]
    editor.participants.add_several(
        [fellow(one.id, one, ParticipationRow(id="", event_id="", role="witness")) for one in people]
    )
    assert len(crowd(editor)) == 17, "the two who were there stand in the table too"
    (table,) = [made.table for made in editor.findChildren(Crowd)]
    table.select(["p3", "p4"])
    room.hands.field(editor, "Role for the selected").setFocus()
    room.hands.type("Victim")
    room.hands.press("Return")
    room.hands.click(editor, "Set this role for the selected")
    assert {name for name, role, _known in crowd(editor) if role == "Victim"} == {"Person 3", "Person 4"}
    table.setFocus()
    room.hands.press("Del")
    assert len(crowd(editor)) == 15
