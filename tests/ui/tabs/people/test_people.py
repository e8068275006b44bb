"""Who and where: three lists by any spelling, roles in the case, the record with its events, put on and off file."""

import pytest

from db.queries import members
from db.rows import PersonRow
from db.types import Name
from db.vault import Vault
from desktop.operations.members import save_member
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.segments import Segments
from tests.ui.casework import Facts, Room


@pytest.fixture
def people(room: Room) -> Room:
    """The people of the case."""
    room.press("Alt+3")
    return room


def show(room: Room, kind: str) -> None:
    """Switch the lists by keyboard."""
    segments = next(one for one in room.window.findChildren(Segments) if one.isVisible())
    segments.setFocus()
    while segments.tabText(segments.currentIndex()) != kind:
        room.press("Right")


def told(room: Room) -> str:
    """What the banner says."""
    return next((one.text() for one in room.window.findChildren(Banner) if one.isVisible()), "")


def on_file(vault: Vault, case: str) -> list[str]:
    """The persons on file."""
    with vault.read() as session:
        return [row.id for row in members.page(session, PersonRow, case_id=case).rows]


def test_persons_stand_with_their_roles_and_spellings(people: Room) -> None:
    assert people.column("Persons", 0) == ["Kalas Nurpeisov", "Dr Aigul Serik"]
    assert people.column("Persons", 1) == ["Accused, Detainee", "Complainant"]
    assert people.column("Persons", 2) == ["Калас Нурпеисов", ""]


def test_organisations_and_places_have_lists_of_their_own(people: Room) -> None:
    show(people, "Organisations")
    assert people.column("Organisations", 0) == ["Almaty police"]
    assert "Alleged perpetrator" in people.sheet().toPlainText()
    show(people, "Places")
    assert people.column("Places", 0) == ["Airport"]
    assert "Detained at the airport" in people.sheet().toPlainText()


@pytest.mark.parametrize("typed", ["нурпеи", "NURPE", "Kalas"])
def test_a_name_is_found_in_either_script(people: Room, typed: str) -> None:
    people.press("Ctrl+F")
    people.hands.type(typed)
    people.hands.wait(lambda: people.column("Persons", 0) == ["Kalas Nurpeisov"])


def test_the_record_tells_roles_charges_and_events_in_time(people: Room) -> None:
    people.stand_on("Persons", 0)
    text = people.sheet().toPlainText()

    for words in ("Калас Нурпеисов", "Accused", "art. 272, part 2", "1 event", "05.01.2022 20:00", "Detainee"):
        assert words in text


def test_someone_named_in_events_stays_and_is_told_why(people: Room) -> None:
    people.stand_on("Persons", 1)
    people.press("Del")

    people.hands.wait(lambda: "is named in events, roles or charges" in told(people))
    assert len(people.column("Persons", 0)) == 2


def test_someone_nobody_names_goes_to_the_trash_and_comes_back(people: Room) -> None:
    people.press("Ins")
    people.editor()
    people.hands.type("Ахмет")
    people.save()
    assert people.column("Persons", 0)[0] == "Ахмет"

    people.stand_on("Persons", 0)
    people.press("Del")
    assert "Ахмет" not in people.column("Persons", 0)
    people.press("Ctrl+Z")
    assert people.column("Persons", 0)[0] == "Ахмет"


def test_someone_is_taken_off_file_and_stays_in_the_vault(people: Room, vault: Vault, facts: Facts) -> None:
    people.stand_on("Persons", 1)
    people.hands.click(people.window, "Take off file")
    people.idle()

    assert on_file(vault, facts.case) == [facts.kalas]
    assert people.person(facts.doctor).trashed_at is None


def test_someone_known_is_put_on_file_by_any_spelling(people: Room, vault: Vault, facts: Facts) -> None:
    known = save_member(vault, PersonRow(id="", names=(Name("Жанболат Мамай", "ru"),))).result
    people.hands.click(people.window, "Someone known…")
    people.editor()
    people.pick("mamaj")
    people.save()

    assert known in on_file(vault, facts.case)
    assert "Жанболат Мамай" in people.sheet().toPlainText()


def test_a_role_is_added_and_taken_away_from_the_record(people: Room) -> None:
    people.stand_on("Persons", 1)
    people.follow("Add a role")
    editor = people.editor()
    assert people.hands.field(editor, "Who").text() == "Dr Aigul Serik"
    people.hands.type("Expert")
    people.press("Return")
    people.save()
    assert people.column("Persons", 1)[1].startswith("Expert")

    people.follow("take away")
    assert "Expert" not in people.column("Persons", 1)[1]


def test_the_insert_key_adds_what_is_listed(people: Room) -> None:
    show(people, "Places")
    people.press("Ins")
    editor = people.editor()

    assert editor.windowTitle() == "New place"
