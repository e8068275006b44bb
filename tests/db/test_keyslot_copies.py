"""One intact copy of the key slots is enough, and mends the other."""

import errno
import json
from pathlib import Path
from typing import Any

import pytest

from db.errors import KeySlotsDamaged, KeySlotsMissing, StorageFailed, VaultTooNew, WrongPassphrase
from db.kdf import KdfCost
from db.keys import Keys, create_slots, replace_passphrase, unlock
from db.keyslot_copies import read_copies
from tests.builders import CHEAP
from tests.db.keyslot_edits import checked, write_edited

PASSPHRASE = "old maple river"


def create(folder: Path) -> tuple[Keys, dict[str, Any]]:
    """New key slots: their keys, and the fields of the file."""
    keys, _ = create_slots(folder, PASSPHRASE, cost=CHEAP, floor=CHEAP)
    return keys, json.loads((folder / "keyslots.json").read_bytes())


def are_same(one: Keys, other: Keys) -> bool:
    return (one.vault_id, one.subkey("database")) == (other.vault_id, other.subkey("database"))


def opens(folder: Path, passphrase: str) -> bool:
    try:
        unlock(folder, passphrase, floor=CHEAP)
    except WrongPassphrase:
        return False
    return True


@pytest.mark.parametrize("name", ["keyslots.json", "keyslots.bak"])
@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff\xfe", b"[" * 60_000, b"1" * 100_000])
def test_one_bad_copy_is_mended_from_the_other(tmp_path: Path, name: str, content: bytes | None) -> None:
    keys, _ = create(tmp_path)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).unlink() if content is None else (tmp_path / name).write_bytes(content)
    assert are_same(keys, unlock(tmp_path, PASSPHRASE, floor=CHEAP))
    assert (tmp_path / name).read_bytes() == whole


def test_a_bad_copy_is_not_mended_for_a_wrong_passphrase(tmp_path: Path) -> None:
    create(tmp_path)
    (tmp_path / "keyslots.json").unlink()
    assert not opens(tmp_path, "wrong")
    assert not (tmp_path / "keyslots.json").exists()


def test_both_copies_gone_is_missing(tmp_path: Path) -> None:
    with pytest.raises(KeySlotsMissing):
        unlock(tmp_path, PASSPHRASE, floor=CHEAP)


def test_both_copies_bad_is_damage(tmp_path: Path) -> None:
    create(tmp_path)
    for name in ("keyslots.json", "keyslots.bak"):
        (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-3])
    with pytest.raises(KeySlotsDamaged):
        unlock(tmp_path, PASSPHRASE, floor=CHEAP)


def test_a_change_cut_off_between_the_copies_leaves_a_vault_that_opens(tmp_path: Path) -> None:
    keys, _ = create(tmp_path)
    old = (tmp_path / "keyslots.bak").read_bytes()
    replace_passphrase(tmp_path, keys, "new one", cost=CHEAP, floor=CHEAP)
    (tmp_path / "keyslots.bak").write_bytes(old)  # the power failed before the second copy
    assert opens(tmp_path, "new one")
    assert not opens(tmp_path, PASSPHRASE)  # the copies are one again


def test_a_vault_that_cannot_be_written_opens_all_the_same(tmp_path: Path) -> None:
    keys, _ = create(tmp_path)
    (tmp_path / "keyslots.bak").unlink()
    (tmp_path / "keyslots.bak.part").mkdir()  # where the new copy would be written first
    assert are_same(keys, unlock(tmp_path, PASSPHRASE, floor=CHEAP))
    assert not (tmp_path / "keyslots.bak").exists()


def test_a_copy_that_cannot_be_read_is_a_failure_not_a_missing_file(tmp_path: Path) -> None:
    create(tmp_path)
    (tmp_path / "keyslots.json").unlink()
    (tmp_path / "keyslots.json").mkdir()
    with pytest.raises(StorageFailed) as caught:
        unlock(tmp_path, PASSPHRASE, floor=CHEAP)
    assert caught.value.code == errno.EISDIR


def test_a_newer_file_is_named_as_such(tmp_path: Path) -> None:
    _, fields = create(tmp_path)
    write_edited(tmp_path, {**fields, "version": 2, "slots": "in a shape of the future"})
    with pytest.raises(VaultTooNew) as caught:
        unlock(tmp_path, PASSPHRASE, floor=CHEAP)
    assert caught.value.found == "sandyq-keyslots 2"


@pytest.mark.parametrize("bad", ["keyslots.json", "keyslots.bak"])
def test_a_newer_copy_beside_a_bad_one_is_newer(tmp_path: Path, bad: str) -> None:
    _, fields = create(tmp_path)
    write_edited(tmp_path, {**fields, "version": 2})
    (tmp_path / bad).write_bytes(b"bad")
    with pytest.raises(VaultTooNew):
        unlock(tmp_path, PASSPHRASE, floor=CHEAP)


def test_a_flipped_version_beside_an_intact_copy_opens(tmp_path: Path) -> None:
    _, fields = create(tmp_path)
    write_edited(tmp_path, fields)
    (tmp_path / "keyslots.json").write_bytes(
        checked(fields).replace(b'"version": 1,\n "vault"', b'"version": 3,\n "vault"')
    )
    assert unlock(tmp_path, PASSPHRASE, floor=CHEAP).vault_id == fields["vault"]


def test_equal_copies_are_tried_once(tmp_path: Path) -> None:
    _, fields = create(tmp_path)
    write_edited(tmp_path, fields)
    assert len(read_copies(tmp_path, CHEAP)) == 1
    assert len(read_copies(tmp_path, KdfCost(0, 0, 0))) == 1


def test_no_file_at_all_is_missing(tmp_path: Path) -> None:
    with pytest.raises(KeySlotsMissing):
        read_copies(tmp_path, CHEAP)
