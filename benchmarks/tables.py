"""How long a table takes to come in, against its bare reader and plain ``sqlite3`` writing the same rows.

    python benchmarks/tables.py [--rows N] [--rounds N]

Ours is everything a user waits for after the columns have their meanings: reading the file, every name, term and time
understood, every rule of the case file held to, encrypted records, the journal and the full-text index, on the disk.
The peer reads the same file with ``csv`` or ``openpyxl`` alone, looks at nothing, and writes ready tuples with one
``executemany`` a table into the same schema, unencrypted: every row that ours writes, and the 240 persons and places
that were on file before. Of several rounds the quickest counts.
"""

import argparse
import csv
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.case_import import KINDS, new_vault, seconds, write_plainly, written_by
from db.rows import CaseRow, PersonRow, PlaceRow
from db.types import Name
from db.vault import Vault
from desktop.documents.sheets.mapping import guess
from desktop.documents.sheets.opening import read_table
from desktop.documents.sheets.writing import write_table
from desktop.operations.cases import save_case
from desktop.operations.members import save_member
from desktop.operations.table_export import export_table
from desktop.operations.table_import import check_table, import_table

TITLES = ("kind", "when", "place", "participants.detainee", "participants.official", "title", "text", "standing")
PERSONS, PLACES = 200, 40
TEXT = "По словам задержанного, протокол составлен спустя трое суток, защитник не допущен."


def rows(count: int) -> list[tuple[str, ...]]:
    """So many events in the words of people: names, words for terms, times typed by hand."""
    return [
        (
            KINDS[n % len(KINDS)],
            f"{1 + n % 28:02}.{1 + n % 12:02}.2022 {n % 24:02}:{n % 60:02}",
            f"ИВС № {n % PLACES}",
            f"Иванов Пётр {n % PERSONS}",
            f"Иванов Пётр {(n + 7) % PERSONS}",
            f"Событие {n}: допрос без адвоката",
            f"{TEXT} Лист дела {n}.",
            "Утверждается",
        )
        for n in range(count)
    ]


def read_barely(file: Path) -> None:
    """What the libraries alone take to read the file."""
    if file.suffix == ".csv":
        with file.open(encoding="utf-8-sig", newline="") as stream:
            assert sum(1 for _line in csv.reader(stream)) > 0
        return
    from openpyxl import load_workbook

    book = load_workbook(file, read_only=True, data_only=True)
    assert sum(1 for _line in book.worksheets[0].iter_rows(values_only=True)) > 0
    book.close()


def a_case(vault: Vault) -> str:
    """A case with everybody and every place on file."""
    case = save_case(vault, CaseRow("", "BENCH-1", "A large table")).result
    for n in range(PERSONS):
        save_member(vault, PersonRow("", (Name(f"Иванов Пётр {n}", "ru"),)), case_id=case)
    for n in range(PLACES):
        save_member(vault, PlaceRow("", (Name(f"ИВС № {n}", "ru"),), "ivs", zone="Asia/Almaty"), case_id=case)
    return case


def one_round(file: Path, room: Path) -> dict[str, float]:
    """Seconds of each way to bring the file in, on fresh databases in ``room``."""
    room.mkdir()
    vault = new_vault(room)
    case = a_case(vault)

    def bring_in() -> None:
        table = read_table(file)
        import_table(vault, case, table, guess("events", table.titles))

    def dry_run() -> None:
        table = read_table(file)
        assert not check_table(vault, case, table, guess("events", table.titles)).faults

    times = {"bare": seconds(lambda: read_barely(file)), "dry": seconds(dry_run), "ours": seconds(bring_in)}
    times["rows"] = write_plainly(room / "rows.db", *written_by(vault))
    times["export"] = seconds(lambda: export_table(vault, case, "events", room / f"out{file.suffix}", TITLES[:1]))
    vault.close()
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{options.rows} events of {len(TITLES)} columns, two participants and a place each")
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".csv", ".xlsx"):
            file = Path(folder) / f"events{suffix}"
            write_table(file, "Events", TITLES, rows(options.rows))
            rounds = [one_round(file, Path(folder) / f"{suffix[1:]}{number}") for number in range(options.rounds)]
            best = {way: min(one[way] for one in rounds) for way in rounds[0]}
            peer = best["bare"] + best["rows"]
            print(f"{suffix:6} import {best['ours']:7.3f} s   dry run {best['dry']:.3f} s")
            print(f"       bare reader {best['bare']:.3f} s + sqlite3, every row we write {best['rows']:.3f} s")
            print(f"       ratio {best['ours'] / peer:.2f}   (one column out again {best['export']:.3f} s)")


if __name__ == "__main__":
    main()
