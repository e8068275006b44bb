"""Names for the copies of documents: ASCII, safe on every system, no two alike, the same after a round trip."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from db.rows import DocumentRow

LONGEST = 80
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}")
_UNSAFE = re.compile(r"[^A-Za-z0-9_]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)  # devices under Windows, whatever the ending
_UNNAMED = "document"


def file_names(documents: Iterable[DocumentRow]) -> dict[str, str]:
    """A name for each document that has a file, by its id; taken from the name it came under, else from its title."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for document in documents:
        if document.blob is not None:
            names[document.id] = _free(safe_name(document.file_name or document.title), taken)
            taken.add(names[document.id].casefold())
    return names


def safe_name(text: str) -> str:
    """A text as the name of a file: letters of other scripts are written in Latin ones, the ending stays."""
    from anyascii import anyascii

    latin = anyascii(text).strip()
    ending = PurePosixPath(latin).suffix
    if not _EXTENSION.fullmatch(ending):
        ending = ""
    stem = _UNSAFE.sub("-", latin.removesuffix(ending)).strip("-")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"{stem}-{_UNNAMED}".strip("-")
    return f"{stem[: LONGEST - len(ending)].rstrip('-')}{ending}"


def _free(name: str, taken: set[str]) -> str:
    """The name itself, or with the first number that nobody has."""
    ending = PurePosixPath(name).suffix
    stem, number, free = name.removesuffix(ending), 1, name
    while free.casefold() in taken:
        number += 1
        mark = f"-{number}{ending}"
        free = stem[: LONGEST - len(mark)].rstrip("-") + mark
    return free
