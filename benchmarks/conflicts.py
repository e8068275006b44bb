"""How long it takes to find who was in two places at once, against a bare numpy sort of the same intervals.

    python benchmarks/conflicts.py [--stays N,N,N] [--rounds N]

Every person has ten stays in a decade; one in a hundred lasts a year, the others a day or two. The limit is numpy
alone, its arrays ready in memory: ``lexsort`` by person and beginning and ``searchsorted`` for the overlaps that begin
inside a stay. Ours is everything from the encrypted stays to the pairs. Both find the same pairs, which is checked.
Targets: 1 against numpy, growth like n log n (design/performance.md).

Then one event is edited. The stays of the person it touched are asked for alone, and, up to 100,000 events, the whole
answer a window shows is asked for twice: from nothing, and again after the edit, which has to cost what was touched.
"""

import argparse
import math
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import select

sys.path.insert(0, str(Path(__file__).parents[1]))

from db.base import new_id
from db.keys import KdfCost
from db.models import Event, Participation, Person
from db.queries.conflicts import Asked, meeting_stays
from db.rows import CaseRow
from db.types import When
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.conflict_watch import ConflictWatch

CHEAP = KdfCost(memory_kib=8, passes=1, lanes=1)  # deriving the key is no part of this
PASSPHRASE = "otter velvet quarry lantern mosaic"  # noqa: S105 - protects made-up cases
DAY = 86_400
MOST_JUDGED = 100_000  # events; a case of more is not opened whole here
Rows = list[tuple[int, int, int]]
ASKED = Asked(proving=["custody"], lasting=[], resting=["custody"], present=["present"])


