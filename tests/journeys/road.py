"""The whole road once in a process of its own, ending in SIGKILL with everything open; run by ``test_canary.py``.

``python road.py FOLDER``: a vault with a case, its people, an event, a document and a brief; the window shows them;
then the process is killed as by someone who pulls the plug. What may lie readable outside the vault is FOLDER/source
(what was brought in) and FOLDER/out (what was taken out).
"""

import json
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from db.queries import documents
from db.rows import EventRow, ParticipationRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.briefs import Wanted, export_brief
from desktop.operations.documents import add_documents, read_document
from desktop.operations.events import save_event
from desktop.operations.exchange import import_case
from desktop.operations.members import save_member
from desktop.ui.open_vault import OpenVault
from desktop.ui.settings import Settings, private_folder
from desktop.ui.tasks import Tasks
from desktop.ui.unlock import Door
from desktop.ui.wishes import Wishes
from tests.builders import CHEAP, PASSPHRASE, TestClock

CANARY = "Кенарайқызы"
LATIN_CANARY = "Kenaraikyzy-9f3c"
SHOWN_MILLISECONDS = 1500


def walk(folder: Path) -> None:
    """Go the road and die."""
    vault, _key = Vault.create(
        folder / "vault.sandyq", PASSPHRASE, clock=TestClock(), author="A", cost=CHEAP, floor=CHEAP
    )
    case_id = _record(vault, folder / "source")
    export_brief(vault, case_id, Wanted("chronology", "kk"), folder / "out" / "brief.pdf")
    _show(vault, case_id)


def _record(vault: Vault, source: Path) -> str:
    letter, case = source / "letter.txt", source / "case.json"
    letter.write_text(f"{CANARY} {LATIN_CANARY}\n" * 500)
    named = {"format": "sandyq-case", "version": 1, "case": {"ref": LATIN_CANARY, "title": CANARY}}
    case.write_text(json.dumps(named, ensure_ascii=False))
    case_id = import_case(vault, case).result.case_id
    names = (Name(CANARY, "kk"), Name(LATIN_CANARY, "en", "transliteration"))
    person = save_member(vault, PersonRow(id="", names=names), case_id=case_id).result
    at = when.parse("2022-01-05T20:00", "Asia/Almaty")
    event = EventRow(id="", case_id=case_id, kind="detention", title=CANARY, text=LATIN_CANARY, when=at)
    save_event(vault, event, [ParticipationRow(id="", event_id="", person_id=person, role="detainee")])
    for document in add_documents(vault, case_id, [letter]).result:
        read_document(vault, document)
    return case_id


def _show(vault: Vault, case_id: str) -> None:
    app = QApplication(["sandyq"])
    settings = Settings(private_folder())
    opened = OpenVault(
        vault, settings, Tasks(), Door(TestClock(), cost=CHEAP, floor=CHEAP), Wishes(settings), print, app=app
    )
    opened.show()
    opened.window.show()
    with vault.read() as session:
        shown = documents.page(session, case_id=case_id).rows[0].document.id
    opened.window.screens.open_record(case_id, Kind.DOCUMENT, shown)
    QTimer.singleShot(SHOWN_MILLISECONDS, _die)
    app.exec()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    walk(Path(sys.argv[1]))
