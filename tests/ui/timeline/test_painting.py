"""What is painted where: points, ranges, stays, ends that are open, clocks and clashes, and no more than is needed."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from desktop.ui import theme
from desktop.ui.settings import Look
from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.clock_rows import ClockRows
from desktop.ui.timeline.ink import HOLLOW
from desktop.ui.timeline.lanes import Grouping
from desktop.ui.timeline.marks import Certainty, Clash, Clock, ClockStatus
from desktop.ui.timeline.overlay import sign_of
from desktop.ui.timeline.page import MOST_ITEMS
from desktop.ui.timeline.signs import SHAPES, Shape
from resources.vocabularies import vocabulary
from tests.ui.timeline.strokes import moment, stroke


def picture(canvas: Canvas) -> QImage:
    """What can be seen."""
    return canvas.grab().toImage()


def spot(canvas: Canvas, event: str) -> tuple[int, int]:
    """The middle of the body of an event, in pixels of the canvas."""
    board = canvas.board
    place = board.events.place_of(event)
    assert place is not None
    scene = board.scene()
    item = scene.item_of(place, scene.lanes_of(place)[0])
    assert item
    x = (max(item.left + scene.shift(), 0) + min(item.right + scene.shift(), scene.width)) / 2
    return round(x + board.measures.names), round(scene.middle(item) + board.measures.axis)


def x_of(canvas: Canvas, edtf: str) -> int:
    """Where a moment stands."""
    return round(canvas.board.scale.x(moment(edtf)) + canvas.board.measures.names)


def is_near(seen: QColor, role: str, tolerance: int = 40) -> bool:
    """Whether a pixel has about a colour of the look."""
    wanted = QColor(getattr(theme.colours(), role))
    apart = (seen.red() - wanted.red(), seen.green() - wanted.green(), seen.blue() - wanted.blue())
    return max(map(abs, apart)) <= tolerance


def inked(image: QImage, x: int, y: int, radius: int = 6) -> int:
    """How many pixels round a place differ from the grounds."""
    grounds = {QColor(theme.colours().base).rgb(), QColor(theme.colours().stripe).rgb()}
    spots = ((x + right, y + down) for right in range(-radius, radius + 1) for down in range(-radius, radius + 1))
    return sum(image.pixelColor(*one).rgb() not in grounds for one in spots if image.rect().contains(*one))


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_a_moment_is_a_point_at_its_time_in_the_colour_of_its_standing(canvas: Canvas, look: Look) -> None:
    theme.worn().wear(look, 100)
    canvas.take([stroke("2022-01-04T10:00", title="a", standing="undisputed"),
                 stroke("2022-01-05T20:00", title="b", standing="disputed-by-us"),
                 stroke("2022-01-09T20:00", title="c", standing="alleged")])  # fmt: skip
    image = picture(canvas)

    assert spot(canvas, "b")[0] == pytest.approx(x_of(canvas, "2022-01-05T20:00"), abs=1)
    assert is_near(image.pixelColor(*spot(canvas, "a")), "good")
    assert is_near(image.pixelColor(*spot(canvas, "b")), "danger")
    assert is_near(image.pixelColor(*spot(canvas, "c")), "base")  # hollow: one side says so
    x, y = spot(canvas, "c")
    assert is_near(image.pixelColor(x + round(canvas.board.measures.mark * 0.4), y), "muted", 90)


def test_an_uncertain_date_is_a_hatched_range_over_all_it_may_be(canvas: Canvas) -> None:
    canvas.take([stroke("2022-01-01T00:00"), stroke("2022-01", title="m"), stroke("2022-03-01T00:00")])
    image = picture(canvas)
    y = spot(canvas, "m")[1]
    left, right = x_of(canvas, "2022-01-01"), x_of(canvas, "2022-02-01")
    inside = [image.pixelColor(x, y - 7).rgb() for x in range((left + right) // 2, right - 4)]

    assert len(set(inside)) > 1  # lines and the ground between them
    assert inked(image, right - 2, y, 3) > 0
    assert right - left > canvas.board.measures.mark * 4


def test_a_stay_is_a_bar_from_its_beginning_to_its_end(canvas: Canvas) -> None:
    canvas.take(
        [
            stroke("2021-12-20T00:00"),
            stroke("2022-01-05T20:00", "2022-01-20T10:00", title="stay"),
            stroke("2022-02-01T00:00"),
        ]
    )
    image = picture(canvas)
    y = spot(canvas, "stay")[1]
    inside = {image.pixelColor(x, y - 7).name() for x in range(x_of(canvas, "2022-01-07"), x_of(canvas, "2022-01-19"))}

    assert len(inside) == 1  # sure from one end to the other: one even colour
    assert inside.isdisjoint({theme.colours().base, theme.colours().stripe})
    assert inked(image, x_of(canvas, "2022-01-04"), y, 3) == 0


def test_a_side_without_a_bound_fades_away(canvas: Canvas) -> None:
    canvas.take([stroke("2022-01-01T00:00", "2022-01-15/.."), stroke("2022-03-01T00:00")])
    bar = canvas.board.events.parts(0)

    assert bar.is_open_after
    assert not bar.is_open_before


def test_a_label_is_painted_where_there_is_room_and_left_out_where_there_is_none(canvas: Canvas) -> None:
    canvas.take([stroke(f"2022-01-05T20:0{minute}", title=f"Event {minute} of a long evening") for minute in range(3)]
                + [stroke("2022-03-01T00:00", title="Much later")])  # fmt: skip
    page = canvas.board.scene().page
    labels = [item for item in page.items if item.room]

    assert "Much later" in [item.text for item in labels]
    assert all(one.text_left + one.room <= other.left + 1 or one.row != other.row
               for one in labels for other in page.items if other.left > one.left)  # fmt: skip


def test_clocks_turn_amber_and_red_where_they_end_and_clashes_join_both_events(canvas: Canvas) -> None:
    canvas.take([stroke("2022-01-05T20:00", title="a"), stroke("2022-01-09T20:00", title="b"),
                 stroke("2022-01-05T22:00", title="c", person="aigerim")])  # fmt: skip
    begun, due = moment("2022-01-05T20:00"), moment("2022-01-07T20:00")
    breached = Clock(begun, due, due, ClockStatus.BREACHED, "72 hours", "a")
    unproven = Clock(moment("2022-01-09T20:00"), due + 300_000, due + 300_000, ClockStatus.UNPROVEN, "Notice", "b")
    canvas.board.mark([breached, unproven], [Clash("a", "c", Certainty.CERTAIN, "In two places at once")])
    image = picture(canvas)
    scene = canvas.board.scene()
    floor = round(scene.top(scene.marks.clocks[0][1] + 1) + canvas.board.measures.axis - canvas.board.measures.quarter)

    assert is_near(image.pixelColor(x_of(canvas, "2022-01-06T20:00"), floor), "danger", 90)
    along = range(x_of(canvas, "2022-01-10T00:00"), x_of(canvas, "2022-01-10T20:00"))
    assert any(is_near(image.pixelColor(x, floor), "warning", 90) for x in along)  # in pieces: nobody can show it
    assert any(is_near(image.pixelColor(x, floor), "base", 20) for x in along)
    corner = sign_of(scene, 0).bottomLeft() + QPointF(canvas.board.measures.names + 4, canvas.board.measures.axis - 2)
    assert is_near(image.pixelColor(corner.toPoint()), "danger", 60)


def test_marks_of_events_that_are_not_shown_are_left_out(canvas: Canvas) -> None:
    canvas.take([stroke("2022-01-05T20:00", title="a")])
    canvas.board.mark([Clock(0, 1, None, ClockStatus.OPEN, "", "gone")], [Clash("a", "gone", Certainty.POSSIBLE, "")])

    assert canvas.board.scene().marks.clocks == []
    assert canvas.board.scene().marks.clashes == []


@pytest.mark.parametrize("grouping", Grouping)
def test_however_many_events_no_more_is_drawn_than_the_pixels_need(canvas: Canvas, grouping: Grouping) -> None:
    hours = range(20_000)
    canvas.take([stroke("2022-01-05T20:00", person=f"p{hour % 7}")._replace(
        id=str(hour), earliest=hour * 3600, latest=hour * 3600 + 60) for hour in hours])  # fmt: skip
    canvas.group(grouping)
    while canvas.board.scale.pace > 100:
        page = canvas.board.scene().page
        bars = sum(len(crowd.heights) for crowd in page.crowds)
        assert len(page.items) <= MOST_ITEMS * 2
        assert bars <= (page.right - page.left) / 2 * len(page.lanes)
        canvas.zoom(1.4)
    assert canvas.board.scene().page.items  # from near enough each is seen by itself


def test_of_a_crowd_the_heights_tell_every_event_once(canvas: Canvas) -> None:
    canvas.take([stroke("2022-01-05T20:00", person="p")._replace(id=str(n), earliest=n * 60, latest=n * 60)
                 for n in range(5000)])  # fmt: skip
    page = canvas.board.scene().page

    assert page.items == []
    assert sum(page.crowds[0].heights) == 5000


def test_events_at_one_place_are_told_as_a_number(canvas: Canvas) -> None:
    canvas.take([stroke("2022-01-05T20:00", title=f"e{n}") for n in range(30)] + [stroke("2023-01-05T20:00")])
    several = [item for item in canvas.board.scene().page.items if item.parts is None]

    assert sum(item.found.size for item in canvas.board.scene().page.items) == 31
    assert any(item.text == str(item.found.size) for item in several)


def test_signs_are_told_apart_by_shape_as_well_as_by_colour() -> None:
    shapes = {(SHAPES.get(standing, Shape.ROUND), standing in HOLLOW) for standing in vocabulary("standings")}
    assert len(shapes) == len(vocabulary("standings"))


def test_the_present_moment_has_its_line_and_its_word(canvas: Canvas) -> None:
    canvas.take([stroke("2022-01-05", title="a"), stroke("2022-03-05", title="b")])
    before = picture(canvas)
    canvas.board.today = moment("2022-02-01")
    canvas.rearrange()
    after = picture(canvas)
    x = x_of(canvas, "2022-02-01")

    changed = [y for y in range(after.height()) if before.pixelColor(x, y) != after.pixelColor(x, y)]
    assert len(changed) > after.height() / 4
    canvas.pan(2000)
    canvas.repaint()
    assert canvas.board.scene().today is not None  # out of view, and nothing breaks


def test_ten_thousand_clocks_are_as_many_stretches_as_the_pixels_need() -> None:
    rows = ClockRows(
        (Clock(n * 3600, n * 3600 + 1800, n * 3600 + 2400, ClockStatus.MET, "", ""), n % 2) for n in range(10_000)
    )
    far = rows.runs(0, ClockStatus.MET, 0, 10_000 * 3600, 36_000)
    near = rows.runs(1, ClockStatus.MET, 7200, 14_400, 10)

    assert (len(far.firm), len(far.ends)) == (1, 1000)
    assert near.firm == [(10_800, 12_600)]
    assert near.soft == [(12_600, 13_200)]
    assert rows.runs(1, ClockStatus.OPEN, 0, 1e9, 1).firm == []
