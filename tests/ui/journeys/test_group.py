"""Five people, one trial: entered in the window without typing anything five times, out and back."""

from pathlib import Path

from PySide6.QtWidgets import QDialog

from desktop.ui.dialogs.crowd import CrowdDialog
from desktop.ui.inputs.crowd import Crowd
from tests.ui.journeys.road import Writer, dialog, there_and_back

KALAS, AIGERIM = "Калас Нурпеисов", "Айгерим Тлеужанова"
OTHERS = ("Жан-Айдар Карменов", "Ермухамет Шилибаев", "Нурлан Далибаев")
EIGHT, FOUR = "Восемь лет лишения свободы", "Четыре года лишения свободы"


def paste(writer: Writer, asked: CrowdDialog, names: tuple[str, ...], role: str) -> None:
    """Put in a list of names, one a line, all in one role."""
    hands = writer.room.hands
    for name in names:
        hands.type(name)
        hands.press("Return")
    hands.field(asked, "Role of all").setFocus()
    hands.type(role)
    hands.press("Return")
    hands.wait(lambda: asked.findChildren(Crowd)[0].table.model().rowCount() == len(names))
    hands.wait(lambda: all(one.part.role for one in asked.findChildren(Crowd)[0].fellows()))


def choose(writer: Writer, asked: QDialog, who: str, role: str) -> None:
    """Give one of the table a role of their own."""
    hands = writer.room.hands
    (crowd,) = asked.findChildren(Crowd)
    crowd.table.setFocus()
    hands.press("PgUp")
    for _step in range([one.who.title for one in crowd.fellows()].index(who)):
        hands.press("Down")
    hands.field(asked, "Role for the selected").setFocus()
    hands.type(role)
    hands.press("Return")
    hands.click(asked, "Set this role for the selected")


def finish(writer: Writer, asked: QDialog, step: str) -> None:
    """Press the button and see the window go."""
    writer.room.hands.click(asked, step)
    writer.room.hands.wait_gone(asked)
    writer.room.idle()


def enter_the_trip(writer: Writer) -> None:
    """All five were in the group that went to the airport, one of them as a journalist."""
    writer.event("protest", "05.01.2022 20:00", "Поездка в аэропорт", place="аэро")
    editor = writer.room.editor()
    writer.room.hands.click(editor, "Add several…")
    asked = dialog(writer.room, CrowdDialog)
    paste(writer, asked, (KALAS, AIGERIM, *OTHERS), "protester")
    choose(writer, asked, AIGERIM, "journalist")
    finish(writer, asked, "Put them in the event")
    editor.activateWindow()
    writer.save()
    writer.stand_on_event("Поездка в аэропорт")
    writer.cite("заяв", "1", "part of a group that travelled to the airport")


def enter_the_verdict(writer: Writer) -> None:
    """One verdict is written, copied for the other four, and corrected where it is another."""
    room = writer.room
    writer.event("verdict", "11.07.2023", EIGHT, Authority="Суд в Алматы")
    writer.type("Deprivation of liberty, months", "96")
    writer.part("калас", "convicted")
    writer.save()
    writer.stand_on_event(EIGHT)
    writer.cite("заяв", "1", "eight-year prison sentence")
    room.hands.click(room.window, "Copy for others…")
    asked = dialog(writer.room, CrowdDialog)
    paste(writer, asked, (AIGERIM, *OTHERS), "convicted")
    finish(writer, asked, "Copy for each of them")


def correct_the_shortest(writer: Writer) -> None:
    """Four years, not eight, for one of them."""
    room = writer.room
    room.press("Alt+2")
    whose = room.column("Events", 4)
    writer.go_to("Events", next(row for row, names in enumerate(whose) if names == AIGERIM))
    room.press("F2")
    writer.type("Title", FOUR)
    writer.type("Deprivation of liberty, months", "48")
    writer.save()


def enter_role_and_charge(writer: Writer) -> None:
    """Who he is in the case, and what he was charged with."""
    writer.stand_on_person(KALAS)
    writer.room.follow("Add a role")
    writer.type("Role", "Convicted")
    writer.type("From", "11.07.2023")
    writer.save()
    writer.room.follow("Add a charge")
    writer.type("Wording", "Организация массовых беспорядков, нападение на здание")
    writer.type("To", "11.07.2023")
    writer.type("Outcome", "convicted")
    writer.save()


def test_five_defendants_of_one_trial(writer: Writer, tmp_path: Path) -> None:
    writer.known_place("Аэропорт Алматы", "airport")
    writer.known_source("Заявление 31 июля 2023")
    enter_the_trip(writer)
    enter_the_verdict(writer)
    correct_the_shortest(writer)
    enter_role_and_charge(writer)

    content = there_and_back(writer.vault, writer.case, tmp_path)
    names = {person["id"]: person["names"][0]["text"] for person in content["persons"]}
    assert sorted(names.values()) == sorted((KALAS, AIGERIM, *OTHERS)), "nobody is on record twice"
    [trip] = [event for event in content["events"] if event["kind"] == "protest"]
    assert {names[part["person"]]: part["role"] for part in trip["participants"]} == {
        KALAS: "protester", AIGERIM: "journalist", **dict.fromkeys(OTHERS, "protester"),
    }  # fmt: skip
    verdicts = [event for event in content["events"] if event["kind"] == "verdict"]
    assert {
        (names[part["person"]], part["role"], event["title"], event["fields"]["sentence_months"])
        for event in verdicts
        for part in event["participants"]
    } == {
        (AIGERIM, "convicted", FOUR, 48), *((who, "convicted", EIGHT, 96) for who in (KALAS, *OTHERS)),
    }  # fmt: skip
    cited = [passage["event"] for passage in content["citations"]]
    assert sorted(cited) == sorted(event["id"] for event in content["events"]), "each copy keeps its source"
    [party], [charge] = content["parties"], content["charges"]
    assert (names[party["person"]], party["role"], party["from"]) == (KALAS, "convicted", "2023-07-11")
    assert (names[charge["person"]], charge["outcome"], charge["to"]) == (KALAS, "convicted", "2023-07-11")
