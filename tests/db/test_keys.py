"""The passphrase and the recovery key open the vault, nothing else does, and neither is ever shown."""

import copy
import errno
import json
import pickle
import subprocess
import sys
import unicodedata
from base64 import b64encode
from pathlib import Path

import pytest

from db.errors import KeySlotsDamaged, VaultError, VaultExists, WrongPassphrase
from db.keys import (
    FLOOR,
    KdfCost,
    Keys,
    RecoveryKeyMistyped,
    create_slots,
    recover,
    replace_passphrase,
    replace_recovery_key,
    unlock,
)
from db.recovery_key import new_recovery_key, spell
from tests.builders import CHEAP
from tests.db.keyslot_edits import write_edited

DEARER = KdfCost(memory_kib=16, passes=2, lanes=1)
PASSPHRASE = "Ең бірінші құпия сөз"
USES = ("database", "blob", "blob-id", "journal", "backup")


def create(folder: Path, passphrase: str = PASSPHRASE) -> tuple[Keys, str]:
    return create_slots(folder, passphrase, cost=CHEAP, floor=CHEAP)


def are_same(one: Keys, other: Keys) -> bool:
    return (one.vault_id, one.subkey("database")) == (other.vault_id, other.subkey("database"))


def opens(folder: Path, passphrase: str) -> bool:
    try:
        unlock(folder, passphrase, floor=CHEAP)
    except WrongPassphrase:
        return False
    return True


def test_the_passphrase_opens_the_vault(tmp_path: Path) -> None:
    keys, _ = create(tmp_path)
    assert are_same(keys, unlock(tmp_path, PASSPHRASE, floor=CHEAP))


def test_the_recovery_key_opens_the_vault(tmp_path: Path) -> None:
    keys, recovery_key = create(tmp_path)
    assert are_same(keys, recover(tmp_path, recovery_key, floor=CHEAP))


def test_a_passphrase_composed_otherwise_is_the_same(tmp_path: Path) -> None:
    create(tmp_path, unicodedata.normalize("NFC", "йод ﬁ Å"))
    assert opens(tmp_path, unicodedata.normalize("NFD", "йод ﬁ Å"))
    assert opens(tmp_path, "йод fi Å")


@pytest.mark.parametrize("wrong", ["", PASSPHRASE + " ", PASSPHRASE.lower(), "\ud800"])
def test_another_passphrase_does_not(tmp_path: Path, wrong: str) -> None:
    create(tmp_path)
    assert not opens(tmp_path, wrong)


def test_another_recovery_key_does_not(tmp_path: Path) -> None:
    create(tmp_path)
    with pytest.raises(WrongPassphrase) as caught:
        recover(tmp_path, spell(new_recovery_key()), floor=CHEAP)
    assert not isinstance(caught.value, RecoveryKeyMistyped)


def test_a_mistyped_recovery_key_is_told_from_a_wrong_one(tmp_path: Path) -> None:
    _, recovery_key = create(tmp_path)
    with pytest.raises(RecoveryKeyMistyped):
        recover(tmp_path, recovery_key[:-1], floor=CHEAP)


def test_the_passphrase_slot_does_not_open_with_the_recovery_key(tmp_path: Path) -> None:
    _, recovery_key = create(tmp_path)
    assert not opens(tmp_path, recovery_key)


def test_every_part_of_the_vault_has_its_own_key(tmp_path: Path) -> None:
    keys, other = Keys("00" * 16, b"m" * 32), Keys("00" * 16, b"n" * 32)
    subkeys = [one.subkey(use) for one in (keys, other) for use in USES]
    assert len(set(subkeys)) == 2 * len(USES)
    assert {len(subkey) for subkey in subkeys} == {32}


def test_subkeys_are_those_of_hkdf() -> None:
    """Computed with another implementation: openssl kdf -kdfopt mode:EXPAND_ONLY -kdfopt digest:SHA2-256 HKDF."""
    keys = Keys("00" * 16, bytes(range(32)))
    assert keys.subkey("database").hex() == "349a2a2a39b1deaa3a44f6168028f992c3f527e1bb34bf75469ff11bd2a89732"
    assert keys.subkey("blob-id").hex() == "a47d48beff9436204309685823258ef6a4f61c7cca2d9a66ea80c1f10f9cdd35"


def test_two_vaults_share_nothing(tmp_path: Path) -> None:
    first, second = (tmp_path / name for name in ("first", "second"))
    first.mkdir()
    second.mkdir()
    one, two = create(first), create(second)
    assert one[0].vault_id != two[0].vault_id
    assert one[0].subkey("blob") != two[0].subkey("blob")
    assert one[1] != two[1]


def test_slots_are_never_written_over_by_new_ones(tmp_path: Path) -> None:
    keys, _ = create(tmp_path)
    (tmp_path / "keyslots.json").unlink()
    with pytest.raises(VaultExists):
        create(tmp_path)
    assert are_same(keys, unlock(tmp_path, PASSPHRASE, floor=CHEAP))


