"""A chain of petitions is told whole from any of its events, with what was ignored standing out."""

from db.queries.chains import chain_of
from db.rows import EventLinkRow, EventRow
from db.types import Kind
from db.vault import Vault
from desktop.logic import when
from desktop.operations.events import link_events, save_event
from desktop.operations.trash import trash_record
from desktop.ui.records.event_view import compose, read_event
from tests.ui.casework import ALMATY, Facts, Room


def petitions(vault: Vault, case: str) -> list[str]:
    """A motion nobody answered, the same again, and the refusal of that."""
    made = [
        save_event(
            vault, EventRow("", case, kind, when=when.parse(day, ALMATY), title=title, fields={"status": status}), []
        ).result
        for kind, day, title, status in (
            ("motion", "2022-02-10", "Recording asked for", "ignored"),
            ("motion", "2022-04-12", "Asked for again", "refused"),
            ("answer", "2022-04-20", "Refusal", ""),
        )
    ]
    for one, other, kind in ((made[1], made[0], "repeats"), (made[2], made[1], "answers")):
        link_events(vault, EventLinkRow("", one, other, kind), case)
    return made


def test_the_chain_is_told_from_any_of_its_events(vault: Vault, facts: Facts, room: Room) -> None:
    assert room
    for event in petitions(vault, facts.case):
        with vault.read() as session:
            view = read_event(event, session)
        assert view
        text = compose(view)
        assert "The chain" in text
        section = text[text.index("The chain") :]
        places = [section.index(title) for title in ("Recording asked for", "Asked for again", "Refusal")]
        assert places == sorted(places)
        assert section.index("Ignored") < section.index("Repeats") < section.index("Answers")


def test_what_lies_in_the_trash_and_what_is_only_part_of_something_is_no_link_of_it(vault: Vault, facts: Facts) -> None:
    first, second, answer = petitions(vault, facts.case)
    trash_record(vault, Kind.EVENT, answer)
    with vault.read() as session:
        assert [line.event.id for line in chain_of(session, first)] == [first, second]
        assert chain_of(session, facts.detention) == []
