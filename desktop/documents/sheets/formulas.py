"""Texts that a spreadsheet would take for formulas: made harmless on the way out, as they were on the way back in.

Excel, LibreOffice and Numbers run a cell of a CSV file that begins with ``=``, ``+``, ``-``, ``@`` or their wide forms.
An apostrophe before the sign makes it text (OWASP, "CSV injection"). A file whose fields are parted by commas is parted
by semicolons or tabs where a computer is set so, as Russian and Kazakh ones are; a sign after those, or on a new line,
gets its apostrophe too. ``unguarded`` takes off exactly what ``guarded`` put on.
"""

import re

_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\u2212"
# Where a cell may begin in somebody's eyes, and what may stand there before the sign without making it text.
_BEGINNING = "(?:^|[;\\t\\r\\n\\x0b\\x0c])"
_BEFORE = '(?:[^\\S\\t\\r\\n\\x0b\\x0c]|["\u200b\ufeff])*'  # no breaks: each is looked at from itself
_BARE = re.compile(f"({_BEGINNING}{_BEFORE})('*)(?=[{_SIGNS}])")
_LED = re.compile("^('*)(?=[\\t\\r\\n])")


def guarded(text: str) -> str:
    """The text with an apostrophe before each sign that might begin a formula, and before a leading tab or break."""
    return _LED.sub("\\1'", _BARE.sub("\\1\\2'", text))


def unguarded(text: str) -> str:
    """The text before it was guarded; one that never was is nearly always left alone."""
    return _LED.sub(_without, _BARE.sub(_shorter, text)) if "'" in text else text


def _shorter(found: re.Match[str]) -> str:
    return found[1] + found[2][1:]


def _without(found: re.Match[str]) -> str:
    return found[1][1:]
