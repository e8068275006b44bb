"""Characters and their boxes: what lies under a point, which words and lines there are, what a passage covers."""

from array import array

import pytest

from desktop.documents.render.find import find_all
from desktop.documents.render.page_text import Box, PageText, plain

WIDE, HIGH = 10.0, 12.0


def page(*lines: tuple[float, float, str]) -> PageText:
    """Lines of characters 10 wide and 12 high at the given left and top, joined as PDFium joins them."""
    text, boxes = "", array("f")
    for number, (left, top, words) in enumerate(lines):
        if number:
            text += "\r\n"
            boxes.extend([0.0] * 8)
        for column, _sign in enumerate(words):
            boxes.extend((left + column * WIDE, top, left + (column + 1) * WIDE, top + HIGH))
        text += words
    return PageText(text, boxes)


TWO = page((0, 0, "Алматы қаласы"), (0, 20, "2022 жыл"))


def test_a_page_falls_into_its_lines() -> None:
    assert [TWO.text[line.start : line.end] for line in TWO.lines] == ["Алматы қаласы", "2022 жыл"]


def test_columns_are_lines_of_their_own() -> None:
    columns = page((0, 0, "left one"), (0, 20, "left two"), (300, 0, "right one"), (300, 20, "right two"))
    assert len(columns.lines) == 4
    at = columns.nearest(305, 25)
    assert at is not None
    assert columns.text[at:].startswith("ight two") or columns.text[at:].startswith("right two")


@pytest.mark.parametrize(
    ("x", "y", "index"), [(-50, 6, 0), (4, 6, 0), (6, 6, 1), (999, 6, 13), (0, -99, 0), (999, 999, 23)]
)
def test_the_gap_nearest_to_a_point_is_found_wherever_the_point_is(x: float, y: float, index: int) -> None:
    assert TWO.nearest(x, y) == index


@pytest.mark.parametrize(("index", "word"), [(0, "Алматы"), (3, "Алматы"), (6, "Алматы"), (7, "қаласы"), (15, "2022")])
def test_a_word_is_letters_and_digits_in_any_script(index: int, word: str) -> None:
    assert TWO.text[slice(*TWO.word(index))] == word


def test_a_passage_over_two_lines_keeps_its_break_and_covers_two_boxes() -> None:
    assert TWO.passage(7, 19) == "қаласы\n2022"
    assert TWO.rectangles(7, 19) == [Box(70, 0, 130, 12), Box(0, 20, 40, 32)]


def test_going_down_and_up_stays_in_the_column_and_on_the_page() -> None:
    assert TWO.beside(2, 1) == 17
    assert TWO.beside(17, -1) == 2
    assert TWO.beside(2, -9) == 2


def test_a_page_without_text_has_nothing_to_select() -> None:
    empty = page()
    assert empty.nearest(1, 1) is None
    assert empty.rectangles(0, 5) == []
    assert empty.beside(0, 1) == 0
    assert not empty.is_on_text(1, 1)


def test_boxes_without_extent_or_out_of_order_are_no_error() -> None:
    boxes = array("f", [5, 5, 5, 5, 9, 9, 1, 1, 0, 0, 10, 12])
    odd = PageText("abc", boxes)
    assert [(line.start, line.end) for line in odd.lines] == [(2, 3)]
    assert odd.passage(0, 3) == "abc"


def test_text_for_the_index_joins_broken_words() -> None:
    assert plain("задер\u00adжан\r\n\ufffd2022") == "задержан\n2022"


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Он был задер\u00adжан", "задержан", ["задер\u00adжан"]),
        ("в отдел\r\nполиции", "Отдел Полиции", ["отдел\r\nполиции"]),
        ("ещё и еще", "ЕЩЁ", ["ещё", "еще"]),
        ("Қазақстан", "қазақ", ["Қазақ"]),
        ("аааа", "аа", ["аа", "аа"]),
        ("STRASSE Straße", "straße", ["STRASSE", "Straße"]),
        ("a.b*c", ".b*", [".b*"]),
        ("anything", "  ", []),
        ("", "x", []),
    ],
)
def test_words_are_found_whatever_their_case_and_breaks(text: str, wanted: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(text, wanted)] == found
