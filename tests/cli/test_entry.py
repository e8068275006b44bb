"""Without a verb the window, with one the command line; and what a terminal shows meanwhile."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import has_display, is_for_window
from desktop.cli.console import Console, table
from tests.builders import TestClock

ROOT = Path(__file__).parents[2]


class Terminal(io.StringIO):
    """A stream somebody is looking at."""

    def isatty(self) -> bool:
        """Somebody is."""
        return True


def test_nothing_or_a_vault_alone_asks_for_the_window(tmp_path: Path) -> None:
    (tmp_path / "a.sandyq").mkdir()
    assert is_for_window([])
    assert is_for_window([str(tmp_path / "a.sandyq")])
    assert not is_for_window(["cases", str(tmp_path / "a.sandyq")])
    assert not is_for_window([str(tmp_path / "none.sandyq")])
    assert not is_for_window(["--help"])


@pytest.mark.parametrize(
    ("environment", "is_there"),
    [({}, False), ({"DISPLAY": ""}, False), ({"DISPLAY": ":0"}, True), ({"QT_QPA_PLATFORM": "offscreen"}, True)],
)
def test_a_window_needs_somewhere_to_be_shown(environment: dict[str, str], is_there: bool) -> None:  # noqa: FBT001 - a case of the table
    assert has_display(environment) is is_there


def test_progress_is_shown_to_people_and_rubbed_out_before_anything_else() -> None:
    seen, unseen = Terminal(), io.StringIO()
    for stream in (seen, unseen):
        console = Console(io.StringIO(), io.StringIO(), stream, TestClock())
        console.progress(1, 4)
        console.progress(0, 0)
        console.complain("no")
    assert seen.getvalue() == "\r 25 %\r     \rsandyq: no\n"
    assert unseen.getvalue() == "sandyq: no\n"


def test_a_table_keeps_each_row_on_its_line_and_its_columns_in_line() -> None:
    assert table([("a", "b\nc", "d"), ("aaa", "b", "")]) == "a    b c  d\naaa  b"
    assert table([]) == ""
    assert table([("x" * 50, "y"), ("x", "y")]).splitlines()[1] == "x" + " " * 41 + "y"


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", "--help"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        program.stdout.close()
        assert program.wait(timeout=60) == 0
        assert program.stderr is not None
        assert program.stderr.read() == b""
