"""The vault itself: make it, open it, change what opens it."""

from pathlib import Path

from db.keys import FLOOR, KdfCost, calibrated_cost, check_passphrase, replace_passphrase, replace_recovery_key
from db.queries.documents import stored_files
from db.types import BlobId
from db.vault import Clock, Vault
from desktop.operations import Done, Touched
from desktop.operations.sort_keys import renew_sort_keys

NOTHING = Touched()


def create_vault(
    folder: Path, passphrase: str, *, clock: Clock, author: str, device: str, cost: KdfCost | None = None,
    floor: KdfCost = FLOOR,
) -> Done[tuple[Vault, str]]:  # fmt: skip
    """Make a vault and open it; returns it with its recovery key, which is shown once. ``cost`` is for tests."""
    made = Vault.create(folder, passphrase, clock=clock, author=author, device=device, cost=cost, floor=floor)
    return Done(made, NOTHING)


def open_vault(folder: Path, passphrase: str, *, clock: Clock, device: str, floor: KdfCost = FLOOR) -> Done[Vault]:
    """Open a vault with its passphrase; clear away what a crash left, and renew what an earlier version derived."""
    vault = Vault.open(folder, passphrase, clock=clock, device=device, floor=floor)
    with vault.read() as session:
        known = {BlobId(row.blob) for row in stored_files(session) if row.blob}
    vault.store.sweep(known)
    renew_sort_keys(vault)
    return Done(vault, NOTHING)


def recover_vault(folder: Path, recovery_key: str, *, clock: Clock, device: str, floor: KdfCost = FLOOR) -> Done[Vault]:
    """Open a vault with its recovery key, so that a new passphrase can be set."""
    return Done(Vault.open_with_recovery_key(folder, recovery_key, clock=clock, device=device, floor=floor), NOTHING)


def change_passphrase(
    vault: Vault, passphrase: str, *, cost: KdfCost | None = None, floor: KdfCost = FLOOR
) -> Done[None]:
    """Set a new passphrase. Copies of the old key file still open with the old one. Raises ``WeakPassphrase``."""
    check_passphrase(passphrase)
    replace_passphrase(vault.folder, vault.keys, passphrase, cost=cost or calibrated_cost(), floor=floor)
    return Done(None, NOTHING)


def renew_recovery_key(vault: Vault) -> Done[str]:
    """Make a new recovery key in place of the old one and return it."""
    return Done(replace_recovery_key(vault.folder, vault.keys), NOTHING)
