"""A reprisal against a lawyer: what it answers, who took part, who may be named; out and back, and on paper."""

from pathlib import Path

import pypdfium2
from PySide6.QtWidgets import QFileDialog

from tests.ui.journeys.road import Writer, there_and_back

LAWYER, INVESTIGATOR = "Каршига Кушкинов", "Асет Избасар"
CLIENT = "Нурхан Сейткали"  # the report gives no name for him; this one is made up
PSEUDONYM = "Молодой человек"
HELD = "Адвоката удерживали 14 часов"


def enter_protected(writer: Writer) -> None:
    """The client, with the name that leaves instead of his; and what he agreed to."""
    writer.room.press("Ctrl+Shift+P")
    writer.type("Name", CLIENT)
    writer.type("Protection", "Pseudonym")
    writer.type("Pseudonym", PSEUDONYM)
    writer.save()
    writer.stand_on_person(CLIENT)
    writer.room.follow("Add a consent")
    writer.type("To what", "Media")
    writer.type("How they may be named", "By a pseudonym")
    writer.type("Given", "05.07.2020")
    writer.save()


def enter_reprisal(writer: Writer) -> None:
    """The beating he complained of, and what was done to the lawyer for it."""
    writer.event("ill", "2020", "Избиение полицейскими, удалена почка")
    writer.part("сейтк", "victim")
    writer.part("каршига", "defence lawyer")
    writer.save()
    writer.event("reprisal", "01.07.2020", HELD, place="актау")
    writer.type("What it responds to", "Защита пострадавших от полиции")
    writer.type("Authority", "Антикоррупционная служба")
    writer.type("Consequences", "Вынужденное признание, угроза арестом")
    writer.part("каршига", "victim")
    writer.part("асет", "perpetrator")
    writer.save()
    writer.stand_on_event(HELD)
    writer.cite("докл", "9", "held him for 14 hours")
    writer.room.press("Ctrl+Shift+L")
    writer.type("How", "Caused by")
    writer.pick("Which event", "избие")
    writer.save()


def export_brief(writer: Writer, path: Path) -> str:
    """Begin a chronology, export it, and read what stands in it."""
    room = writer.room
    room.press("Alt+7")
    room.hands.click(room.window, "New chronology")
    room.idle()
    room.hands.wait(lambda: room.hands.can_press(room.window, "Export PDF…"))
    room.hands.click(room.window, "Export PDF…")
    room.hands.wait(lambda: room.window.findChildren(QFileDialog))
    [asked] = room.window.findChildren(QFileDialog)
    asked.filesSelected.emit([str(path)])
    asked.close()
    room.hands.wait(path.exists)
    room.idle()
    paper = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_range() for page in paper)
    paper.close()
    return " ".join(text.split())  # a line may break anywhere


def test_a_reprisal_against_a_lawyer(writer: Writer, tmp_path: Path) -> None:
    writer.known_person(LAWYER)
    writer.known_person(INVESTIGATOR, occupation="следователь")
    writer.known_place("Актау", "other")
    writer.known_source("Доклад 2020")
    enter_protected(writer)
    enter_reprisal(writer)
    text = export_brief(writer, tmp_path / "brief.pdf")

    assert HELD in text
    assert PSEUDONYM in text
    assert not [word for word in CLIENT.split() if word in text]
    content = there_and_back(writer.vault, writer.case, tmp_path)
    names = {person["id"]: person["names"][0]["text"] for person in content["persons"]}
    [client] = [person for person in content["persons"] if names[person["id"]] == CLIENT]
    assert (client["protected"], client["pseudonym"]) == ("pseudonym", PSEUDONYM)
    [reprisal] = [event for event in content["events"] if event["kind"] == "reprisal"]
    assert reprisal["fields"] == {
        "authority": "Антикоррупционная служба", "consequences": "Вынужденное признание, угроза арестом",
        "trigger": "Защита пострадавших от полиции",
    }  # fmt: skip
    assert {(names[part["person"]], part["role"]) for part in reprisal["participants"]} == {
        (LAWYER, "victim"), (INVESTIGATOR, "perpetrator"),
    }  # fmt: skip
    [link], [consent], [passage] = content["links"], content["consents"], content["citations"]
    assert (link["from"], link["kind"]) == (reprisal["id"], "caused-by")
    assert (consent["person"], consent["purpose"], consent["anonymity"], consent["given"]) == (
        client["id"], "media", "pseudonym", "2020-07-05",
    )  # fmt: skip
    assert (passage["event"], passage["page"]) == (reprisal["id"], "9")
