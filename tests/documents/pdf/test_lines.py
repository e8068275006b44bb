"""Lines hold every word, none is too wide, and long texts cost only their length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.pdf.faces import BOLD, UPRIGHT, Family, Style
from desktop.documents.pdf.lines import Line, Span, wrap

WORDS = st.text(st.sampled_from("aбқM-/. "), max_size=120)


class _Document:
    """Stands for a PDF: fonts only ask whether it is the same one."""


FAMILY = Family(_Document())
PLAIN: Style = FAMILY.style(10)
STRONG: Style = FAMILY.style(10, BOLD)


def _text(lines: list[Line]) -> str:
    return "\n".join("".join(" ".join(part.words) for part in line.parts) for line in lines)


def _letters(text: str) -> str:
    """Leave out what breaking may add or take away."""
    return "".join(text.replace("-", "").split())


@given(WORDS, st.floats(15, 200))
def test_nothing_is_lost_and_nothing_added(text: str, room: float) -> None:
    assert _letters(_text(wrap([Span(PLAIN, text)], room))) == _letters(text)


@given(WORDS, WORDS, st.floats(15, 200))
def test_styles_that_meet_inside_a_word_lose_nothing(one: str, two: str, room: float) -> None:
    lines = wrap([Span(PLAIN, one), Span(STRONG, two)], room)
    assert _letters(_text(lines)) == _letters(one + two)


@given(WORDS, st.floats(15, 200))
def test_no_line_is_wider_than_its_room(text: str, room: float) -> None:
    for line in wrap([Span(PLAIN, text)], room):
        assert sum(style_width(part.words) for part in line.parts) <= room + 0.1


def style_width(words: list[str]) -> float:
    return PLAIN.width(" ".join(words).rstrip())


@pytest.mark.parametrize("style", [PLAIN, STRONG])
def test_both_ways_of_breaking_agree(style: Style) -> None:
    text = "Ол кеткен кезде ғимарат бүлінбеген әрі тоналмаған еді " * 5
    simple = wrap([Span(style, text.strip())], 140)
    mixed = wrap([Span(style, text[:80]), Span(style, text[80:].strip())], 140)
    assert _text(simple) == _text(mixed)


def test_the_width_of_a_line_is_that_of_its_text() -> None:
    for line in wrap([Span(PLAIN, "one two three four five six seven")], 60):
        assert line.width == pytest.approx(PLAIN.width(" ".join(line.parts[0].words)))


def test_a_no_break_space_keeps_words_on_one_line() -> None:
    assert (
        _text(wrap([Span(PLAIN, "aaaa №\N{NO-BREAK SPACE}12")], PLAIN.width("aaaa №"))) == "aaaa\n№\N{NO-BREAK SPACE}12"
    )


def test_a_newline_ends_a_line_and_an_empty_one_stays() -> None:
    assert _text(wrap([Span(PLAIN, "a\n\nb")], 100)) == "a\n\nb"


@pytest.mark.parametrize("blank", ["", " ", "   "])
def test_blank_text_is_one_empty_line(blank: str) -> None:
    assert _text(wrap([Span(PLAIN, blank)], 100)).strip() == ""
    assert _text(wrap([Span(PLAIN, blank), Span(STRONG, blank)], 100)).strip() == ""


def test_only_the_first_line_is_indented() -> None:
    lines = wrap([Span(PLAIN, "word " * 40)], 100, indent=30)
    assert [line.indent for line in lines][:3] == [30, 0, 0]
    assert lines[0].width <= 70


def test_an_address_breaks_after_its_slashes_but_not_inside_its_scheme() -> None:
    address = "https://www.example.org/reports/2022/january/airport"
    lines = _text(wrap([Span(PLAIN, address, is_address=True)], 130)).split("\n")
    assert len(lines) > 1
    assert all(line.endswith("/") for line in lines[:-1])
    assert lines[0].startswith("https://www.")


def test_compound_words_break_at_the_hyphen_and_numbers_do_not() -> None:
    assert _text(wrap([Span(PLAIN, "лётчик-испытатель")], 60)) == "лётчик-\nиспытатель"
    assert _text(wrap([Span(PLAIN, "аааа 131-бап")], PLAIN.width("аааа 131-"))) == "аааа\n131-бап"


def test_a_word_wider_than_its_column_is_parted_between_syllables_with_a_hyphen() -> None:
    assert _text(wrap([Span(PLAIN, "прокуратурасының")], 60)) == "прокуратура-\nсының"


@pytest.mark.parametrize("text", ["9f86d081884c7d659a2feaa0c55ad015", "ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ", "123/456/789/000/111"])
def test_what_is_not_a_word_of_syllables_is_parted_without_adding_anything(text: str) -> None:
    lines = _text(wrap([Span(PLAIN, text)], 60)).split("\n")
    assert len(lines) > 1
    assert "".join(lines) == text


def test_a_footnote_mark_stays_on_the_line_of_its_word() -> None:
    lines = wrap([Span(PLAIN, "aaaa bbbb"), Span(PLAIN, "12", note=12)], PLAIN.width("aaaa bbbb"))
    assert _text(lines) == "aaaa\nbbbb12"
    assert [line.notes for line in lines] == [(), (12,)]


@pytest.mark.parametrize("text", ["слово " * 200_000, "я" * 300_000, "https://a.kz/" + "b/" * 100_000])
def test_a_huge_text_is_broken_in_linear_time(text: str) -> None:
    begun = time.process_time()
    wrap([Span(PLAIN, text)], 400)
    assert time.process_time() - begun < 8  # quadratic: minutes


def test_more_distinct_words_than_are_remembered_are_measured_as_well() -> None:
    words = [f"{number}" for number in range(25_000)]
    lines = wrap([Span(PLAIN, " ".join(words))], 400)
    assert _text(lines).split() == words
    assert all(PLAIN.face.codes[word] for word in words)


def test_words_that_need_a_second_subset_of_the_font_are_written_with_it() -> None:
    family = Family(_Document())
    many = "".join(map(chr, range(0x0400, 0x0530)))
    face = family.style(10, UPRIGHT).face
    written = "".join(face.codes[character] for character in many)
    assert "@1@" in written
    assert face.codes["a"] == "61"
