"""Cells as they lie on the clipboard between spreadsheets: lines parted by tabs, cells with breaks in quotes."""

import csv
import io
from collections.abc import Iterable, Sequence

from desktop.documents.sheets.formulas import guarded, unguarded
from desktop.documents.sheets.lines import LONGEST_CELL


def read_cells(text: str) -> list[list[str]]:
    """The cells of a copied range, line by line; a text without tabs and breaks is one cell."""
    csv.field_size_limit(LONGEST_CELL)
    lines = csv.reader(io.StringIO(text.replace("\r\n", "\n").rstrip("\n"), newline=""), delimiter="\t")
    try:
        return [[unguarded(cell).strip() for cell in line] for line in lines]
    except csv.Error:  # quotation marks that are no spreadsheet's: lines and tabs alone part it
        return [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]


def written_cells(lines: Iterable[Sequence[str]]) -> str:
    """A range as text for the clipboard; no cell can be a formula."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows([guarded(cell) for cell in line] for line in lines)
    return out.getvalue()
