"""How long the window keeps a user waiting in a large case: the longest stretch away from its event loop, by step.

    python benchmarks/large_case.py [--events N] [--people N]

Offscreen, in the real window, on a case of ``--events`` and ``--people``. A timer of 5 ms runs in the window's thread;
each step prints the longest time by which it came late (limit: 50 ms), and how much of that the thread itself computed:
the rest it waited for the interpreter. What it stood ready while other programs had the processors is told beside.
The peer in the same run is a bare ``QTableView`` over a ``QStandardItemModel`` of as many rows, filled, scrolled and
sorted alike.
"""

import argparse
import gc
import json
import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QTableView

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.case_import import CHEAP, PASSPHRASE, made_up_case
from benchmarks.large.movements import choose, once, page_down, press, rest, sort, turn_wheel, type_in
from benchmarks.large.room import Room, clock
from benchmarks.large.watch import LIMIT, Watch
from db.vault import Vault
from desktop.operations.exchange import import_case
from desktop.operations.issues import add_ready_issues
from desktop.ui.widgets.search_field import SearchField


def large_case(events: int, people: int) -> dict[str, Any]:
    """The case of the import benchmark, with this many people, and stays of which some overlap."""
    made = made_up_case(events)
    made["persons"] = [{"id": f"p{n}", "names": [{"text": f"Иванов Пётр {n}", "lang": "ru"}]} for n in range(people)]
    start = datetime(2022, 1, 5, 20, tzinfo=UTC)
    for n, event in enumerate(made["events"]):
        event["participants"] = [
            {"person": f"p{n % people}", "role": "detainee"}, {"person": f"p{(n + 7) % people}", "role": "official"},
        ]  # fmt: skip
        if event["kind"] == "custody":
            event["until"] = (start + timedelta(minutes=37 * n, days=60 * (n % 80 == 1) + 5)).strftime("%Y-%m-%dT%H:%M")
    return made


def filled(folder: Path, events: int, people: int) -> tuple[Vault, str]:
    """A vault with that case and issues to prove, and the id of the case."""
    file = folder / "case.json"
    file.write_text(json.dumps(large_case(events, people), ensure_ascii=False), encoding="utf-8")
    vault, _key = Vault.create(folder / "bench.sandyq", PASSPHRASE, clock=clock, cost=CHEAP, floor=CHEAP)
    case = import_case(vault, file).result.case_id
    add_ready_issues(vault, case, ["cat-1"], [], "en")
    return vault, case


def walk(room: Room, watch: Watch, case: str) -> None:
    """Open the case and use all of it."""
    watch.step("opening the case", once(lambda: room.window.screens.open_case(case)))
    names = room.tab_names()
    for place, name in enumerate(names):
        watch.step(f"the tab {name}, first time", room.tab(place), 0.4)
    walk_events(room, watch, names.index("Timeline"))
    walk_people(room, watch, names.index("People"))
    for place, name in enumerate(names):
        watch.step(f"the tab {name}, again", room.tab(place))


def walk_events(room: Room, watch: Watch, place: int) -> None:
    """The list of events: scrolled, sorted, narrowed, one of them edited."""
    watch.step("Timeline", room.tab(place))
    table = room.table("Events")
    watch.step("Events, wheel", turn_wheel(table, 100))
    watch.step("Events, PgDn to the end", page_down(table))
    print(f"    rows read: {table.model().rowCount()}")
    watch.step("Events, Home", once(lambda: press(table, Qt.Key.Key_Home)))
    for column in range(table.model().columnCount()):
        title = table.model().headerData(column, Qt.Orientation.Horizontal)
        watch.step(f"Events, sorted by {title}", sort(table, column))
    watch.step("Events sorted, wheel", turn_wheel(table, 100))
    watch.step("Events, sorted by time again", sort(table, 0))
    watch.step("Events, typing a filter", type_in(room.line("Find in titles and texts"), "допрос 77"))
    person = room.line("Person")
    watch.step("Events, choosing a person", choose(person, "Иванов Пётр 12"))
    watch.step("Events, filter cleared", once(room.button("Clear filters").click))
    watch.step("the editor of an event", once(lambda: table.activated.emit(table.model().index(5, 0))), 0.5)
    walk_editor(watch)


def walk_editor(watch: Watch) -> None:
    """The editor that is open: one more participant."""
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, QDialog)
    add = next(one for one in editor.findChildren(QAbstractButton) if "somebody who took part" in one.text())
    watch.step("one more participant", once(add.click))
    line = [one for one in editor.findChildren(QLineEdit) if one.placeholderText().startswith("Name of a person")][-1]
    watch.step("looking for the participant", type_in(line, "Пётр 1999"))
    watch.step("the editor closed", once(editor.reject))


def walk_people(room: Room, watch: Watch, place: int) -> None:
    """The list of people: scrolled, sorted, searched."""
    watch.step("People", room.tab(place))
    table = room.table("Persons")
    watch.step("Persons, wheel", turn_wheel(table, 60))
    watch.step("Persons, PgDn to the end", page_down(table))
    for column in range(table.model().columnCount()):
        title = table.model().headerData(column, Qt.Orientation.Horizontal)
        watch.step(f"Persons, sorted by {title}", sort(table, column))
    search = next(one for one in room.window.findChildren(SearchField) if one.isVisible())
    watch.step("Persons, typing a name", type_in(search, "Пётр 19"))


def walk_peer(watch: Watch, rows: int) -> None:
    """A bare table over the items of as many rows."""
    table = QTableView()
    table.resize(900, 700)
    table.setSortingEnabled(True)
    table.show()

    def fill() -> None:
        model = QStandardItemModel(table)
        for n in range(rows):
            texts = (f"{n:06}", "interrogation", f"Событие {n}: допрос без адвоката", f"ИВС № {n % 40}", "Иванов", "1")
            model.appendRow([QStandardItem(text) for text in texts])
        table.setModel(model)

    watch.step("peer: filled", once(fill))
    watch.step("peer: wheel", turn_wheel(table, 100))
    watch.step("peer: PgDn to the end", page_down(table))
    watch.step("peer: sorted by a column", sort(table, 2))
    table.close()


def main() -> None:
    """Measure and print; ends with 1 when a step of ours took longer than the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--people", type=int, default=2_000)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # no screen, no hints about window sizes
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        vault, case = filled(Path(name), options.events, options.people)
        room = Room(app, vault, Path(name))
        watch = Watch(room.tasks.running, room.touch)
        gc.collect()  # what the import left
        watch.step("the window", rest(0.5))
        walk(room, watch, case)
        ours = dict(watch.found)
        walk_peer(watch, options.events)
        room.window.close()
    over = [step for step, longest in ours.items() if longest > LIMIT]
    print(f"{len(ours)} steps, {len(over)} over {LIMIT} ms")
    sys.exit(bool(over))


if __name__ == "__main__":
    main()
