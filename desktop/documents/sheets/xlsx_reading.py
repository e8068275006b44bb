"""XLSX without trusting it: sizes are looked at before anything is unpacked, nothing in it is followed or worked out.

Of formulas the results that the file holds are taken; links to other files, macros and pictures are not looked at.
"""

import datetime as dt
import re
import warnings
import zipfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import zip_longest
from typing import Any

from desktop.documents.sheets.lines import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Line, Table, is_empty, place_of
from desktop.documents.sheets.refusals import refusal
from desktop.errors import UserError
from desktop.i18n import _

LARGEST_UNPACKED = 256 * 1024 * 1024  # bytes of all parts together: some two million cells
MOST_PARTS = 5000
UNCALCULATED = "#FORMULA!"  # our own mark for a formula whose result the file does not hold
_LAST_ROW = 1_048_576
_CHUNK = 1 << 20
_OVERLAP = 32
_ESCAPED = re.compile("_x(005F|000D|000A|0009)_")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_CODED = re.compile(rb"encoding\s*=\s*[\"'](?!(?:utf-8|us-ascii)[\"'])", re.IGNORECASE)


def read_xlsx(content: bytes, sheet: str = "") -> Table:
    """The table on a sheet of a workbook, the first that can be seen unless one is named. Raises ``InputFaults``."""
    has_formulas = _looked_at(content)
    with _workbook(content, results=True) as results:
        names = tuple(one.title for one in results.worksheets)
        chosen = _chosen(results, sheet)
        lines = _lines(chosen.title, _rows(chosen))
        if has_formulas:
            with _workbook(content, results=False) as formulas:
                written = _rows(formulas[chosen.title])
                lines = _lines(chosen.title, _rows(chosen), written)
                return _table(chosen.title, names, lines)
        return _table(chosen.title, names, lines)


def _table(sheet: str, sheets: tuple[str, ...], lines: Iterator[Line]) -> Table:
    titles = next(lines, None)
    if titles is None:
        raise refusal(_("The sheet is empty."), sheet)
    return Table("xlsx", titles, tuple(lines), sheet, sheets)


def _looked_at(content: bytes) -> bool:
    """Whether any part holds formulas; refuses what unpacks to too much or declares what a workbook never does."""
    has_formulas = False
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_parts(archive)
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as stream:
                        has_formulas |= _scanned(stream)
    except UserError:
        raise
    except Exception:  # noqa: BLE001 - whatever a broken archive makes its reader raise
        raise _damaged() from None
    return has_formulas


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise refusal(_("This is no workbook of Excel: save it as XLSX or CSV."))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise refusal(_("Unpacked it is larger than {size} MB.").format(size=LARGEST_UNPACKED // 2**20))


def _scanned(stream: Any) -> bool:
    """Whether a part holds formulas; a part that declares a document type or is no UTF-8 is refused."""
    has_formulas, tail, is_first = False, b"", True
    while chunk := stream.read(_CHUNK):
        if is_first and (_CODED.search(chunk[:200]) or b"\0" in chunk[:4]):
            raise _damaged()
        seen, is_first = tail + chunk, False
        if _DECLARED.search(seen):
            raise _damaged()
        has_formulas = has_formulas or _FORMULA.search(seen) is not None
        tail = seen[-_OVERLAP:]
    return has_formulas


@contextmanager
def _workbook(content: bytes, *, results: bool) -> Generator[Any]:
    """The workbook, read as it is asked for; whatever is wrong with it is one sentence."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions that are not read
        try:
            book = load_workbook(BytesIO(content), read_only=True, data_only=results, keep_links=False)
            try:
                yield book
            finally:
                book.close()
        except UserError:
            raise
        except Exception:  # noqa: BLE001 - a broken workbook makes openpyxl raise nearly anything
            raise _damaged() from None


def _chosen(book: Any, sheet: str) -> Any:
    found: list[Any] = list(book.worksheets)
    if sheet:
        named = [one for one in found if one.title == sheet]
        if not named:
            raise refusal(_("The workbook has no sheet “{sheet}”.").format(sheet=sheet))
        return named[0]
    seen = [one for one in found if one.sheet_state == "visible"] or found
    if not seen:
        raise refusal(_("The workbook has no sheet with cells."))
    return seen[0]


def _rows(sheet: Any) -> Iterable[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what a file says of its size may be wrong
    return sheet.iter_rows()


def _lines(sheet: str, rows: Iterable[tuple[Any, ...]], written: Iterable[tuple[Any, ...]] = ()) -> Iterator[Line]:
    kept = 0
    for number, (cells, formulas) in enumerate(zip_longest(rows, written, fillvalue=()), start=1):
        if number > _LAST_ROW:
            raise _damaged()
        texts = [_text(cell) for cell in cells]
        for column, cell in enumerate(formulas):
            if cell.data_type == "f" and not texts[column]:
                texts[column] = UNCALCULATED
        while texts and not texts[-1]:
            texts.pop()
        if not is_empty(tuple(texts)):
            kept += 1
            _check_size(sheet, number, kept, texts)
            yield Line(number, tuple(texts))


def _check_size(sheet: str, number: int, kept: int, texts: list[str]) -> None:
    if kept > MOST_ROWS or len(texts) > MOST_COLUMNS or any(len(text) > LONGEST_CELL for text in texts):
        said = _("It is too large: {rows} rows and {columns} columns at most.")
        raise refusal(said.format(rows=MOST_ROWS, columns=MOST_COLUMNS), place_of(sheet, number))


def _text(cell: Any) -> str:
    """What a cell says, as text: times as EDTF, truth as words, whole numbers without a point."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(_plain, value).strip()
    if isinstance(value, dt.datetime):
        return _moment(value, has_clock="h" in (cell.number_format or "").lower())
    return _worded(value)


def _worded(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value.isoformat(timespec="minutes") if isinstance(value, dt.time) else str(value)


def _moment(value: dt.datetime, *, has_clock: bool) -> str:
    """A date, with its time of day where its format shows one; fractions of a second are rounding."""
    whole = (value + dt.timedelta(microseconds=500_000)).replace(microsecond=0, tzinfo=None)
    if whole.time() == dt.time() and not has_clock:
        return whole.date().isoformat()
    return whole.isoformat(timespec="seconds" if whole.second else "minutes")


def _plain(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _damaged() -> UserError:
    return refusal(_("The workbook is damaged, was cut off, or is no workbook of Excel."))
