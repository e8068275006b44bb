"""Tables are read from CSV and XLSX as people's programs write them, each cell at its place; the broken are refused."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.sheets import xlsx_reading
from desktop.documents.sheets.csv_reading import read_csv
from desktop.documents.sheets.lines import MOST_ROWS, Table, joined, letters_of, parted, place_of
from desktop.documents.sheets.opening import read_table
from desktop.documents.sheets.xlsx_reading import UNCALCULATED, read_xlsx
from desktop.errors import InputFaults, UserError
from tests.documents.sheets.workbooks import a_workbook, part_of, with_part

SHEET = "xl/worksheets/sheet1.xml"
RUSSIAN = "ФИО;Дата\r\nАйгерим Тлеужан;05.01.2022\r\n"


def cells(table: Table) -> list[tuple[str, ...]]:
    return [table.titles.cells, *(line.cells for line in table.lines)]


def refusal(content: bytes, tmp_path: Path) -> tuple[str, str]:
    path = tmp_path / "table"
    path.write_bytes(content)
    with pytest.raises(InputFaults) as refused:
        read_table(path)
    (fault,) = refused.value.faults
    return fault.place, fault.what


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251"])
def test_csv_is_read_in_the_encodings_people_have(encoding: str) -> None:
    table = read_csv(RUSSIAN.encode(encoding))

    assert cells(table) == [("ФИО", "Дата"), ("Айгерим Тлеужан", "05.01.2022")]


def test_an_encoding_that_was_chosen_is_taken() -> None:
    assert read_csv("Имя\nЖан\n".encode("koi8-r"), encoding="koi8-r").titles.cells == ("Имя",)


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_by_the_lines(sign: str) -> None:
    text = sign.join(["name", "said"]) + "\n" + sign.join(["A", '"yes, and; no\n2"']) + "\n"

    table = read_csv(text.encode())

    assert table.delimiter == sign
    assert cells(table)[1] == ("A", "yes, and; no\n2")


def test_the_line_that_names_a_delimiter_is_obeyed() -> None:
    table = read_csv(b"sep=;\r\na,b;c\r\n1,2;3\r\n")

    assert table.titles.number == 2
    assert cells(table) == [("a,b", "c"), ("1,2", "3")]


def test_empty_lines_are_left_out_and_the_others_keep_their_numbers() -> None:
    assert [line.number for line in read_csv(b"a,b\n\n1,2\n,\n3,4\n").lines] == [3, 5]


def test_a_guarded_cell_is_read_as_what_it_was() -> None:
    assert read_csv(b'phone\n"\'+7 700"\n').lines[0].cells == ("+7 700",)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b'a,b\n1,"cut o', "line 2"),
        (b'a,b\n1,"x"y\n', "line 2"),
        (b"", ""),
        (b"\n\n", ""),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ""),
        (b"\xff\xd8\xff\xe0 JFIF", ""),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n\x00", ""),
        (b"a," * 501 + b"z\n", "1:1"),
    ],
)
def test_what_is_no_csv_is_refused_at_its_place(content: bytes, place: str, tmp_path: Path) -> None:
    assert refusal(content, tmp_path)[0] == place


def test_a_table_of_more_lines_than_are_kept_is_refused_at_the_first_too_many(tmp_path: Path) -> None:
    assert refusal(b"a\n" * (MOST_ROWS + 1), tmp_path)[0] == f"{MOST_ROWS + 1}:{MOST_ROWS + 1}"


def test_a_cell_longer_than_any_text_of_a_record_is_refused(tmp_path: Path) -> None:
    assert refusal(b"a\n" + b"x" * 1_000_001 + b"\n", tmp_path)[0] == "line 2"


def test_a_workbook_gives_texts_numbers_times_and_truth_as_text() -> None:
    moment = dt.datetime(2022, 1, 5, 20, 0)  # noqa: DTZ001 - a cell has no zone
    row = ["Қазақ", 272, 0.5, 3.0, True, dt.date(2022, 1, 5), moment, dt.time(20, 30), None, " x "]

    table = read_xlsx(a_workbook({"Лист 1": [["h"] * 10, row]}))

    said = ("Қазақ", "272", "0.5", "3", "true", "2022-01-05", "2022-01-05T20:00", "20:30", "", "x")
    assert table.lines[0].cells == said
    assert table.place(2, 1) == "'Лист 1'!B2"


def test_a_minute_lost_to_rounding_is_given_back() -> None:
    moment = dt.datetime(2022, 1, 5, 19, 59, 59, 999_990)  # noqa: DTZ001 - a cell has no zone

    assert read_xlsx(a_workbook({"S": [["h"], [moment]]})).lines[0].cells == ("2022-01-05T20:00",)


def test_the_first_visible_sheet_is_read_unless_one_is_named() -> None:
    book = a_workbook({"Old": [["x"]], "New": [["y"]]}, hidden="Old")

    assert (read_xlsx(book).sheet, read_xlsx(book).sheets) == ("New", ("Old", "New"))
    assert read_xlsx(book, "Old").titles.cells == ("x",)


def test_of_a_formula_the_saved_result_is_taken_and_a_missing_one_is_marked() -> None:
    book = a_workbook({"S": [["n", "m"], ["=1+1", "=2+2"]]})
    computed = part_of(book, SHEET).replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
    computed = computed.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>").replace(
        b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>"
    )

    assert read_xlsx(with_part(book, SHEET, computed)).lines[0].cells == ("2", UNCALCULATED)


def test_macros_and_links_to_other_files_are_not_looked_at() -> None:
    book = with_part(a_workbook({"S": [["a"], ["b"]]}), "xl/vbaProject.bin", b"\0macro")

    assert read_xlsx(with_part(book, "xl/externalLinks/externalLink1.xml", b"<x/>")).lines[0].cells == ("b",)


def bent(name: str, content: bytes) -> bytes:
    return with_part(a_workbook({"S": [["a"], ["b"]]}), name, content)


HOSTILE = {
    "a document type": bent(SHEET, b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><worksheet/>'),
    "another encoding": bent(SHEET, b'<?xml version="1.0" encoding="UTF-7"?><worksheet/>'),
    "half a part": bent(SHEET, part_of(a_workbook({"S": [["a"]]}), SHEET)[:200]),
    "no part": bent("xl/workbook.xml", b"<workbook/>"),
    "an endless row number": bent(
        SHEET,
        part_of(a_workbook({"S": [["a"], ["b"]]}), SHEET).replace(b'<row r="2"', b'<row r="99999999999"'),
    ),
    "a string that is not there": bent(
        SHEET,
        part_of(a_workbook({"S": [["a"], ["b"]]}), SHEET).replace(
            b't="inlineStr"><is><t>b</t></is>', b't="s"><v>999</v>'
        ),
    ),
    "cut off": a_workbook({"S": [["a"], ["b"]]})[:-200],
    "an archive of something else": with_part(b"PK\x05\x06" + bytes(18), "word/document.xml", b"<x/>"),
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "a workbook with a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_or_broken_workbook_is_one_sentence(kind: str, tmp_path: Path) -> None:
    assert refusal(HOSTILE[kind], tmp_path)[1]


def test_a_workbook_with_a_password_and_an_old_one_are_told_apart(tmp_path: Path) -> None:
    assert refusal(HOSTILE["a workbook with a password"], tmp_path) != refusal(HOSTILE["an old workbook"], tmp_path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = bent("xl/media/image1.bin", bytes(xlsx_reading.LARGEST_UNPACKED))

    assert len(bomb) < 1_000_000
    assert "256" in refusal(bomb, tmp_path)[1]


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no such file"):
        read_table(tmp_path / "none.csv")


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_called_as_spreadsheets_call_them(column: int, letters: str) -> None:
    assert letters_of(column) == letters


@pytest.mark.parametrize(
    ("sheet", "place"), [("", "B7"), ("Sheet1", "Sheet1!B7"), ("A1", "'A1'!B7"), ("O'Neil", "'O''Neil'!B7")]
)
def test_a_place_is_written_as_a_spreadsheet_would(sheet: str, place: str) -> None:
    assert place_of(sheet, 7, 1) == place


@given(st.lists(st.text(alphabet=st.sampled_from('ab;" '), min_size=1, max_size=6).map(str.split).map(" ".join)))
def test_a_cell_of_several_items_is_parted_as_it_was_joined(items: list[str]) -> None:
    assert parted(joined(filter(None, items))) == [item for item in items if item]


def test_items_may_stand_on_lines_of_their_own_and_quotation_marks_of_names_stay() -> None:
    assert parted("a; b\nc") == ["a; b", "c"]
    assert parted('"Атамекен"; b;; ') == ['"Атамекен"', "b"]
