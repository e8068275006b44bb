"""From a passphrase or a recovery key to the keys of a vault, and the changing of both.

The master key is 32 random bytes; every part of the vault is encrypted under a subkey of it (HKDF-SHA256, RFC 5869).
The passphrase and the recovery key each open a slot that holds it (`db.keyslots`), so changing either rewrites two
small files, whatever the size of the vault. Old copies of those files still open with the old secret. Python cannot
wipe memory: locking means replacing the process (vault.md 2.5).
"""

import contextlib
import hmac
import secrets
import unicodedata
from pathlib import Path
from typing import Literal, NoReturn

from db.errors import DiskFull, KeySlotsDamaged, StorageFailed, VaultExists, WrongPassphrase
from db.kdf import CEILING, FLOOR, KdfCost, calibrated_cost
from db.keyslot_copies import have_copies, read_copies, write_copies
from db.keyslots import Header, Slot, SlotFile, SlotKind, make_slot
from db.passphrases import check_passphrase, suggest_passphrase
from db.recovery_key import RecoveryKeyMistyped, new_recovery_key, read, spell

__all__ = [
    "CEILING",
    "FLOOR",
    "KdfCost",
    "Keys",
    "RecoveryKeyMistyped",
    "calibrated_cost",
    "check_passphrase",
    "create_slots",
    "recover",
    "replace_passphrase",
    "replace_recovery_key",
    "suggest_passphrase",
    "unlock",
]

Use = Literal["database", "blob", "blob-id", "journal", "backup"]

_MASTER_BYTES = 32


class Keys:
    """The unlocked master key of one vault: it hands out subkeys and wraps itself, and shows itself to nobody."""

    __slots__ = ("_master", "vault_id")

    def __init__(self, vault_id: str, master: bytes) -> None:
        self.vault_id = vault_id
        self._master = master

    def subkey(self, use: Use) -> bytes:
        """The 32-byte key for one part of the vault, the same each time."""
        return self._expand(use)

    def make_slot(self, header: Header, kind: SlotKind, secret: bytes, cost: KdfCost) -> Slot:
        """Wrap the master key under a secret."""
        return make_slot(header, kind, secret, cost, self._master)

    def seal(self, file: SlotFile) -> str:
        """The seal that proves both slots of a file were written by a holder of the master key."""
        return hmac.digest(self._expand("keyslots"), file.sealed_part(), "sha256").hex()

    def _expand(self, use: str) -> bytes:
        """HKDF-Expand (RFC 5869, 2.3) for one block: the master key is uniform already and needs no extraction."""
        return hmac.digest(self._master, b"sandyq/v1/" + use.encode() + b"\x01", "sha256")

    def __repr__(self) -> str:
        return "Keys(…)"

    def __reduce__(self) -> NoReturn:
        message = "keys stay in this process"
        raise TypeError(message)


def create_slots(folder: Path, passphrase: str, *, cost: KdfCost, floor: KdfCost = FLOOR) -> tuple[Keys, str]:
    """Make the key slots of a new vault; returns its keys and the recovery key to print.

    The recovery key is 256 random bits, so its slot costs the floor only. `VaultExists` rather than write over slots.
    """
    _refuse_cheap(cost, floor)
    if have_copies(folder):
        raise VaultExists(folder)
    keys = Keys(secrets.token_hex(16), secrets.token_bytes(_MASTER_BYTES))
    header = Header(keys.vault_id, _cipher())
    recovery_key = new_recovery_key()
    slots = (
        keys.make_slot(header, "passphrase", _bytes_of(passphrase), cost),
        keys.make_slot(header, "recovery", recovery_key, floor),
    )
    _write_sealed(folder, keys, SlotFile(header, slots, seal=""))
    return keys, spell(recovery_key)


def unlock(folder: Path, passphrase: str, *, floor: KdfCost = FLOOR) -> Keys:
    """Open the vault with its passphrase; repairs a lost or damaged copy of the slots from the other.

    Raises `WrongPassphrase`, `KeySlotsMissing`, `KeySlotsDamaged`, `VaultTooNew`.
    """
    return _open(folder, "passphrase", _bytes_of(passphrase), floor)


def recover(folder: Path, recovery_key: str, *, floor: KdfCost = FLOOR) -> Keys:
    """Open the vault with its recovery key, as `unlock`; also raises `RecoveryKeyMistyped`, a `WrongPassphrase`."""
    return _open(folder, "recovery", read(recovery_key), floor)


def replace_passphrase(folder: Path, keys: Keys, passphrase: str, *, cost: KdfCost, floor: KdfCost = FLOOR) -> None:
    """Make another passphrase open the vault, and the one before no longer."""
    _refuse_cheap(cost, floor)
    file = _sealed_file(folder, keys)
    slot = keys.make_slot(file.header, "passphrase", _bytes_of(passphrase), cost)
    _write_sealed(folder, keys, file.with_slot(slot))


def replace_recovery_key(folder: Path, keys: Keys) -> str:
    """Make a new recovery key, to be printed, and the one before no longer open the vault."""
    file = _sealed_file(folder, keys)
    recovery_key = new_recovery_key()
    slot = keys.make_slot(file.header, "recovery", recovery_key, file.slot("recovery").cost)
    _write_sealed(folder, keys, file.with_slot(slot))
    return spell(recovery_key)


def _open(folder: Path, kind: SlotKind, secret: bytes, floor: KdfCost) -> Keys:
    """Try the copies in turn, and make both equal to the one that opened and proved whole."""
    refusal: WrongPassphrase | KeySlotsDamaged = WrongPassphrase()
    for file in read_copies(folder, floor):
        master = file.slot(kind).open(file.header, secret)
        if master is None:
            continue
        keys = Keys(file.header.vault_id, master)
        if _is_sealed(file, keys):
            with contextlib.suppress(DiskFull, StorageFailed):  # a vault on a read-only stick opens too
                write_copies(folder, file)
            return keys
        refusal = KeySlotsDamaged("seal")
    raise refusal


def _sealed_file(folder: Path, keys: Keys) -> SlotFile:
    """The copy that these keys sealed; costs need no check, for the seal vouches for them."""
    for file in read_copies(folder, floor=KdfCost(0, 0, 0)):
        if _is_sealed(file, keys):
            return file
    raise KeySlotsDamaged("seal")


def _write_sealed(folder: Path, keys: Keys, file: SlotFile) -> None:
    write_copies(folder, SlotFile(file.header, file.slots, keys.seal(file)))


def _is_sealed(file: SlotFile, keys: Keys) -> bool:
    return hmac.compare_digest(file.seal, keys.seal(file))


def _refuse_cheap(cost: KdfCost, floor: KdfCost) -> None:
    if not cost.is_within(floor):
        message = f"{cost} is not between {floor} and {CEILING}"
        raise ValueError(message)


def _bytes_of(passphrase: str) -> bytes:
    """The passphrase in one spelling, whichever way the keyboard composed its letters (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def _cipher() -> dict[str, str]:
    """What this release encrypts with, for a later one that has to open the vault."""
    import nacl
    from sqlcipher3 import dbapi2

    return {
        "database": "SQLCipher 4 with a raw key: AES-256-CBC, HMAC-SHA512, pages of 4096 bytes",
        "documents": "sandyq blob 1: XChaCha20-Poly1305 secretstream",
        "subkeys": "HKDF-SHA256 expand, sandyq/v1",
        "sqlite": str(vars(dbapi2)["sqlite_version"]),
        "pynacl": nacl.__version__,
    }
