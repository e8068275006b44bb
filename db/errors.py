"""What can go wrong in storage, as types. The sentences for people are in ``desktop/messages.py``.

No error carries a name, a text of the case or a passphrase: only paths inside the vault, ids, versions and numbers.
"""

from pathlib import Path


class VaultError(Exception):
    """Anything the vault refuses or finds broken."""


class WrongPassphrase(VaultError):
    """No key slot opens with this passphrase or recovery key."""


class WeakPassphrase(VaultError):
    """The passphrase is too easy to guess to protect a vault; ``reason`` is ``short``, ``common`` or ``guessable``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotAVault(VaultError):
    """The folder does not exist or is not a vault."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class VaultExists(VaultError):
    """A new vault was asked for where something already lies."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class VaultInUse(VaultError):
    """Another process has this vault open."""


class VaultTooNew(VaultError):
    """The vault was written by a newer version of the program; ``found`` is its schema revision."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(f"{found} > {known}")
        self.found = found
        self.known = known


class VaultTooOldEngine(VaultError):
    """The database engine on this machine is too old to be trusted with a vault."""

    def __init__(self, found: str, needed: str) -> None:
        super().__init__(f"{found} < {needed}")
        self.found = found
        self.needed = needed


class VaultDamaged(VaultError):
    """The database does not check out; ``what`` is a short code (``missing``, ``page``, ``schema``, ``chain 7``)."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class KeySlotsMissing(VaultError):
    """Neither copy of the key slot file is there."""


class KeySlotsDamaged(VaultError):
    """Both copies of the key slot file are unreadable, edited or outside the permitted costs."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class DocumentMissing(VaultError):
    """The stored file of a document is not in the vault."""

    def __init__(self, blob: str) -> None:
        super().__init__(blob)
        self.blob = blob


class DocumentDamaged(VaultError):
    """The stored file of a document is truncated, altered or belongs to another document or vault."""

    def __init__(self, blob: str, what: str) -> None:
        super().__init__(f"{blob}: {what}")
        self.blob = blob
        self.what = what


class DiskFull(VaultError):
    """There is no room left to write; nothing of the change was kept."""


class StorageFailed(VaultError):
    """The disk refused to read or write; nothing of the change was kept. ``code`` is the system's error number."""

    def __init__(self, code: int | None) -> None:
        super().__init__(str(code))
        self.code = code


class RecordMissing(VaultError):
    """No record of this kind with this id."""

    def __init__(self, kind: str, record: str) -> None:
        super().__init__(f"{kind} {record}")
        self.kind = kind
        self.record = record


class RecordMoved(VaultError):
    """Undo or redo refused: the record was changed again since."""

    def __init__(self, kind: str, record: str) -> None:
        super().__init__(f"{kind} {record}")
        self.kind = kind
        self.record = record


class RecordTaken(VaultError):
    """A value that must be unique is used already; ``constraint`` names the rule (``case.ref``)."""

    def __init__(self, constraint: str) -> None:
        super().__init__(constraint)
        self.constraint = constraint


class RecordInUse(VaultError):
    """The record cannot go while others refer to it; ``constraint`` names the rule."""

    def __init__(self, constraint: str) -> None:
        super().__init__(constraint)
        self.constraint = constraint


class NothingToUndo(VaultError):
    """The journal holds no change that could be undone or redone."""


class Cancelled(Exception):
    """The user stopped a long piece of work; nothing of it was kept."""
