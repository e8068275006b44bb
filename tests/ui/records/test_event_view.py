"""An event to read: every field in words of its type, who is linked, what documents say and what may be done there."""

from dataclasses import replace

import pytest

from db.rows import CitationRow, PlaceRow
from db.types import Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.citations import save_citation
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.ui.records.event_view import compose, locator, read_event
from tests.ui.casework import Facts, Room, write_facts


@pytest.fixture
def written(vault: Vault) -> Facts:
    """The small case, without a window."""
    return write_facts(vault)


def told(vault: Vault, event: str) -> str:
    """The sheet of an event, as rich text."""
    with vault.read() as session:
        view = read_event(event, session)
    assert view
    return compose(view)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("acknowledged", False, "No"),
        ("acknowledged", True, "Yes"),
        ("interpreter", True, "Respected"),
        ("interpreter", "not-respected", "Not respected"),
        ("protocol_at", "2022-01-09T10:00", "9 January 2022, 10:00"),
        ("protocol_at", "nonsense", "nonsense"),
        ("purposes", ["confession"], "To obtain a confession"),
        ("damage", "313000000 KZT", "313000000 KZT"),
        ("killed", 238, "238"),
        ("grounds", "<b>ст. 128</b>", "&lt;b&gt;ст. 128&lt;/b&gt;"),
        ("of_the_future", "kept", "kept"),
    ],
)
def test_a_field_is_told_in_words_of_its_type(
    vault: Vault, written: Facts, field: str, value: object, words: str
) -> None:
    with vault.read() as session:
        view = read_event(written.detention, session)
    assert view
    event = replace(view.line.event, fields={field: value})

    assert words in compose(replace(view, line=replace(view.line, event=event)))


def test_a_clock_other_than_the_case_s_is_named(vault: Vault, written: Facts) -> None:
    rome = save_member(vault, PlaceRow(id="", names=(Name("Rome"),), zone="Europe/Rome")).result
    with vault.read() as session:
        view = read_event(written.protest, session)
    assert view
    save_event(vault, replace(view.line.event, when=when.parse("2022-01-05", "Europe/Rome"), place_id=rome), [])

    assert "Europe/Rome" in told(vault, written.protest)
    assert "Asia/Almaty" not in told(vault, written.detention)


@pytest.mark.parametrize(
    ("place", "words"),
    [({"page": "2"}, "p. 2"), ({"paragraph": "7"}, "para. 7"), ({"timecode": "01:02"}, "01:02"), ({}, "")],
)
def test_a_passage_is_told_with_its_place(place: dict[str, str], words: str) -> None:
    row = CitationRow(id="", document_id="", target_kind="event", target_id="")

    assert locator(replace(row, **place)) == words


def test_an_event_in_the_trash_or_gone_is_not_read(vault: Vault) -> None:
    with vault.read() as session:
        assert read_event("no such event", session) is None


def test_a_passage_that_contradicts_is_corrected_and_taken_away(room: Room, vault: Vault, facts: Facts) -> None:
    row = CitationRow(
        id="", document_id=facts.letter, target_kind="event", target_id=facts.complaint, bearing="contradicts"
    )
    save_citation(vault, row, facts.case)
    room.press("Alt+2")
    room.stand_on("Events", 2)
    assert "Contradicts · Hospital letter" in room.sheet().toPlainText()

    room.follow("edit")
    editor = room.editor()
    assert room.hands.field(editor, "Document").text() == "Hospital letter"
    room.hands.field(editor, "Page").setFocus()
    room.hands.type("5")
    room.save()
    assert "p. 5" in room.sheet().toPlainText()

    room.follow("take away")
    room.hands.wait(lambda: "Caused by" not in room.sheet().toPlainText() or "p. 5" not in room.sheet().toPlainText())
