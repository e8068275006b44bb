"""Pictures of the window at work: ``screenshots.py --vault VAULT --out FOLDER [--every]``.

Without ``--every`` the few pictures the README shows; with it every scene in every language and both looks, for people
to look through. The passphrase comes from SANDYQ_PASSPHRASE; nothing is saved in the vault.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from db.queries import cases, documents, timeline
from db.types import Kind
from db.vault import Vault
from desktop.i18n import Language
from desktop.ui.open_vault import OpenVault
from desktop.ui.settings import Look, Preferences, Settings
from desktop.ui.tasks import Tasks
from desktop.ui.unlock import Door, Unlocking
from desktop.ui.wishes import Wishes

SIZE = (1366, 768)
NORMAL, LARGE = 100, 150  # text size in percent
SETTLE = 900  # milliseconds after the lanes are empty: previews draw, layouts come to rest
README = (
    ("cases", Language.ENGLISH, Look.LIGHT), ("timeline", Language.RUSSIAN, Look.LIGHT),
    ("drawn", Language.ENGLISH, Look.LIGHT), ("contradictions", Language.RUSSIAN, Look.LIGHT),
    ("deadlines", Language.ENGLISH, Look.LIGHT),
    ("documents", Language.ENGLISH, Look.DARK), ("briefs", Language.KAZAKH, Look.LIGHT),
)  # fmt: skip
CASE_SCENES = (
    "overview", "timeline", "drawn", "people", "documents", "issues", "contradictions", "deadlines", "briefs",
    "history",
)  # fmt: skip
VAULT_SCENES = ("cases", "today", "people-of-all", "documents-of-all", "figures", "law", "trash")


class Photographer:
    """Opens the vault in a window of its own and takes pictures of it."""

    def __init__(self, app: QApplication, folder: Path, out: Path) -> None:
        self._app, self._out = app, out
        settings = Settings(Path(tempfile.mkdtemp(prefix="pictures-")))
        self._tasks, self._wishes = Tasks(), Wishes(settings)
        door = Door(_now)
        self._vault = door.open(Unlocking(folder, os.environ["SANDYQ_PASSPHRASE"]))
        self._opened = OpenVault(self._vault, settings, self._tasks, door, self._wishes, _ignore, app=app)
        self._opened.window.resize(*SIZE)
        self._opened.show()
        self._case, self._event, self._document = _records(self._vault)
        self._is_drawn = False

    def take(self, scene: str, language: Language, look: Look, *, text: int = NORMAL) -> None:
        """Take one picture, named after what it shows."""
        self._wishes.apply(Preferences(language, look, text))
        self._scenes()[scene]()
        self._wait()
        shown: QWidget = self._app.activeWindow() or self._opened.window
        name = "-".join((scene, language.value, look.value, *([str(text)] if text != NORMAL else [])))
        shown.window().grab().save(str(self._out / f"{name}.png"))

    def close(self) -> None:
        """Put everything away."""
        self._opened.window.close()
        self._wait()

    def _scenes(self) -> dict[str, Callable[[], object]]:
        return {
            "cases": lambda: self._perform("go.cases"),
            "people-of-all": lambda: self._perform("go.people"),
            "documents-of-all": lambda: self._perform("go.documents"),
            **{name: self._place(name) for name in ("today", "trash", "figures", "law")},
            "timeline": lambda: self._timeline(is_drawn=False),
            "drawn": lambda: self._timeline(is_drawn=True),
            "documents": lambda: self._show(Kind.DOCUMENT, self._document),
            **{name: self._tab(name) for name in ("overview", "people", "issues", "deadlines", "briefs", "history")},
            "contradictions": self._tab("conflicts"),
        }

    def _place(self, name: str) -> Callable[[], object]:
        return lambda: self._perform(f"go.{name}")

    def _timeline(self, *, is_drawn: bool) -> None:
        """The events listed, or drawn."""
        self._show(Kind.EVENT, self._event)
        self._wait()
        if is_drawn != self._is_drawn:
            self._perform("timeline.switch")
            self._is_drawn = is_drawn

    def _tab(self, name: str) -> Callable[[], object]:
        def show() -> None:
            self._opened.window.screens.open_case(self._case)
            self._perform(f"tab.{name}")

        return show

    def _show(self, kind: Kind, record: str) -> None:
        self._opened.window.screens.open_record(self._case, kind, record)

    def _perform(self, action: str) -> None:
        self._opened.window.desk.actions.perform(action)

    def _wait(self) -> None:
        """Until nothing runs and what was asked for is drawn."""
        loop, timer = QEventLoop(), QTimer(interval=SETTLE)
        timer.timeout.connect(lambda: None if self._tasks.running() else loop.quit())
        timer.start()
        loop.exec()


def _records(vault: Vault) -> tuple[str, str, str]:
    """The case of most events, an event of it with sources, and a document with a file."""
    with vault.read() as session:
        case = max(cases.page(session, limit=10).rows, key=lambda line: line.events).case.id
        events = timeline.page(session, case, limit=60).rows
        papers = documents.page(session, case_id=case, limit=60).rows
    sourced = max(events, key=lambda line: (line.citations, len(line.participants)))
    stored = next((line for line in papers if line.document.blob), papers[0])
    return case, sourced.event.id, stored.document.id


def _wanted(*, is_every: bool) -> Iterator[tuple[str, Language, Look, int]]:
    if not is_every:
        yield from ((scene, language, look, NORMAL) for scene, language, look in README)
        return
    for scene, language, look in product((*VAULT_SCENES, *CASE_SCENES), Language, (Look.LIGHT, Look.DARK)):
        yield scene, language, look, NORMAL
    yield from ((scene, Language.RUSSIAN, Look.LIGHT, LARGE) for scene in (*VAULT_SCENES, *CASE_SCENES))


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the clock of this tool


def _ignore(_folder: Path) -> None:
    """Nothing is locked here."""


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vault", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--every", action="store_true", help="every scene, language and look")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    photographer = Photographer(QApplication(["sandyq"]), options.vault, options.out)
    for scene, language, look, text in _wanted(is_every=options.every):
        photographer.take(scene, language, look, text=text)
    photographer.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
