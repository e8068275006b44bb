"""A person, organisation or place to read, with steps that can be taken there."""

import pytest

from db.rows import EventRow, OrganisationRow, ParticipationRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.operations.trash import trash_record
from desktop.ui.records.member_view import compose, read_member
from tests.ui.casework import ALMATY, Facts, Room


def told(vault: Vault, kind: Kind, record: str) -> str:
    """The sheet, as rich text."""
    with vault.read() as session:
        view = read_member(kind, record, "", 0, session)
    assert view
    return compose(view)


def test_a_person_is_told_with_everything_known(vault: Vault) -> None:
    row = PersonRow(
        id="", names=(Name("Aigerim", "en"), Name("Айгерим", "ru", "alias")), citizenships=("KZ",), languages=("kk",),
        phones=("+7 700 000",), health="asthma", protected="pseudonym", pseudonym="Witness 1",
        identity_documents=({"kind": "passport", "number": "N1", "issued": "2020-05"},),
    )  # fmt: skip
    text = told(vault, Kind.PERSON, save_member(vault, row).result)

    for words in ("Айгерим (Russian, Other name or spelling)", "Kazakhstan", "Kazakh", "+7 700 000", "asthma",
                  "Witness 1", "Passport · N1 · May 2020"):  # fmt: skip
        assert words in text


def test_a_place_is_told_with_its_point_and_what_it_lies_in(vault: Vault) -> None:
    city = save_member(vault, PlaceRow(id="", names=(Name("Almaty"),))).result
    row = PlaceRow(
        id="", names=(Name("SIZO 18"),), kind="sizo", parent_id=city, latitude=43.25, longitude=76.9, capacity=1500,
        zone="Asia/Almaty",
    )  # fmt: skip
    text = told(vault, Kind.PLACE, save_member(vault, row).result)

    for words in ("Almaty", "43.25, 76.9", "1500", "Asia/Almaty"):
        assert words in text


def test_what_is_in_the_trash_is_not_read(vault: Vault) -> None:
    made = save_member(vault, OrganisationRow(id="", names=(Name("Court"),))).result
    trash_record(vault, Kind.ORGANISATION, made)
    with vault.read() as session:
        assert read_member(Kind.ORGANISATION, made, "", 0, session) is None


@pytest.fixture
def kalas(room: Room) -> Room:
    """The person who is charged, beside the list."""
    room.press("Alt+3")
    room.stand_on("Persons", 0)
    return room


def test_a_charge_is_corrected_and_goes_to_the_trash_from_the_record(kalas: Room) -> None:
    kalas.follow("art. 272")
    editor = kalas.editor()
    assert kalas.hands.field(editor, "Against").text() == "Kalas Nurpeisov"
    kalas.hands.field(editor, "Part").setFocus()
    kalas.hands.press("Ctrl+A")
    kalas.hands.type("3")
    kalas.save()
    assert "art. 272, part 3" in kalas.sheet().toPlainText()

    kalas.follow("move to trash")
    assert "art. 272" not in kalas.sheet().toPlainText()
    kalas.press("Ctrl+Z")
    assert "art. 272" in kalas.sheet().toPlainText()


def test_a_charge_is_added_against_the_person_in_view(kalas: Room) -> None:
    kalas.follow("Add a charge")
    editor = kalas.editor()
    assert kalas.hands.field(editor, "Against").text() == "Kalas Nurpeisov"
    kalas.hands.type("188")
    kalas.save()

    assert "art. 188" in kalas.sheet().toPlainText()


def test_a_role_is_corrected_from_the_record(kalas: Room) -> None:
    kalas.follow("Accused")
    editor = kalas.editor()
    assert kalas.hands.field(editor, "Role").text() == "Accused"
    kalas.hands.field(editor, "From").setFocus()
    kalas.hands.type("10.01.2022")
    kalas.save()

    assert "10.01.2022" in kalas.sheet().toPlainText()


def test_the_custody_of_a_person_is_stated_with_days_and_what_is_missing(vault: Vault, facts: Facts) -> None:
    for begun, ended in (("2022-01-07", "2022-01-08"), ("2022-01-15", "2022-01-16")):
        row = EventRow(
            "", facts.case, "custody", when=when.parse(begun, ALMATY), until=when.parse(ended, ALMATY),
            fields={"acknowledged": begun != "2022-01-07"},
        )  # fmt: skip
        save_event(vault, row, [ParticipationRow("", "", "detainee", facts.kalas)])
    with vault.read() as session:
        view = read_member(Kind.PERSON, facts.kalas, facts.case, 1_700_000_000, session)
    assert view
    text = compose(view)
    for words in ("Custody", "2 days", "not acknowledged", "Nothing on file for 6–8 days", "without the last day 1"):
        assert words in text
    assert "6 days" in text  # 5 to 8, and 15 to 16 January: the union of the stays


def test_the_sheet_says_where_somebody_is_now_and_as_whom_they_are_dealt_with(vault: Vault, facts: Facts) -> None:
    released = EventRow("", facts.case, "release", when=when.parse("2022-03-01", ALMATY))
    save_event(vault, released, [ParticipationRow("", "", "detainee", facts.kalas)])
    with vault.read() as session:
        view = read_member(Kind.PERSON, facts.kalas, facts.case, 1_700_000_000, session)
    assert view
    text = compose(view)
    for words in ("Released", "since 01.03.2022", "Procedural status", "Accused"):
        assert words in text
