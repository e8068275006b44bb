"""The grammar of the command line: every verb, its arguments, and help in the user's language."""

import argparse
import re
from collections.abc import Callable
from typing import Any, NoReturn

from desktop.cli.console import NAME, Console
from desktop.errors import ExitCode
from desktop.i18n import N_, Language, _

Run = Callable[[argparse.Namespace, Console], int]
LANGUAGES = [language.value for language in Language]


class Ended(Exception):
    """The grammar has nothing more to do: help was asked for (0), or the command is wrong (2); ``said`` tells it."""

    def __init__(self, code: ExitCode, said: str) -> None:
        super().__init__(code)
        self.code = code
        self.said = said


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose headings are in the user's language; the examples keep their lines."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin with the usage."""
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)

    def start_section(self, heading: str | None) -> None:
        """Begin a list of arguments."""
        known = {"positional arguments": _("arguments"), "options": _("options")}
        super().start_section(known.get(heading or "", heading))


class Parser(argparse.ArgumentParser):
    """A parser that prints nothing itself and never ends the process."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=Formatter, **settings)
        self.add_argument("-h", "--help", action="help", help=_("show this help"))

    def print_help(self, file: object = None) -> NoReturn:
        """End with the help."""
        del file
        raise Ended(ExitCode.FINE, self.format_help().rstrip())

    def error(self, message: str) -> NoReturn:
        """End with a complaint of one line."""
        said = _("Wrong use ({detail}). “{command} --help” shows how it goes.")
        raise Ended(ExitCode.WRONG_USE, said.format(detail=_detail(message), command=self.prog))


class Verbs:
    """The verbs of the command line, each registered by the module of its noun."""

    def __init__(self) -> None:
        self.parser = Parser(prog=NAME, description=_about(), epilog=_secrets())
        self.parser.add_argument("--lang", choices=LANGUAGES, help=_("the language of messages: en, ru or kk"))
        self.parsers: dict[str, Parser] = {}
        self._verbs: Any = self.parser.add_subparsers(metavar="VERB", dest="verb", required=True)

    def add(
        self, name: str, summary: str, run: Run, *, json: str = "", opens: bool = True, has_lang: bool = True
    ) -> Parser:
        """Register a verb on a vault; ``json`` documents what it prints with --json, ``opens`` asks a passphrase."""
        epilog = _("With --json it prints:\n{shape}").format(shape=json) if json else None
        parser = self.parsers[name] = self._verbs.add_parser(name, help=summary, description=summary, epilog=epilog)
        parser.set_defaults(run=run, json=False)
        parser.add_argument("vault", metavar="VAULT", help=_("the folder of the vault, NAME.sandyq"))
        if json:
            parser.add_argument("--json", action="store_true", help=_("print JSON for other programs"))
        if has_lang:
            parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        if opens:
            from desktop.cli.passphrases import add_passphrase_option

            add_passphrase_option(parser)
        return parser


def _detail(message: str) -> str:
    """What argparse says of a wrong command, shorter and in the user's language."""
    for pattern, said in _DETAILS:
        found = pattern.match(message)
        if found:
            return _(said).format(**found.groupdict())
    return message


_DETAILS = (
    (re.compile("the following arguments are required: (?P<what>.+)"), N_("missing: {what}")),
    (re.compile("unrecognized arguments: (?P<what>.+)"), N_("not known: {what}")),
    (re.compile("argument VERB: invalid choice: (?P<what>[^ ]+)"), N_("no such verb: {what}")),
    (re.compile("argument (?P<what>.+?): invalid choice: (?P<value>[^ ]+)"), N_("{what} cannot be {value}")),
    (re.compile("argument (?P<what>.+?): expected .*"), N_("{what} needs a value")),
    (re.compile("argument (?P<what>.+?): invalid int value"), N_("{what} must be a whole number")),
)


def _about() -> str:
    return _("A case file in an encrypted vault. Without a verb the window opens.")


def _secrets() -> str:
    return _(
        "The passphrase is asked for, or read with --passphrase-file, or taken from SANDYQ_PASSPHRASE (the weakest\n"
        "choice: other programs of yours can read it there). It is never an argument.\n"
        "Ends with 0 done, 1 our mistake, 2 wrong use, 3 wrong passphrase, 4 bad input, 5 damaged vault, 6 in use,\n"
        "7 disk, 8 newer vault, 9 not found, 10 cancelled."
    )
