"""A file opened as the table it is, told by its first bytes and never by its name."""

from pathlib import Path

from desktop.documents.file_bytes import read_bytes
from desktop.documents.sheets.csv_reading import read_csv
from desktop.documents.sheets.lines import Table
from desktop.documents.sheets.refusals import refusal
from desktop.documents.sheets.xlsx_reading import read_xlsx
from desktop.i18n import _

LARGEST = 128 * 1024 * 1024  # bytes of the file as it lies there
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_table(path: Path, *, sheet: str = "", encoding: str = "", delimiter: str = "") -> Table:
    """The table in a file: one sheet of a workbook, or the text of a CSV file.

    Raises ``InputFaults`` with the reason and its place, or ``UserError`` when there is no such file.
    """
    content = read_bytes(path, LARGEST, _("Choose a CSV or XLSX file."), refusal)
    if content.startswith(_OLD_OFFICE):
        raise refusal(_protected() if _ENCRYPTED in content else _old())
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return read_xlsx(content, sheet)
    return read_csv(content, encoding=encoding, delimiter=delimiter)


def _protected() -> str:
    return _("The workbook is protected with a password: open it in Excel and save a copy without one.")


def _old() -> str:
    return _("This is a file of an old Office (.xls): open it there and save it as XLSX or CSV.")
