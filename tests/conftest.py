"""What every test stands on: a home of its own, no display unless asked for, no skip that nobody allowed."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from db.vault import Vault

# Set before anything imports Qt. `make test` asks for the real window with QT_QPA_PLATFORM=xcb under Xvfb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HAS_REAL_WINDOW = os.environ["QT_QPA_PLATFORM"] != "offscreen"

# Reasons for which a test may skip; any other skip fails.
ALLOWED_SKIPS = frozenset({"there is no C compiler to build the failing disk with"})

settings.register_profile("sandyq", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("sandyq")


@pytest.fixture(scope="session", autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests leave nothing in the developer's home, configuration or cache."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    places = {
        "HOME": home,
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "runtime",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in places.items():
            folder.mkdir(mode=0o700, exist_ok=True)
            patch.setenv(name, str(folder))
        for name in [name for name in os.environ if name.startswith(("SANDYQ_", "LC_"))]:
            patch.delenv(name)
        patch.setenv("LANG", "C.UTF-8")
        yield


@pytest.fixture(autouse=True)
def only_shipped_terms() -> Iterator[None]:
    """What one test adds to the vocabularies, no other test finds there."""
    from resources.vocabularies import put_in_force

    yield
    put_in_force()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator["Vault"]:
    """An empty vault, open."""
    from tests.builders import new_vault  # most tests need no database and should not load one

    opened = new_vault(tmp_path)
    yield opened
    opened.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a real window unless there is one, and every fault unless they are asked for."""
    unwanted = {"real_window"} if not HAS_REAL_WINDOW else set[str]()
    if config.option.markexpr != "faults":
        unwanted.add("faults")
    left_out = [item for item in items if any(item.get_closest_marker(marker) for marker in unwanted)]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail a test that skips for a reason nobody allowed."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if reason not in ALLOWED_SKIPS:
            report.outcome = "failed"
            report.longrepr = f"skipped for a reason not in ALLOWED_SKIPS (tests/conftest.py): {reason}"
    return report
