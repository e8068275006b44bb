"""What a page of a list and a bulk edit cost, against bare SQL on the same vault.

    python benchmarks/lists.py [--small N] [--large N] [--edits N] [--rounds N]

A page of 50 events in the middle of the timeline, read by key with everything the list shows of them, in a vault of
``--small`` and one of ``--large`` events (targets: at most 2x bare SQL that reads the same, with its JSON taken apart;
the same at both sizes). The SELECT of the events alone, in tuples nobody took apart, is told beside. Then one change to
``--edits`` events as one journalled step, against as many plain UPDATE statements in one transaction of the same
database, and against those with a journal row each. Medians.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

sys.path.insert(0, str(Path(__file__).parents[1]))

from db.keys import KdfCost
from db.models import RECORDS
from db.queries import timeline
from db.rows import CaseRow
from db.types import Kind
from db.vault import Vault
from desktop.operations.bulk import edit_several
from desktop.operations.cases import save_case

CHEAP = KdfCost(memory_kib=8, passes=1, lanes=1)  # deriving the key is no part of a list
PASSPHRASE = "otter velvet quarry lantern mosaic"  # noqa: S105 - protects made-up cases
START = datetime(2022, 1, 5, tzinfo=UTC)
BATCH = 20_000
COLUMNS = (
    "id, case_id, kind, when_edtf, when_zone, when_earliest, when_latest, until_edtf, until_zone, until_earliest,"
    " until_latest, place_id, until_place_id, title, text, standing, certainty, fields, position, tags, trashed_at"
)
BARE = (
    f"SELECT {COLUMNS} FROM event WHERE case_id = ? AND trashed_at IS NULL"  # noqa: S608 - fixed text
    " AND coalesce(when_earliest, when_latest, 9223372036854775807) >= ?"
    " AND (coalesce(when_earliest, when_latest, 9223372036854775807), coalesce(position, 0), id) > (?, ?, ?)"
    " ORDER BY coalesce(when_earliest, when_latest, 9223372036854775807), coalesce(position, 0), id LIMIT 51"
)

PARTS = (
    "SELECT id, event_id, person_id, organisation_id, role, degree, certainty, identified_how FROM participation"
    " WHERE event_id IN ({marks}) ORDER BY id"
)
CITED = (
    "SELECT target_id, count(*) FROM citation WHERE target_id IN ({marks}) AND trashed_at IS NULL GROUP BY target_id"
)
PARTS_IN_JSON = (17, 19)  # of ``COLUMNS``: fields and tags


def clock() -> datetime:
    """The time of day."""
    return datetime.fromtimestamp(time.time(), UTC)


def vault_of(folder: Path, events: int) -> tuple[Vault, str]:
    """A vault with one case of so many events."""
    vault, _key = Vault.create(folder / "bench.sandyq", PASSPHRASE, clock=clock, cost=CHEAP, floor=CHEAP)
    case = save_case(vault, CaseRow("", "BENCH", "A large case")).result
    for first in range(0, events, BATCH):
        with vault.change("import-case") as change:
            change.insert_all(RECORDS[Kind.EVENT], [row(case, n) for n in range(first, min(first + BATCH, events))])
    return vault, case


def row(case: str, number: int) -> dict[str, Any]:
    """One event, seven minutes after the one before."""
    at = int((START + timedelta(minutes=7 * number)).timestamp())
    edtf = (START + timedelta(minutes=7 * number)).strftime("%Y-%m-%dT%H:%M")
    return {
        "id": f"00000000-0000-7000-8000-{number:012d}", "case_id": case, "kind": "interrogation", "when_edtf": edtf,
        "when_zone": "UTC", "when_earliest": at, "when_latest": at, "title": f"Допрос {number}", "fields": {},
        "tags": [], "standing": "alleged",
    }  # fmt: skip


def median(work: Callable[[], object], rounds: int) -> float:
    """The middle of so many runs, in milliseconds, after one that warms up."""
    work()
    taken: list[float] = []
    for _round in range(rounds):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def read_alike(connection: Connection, case: str, after: tuple[int, int, str]) -> list[Any]:
    """What our page reads, in bare SQL."""
    found = connection.exec_driver_sql(BARE, (case, after[0], *after)).fetchall()
    ids = tuple(one[0] for one in found[:50])
    for query in (PARTS, CITED):  # who takes part, and how many passages speak of each
        connection.exec_driver_sql(query.format(marks=",".join("?" * len(ids))), ids).fetchall()
    return [[json.loads(one[place] or "null") for place in PARTS_IN_JSON] for one in found]


def page_costs(events: int, rounds: int) -> tuple[float, float, float]:
    """Milliseconds of our page, of bare SQL that reads the same and of the bare SELECT, in the middle of so many."""
    with tempfile.TemporaryDirectory() as name:
        vault, case = vault_of(Path(name), events)
        middle = row(case, events // 2)
        after = (middle["when_earliest"], 0, middle["id"])

        def ours() -> object:
            with vault.read() as session:
                return timeline.page(session, case, after=after, limit=50)

        def bare() -> object:
            with vault.reading() as connection:
                return connection.exec_driver_sql(BARE, (case, after[0], *after)).fetchall()

        def alike() -> object:
            with vault.reading() as connection:
                return read_alike(connection, case, after)

        found = median(ours, rounds), median(alike, rounds), median(bare, rounds)
        vault.close()
    return found


def edit_costs(edits: int, rounds: int) -> dict[str, float]:
    """Milliseconds of the same change to so many events, three ways."""
    with tempfile.TemporaryDirectory() as name:
        vault, case = vault_of(Path(name), edits)
        ids = [row(case, number)["id"] for number in range(edits)]
        values = iter(range(10**6))

        def ours() -> object:
            return edit_several(vault, Kind.EVENT, ids, {"certainty": ("probable", "possible")[next(values) % 2]})

        def plain(*, is_journalled: bool) -> None:
            with vault.aside() as connection:
                for one in ids:
                    value = str(next(values))
                    connection.exec_driver_sql("UPDATE event SET certainty = ? WHERE id = ?", (value, one))
                    if is_journalled:
                        change = (0, "event", one, "edit", os.urandom(32), os.urandom(16), "{}", json.dumps([value]))
                        connection.exec_driver_sql(
                            "INSERT INTO journal_detail (seq, record_kind, record_id, verb, commitment, salt, before,"
                            " after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                            change,
                        )

        found = {"ours": median(ours, rounds)}
        found["plain"] = median(lambda: plain(is_journalled=False), rounds)
        found["journalled"] = median(lambda: plain(is_journalled=True), rounds)
        vault.close()
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--edits", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=21)
    options = parser.parse_args()
    costs = {events: page_costs(events, options.rounds) for events in (options.small, options.large)}
    for events, (ours, alike, bare) in costs.items():
        told = f"page of 50 of {events:9}: {ours:7.2f} ms   the same in bare SQL {alike:6.2f} ms"
        print(f"{told}   ratio {ours / alike:.2f}")
        print(f"{'':26}   SELECT of the events alone {bare:6.2f} ms   ratio {ours / bare:.2f}")
    large, small = costs[options.large][0], costs[options.small][0]
    print(f"the large list against the small: {large / small:.2f} (target 1)")
    edits = edit_costs(options.edits, max(options.rounds // 4, 1))
    print(f"bulk edit of {options.edits}: {edits['ours']:8.1f} ms")
    print(f"  plain UPDATEs            {edits['plain']:8.1f} ms   ratio {edits['ours'] / edits['plain']:.1f}")
    print(f"  with a journal row each  {edits['journalled']:8.1f} ms   ratio {edits['ours'] / edits['journalled']:.1f}")


if __name__ == "__main__":
    main()
