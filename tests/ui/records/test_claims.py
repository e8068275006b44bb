"""What sources say of one field stands side by side; a passage is told which field it speaks of, and its value."""

from dataclasses import replace

import pytest

from db.queries.documents import passages_on
from db.rows import CitationRow, DocumentRow
from db.vault import Vault
from desktop.i18n import Language
from desktop.operations.citations import save_citation
from desktop.operations.documents import save_document
from desktop.operations.events import save_event
from desktop.ui.claimed import told_value
from desktop.ui.dialogs.editors.citation import CitationEditor
from desktop.ui.language import speech
from desktop.ui.records.event_view import compose, read_event
from tests.ui.casework import ALMATY, Facts, Room


def told(vault: Vault, event: str) -> str:
    """The sheet of an event, as markup."""
    with vault.read() as session:
        view = read_event(event, session)
    assert view
    return compose(view)


def says(vault: Vault, facts: Facts, field: str, value: str, page: str = "2", bearing: str = "supports") -> None:
    """A passage of a report about the detention."""
    report = save_document(vault, DocumentRow("", facts.case, "Report", kind="report")).result
    row = CitationRow("", report, "event", facts.detention, page=page, field=field, value=value, bearing=bearing)
    save_citation(vault, row, facts.case)


@pytest.fixture
def written(room: Room, facts: Facts) -> Facts:
    """The case, with its window open."""
    assert room
    return facts


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("when", "2022-01-06", "6 January 2022"),
        ("warrant_shown", "false", "No"),
        ("interpreter", "not-respected", "Not respected"),
        ("rights_explained", "true", "Respected"),
        ("type", "burn", "Burn"),
        ("place", "Police station no. 4", "Police station no. 4"),
        ("when", "one evening", "one evening"),
    ],
)
def test_a_claimed_value_is_told_by_the_type_of_its_field(field: str, value: str, words: str) -> None:
    speech().switch(Language.ENGLISH)

    assert told_value(field, value, ALMATY) == words


def test_conflicting_values_stand_under_the_field_with_their_pages(vault: Vault, written: Facts) -> None:
    says(vault, written, "when", "2022-01-05")
    assert "The sources differ" not in told(vault, written.detention)

    says(vault, written, "when", "2022-01-06", page="5", bearing="contradicts")
    text = told(vault, written.detention)
    assert "The sources differ" in text
    circumstances = text[: text.index("Injuries")]
    assert circumstances.index("5 January 2022") < circumstances.index("6 January 2022 — ")
    assert "p. 5" in circumstances


def test_a_field_only_sources_speak_of_is_shown(vault: Vault, written: Facts) -> None:
    says(vault, written, "until", "2022-01-09")
    says(vault, written, "counsel_at", "2022-01-08")

    text = told(vault, written.detention)
    assert "9 January 2022 — " in text
    assert "8 January 2022 — " in text


def test_a_safeguard_says_that_it_has_no_source_until_a_passage_speaks_of_it(vault: Vault, written: Facts) -> None:
    with vault.read() as session:
        view = read_event(written.detention, session)
    assert view
    parts = [one.participation for one in view.line.participants]
    save_event(vault, replace(view.line.event, fields={"interpreter": "not-respected"}), parts)
    assert "cite-field:interpreter" in told(vault, written.detention)

    says(vault, written, "interpreter", "not-respected")
    assert "cite-field" not in told(vault, written.detention)


def test_the_editor_asks_for_a_value_of_the_fields_type(room: Room, vault: Vault, facts: Facts) -> None:
    room.press("Alt+2")
    room.stand_on("Events", 1)
    room.follow("edit")
    editor = room.editor()
    assert isinstance(editor, CitationEditor)
    editor.form.input("field").setFocus()
    room.hands.press("Down")  # from the record as a whole to its first field: when
    room.hands.field(editor, "and gives for it").setFocus()
    room.hands.type("6 January 2022")
    room.save()

    with vault.read() as session:
        [passage] = passages_on(session, facts.detention)
    assert (passage.citation.field, passage.citation.value) == ("when", "2022-01-06")
    assert "When: 6 January 2022" in room.sheet().toPlainText()

    room.follow("edit")
    editor = room.editor()
    assert editor.form.input("value").raw() == "2022-01-06"
    editor.form.input("field").setFocus()
    room.hands.press("Home")
    room.save()
    with vault.read() as session:
        [passage] = passages_on(session, facts.detention)
    assert (passage.citation.field, passage.citation.value) == (None, None)


def test_a_person_is_cited_and_sources_differ_on_a_birth(room: Room, vault: Vault, facts: Facts) -> None:
    for value, bearing in (("1990-05-01", "supports"), ("1991-05-01", "contradicts")):
        row = CitationRow("", facts.letter, "person", facts.kalas, page="1", field="born", value=value, bearing=bearing)
        save_citation(vault, row, facts.case)
    room.press("Alt+3")
    room.stand_on("Persons", room.column("Persons", 0).index("Kalas Nurpeisov"))
    assert "The sources differ:" in room.sheet().toPlainText()
    assert "Contradicts · Born: 1 May 1991 · Hospital letter" in room.sheet().toPlainText()

    room.follow("Cite a document")
    editor = room.editor()
    assert isinstance(editor, CitationEditor)
    room.hands.field(editor, "Document").setFocus()
    room.pick("Hospital")
    room.save()
    with vault.read() as session:
        assert len(passages_on(session, facts.kalas)) == 3
