"""CSV as it is met: in any of the encodings people's programs write, parted by commas, semicolons, tabs or bars."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator

from desktop.documents.extract.encodings import Decoded, decode
from desktop.documents.sheets.formulas import unguarded
from desktop.documents.sheets.lines import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Line, Table, is_empty, place_of
from desktop.documents.sheets.refusals import refusal
from desktop.i18n import _

DELIMITERS = (",", ";", "\t", "|")
ENCODINGS = ("utf-8", "utf-16", "cp1251", "kz1048", "koi8-r", "cp866")
_SAMPLE = 200  # lines by which the delimiter is told
_SPOKEN = "sep="  # the first line of a file in which Excel was told its delimiter


def read_csv(content: bytes, *, encoding: str = "", delimiter: str = "") -> Table:
    """The table in the bytes of a file; what is not said of it is found out. Raises ``InputFaults``."""
    decoded = _decoded(content, encoding)
    text, spoken = _without_hint(decoded.text.removeprefix("\ufeff"))
    parted_by = delimiter or spoken or _delimiter_of(text)
    lines = _lines(text, parted_by, 2 if spoken else 1)
    titles = next(lines, None)
    if titles is None:
        raise refusal(_("It is empty."))
    return Table("csv", titles, tuple(lines), encoding=decoded.encoding, delimiter=parted_by)


def _decoded(content: bytes, encoding: str) -> Decoded:
    if not encoding:
        found = decode(content)
        if found is None:
            raise refusal(_("This is no text: not UTF-8, UTF-16 or a Cyrillic code page."))
        return found
    try:
        return Decoded(content.decode("utf-8-sig" if encoding == "utf-8" else encoding), encoding)
    except UnicodeError:
        raise refusal(_("The text is not in this encoding: {encoding}.").format(encoding=encoding)) from None


def _without_hint(text: str) -> tuple[str, str]:
    """The text below the line that names the delimiter, and the delimiter it names."""
    first, _break, rest = text.partition("\n")
    hint = first.rstrip("\r")
    if hint.startswith(_SPOKEN) and len(hint) == len(_SPOKEN) + 1:
        return rest, hint[-1]
    return text, ""


def _delimiter_of(text: str) -> str:
    """The sign that parts most lines into as many cells as the first: more of such lines first, then more cells."""
    return max(DELIMITERS, key=lambda sign: _regularity(text, sign))


def _regularity(text: str, sign: str) -> tuple[float, int, int]:
    widths: list[int] = []
    try:
        for cells in csv.reader(_broken(text), delimiter=sign, strict=True):
            widths += [len(cells)] if cells else []
            if len(widths) >= _SAMPLE:
                break
    except csv.Error:
        pass  # what was read before it tells enough; the reading proper says where the fault is
    if not widths or widths[0] == 1:
        return (0.0, 0, -DELIMITERS.index(sign))
    return (Counter(widths)[widths[0]] / len(widths), widths[0], -DELIMITERS.index(sign))


def _lines(text: str, delimiter: str, number: int) -> Iterator[Line]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(_broken(text), delimiter=delimiter, strict=True)
    while True:
        try:
            found = next(reader, None)
        except csv.Error:
            raise refusal(_broken_sentence(), _("line {line}").format(line=reader.line_num)) from None
        if found is None:
            return
        cells = tuple(unguarded(cell).strip() for cell in found)
        if number > MOST_ROWS or len(cells) > MOST_COLUMNS:
            said = _("It is too large: {rows} rows and {columns} columns at most.")
            raise refusal(said.format(rows=MOST_ROWS, columns=MOST_COLUMNS), place_of("", number))
        if not is_empty(cells):
            yield Line(number, cells)
        number += 1


def _broken(text: str) -> Iterable[str]:
    """The text line by line, each with its break, as the reader wants it; an old Mac's breaks are breaks too."""
    return text.replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True) if "\r" in text else _split(text)


def _split(text: str) -> Iterator[str]:
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start : end + 1]
        start = end + 1
    if start < len(text):
        yield text[start:]


def _broken_sentence() -> str:
    return _("The quotation marks here do not match: the file is damaged, was cut off, or is no CSV.")
