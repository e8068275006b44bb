"""Tables written row by row, so that memory does not grow with them: CSV for everything, XLSX for spreadsheets.

In CSV every text is guarded (``formulas``); in XLSX every cell is a text or a number and none a formula or a link, and
the file says nothing of who made it, when, or with what.
"""

import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from desktop.documents.sheets.formulas import guarded
from desktop.documents.sheets.lines import place_of
from desktop.errors import UserError
from desktop.i18n import _

FORMS = (".csv", ".xlsx")
MOST_XLSX_ROWS = 1_048_576
_LONGEST_XLSX_CELL = 32_767  # characters; Excel holds no more
_NEUTRAL = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # when every workbook of ours says that it was made
_WIDTH = 20  # characters of a column
_OPTIONS: dict[str, Any] = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def write_table(path: Path, sheet: str, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write a table to a new file in the form its name ends with; returns how many rows. The folder must be ours alone.

    While an XLSX file is written its rows stand plain in a file beside it. Raises ``UserError`` for what XLSX cannot
    hold.
    """
    if path.suffix.lower() == ".xlsx":
        return _write_xlsx(path, sheet, titles, rows)
    return _write_csv(path, titles, rows)


def _write_csv(path: Path, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    count = 0
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([guarded(title) for title in titles])
        for row in rows:
            writer.writerow([guarded(cell) for cell in row])
            count += 1
    return count


def _write_xlsx(path: Path, sheet: str, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    book: Any = Workbook(str(path), _OPTIONS | {"tmpdir": str(path.parent)})
    page: Any = book.add_worksheet(sheet)
    book.set_properties({"created": _NEUTRAL})
    page.freeze_panes(1, 0)
    page.set_column(0, max(0, len(titles) - 1), _WIDTH)
    bold: Any = book.add_format({"bold": True})
    count = 0
    try:
        for column, title in enumerate(titles):
            page.write_string(0, column, title, bold)
        for count, row in enumerate(rows, start=1):
            _write_row(page, sheet, count, row)
        book.close()
    except FileCreateError as error:  # it wraps what the disk said
        raise error.args[0] from None
    finally:
        page._opt_close()  # noqa: SLF001 - nothing public closes the rows of a workbook that is given up
    return count


def _write_row(page: Any, sheet: str, number: int, row: Sequence[str]) -> None:
    if number >= MOST_XLSX_ROWS:
        raise UserError(_("The list is too long for a workbook."), _("Export it as CSV."))
    for column, text in enumerate(row):
        if len(text) > _LONGEST_XLSX_CELL:
            said = _("The text for the cell {cell} is longer than a cell of a workbook may be.")
            raise UserError(said.format(cell=place_of(sheet, number + 1, column)), _("Export the list as CSV."))
        if text:
            page.write_string(number, column, text)
