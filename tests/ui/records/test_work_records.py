"""Relations, consents, tasks, notes and figures: written, told, corrected and taken away in the window."""

import pytest

from db.queries.case_files import case_file
from db.queries.ties import chain_of
from db.rows import ConsentRow, IndicatorRow, RelationRow, TaskRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Touched
from desktop.operations.records import save_record
from desktop.ui import labels
from desktop.ui.records.relation_words import relation
from tests.ui.casework import Facts, Room
from tests.ui.tabs.people.test_people import show


@pytest.fixture
def kalas(room: Room) -> Room:
    """The person who is charged, beside the list."""
    room.press("Alt+3")
    room.stand_on("Persons", 0)
    return room


def text(room: Room) -> str:
    """The record beside the list."""
    return room.sheet().toPlainText()


def test_a_relation_is_told_from_both_sides(kalas: Room, facts: Facts) -> None:
    kalas.follow("Add a relation")
    editor = kalas.editor()
    assert kalas.hands.field(editor, "Who").text() == "Kalas Nurpeisov"
    kalas.hands.type("Lawyer of")
    kalas.press("Return")
    kalas.hands.field(editor, "of whom").setFocus()
    kalas.pick("aigul")
    kalas.save()

    assert "Lawyer of Dr Aigul Serik" in text(kalas)
    kalas.follow("Dr Aigul Serik")
    assert "Client of the lawyer Kalas Nurpeisov" in text(kalas)
    kalas.follow("move to trash")
    assert "Client of the lawyer" not in text(kalas)
    kalas.press("Ctrl+Z")
    assert "Client of the lawyer" in text(kalas)


def test_nobody_is_related_to_themselves(kalas: Room) -> None:
    kalas.follow("Add a relation")
    editor = kalas.editor()
    kalas.hands.type("Spouse of")
    kalas.press("Return")
    kalas.hands.field(editor, "of whom").setFocus()
    kalas.pick("kalas")
    kalas.press("Ctrl+Return")
    kalas.hands.wait(lambda: kalas.hands.can_read(editor, "Nobody is related to themselves."))


def test_the_chain_of_command_is_followed_up_and_one_step_down(vault: Vault, facts: Facts) -> None:
    def over(person: str, other: str, kind: str) -> None:
        row = RelationRow(id="", case_id=facts.case, kind=kind, person_id=person, other_organisation_id=other)
        save_record(vault, row)

    over(facts.doctor, facts.police, "superior")
    row = RelationRow(
        id="", case_id=facts.case, kind="subordinate", person_id=facts.doctor, other_person_id=facts.kalas
    )
    save_record(vault, row)
    with vault.read() as session:
        chain = chain_of(session, Kind.ORGANISATION, facts.police)
        middle = chain_of(session, Kind.PERSON, facts.doctor)
    shown = [(labels.member(rank.who), rank.depth) for rank in chain]
    assert shown == [("Kalas Nurpeisov", 0), ("Dr Aigul Serik", 1), ("Almaty police", 2)]
    assert [rank.is_asked for rank in middle] == [False, True, False]


def test_the_chain_ends_where_it_would_go_round(vault: Vault, facts: Facts) -> None:
    for one, other in ((facts.kalas, facts.doctor), (facts.doctor, facts.kalas)):
        row = RelationRow(id="", case_id=facts.case, kind="superior", person_id=one, other_person_id=other)
        save_record(vault, row)
    with vault.read() as session:
        assert len(chain_of(session, Kind.PERSON, facts.kalas)) == 3


def test_every_relation_has_words_from_the_other_side() -> None:
    assert relation("superior", is_outgoing=False) == "Subordinate of"
    assert relation("spouse", is_outgoing=False) == "Spouse of"
    assert relation("head", is_outgoing=False) == "Headed by"
    assert relation("my-own", is_outgoing=False) == "my-own (from there)"


