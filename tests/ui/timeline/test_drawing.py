"""What stands round the canvas: the strip with all of time, the buttons, the bar of the lanes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollBar, QToolButton

from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.drawing import Drawing
from desktop.ui.timeline.overview import Overview
from tests.ui.hands import Hands
from tests.ui.timeline.strokes import stroke
from tests.ui.timeline.wheel import turn


def test_the_strip_shows_what_is_in_view_and_drags_it(drawing: Drawing, year: Canvas) -> None:
    strip = drawing.findChildren(Overview)[0]
    turn(year, 8, 600)
    before = strip.frame()
    assert before.width() < strip.width() / 3
    grip = before.center().toPoint()
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(strip, grip + QPoint(80, 0))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=grip + QPoint(80, 0))

    assert strip.frame().center().x() == pytest.approx(before.center().x() + 80, abs=2)
    assert strip.whole().x(year.board.scale.moment(year.board.width / 2)) == pytest.approx(
        strip.frame().center().x() - year.board.measures.names, abs=2
    )


def test_a_click_beside_the_frame_brings_it_there_and_arrows_move_it(
    drawing: Drawing, year: Canvas, hands: Hands
) -> None:
    strip = drawing.findChildren(Overview)[0]
    turn(year, 8, 600)
    hands.click_at(strip, QPoint(strip.width() - 200, 8))
    at = strip.frame().center().x()
    assert at == pytest.approx(strip.width() - 200, abs=2)
    hands.press("Left", strip)

    assert strip.frame().center().x() < at


def test_the_buttons_zoom_and_the_bar_moves_the_lanes(drawing: Drawing, year: Canvas, hands: Hands) -> None:
    pace = year.board.scale.pace
    buttons = {one.toolTip(): one for one in drawing.findChildren(QToolButton)}
    buttons["Nearer"].click()
    assert year.board.scale.pace < pace
    buttons["Farther"].click()
    buttons["Show all of time"].click()
    assert year.board.scale.pace == pytest.approx(pace)

    year.take([stroke("2022-12-31T12:00", person=f"q{number}")._replace(id=str(number)) for number in range(60)])
    bar = drawing.findChildren(QScrollBar)[0]
    hands.wait(bar.isVisible)
    bar.setValue(bar.maximum())
    assert year.board.scroll == pytest.approx(year.board.stack.tall() - year.board.height, abs=1)
