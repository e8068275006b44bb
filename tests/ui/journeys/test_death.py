"""Deaths in custody: stays, hospital, death, autopsy, a bruise, a relative, causes that differ; out and back."""

from pathlib import Path

from desktop.ui.dialogs.editors.injury import InjuryEditor
from desktop.ui.dialogs.ready_issues import ReadyIssuesDialog
from tests.ui.journeys.road import Writer, dialog, there_and_back

DULAT = "Дулат Агадил"
DEATH, AUTOPSY, CUSTODY = "Смерть в СИЗО", "Осмотр тела с двумя независимыми врачами", "Водворён в СИЗО столицы"
HOSPITAL = "Реанимация после предполагаемого отравления"


def enter_events(writer: Writer) -> None:
    """Custody, death, examination of the body; and two more who came to hospital from another place."""
    writer.event("custody", "24.02.2020", CUSTODY, place="сизо", until="25.02.2020")
    writer.type("Grounds stated", "Неуважение к суду")
    writer.part("дулат", "detainee")
    writer.save()
    writer.event("death", "25.02.2020", DEATH, place="сизо")
    writer.type("In custody", "Yes")
    writer.part("дулат", "victim")
    writer.save()
    writer.event("autopsy", "26.02.2020", AUTOPSY)
    writer.type("Findings", "Признаков насильственной смерти не нашли, есть кровоподтёки")
    writer.type("Independent doctor took part", "Yes")
    writer.part("дулат", "victim")
    writer.save()
    writer.event("hospital", "01.06.2020", HOSPITAL, place="кокше")
    writer.part("двое", "patient")
    writer.save()


def enter_causes(writer: Writer) -> None:
    """The cause the police gave, and what activists hold against it: one field, two values, both kept."""
    writer.stand_on_event(DEATH)
    writer.cite(
        "докл", "2", "had died from a heart attack",
        Speaks_of_the_field="Cause according to the authorities", and_gives_for_it="Сердечный приступ",
    )  # fmt: skip
    writer.cite(
        "докл", "2", "an unlawful killing", Bearing="Contradicts",
        Speaks_of_the_field="Cause according to the authorities", and_gives_for_it="Незаконное лишение жизни",
    )  # fmt: skip
    assert "The sources differ" in writer.room.sheet().toPlainText()


def enter_bruise(writer: Writer) -> None:
    """A mark on the body chart, set with the keyboard, with its source."""
    room = writer.room
    writer.stand_on_event(AUTOPSY)
    room.follow("Add an injury")
    editor = room.editor()
    assert isinstance(editor, InjuryEditor)
    writer.pick("Person", "дулат")
    editor.panel.chart.setFocus()
    for _step in range(20):
        room.hands.press("Right")
    room.press("Return")
    writer.type("Type of injury", "bruise")
    writer.type("Observed", "26.02.2020")
    writer.type("Observed by", "независимые врачи")
    writer.save()
    room.follow("cite")
    writer.pick("Document", "докл")
    writer.type("Page", "2")
    writer.save()


def enter_relative(writer: Writer) -> None:
    """Somebody who can complain in his name."""
    writer.stand_on_person("Родственница")
    writer.room.follow("Add a relation")
    writer.type("is the", "Relative of")
    writer.pick("of whom", "дулат")
    writer.save()


def set_evidence(writer: Writer) -> None:
    """Torture, to be proved element by element; the first has something to stand on."""
    room = writer.room
    room.press("Alt+5")
    room.hands.click(room.window, "Add ready-made issues…")
    asked = dialog(room, ReadyIssuesDialog)
    room.hands.press("Space")
    room.hands.click(asked, "Add issues")
    room.hands.wait_gone(asked)
    room.idle()
    room.press("Alt+5")
    room.press("Down")  # from the claim to its first element
    room.press("S")


def tell_known(writer: Writer) -> None:
    """Who and what the case knows before anything is entered."""
    for name in (DULAT, "Родственница", "Двое задержанных из Кокшетау"):
        writer.known_person(name)
    writer.known_place("СИЗО Нур-Султана", "sizo")
    writer.known_place("Больница в Кокшетау", "hospital")
    writer.known_source("Доклад 2020")


def test_a_death_in_custody(writer: Writer, tmp_path: Path) -> None:
    tell_known(writer)
    enter_events(writer)
    enter_causes(writer)
    enter_bruise(writer)
    enter_relative(writer)
    set_evidence(writer)

    content = there_and_back(writer.vault, writer.case, tmp_path)
    events = {event["title"]: event for event in content["events"]}
    assert [(event["kind"], event["when"]) for event in content["events"]] == [
        ("custody", "2020-02-24"), ("death", "2020-02-25"), ("autopsy", "2020-02-26"), ("hospital-stay", "2020-06-01"),
    ]  # fmt: skip
    assert events[DEATH]["fields"] == {"in_custody": True}
    assert events[AUTOPSY]["fields"]["independent_doctor"] is True
    passages = [one for one in content["citations"] if one.get("event") == events[DEATH]["id"]]
    assert [(one["field"], one["value"], one["bearing"]) for one in passages] == [
        ("official_cause", "Сердечный приступ", "supports"),
        ("official_cause", "Незаконное лишение жизни", "contradicts"),
    ]
    [bruise] = content["injuries"]
    assert (bruise["type"], bruise["chart"], bruise["region"], bruise["side"]) == ("bruise", "front", "chest", "left")
    assert (bruise["event"], bruise["observed"]) == (events[AUTOPSY]["id"], "2020-02-26")
    assert bruise["id"] in [one.get("injury") for one in content["citations"]]
    names = {person["id"]: person["names"][0]["text"] for person in content["persons"]}
    [tie] = content["relations"]
    assert (names[tie["person"]], tie["kind"], names[tie["other_person"]]) == ("Родственница", "relative", DULAT)
    pain = content["issues"][1]
    assert (len(content["issues"]), pain["element"]) == (6, "cat-1-pain")
    assert [(fact["event"], fact["bearing"]) for fact in pain["facts"]] == [(events[CUSTODY]["id"], "supports")]
