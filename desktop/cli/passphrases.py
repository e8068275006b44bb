"""Secrets for the command line: from a prompt, a file, standard input or the environment, never from an argument."""

import getpass
import os
import warnings
from argparse import ArgumentParser, Namespace
from pathlib import Path

from desktop.cli.console import Console
from desktop.errors import ExitCode, UserError
from desktop.i18n import _

LONGEST = 4096  # characters
STANDARD_INPUT = "-"


def add_passphrase_option(parser: ArgumentParser) -> None:
    """Let a command read the passphrase from a file."""
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=_("read the passphrase from the first line of FILE; - is standard input"),
    )


def add_new_passphrase_option(parser: ArgumentParser) -> None:
    """Let a command read a new passphrase from a file."""
    parser.add_argument(
        "--new-passphrase-file",
        metavar="FILE",
        help=_("read the new passphrase from the first line of FILE; - is standard input"),
    )


def passphrase(console: Console, arguments: Namespace) -> str:
    """The passphrase that opens the vault."""
    return _found(console, arguments.passphrase_file, "SANDYQ_PASSPHRASE") or _asked(console, _("Passphrase: "))


def first_passphrase(console: Console, arguments: Namespace) -> str:
    """The passphrase of a vault to be made."""
    return _found(console, arguments.passphrase_file, "SANDYQ_PASSPHRASE") or _asked_twice(console)


def new_passphrase(console: Console, arguments: Namespace) -> str:
    """The passphrase to be set in place of another."""
    return _found(console, arguments.new_passphrase_file, "SANDYQ_NEW_PASSPHRASE") or _asked_twice(console)


def recovery_key(console: Console, arguments: Namespace) -> str:
    """The recovery key that opens the vault."""
    return _found(console, arguments.recovery_key_file, None) or _asked(console, _("Recovery key: "))


def _found(console: Console, file: str | None, variable: str | None) -> str:
    """The secret in a file or else in the environment; empty where neither was given."""
    if file is None:
        return os.environ.get(variable, "") if variable else ""
    secret = _first_line(console, file)
    if not secret:
        raise UserError(_("The file for the passphrase or key is empty."), _("Put it on the first line."))
    return secret


def _first_line(console: Console, file: str) -> str:
    try:
        if file == STANDARD_INPUT:
            return console.stdin.readline(LONGEST).rstrip("\r\n")
        with Path(file).open(encoding="utf-8-sig") as opened:
            return opened.readline(LONGEST).rstrip("\r\n")
    except (OSError, UnicodeError):
        raise UserError(
            _("The file for the passphrase or key cannot be read."), _("Check its name and that you may read it.")
        ) from None


def _asked(console: Console, prompt: str) -> str:
    if not console.stdin.isatty():
        raise UserError(
            _("There is nobody to ask for the passphrase or key."),
            _("Give it with --passphrase-file, or run the command in a terminal."),
            code=ExitCode.WRONG_USE,
        )
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt, console.stderr)
        except (getpass.GetPassWarning, EOFError):
            raise UserError(_("The passphrase or key was not given."), code=ExitCode.WRONG_USE) from None


def _asked_twice(console: Console) -> str:
    secret = _asked(console, _("New passphrase: "))
    if _asked(console, _("The same again: ")) != secret:
        raise UserError(_("The two are not the same."), _("Try again."))
    return secret
