"""The body chart on a page: drawn upright, its marks where they are, its words in the language of the document."""

import io
from typing import Any

import pikepdf
import pypdfium2
import pytest

from desktop.documents.pdf.body_chart import draw_chart
from resources.body import charts

PAGE = (300, 400)


def rendered(code: str) -> Any:
    """The operators as a picture, one pixel a point."""
    pdf: Any = pikepdf.new()
    page = pdf.add_blank_page(page_size=PAGE)
    page.Contents = pdf.make_stream(code.encode())
    kept = io.BytesIO()
    pdf.save(kept)
    opened: Any = pypdfium2.PdfDocument(kept.getvalue())
    return opened[0].render(scale=1)


def grey(code: str, x: float, y: float) -> int:
    """How light one point of the page is; y from below."""
    picture = rendered(code).to_numpy()
    return int(picture[PAGE[1] - 1 - round(y), round(x)][0])


@pytest.mark.parametrize(("x", "y"), [(0.5, 0.4), (0.37, 0.72)])
def test_a_mark_is_drawn_where_x_and_y_say(x: float, y: float) -> None:
    chart = charts()["front"]
    drawn = draw_chart(chart, [(1, x, y)], "en", left=20, bottom=30, height=350)
    scale = 350 / chart.height
    at = (20 + x * chart.width * scale, 380 - y * 350)

    assert grey(drawn.code, *at) < 60
    assert grey(draw_chart(chart, [], "en", left=20, bottom=30, height=350).code, *at) > 150
    [number] = drawn.words
    assert (number.text, round(number.x), round(number.y)) == ("1", round(at[0]), round(at[1]))
    assert number.is_reversed


def test_the_head_is_above_and_everything_inside_its_frame() -> None:
    chart = charts()["front"]
    code = draw_chart(chart, [], "en", left=20, bottom=30, height=350).code
    middle = 20 + chart.width / 2 * 350 / chart.height

    assert grey(code, middle, 360) < 255  # the head
    assert grey(code, middle, 45) == 255  # between the feet
    assert grey(code, 10, 200) == 255


@pytest.mark.parametrize(("language", "words"), [("en", "Right palm"), ("ru", "Правая ладонь"), ("kk", "Оң алақан")])
def test_words_are_those_of_the_documents_language(language: str, words: str) -> None:
    drawn = draw_chart(charts()["hands"], [], language, left=0, bottom=0, height=300)

    assert words in [one.text for one in drawn.words]
