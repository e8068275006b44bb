"""Wheel, drag, keys and clicks on the drawing, as hands do them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.i18n import Language
from desktop.ui.language import speech
from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.marks import Certainty, Clash
from desktop.ui.timeline.overlay import sign_of
from desktop.ui.timeline.painting import box_of
from tests.ui.hands import Hands
from tests.ui.timeline.strokes import moment, stroke
from tests.ui.timeline.wheel import SHIFT, turn


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


def test_events_that_come_later_join_and_a_new_reading_keeps_what_is_chosen(year: Canvas, hands: Hands) -> None:
    hands.press("End", year)
    year.take([stroke("2023-06-05T12:00", title="Later")])
    assert len(year.board.events) == 13
    year.renew([stroke("2022-12-05T12:00", title="Month 12"), stroke("2024-01-01T00:00", title="New")])

    assert chosen(year) == "Month 12"
    assert [lane.key for lane in year.board.stack.lanes] == ["kalas"]


def test_in_a_crowd_a_click_chooses_the_nearest_event_and_a_line_shows_it(canvas: Canvas, hands: Hands) -> None:
    canvas.take([stroke("2022-01-05T20:00")._replace(id=str(n), title=str(n), earliest=n * 600, latest=n * 600)
                 for n in range(4000)]
                + [stroke("2022-01-05T20:00", title="stay")._replace(earliest=2_400_000, latest=2_400_000,
                   until_earliest=2_900_000, until_latest=2_900_000)])  # fmt: skip
    board = canvas.board
    assert board.scene().page.crowds[0].bands
    x = round(board.scale.x(600 * 1500) + board.measures.names)
    hands.click_at(canvas, QPoint(x, round(board.measures.axis) + 40))

    assert abs(int(chosen(canvas)) - 1500) < 30
    image = canvas.grab().toImage()
    line = round(board.scale.x(board.events.firsts[board.focus or 0]) + board.measures.names)
    assert any(image.pixelColor(line + near, round(board.measures.axis) + 12).lightness() < 90 for near in (-1, 0, 1))


def test_without_a_choice_an_arrow_begins_with_what_is_in_view(year: Canvas, hands: Hands) -> None:
    year.board.look(year.board.scale.zoomed(4, 400).centred(moment("2022-06-15"), year.board.width))
    hands.press("Right", year)
    assert chosen(year) in {"Month 5", "Month 6"}

    hands.press("Down", year)
    assert chosen(year).startswith("Month")


def test_a_canvas_without_events_takes_every_key_in_its_stride(canvas: Canvas, hands: Hands) -> None:
    for key in ("Right", "Up", "Home", "End", "Return", "+", "0", "PgUp"):
        hands.press(key, canvas)

    assert chosen(canvas) == ""


def test_the_sign_of_a_clash_of_two_long_stays_is_in_sight_wherever_both_are(canvas: Canvas) -> None:
    canvas.take([stroke("2022-01-01", "2022-12-31", title="a"), stroke("2022-01-01", "2022-12-31", title="b")])
    canvas.board.mark([], [Clash("a", "b", Certainty.CERTAIN, "Two places")])
    canvas.zoom(40, canvas.board.scale.x(moment("2022-11-01")))
    scene = canvas.board.scene()

    assert scene.whole().contains(sign_of(scene, 0))
    assert not sign_of(scene, 0).isEmpty()
