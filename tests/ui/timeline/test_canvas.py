"""Wheel, drag, keys and clicks on the drawing, as hands do them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar, QToolButton
from pytestqt.qtbot import QtBot

from desktop.i18n import Language
from desktop.ui.language import speech
from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.drawing import Drawing
from desktop.ui.timeline.marks import Certainty, Clash
from desktop.ui.timeline.overlay import sign_of
from desktop.ui.timeline.overview import Overview
from desktop.ui.timeline.painting import box_of
from tests.ui.hands import Hands
from tests.ui.timeline.strokes import moment, stroke

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
YEAR = [stroke(f"2022-{month:02}-05T12:00", title=f"Month {month}", person=f"p{month % 3}") for month in range(1, 13)]


@pytest.fixture
def year(canvas: Canvas) -> Canvas:
    """Twelve events of three people, one each month."""
    canvas.take(YEAR)
    return canvas


def turn(canvas: Canvas, notches: int, x: float, y: float = 300, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Turn the wheel with the pointer somewhere."""
    spot = QPointF(x, y)
    QApplication.sendEvent(
        canvas,
        QWheelEvent(
            spot, canvas.mapToGlobal(spot), QPoint(), QPoint(0, notches * 120), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def chosen(canvas: Canvas) -> str:
    """The title of the event that is chosen."""
    board = canvas.board
    return board.events.titles[board.focus] if board.focus is not None else ""


def middle(canvas: Canvas, event: str) -> QPoint:
    """The middle of an event on the canvas."""
    board = canvas.board
    place = board.events.place_of(event)
    assert place is not None
    scene = board.scene()
    item = scene.item_of(place, scene.lanes_of(place)[0])
    assert item
    return (box_of(scene, item).center() + QPointF(board.measures.names, board.measures.axis)).toPoint()


def test_the_wheel_brings_time_nearer_and_keeps_it_under_the_pointer(year: Canvas) -> None:
    board = year.board
    x = 640.0
    before, pace = board.scale.moment(x - board.measures.names), board.scale.pace
    turn(year, 3, x)

    assert board.scale.pace < pace / 1.5
    assert board.scale.moment(x - board.measures.names) == pytest.approx(before, abs=board.scale.pace)
    turn(year, -3, x)
    assert board.scale.pace == pytest.approx(pace)


def test_from_decades_to_minutes(year: Canvas) -> None:
    turn(year, 100, 600)
    assert year.board.scale.pace * year.board.width < 3600
    turn(year, -200, 600)
    assert year.board.scale.pace * year.board.width > 50 * 365 * 86_400


def test_shift_and_wheel_move_along_time_and_over_the_names_the_lanes_move(year: Canvas) -> None:
    turn(year, 8, 600)
    start = year.board.scale.start
    turn(year, -1, 600, modifiers=SHIFT)
    assert year.board.scale.start > start

    year.take([stroke("2022-12-31T12:00", person=f"q{number}")._replace(id=str(number)) for number in range(60)])
    turn(year, -2, 20)
    assert year.board.scroll > 0


def test_dragging_moves_time_and_is_no_click(year: Canvas, qtbot: QtBot) -> None:
    turn(year, 6, 600)
    start, pace = year.board.scale.start, year.board.scale.pace
    QTest.mousePress(year, Qt.MouseButton.LeftButton, pos=QPoint(600, 200))
    for x in (590, 550, 500):
        QTest.mouseMove(year, QPoint(x, 200))
    QTest.mouseRelease(year, Qt.MouseButton.LeftButton, pos=QPoint(500, 200))

    assert year.board.scale.start == pytest.approx(start + 100 * pace, rel=0.2)
    assert chosen(year) == ""


def test_arrows_step_through_the_events_and_the_ends_are_home_and_end(year: Canvas, hands: Hands) -> None:
    seen: list[str] = []
    year.chosen.connect(seen.append)
    for key in ("Home", "Right", "Right", "Left", "End", "Right"):
        hands.press(key, year)

    assert seen == ["Month 1", "Month 2", "Month 3", "Month 2", "Month 12", "Month 12"]
    hands.press("Up", year)
    assert chosen(year) in {"Month 11", "Month 10"}


def test_plus_minus_and_nought_zoom_and_pages_move(year: Canvas, hands: Hands) -> None:
    whole = year.board.scale
    hands.press("+", year)
    assert year.board.scale.pace < whole.pace
    hands.press("-", year)
    hands.press("-", year)
    assert year.board.scale.pace > whole.pace
    hands.press("0", year)
    assert year.board.scale == whole
    hands.press("PgDown", year)
    assert year.board.scale.start > whole.start
    hands.press("Shift+Left", year)
    hands.press("Shift+Left", year)
    assert year.board.scale.start < whole.start + year.board.width * whole.pace * 0.7


def test_whatever_is_chosen_is_brought_into_view(year: Canvas, hands: Hands) -> None:
    turn(year, 12, 400)
    hands.press("End", year)

    assert 0 < year.board.scale.x(moment("2022-12-05T12:00")) < year.board.width


def test_a_click_chooses_enter_and_a_double_click_open(year: Canvas, hands: Hands) -> None:
    opened: list[str] = []
    year.opened.connect(opened.append)
    hands.click_at(year, middle(year, "Month 4"))
    assert chosen(year) == "Month 4"
    hands.press("Return", year)
    QTest.mouseDClick(year, Qt.MouseButton.LeftButton, pos=middle(year, "Month 4"))

    assert opened == ["Month 4", "Month 4"]


def test_a_click_beside_everything_chooses_nothing(year: Canvas, hands: Hands) -> None:
    hands.click_at(year, QPoint(round(year.board.measures.names) + 3, year.height() - 4))
    hands.click_at(year, QPoint(5, 200))

    assert chosen(year) == ""


def test_a_click_on_several_together_spreads_them_out(canvas: Canvas, hands: Hands) -> None:
    canvas.take([stroke("2022-01-05T20:00")._replace(id=str(n), earliest=moment("2022-01-05T20:00") + n * 600,
                 latest=moment("2022-01-05T20:00") + n * 600) for n in range(20)]
                + [stroke("2023-01-05T20:00")])  # fmt: skip
    page = canvas.board.scene().page
    several = next(item for item in page.items if item.parts is None)
    pace = canvas.board.scale.pace
    scene = canvas.board.scene()
    spot = box_of(scene, several).center() + QPointF(canvas.board.measures.names, canvas.board.measures.axis)
    hands.click_at(canvas, spot.toPoint())

    assert canvas.board.scale.pace < pace / 3


def test_the_sign_of_a_clash_leads_to_one_event_and_then_to_the_other(year: Canvas, hands: Hands) -> None:
    year.board.mark([], [Clash("Month 3", "Month 7", Certainty.POSSIBLE, "Two places")])
    for expected in ("Month 3", "Month 7"):
        board = year.board
        sign = sign_of(board.scene(), 0).center() + QPointF(board.measures.names, board.measures.axis)
        hands.click_at(year, sign.toPoint())
        assert chosen(year) == expected


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.ENGLISH, "5 March 2022, 12:00"), (Language.RUSSIAN, "5 марта 2022 г., 12:00")],
)
def test_a_screen_reader_hears_the_chosen_event(year: Canvas, hands: Hands, language: Language, words: str) -> None:
    speech().switch(language)
    hands.press("Home", year)
    hands.press("Right", year)
    hands.press("Right", year)

    assert year.accessibleName()
    assert year.accessibleDescription().startswith("Month 3. " + words)


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


def test_events_that_come_later_join_and_a_new_reading_keeps_what_is_chosen(year: Canvas, hands: Hands) -> None:
    hands.press("End", year)
    year.take([stroke("2023-06-05T12:00", title="Later")])
    assert len(year.board.events) == 13
    year.renew([stroke("2022-12-05T12:00", title="Month 12"), stroke("2024-01-01T00:00", title="New")])

    assert chosen(year) == "Month 12"
    assert [lane.key for lane in year.board.stack.lanes] == ["kalas"]
