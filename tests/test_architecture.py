"""The import rules of pyproject.toml hold, and each of them has been seen to break."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("db", "desktop", "resources")

# For each contract: a module, and the import that must not get past it there.
PLANTED = [
    ("order", "db/planted.py", "import desktop.i18n"),
    ("order", "desktop/logic/planted.py", "import desktop.operations"),
    ("order", "desktop/logic/planted.py", "import desktop.documents"),
    ("order", "desktop/cli/planted.py", "import desktop.ui"),
    ("order", "resources/planted.py", "import db.types"),
    ("qt", "desktop/operations/planted.py", "from PySide6.QtCore import QObject"),
    ("qt", "desktop/cli/planted.py", "import PySide6"),
    ("sql", "desktop/operations/planted.py", "from sqlalchemy import select"),
    ("sql", "desktop/documents/planted.py", "import sqlcipher3"),
    ("logic", "desktop/logic/planted.py", "import os"),
    ("logic", "desktop/logic/planted.py", "from time import time"),
    ("logic", "desktop/logic/planted.py", "from pathlib import Path"),
    ("network", "db/planted.py", "import socket"),
    ("network", "desktop/ui/planted.py", "from urllib.request import urlopen"),
    ("doors", "desktop/ui/planted.py", "import db.models"),
    ("doors", "desktop/cli/planted.py", "from db.journal import Entry"),
    ("plain", "db/rows/core.py", "import sqlalchemy"),
    ("tabs", "desktop/ui/tabs/planted.py", "import desktop.ui.tabs.planted_too"),
]


def contracts() -> dict[str, str]:
    """Every contract of pyproject.toml: its name by its id."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]}


def lint_imports(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the tree in ``folder``."""
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--no-cache", "--no-logo", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the code, to plant bad imports in."""
    copy = tmp_path_factory.mktemp("tree")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for source in (path for package in PACKAGES for path in (ROOT / package).rglob("*.py")):
        target = copy / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    return copy


def test_every_contract_is_kept() -> None:
    outcome = lint_imports(ROOT)

    assert outcome.returncode == 0, outcome.stdout


def test_every_contract_has_an_import_that_breaks_it() -> None:
    assert {contract for contract, _, _ in PLANTED} == set(contracts())


@pytest.mark.parametrize(("contract", "module", "line"), PLANTED)
def test_a_bad_import_breaks_its_contract(tree: Path, contract: str, module: str, line: str) -> None:
    planted = tree / module
    before = planted.read_text(encoding="utf-8") if planted.exists() else None
    neighbour = planted.with_name("planted_too.py")
    try:
        neighbour.write_text('"""Something to import."""\n', encoding="utf-8")
        planted.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
        outcome = lint_imports(tree, "--contract", contract)
    finally:
        neighbour.unlink()
        planted.unlink()
        if before is not None:
            planted.write_text(before, encoding="utf-8")

    assert outcome.returncode == 1
    assert f"{contracts()[contract]} BROKEN" in outcome.stdout
