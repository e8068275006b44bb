"""Pages stacked below one another: where each lies, and which place is under a point."""

import pytest
from PySide6.QtCore import QRectF

from desktop.ui.preview.page_images import SIDE, WHOLE, tiles
from desktop.ui.preview.page_stack import HIGHEST, PageStack, fitting_scale, largest_scale

A4 = (595.0, 842.0)
STACK = PageStack((A4, (842.0, 595.0), A4), 2.0, 10, 900)


def test_pages_lie_below_one_another_in_the_middle() -> None:
    assert STACK.tops == [10, 1704, 2904]
    assert STACK.width == 1704
    assert STACK.rectangle(0) == (257, 10, 1190, 1684)
    assert STACK.height == 2904 + 1684 + 10


@pytest.mark.parametrize(("y", "page"), [(-5, 0), (0, 0), (1693, 0), (1699, 0), (1704, 1), (99_999, 2)])
def test_every_height_belongs_to_a_page(y: int, page: int) -> None:
    assert STACK.page_at(y) == page


def test_a_place_on_a_page_is_found_again() -> None:
    place = STACK.place(257 + 100, 10 + 200)
    assert (place.page, place.x, place.y) == (0, 50.0, 100.0)


def test_only_pages_in_view_are_painted() -> None:
    assert list(STACK.pages_between(1750, 1760)) == [1]
    assert list(STACK.pages_between(1600, 1760)) == [0, 1]
    assert list(PageStack((), 1.0, 10, 900).pages_between(0, 100)) == []


def test_a_stack_never_grows_beyond_what_scroll_bars_count() -> None:
    sizes = ((14_400.0, 14_400.0),) * 20_000
    scale = largest_scale(sizes, 8.0)
    assert PageStack(sizes, scale, 12, 100).height < HIGHEST


def test_a_page_is_fitted_by_its_tighter_side() -> None:
    assert fitting_scale((A4,), (1190, 99_999)) == 2.0
    assert fitting_scale((A4,), (1190, 421)) == 0.5


def test_a_page_of_usual_size_is_drawn_in_one_piece() -> None:
    (whole,) = tiles(3, A4, 1.5, QRectF(0, 0, 10, 10))
    assert (whole.page, whole.left, whole.top, whole.width, whole.height) == (3, 0, 0, 893, 1263)


@pytest.mark.parametrize("scale", [8.0, 16.0, 64.0])
def test_a_large_page_is_drawn_in_pieces_where_it_is_seen(scale: float) -> None:
    seen = QRectF(100, 100, 50, 60)
    pieces = list(tiles(0, (5000.0, 5000.0), scale, seen))
    assert all(piece.width * piece.height <= SIDE * SIDE <= WHOLE for piece in pieces)
    covered = QRectF()
    for piece in pieces:
        covered = covered.united(
            QRectF(piece.left / scale, piece.top / scale, piece.width / scale, piece.height / scale)
        )
    assert covered.contains(seen)
    assert len(pieces) <= 16


def test_pieces_end_where_the_page_ends() -> None:
    pieces = list(tiles(0, (1000.0, 1000.0), 4.0, QRectF(-50, -50, 5000, 5000)))
    assert sum(piece.width * piece.height for piece in pieces) == 4000 * 4000
