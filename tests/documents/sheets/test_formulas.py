"""No text of the record runs as a formula, however the file is parted, and reading gives it back unchanged."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.sheets.formulas import guarded, unguarded

SIGNS = "=+-@＝＋－＠"
NASTY = st.text(alphabet=st.sampled_from(SIGNS + "'\"; ,|\t\r\nabЯ1\u200b\u00a0"), max_size=10) | st.text(max_size=20)


@given(NASTY)
def test_taking_the_guard_off_gives_the_text_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.lists(st.lists(NASTY, min_size=1, max_size=3), min_size=1, max_size=3), st.sampled_from(",;\t"))
def test_no_cell_begins_with_a_sign_whatever_a_computer_parts_cells_by(rows: list[list[str]], delimiter: str) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)

    cells = [cell for row in csv.reader(io.StringIO(file.getvalue(), newline=""), delimiter=delimiter) for cell in row]

    assert [cell for cell in cells if cell.strip(' "\t\r\n\u200b\u00a0').startswith(tuple(SIGNS))] == []


@pytest.mark.parametrize(
    "text", ["=1+1", "+7 700", "-5", "@SUM(A1)", "\tx", "\rx", "＝1", "a; =1", "list:\n- one", ' "=1']
)
def test_each_way_to_begin_a_formula_is_guarded(text: str) -> None:
    assert len(guarded(text)) == len(text) + 1
    assert guarded(text).replace("'", "") == text


@pytest.mark.parametrize("text", ["", "ст. 272 ч. 2", "2022-01-05", "a-b", "a = b", "Жан-Айдар", "don't"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert guarded(text) == text == unguarded(text)


@pytest.mark.parametrize("filler", ["\n", "\t", " ", '"', "'", ";", "\n="])
def test_a_long_run_of_one_sign_costs_no_more_than_its_length(filler: str) -> None:
    assert unguarded(guarded(filler * 200_000)) == filler * 200_000