def made_up_stays(count: int) -> Rows:
    """Person, first and last second of so many stays, ten to a person."""
    draw = random.Random(7)  # noqa: S311 - no secret hangs on it
    rows: Rows = []
    for number in range(count):
        start = draw.randrange(3650 * DAY)
        length = 365 * DAY if draw.random() < 0.01 else draw.randrange(DAY, 2 * DAY)
        rows.append((number // 10, start, start + length))
    return rows


def vault_of(folder: Path, rows: Rows) -> tuple[Vault, str]:
    """A vault with one case of these stays, and the case."""
    vault, _key = Vault.create(
        folder / "bench.sandyq", PASSPHRASE, clock=lambda: datetime(2026, 3, 2, tzinfo=UTC), cost=CHEAP, floor=CHEAP
    )
    case = save_case(vault, CaseRow(id="", ref="BENCH-1", title="A large case")).result
    people = [new_id() for _number in range(rows[-1][0] + 1)]
    events = [new_id() for _row in rows]
    with vault.change("import-case") as change:
        change.insert_all(Person, [_person(one) for one in people])
        for first in range(0, len(rows), 50_000):
            part = list(zip(events, rows, strict=True))[first : first + 50_000]
            change.insert_all(Event, [_event(case, event, row) for event, row in part])
            change.insert_all(Participation, [_part(event, people[row[0]]) for event, row in part])
    return vault, case


def _person(one: str) -> dict[str, Any]:
    listed = ("names", "citizenships", "languages", "identity_documents", "addresses", "phones", "tags")
    empty: dict[str, list[str]] = {name: [] for name in listed}
    return {"id": one, "description": "x", "sort_key": "", "protected": "none", **empty}


def _event(case: str, event: str, row: tuple[int, int, int]) -> dict[str, Any]:
    times: dict[str, Any] = {}
    for name, second in (("when", row[1]), ("until", row[2])):
        times |= {f"{name}_edtf": "2022", f"{name}_zone": "UTC", f"{name}_earliest": second, f"{name}_latest": second}
    return {"id": event, "case_id": case, "kind": "custody", "fields": {}, "tags": [], **times}


def _part(event: str, person: str) -> dict[str, Any]:
    return {"id": new_id(), "event_id": event, "person_id": person, "role": "detainee"}


def by_numpy(people: "np.ndarray[Any, Any]", starts: "np.ndarray[Any, Any]", ends: "np.ndarray[Any, Any]") -> int:
    """How many pairs overlap, by sorting and searching alone."""
    order = np.lexsort((starts, people))
    wide = np.int64(1) << 33
    begun = people[order].astype(np.int64) * wide + starts[order]
    over = people[order].astype(np.int64) * wide + ends[order]
    reached = np.searchsorted(begun, over, side="right")
    return int((reached - np.arange(1, len(begun) + 1)).sum())


def from_vault(vault: Vault, case: str) -> int:
    """How many pairs overlap, from the encrypted records."""
    with vault.read() as session:
        return sum(1 for _pair in meeting_stays(session, case, ASKED))


def of_one(vault: Vault, case: str, person: str) -> int:
    """How many pairs overlap among the stays of one person."""
    with vault.read() as session:
        return sum(1 for _pair in meeting_stays(session, case, ASKED, [person]))


def found_by(watch: ConflictWatch, vault: Vault, case: str) -> int:
    """How many conflicts a window shows."""
    with vault.read() as session:
        return len(watch.find(case, session).findings)


def edited(vault: Vault, case: str) -> str:
    """Move an event of the case by an hour; returns the person in it."""
    with vault.change("edit-event") as change:
        part = change.session.scalars(select(Participation).limit(1)).one()
        event = change.session.get_one(Event, part.event_id)
        when = event.when
        assert when
        assert event.case_id == case
        event.when = When(when.edtf, when.zone, (when.earliest or 0) - 3600, (when.latest or 0) - 3600)
    return part.person_id or ""


def quickest(rounds: int, work: Callable[[], int]) -> tuple[float, int]:
    """The least seconds a piece of work takes, and what it finds."""
    best, found = math.inf, 0
    for _round in range(rounds):
        start = time.perf_counter()
        found = work()
        best = min(best, time.perf_counter() - start)
    return best, found


def measure(count: int, rounds: int) -> tuple[float, float]:
    """Seconds of numpy and from the vault; checks that both find the same pairs, and tells what an edit costs."""
    rows = made_up_stays(count)
    people, starts, ends = (np.array(column) for column in zip(*rows, strict=True))
    limit, expected = quickest(rounds, lambda: by_numpy(people, starts, ends))
    with tempfile.TemporaryDirectory() as folder:
        vault, case = vault_of(Path(folder), rows)
        ours, found = quickest(rounds, lambda: from_vault(vault, case))
        assert expected == found, (expected, found)
        print(f"{count:>9,} stays, {found:>7,} pairs   numpy {limit:8.3f} s   from the vault {ours:8.3f} s  ratio "
              f"{ours / limit:6.2f}")  # fmt: skip
        measure_edit(vault, case, count, rounds)
        vault.close()
    return limit, ours


def measure_edit(vault: Vault, case: str, count: int, rounds: int) -> None:
    """Print what is asked again after an edit, against asking for everything."""
    person = edited(vault, case)
    alone, _found = quickest(rounds, lambda: of_one(vault, case, person))
    print(f"{'':>9}  after an edit, the stays of the person touched {alone * 1000:10.2f} ms")
    if count > MOST_JUDGED:
        return
    watch = ConflictWatch()
    whole, _found = quickest(1, lambda: found_by(watch, vault, case))
    again = math.inf
    for _round in range(rounds):
        edited(vault, case)
        taken, shown = quickest(1, lambda: found_by(watch, vault, case))
        again = min(again, taken)
        assert shown == found_by(ConflictWatch(), vault, case)
    print(f"{'':>9}  everything a window shows: from nothing {whole:8.3f} s   after an edit {again:8.3f} s  ratio "
          f"{again / whole:6.3f}")  # fmt: skip


def main() -> None:
    """Measure each size and print how it grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stays", default="10000,100000,1000000")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    sizes = [int(size) for size in options.stays.split(",")]
    times = [measure(size, options.rounds) for size in sizes]
    for (small, before), (large, after) in zip(
        list(zip(sizes, times, strict=True))[:-1], list(zip(sizes, times, strict=True))[1:], strict=True
    ):
        allowed = large * math.log(large) / (small * math.log(small))
        print(f"from {small:,} to {large:,}: {after[1] / before[1]:.1f} times as long; n log n allows {allowed:.1f}")


if __name__ == "__main__":
    main()
