"""The road a vault takes while its disk fails: a process that forks itself for every fault asked for on its input.

A line in: step, kind of fault, road, folder. A line out: how the fork ended, as a wait status. What the road
acknowledged lies in ``said`` beside the folder, what it complained of in ``complained``.
"""

import ctypes
import os
import sys
from dataclasses import replace
from pathlib import Path

from db.errors import VaultError
from db.queries.case_files import case_file
from db.queries.cases import find
from db.queries.records import fetch
from db.rows import CaseRow
from db.types import Kind
from desktop.documents.sheets.mapping import guess
from desktop.documents.sheets.opening import read_table
from desktop.errors import UserError
from desktop.operations.bulk import edit_several
from desktop.operations.cases import save_case
from desktop.operations.documents import add_documents
from desktop.operations.exchange import export_case
from desktop.operations.merging import merge_members
from desktop.operations.table_import import import_table
from tests.builders import open_vault

TYPED = 7  # the road ended with an error the program has a sentence for
REF, BEFORE = "KZ-1", 40
CORRECTED, NEW = "Corrected ", "New "
LETTER = "Из больницы: ожоги на руках.\n".encode() * 3000


def say(*words: object) -> None:
    """Tell a line that is out before anything else happens."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def walk(folder: Path) -> None:
    """Make a case, take a document in, correct the case, write it out; say each thing that is done."""
    vault = open_vault(folder / "test.sandyq")
    case = save_case(vault, CaseRow("", "KZ-1", "First title")).result
    say("case", case)
    (document,) = add_documents(vault, case, [folder.parent / "letter.txt"]).result
    say("document", document)
    with vault.read() as session:
        row = fetch(session, CaseRow, case)
    save_case(vault, replace(row, title="Second title"))
    say("title")
    export_case(vault, case, folder / "out")
    say("export")
    vault.close()
    say("closed")


def write_records(folder: Path) -> None:
    """Unite two persons, bring a corrected list in, give all events a standing; say each thing that is done."""
    vault = open_vault(folder / "test.sandyq")
    with vault.read() as session:
        case = find(session, REF).id
        kept, lost = case_file(session, case).persons
    merge_members(vault, Kind.PERSON, kept.id, lost.id)
    say("merged")
    table = read_table(folder.parent / "list.csv")
    import_table(vault, case, table, guess("events", table.titles))
    say("imported")
    with vault.read() as session:
        events = [event.id for event in case_file(session, case).events]
    edit_several(vault, Kind.EVENT, events, {"standing": "alleged"}, case_id=case)
    say("edited")
    vault.close()
    say("closed")


ROADS = {"documents": walk, "records": write_records}


def run(disk: ctypes.CDLL, step: int, kind: int, road: str, folder: Path) -> None:
    """The road in this process, which ends here."""
    for descriptor, name in ((1, "said"), (2, "complained")):
        os.dup2(os.open(folder.with_suffix(f".{name}"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
    disk.disk_arm(os.fsencode(f"{folder}/"), ctypes.c_long(step), kind)
    try:
        ROADS[road](folder)
    except (VaultError, UserError) as error:
        say("error", type(error).__name__)
        os._exit(TYPED)
    except BaseException:  # noqa: BLE001 - what a traceback would be: the test reads it and fails
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    say("steps", disk.disk_steps())
    os._exit(0)


def main() -> None:
    """Answer line after line."""
    disk = ctypes.CDLL(None)
    for line in sys.stdin:
        step, kind, road, folder = line.rstrip("\n").split(" ", 3)
        child = os.fork()
        if child == 0:
            run(disk, int(step), int(kind), road, Path(folder))
        say(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
