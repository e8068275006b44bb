"""The locks hold what pyproject.toml asks for, by checksum, and do not say where it came from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
LOCKS = pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT])


def asked(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for, with these extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    return [Requirement(line) for line in lines]


def locked(lock: str) -> dict[str, set[str]]:
    """The versions a lock holds, by package; more than one where they differ between Pythons."""
    versions: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE):
        versions.setdefault(canonicalize_name(name), set()).add(version)
    return versions


@pytest.mark.parametrize(("lock", "extras"), [(RUNTIME, ["build"]), (DEVELOPMENT, ["build", "dev"])])
def test_a_lock_holds_what_is_asked_for(lock: str, extras: list[str]) -> None:
    versions = locked(lock)
    wrong = [
        str(requirement)
        for requirement in asked(*extras)
        if not all(map(requirement.specifier.contains, versions.get(canonicalize_name(requirement.name), {""})))
    ]

    assert wrong == [], "run make lock"


def test_the_program_runs_on_the_versions_it_is_tested_with() -> None:
    tested = locked(DEVELOPMENT)

    assert {name: tested.get(name) for name in locked(RUNTIME)} == locked(RUNTIME)


@LOCKS
def test_every_locked_package_has_a_checksum(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"\n(?=\S)", text)

    assert [block for block in blocks if "--hash=sha256:" not in block] == []


@LOCKS
def test_a_lock_names_no_place_to_download_from(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert re.findall(r"\S*://\S*|--(?:extra-)?index-url|--find-links| @ ", text) == []
