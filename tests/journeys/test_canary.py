"""A seized laptop: after the whole road and a SIGKILL nothing of the case lies readable anywhere on the disk."""

import base64
import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.journeys.road import CANARY, LATIN_CANARY

ROAD = Path(__file__).with_name("road.py")
ROOT = ROAD.parents[2]


def forms(word: str) -> set[bytes]:
    """Every guise the word may lie about in: encodings, case, hexadecimal, base64 at each offset."""
    found: set[bytes] = set()
    for text in {word, word.upper(), word.lower(), unicodedata.normalize("NFD", word)}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            raw = text.encode(encoding)
            found |= {raw, raw.hex().encode(), raw.hex().upper().encode()}
            found |= {base64.b64encode(b"x" * shift + raw)[4:-4] for shift in range(3)}
    return found


def findings(folder: Path) -> list[str]:
    """The files below a folder that hold the canary in any form, in their content or their name."""
    wanted = forms(CANARY) | forms(LATIN_CANARY)
    files = [path for path in folder.rglob("*") if path.is_file()]
    held = [path for path in files if any(form in path.read_bytes() for form in wanted)]
    named = [path for path in folder.rglob("*") if CANARY in str(path) or LATIN_CANARY in str(path)]
    return [str(path.relative_to(folder)) for path in {*held, *named}]


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The disk of a laptop on which the road was gone and ended by SIGKILL."""
    disk = tmp_path_factory.mktemp("laptop")
    places = {name: disk / name.lower() for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
              "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")}  # fmt: skip
    for folder in (*places.values(), disk / "source", disk / "out"):
        folder.mkdir(mode=0o700)
    environment = os.environ | {name: str(folder) for name, folder in places.items()}
    environment |= {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "SQLITE_TMPDIR": str(places["TMPDIR"])}
    ended = subprocess.run(
        [sys.executable, str(ROAD), str(disk)], env=environment, cwd=disk, capture_output=True, timeout=90, check=False
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    (disk / "told").write_bytes(ended.stdout + ended.stderr)
    return disk


def test_the_scan_finds_what_lies_open(laptop: Path) -> None:
    assert set(findings(laptop / "source")) == {"letter.txt", "case.json"}


def test_nothing_of_the_case_lies_readable_outside_what_was_brought_in_and_taken_out(laptop: Path) -> None:
    left = [path for path in findings(laptop) if not path.startswith(("source/", "out/"))]
    assert left == []


def test_the_vault_is_whole_after_the_kill(laptop: Path) -> None:
    from desktop.operations.verification import verify_vault
    from tests.builders import open_vault

    vault = open_vault(laptop / "vault.sandyq")
    verified = verify_vault(vault).result
    vault.close()
    assert verified.is_sound
    assert verified.files == 1
