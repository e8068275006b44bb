"""What is copied from the picture is what would be painted."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.ui.timeline.canvas import Canvas
from tests.ui.timeline.strokes import stroke

MANY = [stroke(f"20{year:02}-06-15", title=f"Number {year}", person=f"p{year % 25}") for year in range(10, 60)]


@pytest.fixture
def full(canvas: Canvas, qtbot: QtBot) -> Canvas:
    """More lanes than find room, at rest."""
    canvas.take(MANY)
    canvas.zoom(4)
    rest(canvas, qtbot)
    return canvas


def rest(canvas: Canvas, qtbot: QtBot) -> None:
    """Wait until nothing is to be painted any more."""
    canvas.repaint()
    qtbot.waitUntil(lambda: not canvas._picture._rest.isActive())


def pixels(canvas: Canvas) -> QImage:
    """What is shown below the axis, whose labels stay in sight only at rest."""
    return canvas.grab(canvas.rect().adjusted(0, canvas.board.measures.axis, 0, 0)).toImage()


def anew(canvas: Canvas) -> QImage:
    """What is shown when nothing was painted before."""
    other = Canvas(canvas.board.zone)
    other.setFont(canvas.font())
    other.resize(canvas.size())
    other.take(MANY)
    other.board.resize(canvas.board.width, canvas.board.height)
    other.board.look(canvas.board.scale)
    other.board.scroll_to(canvas.board.scroll)
    made = pixels(other)
    other.deleteLater()
    return made


@pytest.mark.parametrize(("right", "down"), [(40, 0), (-40, 0), (0, 60), (30, 50), (600, 0)])
def test_moving_shows_what_would_be_painted(full: Canvas, right: int, down: int) -> None:
    full.clearFocus()
    full.pan(right, down)

    assert pixels(full) == anew(full)


def test_coming_nearer_is_painted_anew_at_rest(full: Canvas, qtbot: QtBot) -> None:
    full.clearFocus()
    full.zoom(1.25)
    stretched = pixels(full)
    rest(full, qtbot)

    assert pixels(full) == anew(full) != stretched


def test_nothing_is_shown_of_what_is_no_more(full: Canvas) -> None:
    full.clearFocus()
    before = pixels(full)
    full.renew(MANY[:3])

    assert pixels(full) != before
    assert len(full.board.events) == 3


def test_a_drawing_at_rest_paints_nothing(full: Canvas, qtbot: QtBot) -> None:
    version = full._picture._taken
    full.repaint()
    qtbot.wait(120)

    assert full._picture._taken is version
