"""One sentence and one remedy for every error type, in the interface's language; and the exit code it ends with."""

from collections.abc import Callable
from typing import Any

from db import errors
from desktop.errors import ExitCode, UserError
from desktop.i18n import _

Sentences = tuple[str, str, ExitCode]


def explain(error: BaseException) -> UserError:
    """The user's view of an error; one that has no sentence of its own is our bug, and is told without its text."""
    if isinstance(error, UserError):
        return error
    for kind in type(error).__mro__:
        told = _TOLD.get(kind)
        if told is not None:
            what, remedy, code = told(error)
            return UserError(what, remedy, code=code)
    return UserError(
        _("The program made a mistake ({kind}). Nothing of this step was saved; everything before it is safe.").format(
            kind=type(error).__name__
        ),
        _("Try again. If it happens again, restart the program and tell us what you did."),
        code=ExitCode.OUR_BUG,
    )


def _wrong_passphrase(_error: Any) -> Sentences:
    return (
        _("The passphrase does not open this vault."),
        _("Check the keyboard layout and Caps Lock and try again, or open the vault with the recovery key."),
        ExitCode.WRONG_PASSPHRASE,
    )


def _weak_passphrase(error: errors.WeakPassphrase) -> Sentences:
    what = {
        "short": _("The passphrase is too short."),
        "common": _("The passphrase is on lists that are tried first."),
    }.get(error.reason, _("The passphrase is too easy to guess."))
    return (
        what,
        _("Take the phrase the program offers, or six words that have nothing to do with one another."),
        (ExitCode.BAD_INPUT),
    )


def _not_a_vault(_error: Any) -> Sentences:
    return (
        _("There is no vault in this folder."),
        _("Choose the folder whose name ends in .sandyq, or create a new vault."),
        ExitCode.NOT_FOUND,
    )


def _vault_exists(_error: Any) -> Sentences:
    return (
        _("Something with this name is there already; it was not touched."),
        _("Choose another name or another folder."),
        ExitCode.BAD_INPUT,
    )


def _vault_in_use(_error: Any) -> Sentences:
    return (
        _("The vault is open in another window or program."),
        _("Close it there first. If nothing else is open, wait a moment and try again."),
        ExitCode.IN_USE,
    )


def _too_new(error: errors.VaultTooNew) -> Sentences:
    return (
        _("This vault was made by a newer version of Sandyq (schema {found}; this version knows {known}).").format(
            found=error.found, known=error.known
        ),
        _("Install the newer version. The vault was not changed."),
        ExitCode.TOO_NEW,
    )


def _too_old_engine(error: errors.VaultTooOldEngine) -> Sentences:
    return (
        _("The database engine on this computer ({found}) is older than {needed} and could damage a vault.").format(
            found=error.found, needed=error.needed
        ),
        _("Install Sandyq again with all its parts."),
        ExitCode.DAMAGED,
    )


def _damaged(_error: Any) -> Sentences:
    return (
        _("The vault's database is damaged: part of it is missing or was changed outside the program."),
        _("Do not write to it. Copy the whole folder, then go back to a copy you made earlier or ask for help."),
        ExitCode.DAMAGED,
    )


def _slots_missing(_error: Any) -> Sentences:
    return (
        _("The vault's key file is missing (keyslots.json and its copy keyslots.bak)."),
        _("Put one of the two files back from a copy of this vault; without it nothing can open the vault."),
        ExitCode.DAMAGED,
    )


def _slots_damaged(_error: Any) -> Sentences:
    return (
        _("The vault's key file was changed or is damaged, and so is its copy."),
        _("Put keyslots.json or keyslots.bak back from a copy of this vault."),
        ExitCode.DAMAGED,
    )


def _document_missing(_error: Any) -> Sentences:
    return (
        _("The stored file of a document is missing from the vault."),
        _("Put the file back from a copy of the vault's folder. The document's record and its fingerprint are safe."),
        ExitCode.DAMAGED,
    )


def _document_damaged(_error: Any) -> Sentences:
    return (
        _("The stored file of a document is damaged or was exchanged."),
        _("Put the file back from a copy of the vault. The document's record and its fingerprint are safe."),
        ExitCode.DAMAGED,
    )


def _disk_full(_error: Any) -> Sentences:
    return (
        _("The disk is full. Nothing of this step was saved; everything before it is safe."),
        _("Make room on the disk and try again."),
        ExitCode.DISK,
    )


def _storage_failed(_error: Any) -> Sentences:
    return (
        _("The disk could not be read or written. Nothing of this step was saved; everything before it is safe."),
        _("Check that the disk is connected, not full and not write-protected; then open the vault again."),
        ExitCode.DISK,
    )


def _record_missing(_error: Any) -> Sentences:
    return (
        _("There is no such record in this vault."),
        _("It may have been deleted for good. Look in the list again."),
        ExitCode.NOT_FOUND,
    )


def _record_moved(_error: Any) -> Sentences:
    return (
        _("This step cannot be undone: the record was changed again since."),
        _("Undo the later change first, or correct the record by hand; its history shows both versions."),
        ExitCode.BAD_INPUT,
    )


def _record_taken(_error: Any) -> Sentences:
    return (
        _("Another record has this reference already."),
        _("Choose another one."),
        ExitCode.BAD_INPUT,
    )


def _record_in_use(_error: Any) -> Sentences:
    return (
        _("Other records still refer to this one."),
        _("Remove those references first."),
        ExitCode.BAD_INPUT,
    )


def _nothing_to_undo(_error: Any) -> Sentences:
    return _("There is nothing to undo or redo."), "", ExitCode.BAD_INPUT


def _cancelled(_error: Any) -> Sentences:
    return _("Cancelled. Nothing of this step was saved."), "", ExitCode.CANCELLED


_TOLD: dict[type[Any], Callable[[Any], Sentences]] = {
    errors.WrongPassphrase: _wrong_passphrase, errors.WeakPassphrase: _weak_passphrase,
    errors.NotAVault: _not_a_vault, errors.VaultExists: _vault_exists, errors.VaultInUse: _vault_in_use,
    errors.VaultTooNew: _too_new, errors.VaultTooOldEngine: _too_old_engine, errors.VaultDamaged: _damaged,
    errors.KeySlotsMissing: _slots_missing, errors.KeySlotsDamaged: _slots_damaged,
    errors.DocumentMissing: _document_missing, errors.DocumentDamaged: _document_damaged,
    errors.DiskFull: _disk_full, errors.StorageFailed: _storage_failed, errors.RecordMissing: _record_missing,
    errors.RecordMoved: _record_moved, errors.RecordTaken: _record_taken, errors.RecordInUse: _record_in_use,
    errors.NothingToUndo: _nothing_to_undo, errors.Cancelled: _cancelled,
}  # fmt: skip
