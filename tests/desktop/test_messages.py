"""Every error type has a sentence, a remedy where there is one, and an exit code; none quotes what it must not."""

import inspect
from pathlib import Path

import pytest

from db import errors
from desktop.errors import ExitCode, UserError
from desktop.messages import explain

_MADE = {
    "WeakPassphrase": errors.WeakPassphrase("short"), "NotAVault": errors.NotAVault(Path("secret-name.sandyq")),
    "VaultExists": errors.VaultExists(Path("secret-name.sandyq")), "VaultTooNew": errors.VaultTooNew("9", "2"),
    "VaultTooOldEngine": errors.VaultTooOldEngine("3.40.1", "3.51.3"), "VaultDamaged": errors.VaultDamaged("page"),
    "KeySlotsDamaged": errors.KeySlotsDamaged("check"), "DocumentMissing": errors.DocumentMissing("ab"),
    "DocumentDamaged": errors.DocumentDamaged("ab", "tag"), "StorageFailed": errors.StorageFailed(5),
    "RecordMissing": errors.RecordMissing("case", "1"), "RecordMoved": errors.RecordMoved("case", "1"),
    "RecordTaken": errors.RecordTaken("case.ref"), "RecordInUse": errors.RecordInUse("person"),
}  # fmt: skip
TYPES = [
    kind for _name, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, Exception) and kind is not errors.VaultError
]  # fmt: skip


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_storage_error_has_its_own_sentence_and_code(kind: type[Exception]) -> None:
    told = explain(_MADE.get(kind.__name__) or kind())
    assert told.what
    assert told.code is not ExitCode.OUR_BUG
    assert "secret-name" not in told.what + told.remedy


def test_no_two_kinds_of_vault_trouble_share_a_sentence() -> None:
    sentences = [explain(_MADE.get(kind.__name__) or kind()).what for kind in TYPES]
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize(
    ("reason", "word"), [("short", "short"), ("common", "lists"), ("guessable", "guess"), ("new-reason", "guess")]
)
def test_a_weak_passphrase_is_told_why(reason: str, word: str) -> None:
    assert word in explain(errors.WeakPassphrase(reason)).what


def test_our_own_mistakes_are_told_without_their_text() -> None:
    told = explain(ValueError("Айгерім Тілеужан"))
    assert told.code is ExitCode.OUR_BUG
    assert "ValueError" in told.what
    assert "Айгерім" not in told.what + told.remedy


def test_a_users_error_is_told_as_it_is() -> None:
    error = UserError("what", "remedy", code=ExitCode.NOT_FOUND)
    assert explain(error) is error
