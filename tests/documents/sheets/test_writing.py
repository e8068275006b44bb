"""What is written is read back the same, and holds nothing a spreadsheet would run or that says who wrote it."""

import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from desktop.documents.exchange.letters import is_unwanted
from desktop.documents.sheets.opening import read_table
from desktop.documents.sheets.writing import write_table
from desktop.errors import UserError

SIGNS = "=+-@＝＋－＠"
TEXT = st.text(max_size=30) | st.text(alphabet=st.sampled_from(SIGNS + "'\"; ,\t\na_x005F"), max_size=8)
KEPT = TEXT.filter(lambda text: not is_unwanted(text) and "\r" not in text).map(str.strip)
ROWS = st.lists(st.tuples(KEPT.filter(bool), KEPT, KEPT), min_size=1, max_size=4)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@settings(max_examples=25)
@given(rows=ROWS)
def test_a_table_is_read_as_it_was_written(suffix: str, rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"table{suffix}"
        assert write_table(path, "Events", ["a", "b", "c"], rows) == len(rows)
        table = read_table(path)

    assert [tuple(line.cell(column) for column in range(3)) for line in table.lines] == rows


@settings(max_examples=25)
@given(rows=ROWS)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(rows: list[tuple[str, ...]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.xlsx"
        write_table(path, "Events", ["=a", "http://b", "c"], rows)
        page = load_workbook(path)["Events"]
        with zipfile.ZipFile(path) as archive:
            parts = archive.namelist()

        assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
        assert {cell.hyperlink for row in page.iter_rows() for cell in row} == {None}
        assert not any("rels" in part and "sheet" in part for part in parts)


def test_a_workbook_says_nothing_of_who_when_and_where(tmp_path: Path) -> None:
    write_table(tmp_path / "a.xlsx", "Events", ["a"], [["x"]])
    write_table(tmp_path / "b.xlsx", "Events", ["a"], [["x"]])

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        assert b"<dc:creator></dc:creator>" in archive.read("docProps/core.xml")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx"]


def test_a_text_longer_than_a_cell_is_refused_and_leaves_no_open_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="B2"):
        write_table(tmp_path / "a.xlsx", "Events", ["a", "b"], [["x", "y" * 32_768]])


def test_a_table_begins_so_that_excel_knows_its_letters(tmp_path: Path) -> None:
    write_table(tmp_path / "a.csv", "Events", ["Имя"], [["Жан"]])

    assert (tmp_path / "a.csv").read_bytes() == "\ufeffИмя\r\nЖан\r\n".encode()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("mine", encoding="utf-8")

    with pytest.raises(FileExistsError):
        write_table(tmp_path / "a.csv", "Events", ["a"], [])
