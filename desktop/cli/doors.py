"""Opening a vault for one command, and closing it whatever happens."""

import platform
from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.console import Console
from desktop.cli.passphrases import passphrase

if TYPE_CHECKING:
    from db.vault import Vault


@contextmanager
def opened(console: Console, arguments: Namespace) -> Generator["Vault"]:
    """The vault that a command names, opened with the passphrase."""
    from desktop.operations.vaults import open_vault

    folder = Path(arguments.vault)
    require_vault(folder)
    secret = passphrase(console, arguments)
    vault = open_vault(folder, secret, clock=console.clock, device=platform.node(), **floor_of(console)).result
    with closing(vault):
        yield vault


@contextmanager
def closing(vault: "Vault") -> Generator[None]:
    """Close the vault at the end."""
    try:
        yield
    finally:
        vault.close()


def require_vault(folder: Path) -> None:
    """Say that there is no vault before anybody types a passphrase for it. Raises ``NotAVault``."""
    from db.errors import NotAVault

    if not folder.is_dir():
        raise NotAVault(folder)


def floor_of(console: Console) -> dict[str, Any]:
    """What opening a vault takes of the costs that tests choose."""
    return {name: cost for name, cost in console.costs.items() if name == "floor"}
