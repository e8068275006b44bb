"""The program as a window. Locking replaces the process, so that nothing of the case is left in memory."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from desktop.ui import icons
from desktop.ui.garbage import Garbage
from desktop.ui.launch import Launch
from desktop.ui.settings import Settings, forget_visited_folders, private_folder
from desktop.ui.unlock import Door, usual_places, vaults_in

if TYPE_CHECKING:
    from desktop.ui.open_vault import OpenVault

LOCKED_VAULT = "SANDYQ_LOCKED_VAULT"  # tells the next process which vault was locked; written nowhere


def start(argv: Sequence[str]) -> int:
    """Run the window until it is closed; ``argv`` may name the folder of a vault to ask for first."""
    settings = Settings(private_folder())
    app = QApplication([sys.argv[0]])
    app.setApplicationName("sandyq")
    app.setApplicationDisplayName("Sandyq")
    app.setDesktopFileName("sandyq")
    garbage = Garbage(app)
    launch = Launch(app, settings, Door(now), vaults_to_offer(argv), start_anew)
    app.setWindowIcon(icons.icon("sandyq"))
    launch.entered.connect(_tell_errors)
    launch.entered.connect(partial(_wait_for_rest, garbage))
    launch.begin()
    ended = app.exec()
    forget_visited_folders()
    return ended


def _tell_errors(opened: "OpenVault") -> None:
    """From now on errors that nobody caught are told in the window instead of being printed with what they carry."""
    opened.window.desk.report.catch_all()


def _wait_for_rest(garbage: Garbage, opened: "OpenVault") -> None:
    """With a vault open there is much to collect: not while somebody works."""
    garbage.wait_for_rest(opened.rested)


def vaults_to_offer(argv: Sequence[str]) -> list[Path]:
    """The vault that was locked or named, then those that lie in the usual places."""
    named = [Path(name).absolute() for name in (os.environ.pop(LOCKED_VAULT, ""), *argv) if name]
    return list(dict.fromkeys([*named, *vaults_in(usual_places())]))


def start_anew(folder: Path) -> None:
    """Start the program anew in place of this process: what it knew is gone with its memory."""
    arguments = [sys.executable, *sys.orig_argv[1:]]
    os.execve(sys.executable, arguments, {**os.environ, LOCKED_VAULT: str(folder)})  # noqa: S606 - ourselves


def now() -> datetime:
    """The clock of the window."""
    return datetime.now(UTC)  # noqa: TID251 - the one clock of the window, handed to everything else
