"""Which characters a text of the record may hold: one rule for files that come in and for what is typed or pasted."""

import re

# Control characters but for tab and line breaks; marks that turn the reading order of what follows; half characters.
_HIDING = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_UNWANTED = re.compile(f"[{_HIDING}]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c]")  # of Windows, of old Macs, of Word within a paragraph, between pages
_MARK = "\ufeff"  # a byte order mark that came along with the text of a file


def is_unwanted(text: str) -> bool:
    """Whether a text holds a character that no screen shows or that turns the order in which others are read."""
    return _UNWANTED.search(text) is not None


def without_unwanted(text: str) -> str:
    """A text nobody typed, such as the name of a file, with ``�`` for each character that may not stand in a text."""
    return _UNWANTED.sub("\ufffd", text)


def cleaned(text: str) -> str:
    """A text without what pasting leaves behind: foreign line breaks, byte order marks, blanks at the end."""
    return _BREAKS.sub("\n", text).replace(_MARK, "").rstrip()
