"""What the pointer is told, what fingers do on a touchpad, and what is said to who listens."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.marks import Certainty, Clash, Clock, ClockStatus
from desktop.ui.timeline.overlay import sign_of
from desktop.ui.timeline.painting import box_of
from tests.ui.hands import Hands
from tests.ui.timeline.strokes import moment, stroke


@pytest.fixture
def case(canvas: Canvas) -> Canvas:
    """Two events of two people, a clock, a clash, and a lane with a name."""
    canvas.take(
        [
            stroke("2022-01-05T20:00", "2022-01-07T10:00", title="Detained", standing="alleged", kind="detention"),
            stroke("2022-01-09T20:00", title="Elsewhere", person="aigerim"),
        ]
    )
    canvas.board.names = {"kalas": "Kalas Nurpeisov of a very long name indeed", "aigerim": "Aigerim"}
    due = moment("2022-01-08T20:00")
    clock = Clock(
        moment("2022-01-05T20:00"), due, due, ClockStatus.BREACHED, "72 hours · Breached", "Detained", "kalas"
    )
    canvas.board.mark([clock], [Clash("Detained", "Elsewhere", Certainty.CERTAIN, "In two places at once.")])
    canvas.rearrange()
    return canvas


@pytest.fixture
def listener() -> Iterator[None]:
    """A screen reader is at work."""
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was_active)


def hint(canvas: Canvas, spot: QPointF) -> str:
    """What is told of a place of the lanes' area."""
    place = (spot + QPointF(canvas.board.measures.names, canvas.board.measures.axis)).toPoint()
    QToolTip.hideText()
    QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, place, canvas.mapToGlobal(place)))
    return QToolTip.text()


def test_an_event_is_told_with_its_time_kind_standing_clock_and_clash(case: Canvas) -> None:
    scene = case.board.scene()
    text = hint(case, box_of(scene, scene.page.items[0]).center() - QPointF(2, 6))

    for words in ("Detained", "5 January 2022, 20:00 → 7 January 2022, 10:00", "Detention · Alleged", "72 hours"):
        assert words in text


def test_a_clock_a_clash_and_a_lane_say_what_they_are(case: Canvas) -> None:
    scene, measures = case.board.scene(), case.board.measures
    floor = scene.top(scene.marks.clocks[0][1] + 1) - measures.quarter

    assert hint(case, QPointF(scene.scale.x(moment("2022-01-08T10:00")), floor)) == "72 hours · Breached"
    assert hint(case, sign_of(scene, 0).center()) == "In two places at once."
    assert hint(case, QPointF(-20, 20)) == "Kalas Nurpeisov of a very long name indeed"


def test_several_together_say_how_many(canvas: Canvas) -> None:
    canvas.take([stroke("2022-01-05T20:00")._replace(id=str(n)) for n in range(9)] + [stroke("2023-01-05T20:00")])
    scene = canvas.board.scene()
    several = next(item for item in scene.page.items if item.parts is None)

    assert hint(canvas, box_of(scene, several).center()) == f"{several.found.size} events"


def test_pinching_brings_time_nearer(case: Canvas) -> None:
    pace, spot = case.board.scale.pace, QPointF(600, 200)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, spot, spot,
        QPointF(case.mapToGlobal(spot)), 0.5, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(case, pinch)

    assert case.board.scale.pace == pytest.approx(pace / 1.5)


def test_the_pointer_shows_what_can_be_clicked(case: Canvas, hands: Hands) -> None:
    scene = case.board.scene()
    spot = box_of(scene, scene.page.items[1]).center() + QPointF(case.board.measures.names, case.board.measures.axis)
    hands.click_at(case, spot.toPoint())
    assert case.cursor().shape() is Qt.CursorShape.PointingHandCursor
    hands.click_at(case, QPoint(case.width() - 3, case.height() - 3))

    assert case.cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.usefixtures("listener")
def test_who_listens_is_told_what_is_chosen(case: Canvas, hands: Hands) -> None:
    hands.press("Home", case)
    heard = QAccessible.queryAccessibleInterface(case)

    assert heard.text(QAccessible.Text.Name) == "Drawing of the events in time"
    assert heard.text(QAccessible.Text.Description).startswith("Detained. 5 January 2022, 20:00")
    assert "In two places at once." in heard.text(QAccessible.Text.Description)
