"""Names are hidden on the screen where others look on, and nothing else changes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from db.rows import PersonRow
from db.types import Name
from desktop.operations.members import save_member
from desktop.ui import discretion, labels
from tests.ui.casework import Facts, Room, write_facts
from tests.ui.records.conftest import facts, room

__all__ = ["facts", "room", "write_facts"]


@pytest.fixture(autouse=True)
def shown_again() -> Iterator[None]:
    """Every test begins and ends with names shown."""
    yield
    discretion.hide(is_on=False)


def test_lists_and_panes_show_initials_and_pseudonyms(room: Room, facts: Facts) -> None:
    before = room.person(facts.doctor)
    save_member(room.vault, replace(before, pseudonym="Doctor 1", phones=("+7 701 222 33 44",)))
    room.press("Alt+3")
    room.press("Ctrl+Shift+H")
    room.hands.wait(lambda: set(room.column("Persons", 0)) == {"K. N.", "Doctor 1"})
    room.stand_on("Persons", 0)
    seen = room.sheet().toPlainText() + " ".join(room.column("Persons", 2))
    for hidden in ("Nurpeisov", "Нурпеисов", "Aigul", "222 33"):
        assert hidden not in seen
    room.press("Ctrl+Shift+H")
    room.hands.wait(lambda: "Kalas Nurpeisov" in room.column("Persons", 0))


def test_the_record_itself_is_untouched(room: Room, facts: Facts) -> None:
    before = room.person(facts.kalas)
    room.press("Ctrl+Shift+H")
    room.press("Alt+3")
    room.stand_on("Persons", 0)
    room.press("F2")
    room.editor()
    room.save()
    assert room.person(facts.kalas) == before


def test_whoever_is_not_identified_keeps_their_description() -> None:
    discretion.hide(is_on=True)
    assert (
        labels.member(PersonRow(id="", description="officer in mask no. 2, badge 117"))
        == "officer in mask no. 2, badge 117"
    )
    assert labels.member(PersonRow(id="", names=(Name("007"),))) == "Name withheld"
