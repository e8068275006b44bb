"""One run of the command line: parse, let the verb do its work, print, and tell by a code how it ended."""

import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any, TextIO

from desktop import i18n
from desktop.cli import (
    briefs,
    cases,
    conflicts,
    deadlines,
    documents,
    exchange,
    history,
    search,
    terms,
    timeline,
    vaults,
)
from desktop.cli.console import Console
from desktop.cli.parser import Ended, Verbs
from desktop.errors import ExitCode
from desktop.i18n import Language

_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
NOUNS = (vaults, exchange, cases, documents, timeline, deadlines, conflicts, search, terms, briefs, history)
_BRIEF = "brief"  # its --lang after the verb is the language of the brief


def run(
    argv: Sequence[str], *, clock: Callable[[], datetime], stdin: TextIO, stdout: TextIO, stderr: TextIO,
    **costs: Any,
) -> int:  # fmt: skip
    """Run one command and return its exit code; ``costs`` (``cost``, ``floor``) are what tests derive keys with."""
    i18n.use(language_of(argv, os.environ))
    try:
        return _run(argv, Console(stdin, stdout, stderr, clock, costs))
    except BrokenPipeError:  # whoever reads our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout.fileno())
        return ExitCode.FINE


def _run(argv: Sequence[str], console: Console) -> int:
    try:
        verbs = Verbs()
        for noun in NOUNS:
            noun.register(verbs)
        arguments = verbs.parser.parse_args(list(argv))
        console.is_json = arguments.json
        code = arguments.run(arguments, console)
        console.close()
    except Ended as ended:
        return _end(ended, console)
    except BrokenPipeError:
        raise
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - every error ends in a sentence and a code
        return _explain(error, console)
    return int(code)


def _end(ended: Ended, console: Console) -> int:
    """Show the help that was asked for, or say what is wrong with the command."""
    if ended.code == ExitCode.FINE:
        console.say(ended.said)
    else:
        console.complain(ended.said)
    console.close()
    return ended.code


def _explain(error: BaseException, console: Console) -> int:
    from db.errors import Cancelled
    from desktop.messages import explain

    explained = explain(Cancelled() if isinstance(error, KeyboardInterrupt) else error)
    console.explain(explained)
    console.close()
    return int(explained.code)


def language_of(argv: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of messages: ``--lang``, else the one of the terminal, else English."""
    before_brief = argv[: argv.index(_BRIEF)] if _BRIEF in argv else argv
    asked = [word.removeprefix("--lang=") for word in before_brief if word.startswith("--lang=")]
    asked += [after for word, after in pairwise(before_brief) if word == "--lang"]
    spoken = [environment[name] for name in _LOCALE_VARIABLES if environment.get(name)]
    for name in (*asked, *spoken[:1]):
        code = name.split("_")[0].split(".")[0].lower()
        if code in set(Language):
            return Language(code)
    return Language.ENGLISH
