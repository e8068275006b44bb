"""A table as lines of texts, each cell with the place people know it by: ``B7``, ``'Лист 1'!B7``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

MOST_ROWS = 200_000
MOST_COLUMNS = 500
LONGEST_CELL = 1_000_000  # characters: the longest text of a record
_PLAIN_SHEET = re.compile(r"[^\W\d]\w*")
_CELL = re.compile(r"[A-Z]{1,3}[0-9]+|R[0-9]*C?[0-9]*|C[0-9]*", re.IGNORECASE)

_ITEM = re.compile(r'\s*"(?P<quoted>(?:[^"]|"")*)"\s*(?:;|$)|[^;]+(?:;|$)')


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number as the spreadsheet counts, from 1, and the text of its cells; an empty cell is ``""``."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text in a column, counted from 0; empty beyond the end."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds: the sheet read, the other sheets, the line of titles, and the lines below that say something.

    ``form`` is ``csv`` or ``xlsx``; of a CSV file ``encoding`` and ``delimiter`` are what was found.
    """

    form: str
    titles: Line
    lines: tuple[Line, ...]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""

    def place(self, row: int, column: int) -> str:
        """The place of a cell; ``column`` counts from 0."""
        return place_of(self.sheet, row, column)


def letters_of(column: int) -> str:
    """A column, counted from 0, as spreadsheets call it: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def place_of(sheet: str, row: int, column: int | None = None) -> str:
    """A cell, or with no column a whole row, as spreadsheets write it."""
    cell = f"{letters_of(column)}{row}" if column is not None else f"{row}:{row}"
    if not sheet:
        return cell
    is_plain = _PLAIN_SHEET.fullmatch(sheet) and not _CELL.fullmatch(sheet)
    quoted = "'" + sheet.replace("'", "''") + "'"
    return f"{sheet if is_plain else quoted}!{cell}"


def is_empty(cells: tuple[str, ...]) -> bool:
    """Whether a line says nothing."""
    return not any(cells)


def parted(text: str) -> list[str]:
    """The items of a cell that lists several: one a line, or on one line parted by semicolons.

    On one line an item in quotation marks may hold semicolons and, doubled, quotation marks.
    """
    if "\n" in text:
        return [item.strip() for item in text.split("\n") if item.strip()]
    found: list[str] = []
    for item in _ITEM.finditer(text):
        quoted = item["quoted"] or ""
        is_quoted = ";" in quoted or '""' in quoted
        said = quoted.replace('""', '"') if is_quoted else item[0].rstrip(";").strip()
        if said:
            found.append(said)
    return found


def joined(items: Iterable[str]) -> str:
    """Items as one cell that ``parted`` parts again."""
    texts = [" ".join(item.split()) for item in items]
    return "; ".join(_quoted(text) if ";" in text or text.startswith('"') else text for text in texts)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
