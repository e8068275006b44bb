"""How long Today takes over a vault of many cases, and how long the window waits for it.

    python benchmarks/today.py [--cases N] [--events N] [--rounds N]

A vault of ``--cases`` cases of ``--events`` events each, five of them chains of detention (see ``clocks.py``), up to
last month. Reckoning what presses in all of them, first and after one case changed, against reading the same rows bare
(one SELECT a table and case, on the same database). Then the real window, offscreen: a timer of 5 ms runs in its
thread while Today is read, and the longest time by which it came late is told (limit: 50 ms).
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication
from sqlalchemy import text

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.case_import import CHEAP, PASSPHRASE
from benchmarks.large.movements import once, page_down, rest, sort
from benchmarks.large.room import Room, clock
from benchmarks.large.watch import LIMIT, Step, Watch
from db.models import RECORDS
from db.rows import CaseRow, PersonRow, TaskRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.members import save_member
from desktop.operations.reckonings import Reckonings
from desktop.operations.records import save_record
from desktop.ui.today.groups import Entry
from desktop.ui.today.reading import read_case

HOUR, DAY = 3_600, 86_400  # seconds
CHAIN = (
    ("detention", 0), ("detention-protocol", 4 * HOUR), ("custody-order", 47 * HOUR), ("custody", 48 * HOUR),
    ("custody-extension", 55 * DAY), ("release", 80 * DAY),
)  # fmt: skip
CHAINS = 5
TABLES = ("event", "document", "task", "deadline", "charge", "party", "membership", "injury", "note")


def fill(vault: Vault, cases: int, events: int) -> list[str]:
    """So many cases, each about five people who were held; returns their ids."""
    draw = random.Random(7)  # noqa: S311 - no secret hangs on it
    end = int(clock().timestamp()) - 30 * DAY
    made: list[str] = []
    for number in range(cases):
        case = save_case(vault, CaseRow("", f"KZ-{number:03}", f"Case {number}", language="ru")).result
        people = [
            save_member(vault, PersonRow(id="", names=(Name(f"Askar {one}"),)), case_id=case).result
            for one in range(CHAINS)
        ]
        told = [(kind, end - draw.randrange(720) * DAY + after, person) for person in people for kind, after in CHAIN]
        rest_of = range(events - len(told))
        told += [("interrogation", end - draw.randrange(720) * DAY, people[n % CHAINS]) for n in rest_of]
        _insert(vault, case, number, told)
        save_record(vault, TaskRow(id="", case_id=case, title="Ask for the record", status="open"))
        made.append(case)
    return made


def _insert(vault: Vault, case: str, number: int, told: list[tuple[str, int, str]]) -> None:
    rows: list[dict[str, Any]] = []
    for place, (kind, at, _person) in enumerate(told):
        edtf = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(at))
        rows.append({
            "id": f"00000000-0000-7000-8000-{number * 1000 + place:012d}", "case_id": case, "kind": kind,
            "when_edtf": edtf, "when_zone": "UTC", "when_earliest": at // 60 * 60, "when_latest": at // 60 * 60,
            "fields": {}, "tags": [], "standing": "alleged",
        })  # fmt: skip
    parts = [
        {"id": f"{row['id'][:-12]}1{row['id'][-11:]}", "event_id": row["id"], "person_id": person, "role": "detainee"}
        for row, (_kind, _at, person) in zip(rows, told, strict=True)
    ]  # fmt: skip
    with vault.change("import-case") as change:
        change.insert_all(RECORDS[Kind.EVENT], rows, case_id=case)
        change.insert_all(RECORDS[Kind.PARTICIPATION], parts, case_id=case)


def reckon(vault: Vault, cases: list[str]) -> list[Entry]:
    """What presses in these cases."""
    reckonings, now = Reckonings(), int(clock().timestamp())
    found: list[Entry] = []
    for case in cases:
        with vault.read() as session:
            found += read_case(reckonings, case, now, session).entries
    return found


def read_bare(vault: Vault, cases: list[str]) -> None:
    """The rows of these cases, and nothing made of them."""
    for case in cases:
        with vault.reading() as connection:
            for table in TABLES:
                wanted = text(f"SELECT * FROM {table} WHERE case_id = :case")  # noqa: S608 - fixed names
                connection.execute(wanted, {"case": case}).all()
            parts = "SELECT * FROM participation WHERE event_id IN (SELECT id FROM event WHERE case_id = :case)"
            connection.execute(text(parts), {"case": case}).all()


def best(work: Callable[[], object], rounds: int) -> float:
    """The quickest of several rounds, in seconds."""
    times: list[float] = []
    for _round in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Measure and print; ends with 1 when the window waited longer than the limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--events", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # no screen, no hints about window sizes
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        vault, _key = Vault.create(Path(name) / "bench.sandyq", PASSPHRASE, clock=clock, cost=CHEAP, floor=CHEAP)
        cases = fill(vault, options.cases, options.events)
        measure(vault, cases, options.rounds)
        longest = watch_window(Room(app, vault, Path(name)))
    sys.exit(longest > LIMIT)


def measure(vault: Vault, cases: list[str], rounds: int) -> None:
    """Reckoning against reading the rows."""
    count = len(reckon(vault, cases))
    bare = best(partial(read_bare, vault, cases), rounds)
    ours = best(partial(reckon, vault, cases), rounds)
    one = best(partial(reckon, vault, cases[:1]), rounds)
    print(f"{len(cases)} cases, {count} entries")
    print(f"bare rows {bare:.2f} s; all reckoned {ours:.2f} s ({ours / bare:.1f}x); one case {one * 1000:.0f} ms")


def looked_at(room: Room, show: Callable[[], object]) -> Step:
    """Show it and use the keyboard until it is read: who works waits for no sweeping of memory."""
    show()
    yield
    while room.tasks.running():
        room.touch()
        yield


def watch_window(room: Room) -> float:
    """The longest time the window waited (milliseconds) while Today was read and used."""
    watch = Watch(room.tasks.running, room.touch)
    watch.step("the window", rest(0.5))
    began = time.perf_counter()
    show = partial(room.window.screens.show_place, "today")
    watch.step("Today, while it is read", looked_at(room, show), 0.4)
    print(f"read in {time.perf_counter() - began:.1f} s")
    watch.step("Today, down with PgDn", page_down(room.table("What presses"), 40))
    watch.step("Today, sorted by title", sort(room.table("What presses"), 2))
    watch.step("the cases and back", once(partial(room.window.screens.show_place, "cases")))
    watch.step("Today again", once(show))
    room.window.close()
    return max(longest for step, longest in watch.found.items() if step != "the window")


if __name__ == "__main__":
    main()
