"""The two copies of the key slot file, ``keyslots.json`` and ``keyslots.bak``; losing both is losing the vault."""

from pathlib import Path

from db.errors import KeySlotsDamaged, KeySlotsMissing, VaultTooNew
from db.files import storage_errors, write_durably
from db.kdf import KdfCost
from db.keyslots import SlotFile, decode

COPIES = ("keyslots.json", "keyslots.bak")
_LONGEST = 64 * 1024  # bytes; the real file has about 1,700


def read_copies(folder: Path, floor: KdfCost) -> list[SlotFile]:
    """The intact copies that differ, the main one first.

    Raises `KeySlotsMissing` when neither file is there, `VaultTooNew` when a newer version wrote them, and
    `KeySlotsDamaged` when neither is intact and within the permitted costs.
    """
    contents = [content for name in COPIES if (content := _content(folder / name)) is not None]
    if not contents:
        raise KeySlotsMissing
    copies: list[SlotFile] = []
    refusal: KeySlotsDamaged | VaultTooNew | None = None
    for content in dict.fromkeys(contents):
        try:
            copies.append(_decode_within(content, floor))
        except (KeySlotsDamaged, VaultTooNew) as error:
            refusal = refusal if isinstance(refusal, VaultTooNew) else error
    if refusal is not None and not copies:
        raise refusal
    return copies


def write_copies(folder: Path, file: SlotFile) -> None:
    """Make both copies equal to ``file``, one after the other, so that one of them is whole at any moment."""
    content = file.encode()
    for name in COPIES:
        if _content(folder / name) != content:
            write_durably(folder / name, content)


def have_copies(folder: Path) -> bool:
    """Whether either copy is there, whatever its state."""
    return any((folder / name).exists() for name in COPIES)


def _decode_within(content: bytes, floor: KdfCost) -> SlotFile:
    file = decode(content)
    if not file.is_within(floor):
        raise KeySlotsDamaged("cost")
    return file


def _content(path: Path) -> bytes | None:
    """A copy's bytes (too many of them stay too many), or None when there is no such file."""
    with storage_errors():
        try:
            with path.open("rb") as file:
                return file.read(_LONGEST)
        except FileNotFoundError:
            return None
