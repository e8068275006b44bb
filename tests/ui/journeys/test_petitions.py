"""A chain of complaints nobody answers, and a figure somebody published: entered in the window, out and back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.ui.dialogs.grid.event_grid import EventGrid
from tests.ui.dialogs.tables.sheets import lay_on_clipboard, stand
from tests.ui.journeys.road import Writer, dialog, there_and_back

TITLES = ("99 письменных жалоб", "Жалоба прокурору", "Жалоба прокурору, повторно")


@pytest.fixture
def pasted() -> Iterator[None]:
    """Nothing stays on the clipboard."""
    yield
    QGuiApplication.clipboard().clear()


def paste_complaints(writer: Writer) -> None:
    """Enter two complaints in the grid: a line each, what they have in common filled down."""
    room = writer.room
    room.press("Ctrl+Shift+J")
    grid = dialog(writer.room, EventGrid)
    room.hands.type("complaint")
    room.hands.press("Return")
    room.hands.wait(grid.model.columnCount)
    room.idle()
    lines = (
        ("24.01.2020", "", "Представители НПМ", TITLES[1], "", "Прокуратура", "", "", "", "Ignored"),
        ("январь 2021", "", "Представители НПМ", TITLES[2], "", "Прокуратура", "", "", "", "Ignored"),
    )
    lay_on_clipboard("\n".join("\t".join(line) for line in lines))
    stand(grid, room, 0, 0)
    room.hands.press("Ctrl+V")
    room.hands.press("Ctrl+Return")
    room.hands.wait_gone(grid)
    room.idle()


def enter_first_complaint(writer: Writer) -> None:
    """What was collected in the colony, with its source and what is to be done about it."""
    writer.event("complaint", "24.01.2020", TITLES[0], place="170/3", Addressee="Комитет УИС", Number="99")
    writer.type("Status", "ignored")
    writer.pick("Proof of filing", "опись")
    writer.part("нпм", "complainant")
    writer.save()
    writer.stand_on_event(TITLES[0])
    writer.cite("докл", "4", "99 written complaints")
    writer.room.follow("Add a task")
    writer.type("What is to be done", "Жалоба следственному судье")
    writer.type("Due", "01.05.2022")
    writer.save()


@pytest.mark.usefixtures("pasted")
def test_a_chain_of_ignored_petitions(writer: Writer, tmp_path: Path) -> None:
    writer.known_place("Учреждение РУ-170/3", "colony")
    writer.known_body("Представители НПМ", "npm")
    writer.known_source("Доклад 2020")
    writer.known_source("Опись жалоб", "other")
    enter_first_complaint(writer)
    paste_complaints(writer)
    writer.stand_on_event(TITLES[2])
    writer.room.press("Ctrl+Shift+L")
    writer.type("How", "Repeats")
    writer.pick("Which event", "Жалоба прокурору")
    writer.save()

    content = there_and_back(writer.vault, writer.case, tmp_path)
    events = {event["title"]: event for event in content["events"]}
    first, second, third = (events[title] for title in TITLES)
    assert first["fields"] == {"addressee": "Комитет УИС", "number": "99", "proof": "d2", "status": "ignored"}
    assert second["fields"] == third["fields"] == {"addressee": "Прокуратура", "status": "ignored"}
    assert [event["when"] for event in (first, second, third)] == ["2020-01-24", "2020-01-24", "2021-01"]
    assert {part["role"] for event in events.values() for part in event["participants"]} == {"complainant"}
    assert content["links"] == [{"from": third["id"], "to": second["id"], "kind": "repeats"}]
    [passage], [task] = content["citations"], content["tasks"]
    assert (passage["event"], passage["document"], passage["page"]) == (first["id"], "d1", "4")
    assert (task["title"], task["due"], task["event"]) == ("Жалоба следственному судье", "2022-05-01", first["id"])


def test_a_published_figure_with_its_source(writer: Writer, tmp_path: Path) -> None:
    room = writer.room
    writer.known_source("Заявление 2023")
    room.press("Alt+1")
    room.hands.click(room.window, "Add a figure…")
    writer.type("What was counted", "Прекращённые дела против сотрудников")
    writer.type("Figure", "236")
    writer.type("Out of", "329")
    writer.type("Unit", "cases")
    writer.type("Period", "июль 2023")
    writer.type("Publisher", "Комитет ООН против пыток")
    writer.type("Published", "23.06.2023")
    writer.pick("Stands in", "заяв")
    writer.type("Page", "2")
    writer.type("Remark", "В заявлении — «на июль 2023», в источнике — июнь")
    writer.save()
    room.press("Ctrl+7")
    room.hands.wait(lambda: room.column("Published figures", 1) == ["236"])

    [figure] = there_and_back(writer.vault, writer.case, tmp_path)["indicators"]
    assert (figure["value"], figure["out_of"], figure["unit"], figure["page"]) == (236, 329, "cases", "2")
    assert (figure["published"], figure["document"]) == ("2023-06-23", "d1")