def test_a_changed_passphrase_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    keys, recovery_key = create(tmp_path)
    replace_passphrase(tmp_path, keys, "another one", cost=DEARER, floor=CHEAP)
    assert opens(tmp_path, "another one")
    assert not opens(tmp_path, PASSPHRASE)
    assert are_same(keys, recover(tmp_path, recovery_key, floor=CHEAP))


def test_a_changed_recovery_key_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    keys, old = create(tmp_path)
    new = replace_recovery_key(tmp_path, keys)
    assert are_same(keys, recover(tmp_path, new, floor=CHEAP))
    with pytest.raises(WrongPassphrase):
        recover(tmp_path, old, floor=CHEAP)
    assert opens(tmp_path, PASSPHRASE)


def test_a_forgotten_passphrase_is_replaced_after_recovery(tmp_path: Path) -> None:
    _, recovery_key = create(tmp_path)
    replace_passphrase(tmp_path, recover(tmp_path, recovery_key, floor=CHEAP), "remembered", cost=CHEAP, floor=CHEAP)
    assert opens(tmp_path, "remembered")


def test_keys_of_another_vault_change_nothing(tmp_path: Path) -> None:
    keys, _ = create(tmp_path)
    before = (tmp_path / "keyslots.json").read_bytes()
    stranger = Keys(keys.vault_id, b"x" * 32)
    with pytest.raises(KeySlotsDamaged):
        replace_passphrase(tmp_path, stranger, "mine now", cost=CHEAP, floor=CHEAP)
    with pytest.raises(KeySlotsDamaged):
        replace_recovery_key(tmp_path, stranger)
    assert (tmp_path / "keyslots.json").read_bytes() == before


def test_a_cost_under_the_floor_or_over_the_ceiling_is_refused(tmp_path: Path) -> None:
    keys, _ = create(tmp_path)
    for cost in (CHEAP, KdfCost(2**30, 2, 1), KdfCost(64 * 1024, 1000, 1), KdfCost(64 * 1024, 2, 0)):
        with pytest.raises(ValueError, match="not between"):
            replace_passphrase(tmp_path, keys, "x", cost=cost)
        with pytest.raises(ValueError, match="not between"):
            create_slots(tmp_path / "new", "x", cost=cost)


def test_a_cheap_vault_does_not_open_at_the_real_floor(tmp_path: Path) -> None:
    create(tmp_path)
    with pytest.raises(KeySlotsDamaged) as caught:
        unlock(tmp_path, PASSPHRASE)
    assert caught.value.what == "cost"


def test_the_real_floor_opens(tmp_path: Path) -> None:
    keys, recovery_key = create_slots(tmp_path, PASSPHRASE, cost=FLOOR)
    assert are_same(keys, unlock(tmp_path, PASSPHRASE))
    assert are_same(keys, recover(tmp_path, recovery_key))


def test_keys_that_open_but_did_not_seal_are_refused(tmp_path: Path) -> None:
    """The slot of one file and the seal of another: both real, never written together."""
    keys, _ = create(tmp_path)
    first = json.loads((tmp_path / "keyslots.json").read_bytes())
    replace_recovery_key(tmp_path, keys)
    second = json.loads((tmp_path / "keyslots.json").read_bytes())
    write_edited(tmp_path, {**first, "seal": second["seal"]})
    with pytest.raises(KeySlotsDamaged) as caught:
        unlock(tmp_path, PASSPHRASE, floor=CHEAP)
    assert caught.value.what == "seal"


def test_keys_and_passphrases_are_never_shown(tmp_path: Path) -> None:
    keys, recovery_key = create(tmp_path)
    shown = [repr(keys), str(keys), f"{keys}", repr([keys])]
    for wrong in ("wrong " + PASSPHRASE, recovery_key[:-1]):
        with pytest.raises(VaultError) as caught:
            recover(tmp_path, wrong, floor=CHEAP)
        shown += [repr(caught.value), str(caught.value)]
    secrets = [keys._master, keys.subkey("database")]
    for text in shown:
        assert PASSPHRASE not in text
        assert recovery_key[:5] not in text
        assert not any(secret.hex() in text or repr(secret)[2:-1] in text for secret in secrets)


def test_keys_leave_the_process_in_no_form(tmp_path: Path) -> None:
    keys, _ = create(tmp_path)
    for send in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="stay"):
            send(keys)
    assert not hasattr(keys, "__dict__")


def test_no_key_lies_in_the_folder(tmp_path: Path) -> None:
    keys, recovery_key = create(tmp_path)
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in (keys._master, keys.subkey("database"), PASSPHRASE.encode(), recovery_key.encode()):
        for form in (secret, secret.hex().encode(), b64encode(secret)):
            assert form not in written


MEMORY = """
import resource, sys
from pathlib import Path
from db.errors import StorageFailed
from db.keys import KdfCost, create_slots
import argon2.low_level, nacl, sqlcipher3

resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
try:
    create_slots(Path(sys.argv[1]), "x", cost=KdfCost(2**21, 2, 1))
except StorageFailed as error:
    print(error.code)
"""


def test_a_machine_without_the_memory_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-c", MEMORY, str(tmp_path)]
    assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == f"{errno.ENOMEM}\n"
    assert list(tmp_path.iterdir()) == []
