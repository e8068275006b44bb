"""How long a large case takes to come in, against plain ``sqlite3`` writing the same rows.

    python benchmarks/case_import.py [--events N] [--rounds N]

Ours is everything a user waits for after the vault is open: reading and checking ``case.json``, the encrypted records,
the journal and the full-text index, on the disk. The peer is given ready tuples and does one ``executemany`` a table,
in the same schema with the same indexes, unencrypted: first for the records alone, then for every row ours writes.
The target is a ratio of 3 against the latter (design/performance.md). Of several rounds the quickest counts.
"""

import argparse
import json
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from db.keys import KdfCost
from db.vault import Vault
from desktop.documents.exchange.faults import Faults
from desktop.documents.exchange.reading import Reading
from desktop.documents.exchange.shape import shaped
from desktop.documents.exchange.source import read_source
from desktop.operations.exchange import import_case
from desktop.operations.times import WallClocks

CHEAP = KdfCost(memory_kib=8, passes=1, lanes=1)  # deriving the key is no part of an import
PASSPHRASE = "otter velvet quarry lantern mosaic"  # noqa: S105 - protects made-up cases
STAYS = {"stay", "stay_person", "stay_way"}  # triggers write them; the peer is given them ready
NOT_RECORDS = {"journal", "journal_detail", "passage", *STAYS}
Rows = dict[str, list[tuple[Any, ...]]]
KINDS = ("detention", "custody", "interrogation", "transfer", "complaint", "hearing", "ill-treatment", "visit")


def made_up_case(events: int) -> dict[str, Any]:
    """A case of so many events, two participants and a passage each, in the words such files are written in."""
    start = datetime(2022, 1, 5, 20, tzinfo=UTC)
    persons = [{"id": f"p{n}", "names": [{"text": f"Иванов Пётр {n}", "lang": "ru"}]} for n in range(200)]
    places = [
        {"id": f"l{n}", "names": [{"text": f"ИВС № {n}", "lang": "ru"}], "kind": "ivs", "zone": "Asia/Almaty"}
        for n in range(40)
    ]
    documents = [{"id": f"d{n}", "title": f"Том {n} уголовного дела", "kind": "protocol"} for n in range(50)]
    text = (
        "По словам задержанного, протокол составлен спустя трое суток, защитник не допущен, родственники не извещены."
    )
    return {
        "format": "sandyq-case", "version": 1, "case": {"ref": "BENCH-1", "title": "A large case"},
        "persons": persons, "places": places, "documents": documents,
        "events": [
            {
                "id": f"e{n}", "kind": KINDS[n % len(KINDS)], "place": f"l{n % 40}", "standing": "alleged",
                "when": (start + timedelta(minutes=37 * n)).strftime("%Y-%m-%dT%H:%M"),
                "title": f"Событие {n}: допрос без адвоката", "text": f"{text} Лист дела {n}.",
                "participants": [
                    {"person": f"p{n % 200}", "role": "detainee"}, {"person": f"p{(n + 7) % 200}", "role": "official"},
                ],
            }
            for n in range(events)
        ],
        "citations": [
            {"document": f"d{n % 50}", "page": str(n % 300 + 1), "quote": f"Лист {n}, оборот", "event": f"e{n}"}
            for n in range(events)
        ],
    }  # fmt: skip


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def new_vault(folder: Path) -> Vault:
    """An empty vault."""
    vault, _recovery_key = Vault.create(
        folder / "bench.sandyq", PASSPHRASE, clock=lambda: datetime(2026, 3, 2, tzinfo=UTC), cost=CHEAP, floor=CHEAP
    )
    return vault


def written_by(vault: Vault) -> tuple[list[str], Rows]:
    """The schema of a vault, and every row an import wrote into it, by table."""
    with vault.reading() as connection:
        schema = [
            (row.name, row.sql)
            for row in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
            if not row.name.startswith("passage_index_")
            and "passage_index, rank" not in row.sql
            and not (row.name.startswith("stay_") and not row.sql.startswith("CREATE TABLE"))
        ]
        tables = [
            name
            for name, sql in schema
            if sql.startswith("CREATE TABLE") and name not in {"alembic_version", "setting"}
        ]
        rows = {
            table: [
                tuple(row)
                for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"')  # noqa: S608 - our own tables
            ]
            for table in tables
        }
    return [sql for _name, sql in schema], rows


def write_plainly(path: Path, schema: list[str], rows: Rows) -> float:
    """Seconds that plain SQLite takes for these rows in one transaction, on the disk at its end."""
    connection = sqlite3.connect(path, isolation_level=None)
    for sql in schema:
        connection.execute(sql)

    def write() -> None:
        connection.execute("BEGIN")
        for table, content in rows.items():
            if content:
                marks = ", ".join("?" for _ in content[0])
                connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', content)  # noqa: S608 - as above
        connection.execute("COMMIT")

    taken = seconds(write)
    connection.close()
    return taken


def read_only(file: Path) -> None:
    """Read and check the file without keeping anything: the share of an import that no database sees."""
    faults = Faults()
    Reading(shaped(read_source(file), faults), faults, WallClocks(), lambda: "0" * 36).run()
    faults.refuse()


def one_round(file: Path, room: Path) -> dict[str, float]:
    """Seconds of each way to bring the file in, on fresh databases in ``room``."""
    room.mkdir()
    vault = new_vault(room)
    reading = seconds(lambda: read_only(file))
    ours = seconds(lambda: import_case(vault, file))
    schema, rows = written_by(vault)
    vault.close()
    only_records = {table: content for table, content in rows.items() if table not in NOT_RECORDS}
    return {
        "ours": ours,
        "reading": reading,
        "records": write_plainly(room / "records.db", schema, only_records),
        "everything": write_plainly(room / "everything.db", schema, rows),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "case.json"
        file.write_text(json.dumps(made_up_case(options.events), ensure_ascii=False), encoding="utf-8")
        read_only(file)  # modules loaded, vocabularies and schema ready
        rounds = [one_round(file, Path(folder) / str(number)) for number in range(options.rounds)]
        print(f"{options.events} events, two participants and a passage each; {file.stat().st_size >> 20} MiB")
    best = {way: min(one[way] for one in rounds) for way in rounds[0]}
    ours, records, everything = best["ours"], best["records"], best["everything"]
    print(f"import                       {ours:7.3f} s   (reading and checking alone {best['reading']:.3f} s)")
    print(f"sqlite3, the records alone   {records:7.3f} s   ratio {ours / records:.2f}")
    print(f"sqlite3, every row we write  {everything:7.3f} s   ratio {ours / everything:.2f}   (target 3)")


if __name__ == "__main__":
    main()
