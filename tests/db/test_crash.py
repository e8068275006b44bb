"""Killed at any moment, a vault keeps every document it acknowledged and opens with a passphrase its owner typed."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.errors import WrongPassphrase
from db.keys import Keys, create_slots, recover, unlock
from db.store import Store
from db.types import BlobId
from tests.builders import CHEAP

KEYS = Keys("0f" * 16, b"k" * 32)
MOMENTS = [0.0, 0.003, 0.011, 0.029, 0.071]  # seconds after the first acknowledgement

ADDING = """
import os, sys
from io import BytesIO
from pathlib import Path
from db.keys import Keys
from db.store import Store

store = Store(Path(sys.argv[1]), Keys("0f" * 16, b"k" * 32))
while True:
    print(store.add(BytesIO(os.urandom(1_100_000))).blob, flush=True)
"""

CHANGING = """
import sys
from itertools import count
from pathlib import Path
from db.keys import KdfCost, replace_passphrase, unlock

folder, cheap = Path(sys.argv[1]), KdfCost(8, 1, 1)
keys = unlock(folder, "0", floor=cheap)
for number in count(1):
    replace_passphrase(folder, keys, str(number), cost=cheap, floor=cheap)
    print(number, flush=True)
"""


def lines_until_killed(code: str, folder: Path, moment: float) -> list[str]:
    """What a program acknowledged before it was killed."""
    with subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        first = running.stdout.readline()
        time.sleep(moment)
        running.kill()
        return (first + running.stdout.read()).split()


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_acknowledged_document_is_whole(tmp_path: Path, moment: float) -> None:
    acknowledged = [BlobId(line) for line in lines_until_killed(ADDING, tmp_path / "blobs", moment)]
    store = Store(tmp_path / "blobs", KEYS)
    store.sweep(set(acknowledged))
    assert sorted(store.blobs()) == sorted(acknowledged)
    assert all(store.check(blob).size == 1_100_000 for blob in acknowledged)
    assert len(acknowledged) == sum(path.is_file() for path in store._folder.rglob("*"))


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_change_of_passphrase_happens_or_does_not(tmp_path: Path, moment: float) -> None:
    keys, recovery_key = create_slots(tmp_path, "0", cost=CHEAP, floor=CHEAP)
    last = int(lines_until_killed(CHANGING, tmp_path, moment)[-1])
    try:
        opened = unlock(tmp_path, str(last), floor=CHEAP)
    except WrongPassphrase:
        opened = unlock(tmp_path, str(last + 1), floor=CHEAP)
    assert opened.subkey("database") == keys.subkey("database")
    assert recover(tmp_path, recovery_key, floor=CHEAP).vault_id == keys.vault_id
