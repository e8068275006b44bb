"""The reference in docs/command-line.md knows every verb, its options, its JSON and every exit code."""

import re
from pathlib import Path

import pytest

from desktop.cli.parser import Parser, Verbs
from desktop.cli.program import NOUNS
from desktop.errors import ExitCode

REFERENCE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
EVERYWHERE = {"-h", "--help", "--json", "--lang", "--passphrase-file"}  # told once, for all verbs


def parsers() -> dict[str, Parser]:
    """The grammar of each verb."""
    verbs = Verbs()
    for noun in NOUNS:
        noun.register(verbs)
    return verbs.parsers


@pytest.mark.parametrize("verb", parsers())
def test_a_verb_stands_in_the_reference_with_its_options_and_what_it_prints(verb: str) -> None:
    parser = parsers()[verb]
    assert f"`sandyq {verb} " in REFERENCE
    options = set(re.findall(r"--[a-z-]+", parser.format_usage())) - EVERYWHERE
    assert {option for option in options if option not in REFERENCE} == set()
    keys = set(re.findall(r'"(\w+)"', parser.epilog or ""))
    (row,) = [line for line in REFERENCE.splitlines() if line.startswith(f"| `{verb}` |")] or [""]
    told = row + "".join(line for line in REFERENCE.splitlines() if line.startswith(("| `cases` |", '{"edtf"')))
    assert bool(row) == bool(parser.epilog)
    assert {key for key in keys if f'"{key}"' not in told} == set()


def test_every_exit_code_stands_in_the_reference() -> None:
    assert [f"| {code.value} |" in REFERENCE for code in ExitCode] == [True] * len(ExitCode)
