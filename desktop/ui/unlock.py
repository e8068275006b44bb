"""The door of a vault as the window sees it: where vaults are looked for, how long a wrong passphrase waits, opening.

Everything of storage is imported when it is first needed, so that the window is there before.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths

if TYPE_CHECKING:
    from db.vault import Vault

SUFFIX = ".sandyq"
LONGEST_WAIT = 30  # seconds
SYNCED_FOLDERS = ("dropbox", "onedrive", "icloud", "google drive", "googledrive", "yandex.disk", "nextcloud")


@dataclass(frozen=True, slots=True)
class Unlocking:
    """What opens a vault: its folder and the secret typed; ``is_recovery`` when that is the recovery key."""

    folder: Path
    secret: str = field(repr=False)
    is_recovery: bool = False


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault to be made: where, opened by what, and whose name stands in its journal."""

    folder: Path
    passphrase: str = field(repr=False)
    author: str = ""


class Door:
    """Makes, opens and re-keys vaults; ``costs`` are the derivation costs that tests choose."""

    def __init__(self, clock: Callable[[], datetime], **costs: Any) -> None:
        self._clock = clock
        self._costs = costs

    def create(self, plan: NewVault) -> "tuple[Vault, str]":
        """Make a vault; returns it open, with its recovery key."""
        from desktop.operations.vaults import create_vault

        named = {"author": plan.author, "device": _device()}
        plan.folder.parent.mkdir(parents=True, exist_ok=True)
        return create_vault(plan.folder, plan.passphrase, clock=self._clock, **named, **self._costs).result

    def open(self, asked: Unlocking) -> "Vault":
        """Open a vault with its passphrase or its recovery key."""
        from desktop.operations.vaults import open_vault, recover_vault

        verb = recover_vault if asked.is_recovery else open_vault
        costs = {name: cost for name, cost in self._costs.items() if name == "floor"}
        return verb(asked.folder, asked.secret, clock=self._clock, device=_device(), **costs).result

    def check(self, folder: Path, passphrase: str) -> None:
        """Raise ``WrongPassphrase`` unless this opens the vault."""
        from db.keys import unlock

        unlock(folder, passphrase, **{name: cost for name, cost in self._costs.items() if name == "floor"})

    def change(self, vault: "Vault", passphrase: str) -> None:
        """Let another passphrase open the vault."""
        from desktop.operations.vaults import change_passphrase

        change_passphrase(vault, passphrase, **self._costs)


def usual_places() -> list[Path]:
    """Where vaults usually lie: documents, the home folder, and beside the program when it runs from a stick."""
    kinds = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)
    places = [Path(QStandardPaths.writableLocation(kind)) for kind in kinds] + [Path.cwd()]
    return list(dict.fromkeys(places))


def vaults_in(places: Iterable[Path]) -> list[Path]:
    """The vaults lying in these folders: looked for each time, remembered nowhere."""
    found: list[Path] = []
    for place in places:
        try:
            found += sorted(path for path in place.glob(f"*{SUFFIX}") if path.is_dir())
        except OSError:
            continue
    return list(dict.fromkeys(found))


def wait_after(failures: int) -> int:
    """Seconds to wait after so many wrong passphrases: 1, 2, 4 … 30. The cost of each guess is the real guard."""
    return min(2 ** max(failures - 1, 0), LONGEST_WAIT) if failures else 0


def is_synced(folder: Path) -> bool:
    """Whether a folder looks as if a cloud service copies it."""
    return any(mark in part.lower() for part in folder.parts for mark in SYNCED_FOLDERS)


def _device() -> str:
    """What this computer calls itself; kept in the journal, inside the vault."""
    import platform

    return platform.node()
