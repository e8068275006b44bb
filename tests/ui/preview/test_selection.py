"""Passages over one page or several, and where the keys move their ends."""

from array import array

import pytest

from desktop.documents.render.page_text import PageText
from desktop.ui.preview.selection import Gap, Passage, Step, moved, whole_page


def page(*lines: str) -> PageText:
    text, boxes = "\r\n".join(lines), array("f")
    row, column = 0, 0
    for sign in text:
        if sign in "\r\n":
            row, column = row + (sign == "\n"), 0
            boxes.extend([0.0] * 4)
        else:
            boxes.extend((column * 10, row * 20, column * 10 + 10, row * 20 + 12))
            column += 1
    return PageText(text, boxes)


PAGES = [page("один два", "три"), page("төрт бес"), page()]


def texts(number: int) -> PageText | None:
    return PAGES[number]


def test_a_passage_may_be_drawn_in_either_direction() -> None:
    there, back = Passage(Gap(0, 5), Gap(1, 4)), Passage(Gap(1, 4), Gap(0, 5))
    assert there.words(texts) == back.words(texts) == "два\nтри\nтөрт"


def test_a_passage_is_incomplete_while_a_page_of_it_is_not_read() -> None:
    passage = Passage(Gap(0, 0), Gap(2, 0))
    assert passage.words({0: PAGES[0], 1: None, 2: PAGES[2]}.__getitem__) is None


def test_only_its_own_pages_carry_boxes() -> None:
    passage = whole_page(1, PAGES[1])
    assert passage.boxes(0, PAGES[0]) == []
    assert len(passage.boxes(1, PAGES[1])) == 1
    assert passage.words(texts) == "төрт бес"


@pytest.mark.parametrize(
    ("start", "step", "end"),
    [
        (Gap(0, 0), Step.CHARACTER_ON, Gap(0, 1)),
        (Gap(0, 0), Step.CHARACTER_BACK, Gap(0, 0)),
        (Gap(0, 13), Step.CHARACTER_ON, Gap(1, 0)),
        (Gap(1, 0), Step.CHARACTER_BACK, Gap(0, 13)),
        (Gap(0, 1), Step.WORD_ON, Gap(0, 4)),
        (Gap(0, 7), Step.WORD_BACK, Gap(0, 5)),
        (Gap(0, 1), Step.LINE_ON, Gap(0, 11)),
        (Gap(0, 11), Step.LINE_BACK, Gap(0, 1)),
        (Gap(2, 0), Step.CHARACTER_ON, Gap(2, 0)),
        (Gap(2, 0), Step.LINE_BACK, Gap(1, 8)),
    ],
)
def test_keys_move_the_end_of_a_passage(start: Gap, step: Step, end: Gap) -> None:
    assert moved(start, step, texts, len(PAGES)) == end


def test_an_end_stays_where_the_next_page_is_not_read_yet() -> None:
    assert moved(Gap(0, 13), Step.CHARACTER_ON, {0: PAGES[0], 1: None}.__getitem__, 2) == Gap(0, 13)
    assert moved(Gap(1, 3), Step.CHARACTER_ON, {1: None}.__getitem__, 2) == Gap(1, 3)