def test_consents_stand_purpose_by_purpose(kalas: Room, vault: Vault, facts: Facts) -> None:
    assert text(kalas).count("never asked") == 6
    kalas.follow("write down an answer")
    editor = kalas.editor()
    assert kalas.hands.field(editor, "To what").text() == "Use in court"
    kalas.save()
    assert text(kalas).count("never asked") == 5
    with vault.read() as session:
        (row,) = case_file(session, facts.case).consents
    save_record(vault, ConsentRow(id="", case_id=facts.case, person_id=facts.kalas, purpose="media"))
    assert (row.purpose, row.person_id) == ("court", facts.kalas)


def test_a_withdrawal_is_seen_at_once(kalas: Room) -> None:
    kalas.follow("write down an answer")
    editor = kalas.editor()
    kalas.hands.field(editor, "Withdrawn").setFocus()
    kalas.hands.type("10.03.2022")
    kalas.save()
    assert "withdrawn" in text(kalas)


def test_a_task_is_written_ticked_off_and_gone_from_what_is_open(kalas: Room) -> None:
    kalas.follow("Add a task")
    kalas.editor()
    kalas.hands.type("Ask for the video")
    kalas.save()
    assert "☐ Ask for the video" in text(kalas)
    kalas.press("Alt+1")
    assert kalas.hands.can_read(kalas.window, "Ask for the video")
    kalas.press("Alt+3")
    kalas.follow("Ask for the video")
    assert "☑ Ask for the video" in text(kalas)
    kalas.press("Alt+1")
    assert not kalas.hands.can_read(kalas.window, "Ask for the video")


def test_a_note_is_written_on_an_event_and_on_a_document(room: Room) -> None:
    for tab in ("Alt+2", "Alt+4"):
        room.press(tab)
        table = "Events" if tab == "Alt+2" else "Documents"
        room.stand_on(table, 0)
        room.follow("Add a note")
        room.editor()
        room.hands.type(f"Look again {tab}")
        room.save()
        assert f"Look again {tab}" in text(room)


def test_a_place_has_tasks_but_no_relations(kalas: Room) -> None:
    show(kalas, "Places")
    assert "Add a task" in text(kalas)
    assert "Relations" not in text(kalas)


def test_tasks_of_the_case_stand_in_the_overview_with_what_they_are_about(
    vault: Vault, facts: Facts, room: Room
) -> None:
    row = TaskRow(id="", case_id=facts.case, title="Call", target_kind="event", target_id=facts.detention)
    save_record(vault, row)
    room.press("Alt+2")
    room.desk.refresh.announce(Touched(frozenset({Kind.TASK}), facts.case))
    room.press("Alt+1")
    room.hands.wait(lambda: room.hands.can_read(room.window, "Call"))
    assert room.hands.can_read(room.window, "Detained at the airport")


def test_figures_of_all_cases_stand_side_by_side_and_are_never_added(vault: Vault, facts: Facts, room: Room) -> None:
    for value, whole, publisher in ((236.0, 329.0, "Prosecutor"), (125.0, None, "NGO")):
        row = IndicatorRow(
            id="", case_id=facts.case, title="Complaints", value=value, out_of=whole, publisher=publisher
        )
        save_record(vault, row)
    room.press("Ctrl+7")
    room.hands.wait(lambda: room.column("Published figures", 1) == ["236", "125"])
    assert room.column("Published figures", 2) == ["329", ""]
    room.press("Ctrl+F")
    room.hands.type("ngo")
    room.hands.wait(lambda: room.column("Published figures", 1) == ["125"])


def test_a_figure_is_added_in_the_overview_and_corrected_in_the_list(room: Room) -> None:
    room.press("Alt+1")
    room.hands.click(room.window, "Add a figure…")
    editor = room.editor()
    room.hands.type("Complaints of torture")
    room.hands.field(editor, "Figure").setFocus()
    room.hands.type("125")
    room.save()
    assert room.hands.can_read(room.window, "Complaints of torture")
    room.press("Ctrl+7")
    room.stand_on("Published figures", 0)
    room.press("F2")
    editor = room.editor()
    room.hands.field(editor, "Figure").setFocus()
    room.hands.press("Ctrl+A")
    room.hands.type("126")
    room.save()
    assert room.column("Published figures", 1) == ["126"]
