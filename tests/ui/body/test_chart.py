"""The body chart: marks are painted where they are, placed by click and by keys, and told to screen readers."""

from functools import partial

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop.i18n import Language
from desktop.ui import theme
from desktop.ui.body.chart import BodyChart
from desktop.ui.body.marks import Mark, radius_of
from desktop.ui.body.panel import ChartPanel
from desktop.ui.language import speech
from desktop.ui.settings import Look
from resources.body import charts
from tests.ui.hands import Hands


@pytest.fixture
def chart(hands: Hands) -> BodyChart:
    """The front of a body, on the screen."""
    made = BodyChart("front")
    made.resize(420, 700)
    hands.open(made)
    made.setFocus()
    return made


def keep(placed: list[tuple[float, float]], x: float, y: float) -> None:
    """Note where a mark was placed."""
    placed.append((x, y))


def colour_at(chart: BodyChart, place: QPointF) -> QColor:
    """The colour of one pixel."""
    return chart.grab().toImage().pixelColor(place.toPoint())


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
@pytest.mark.parametrize(("x", "y"), [(0.5, 0.35), (0.63, 0.72), (0.12, 0.5)])
def test_a_mark_is_painted_where_x_and_y_say(chart: BodyChart, look: Look, x: float, y: float) -> None:
    theme.worn().wear(look, 100)
    chart.show_marks([Mark("a", 8, x, y)])
    edge = QPointF(radius_of(chart.font()) * 0.75, 0)

    assert colour_at(chart, chart.point(x, y) - edge) == QColor(theme.colours().danger)
    assert colour_at(chart, chart.point(x, y) - edge * 4) != QColor(theme.colours().danger)


def test_a_chosen_mark_has_a_colour_of_its_own(chart: BodyChart) -> None:
    chart.show_marks([Mark("a", 1, 0.5, 0.4, is_chosen=True)])
    edge = QPointF(radius_of(chart.font()) * 0.75, 0)

    assert colour_at(chart, chart.point(0.5, 0.4) - edge) == QColor(theme.colours().accent)


def test_the_mark_stays_on_its_place_of_the_body_in_any_size(chart: BodyChart) -> None:
    chart.show_marks([Mark("a", 1, 0.3, 0.6)])
    for width, height in ((300, 700), (900, 500)):
        chart.resize(width, height)
        frame = chart.frame()
        assert frame.width() / frame.height() == pytest.approx(chart.chart.width / chart.chart.height)
        assert colour_at(chart, chart.point(0.3, 0.6) - QPointF(radius_of(chart.font()) * 0.75, 0)) == QColor(
            theme.colours().danger
        )


def test_a_click_beside_the_marks_places_one_and_a_click_on_one_chooses_it(chart: BodyChart, hands: Hands) -> None:
    placed: list[tuple[float, float]] = []
    chosen: list[str] = []
    chart.placed.connect(partial(keep, placed))
    chart.chosen.connect(chosen.append)
    chart.show_marks([Mark("a", 1, 0.5, 0.4)])

    hands.click_at(chart, chart.point(0.6, 0.7).toPoint())
    hands.click_at(chart, chart.point(0.5, 0.4).toPoint())

    assert placed == [(pytest.approx(0.6, abs=0.01), pytest.approx(0.7, abs=0.01))]
    assert chosen == ["a"]


def test_arrows_move_the_cross_and_enter_places_the_mark(chart: BodyChart, hands: Hands) -> None:
    placed: list[tuple[float, float]] = []
    chart.placed.connect(partial(keep, placed))
    before = QPointF(chart.cross)

    hands.press("Right")
    hands.press("Shift+Down")
    hands.press("Return")

    drawn = charts()["front"]
    assert placed == [
        (pytest.approx(before.x() + 1 / drawn.width), pytest.approx(before.y() + 10 / drawn.height)),
    ]  # fmt: skip


def test_the_cross_never_leaves_the_chart(chart: BodyChart) -> None:
    for _step in range(60):
        QTest.keyClick(chart, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)

    assert chart.cross.y() == 0


def test_a_screen_reader_hears_the_chart_and_what_lies_under_the_cross(chart: BodyChart) -> None:
    chart.stand_at(0.6, 0.29)
    assert (chart.accessibleName(), chart.accessibleDescription()) == ("Body, front", "Chest, left")
    speech().switch(Language.RUSSIAN)
    chart.stand_at(0.6, 0.29)
    assert chart.accessibleDescription() == "Грудная клетка, слева"


def test_each_chart_tells_how_many_marks_it_has(hands: Hands) -> None:
    panel = ChartPanel()
    panel.resize(600, 800)
    hands.open(panel)
    panel.show_marks({"feet": [Mark("a", 1, 0.3, 0.7), Mark("b", 2, 0.4, 0.7, is_faint=True)]})
    hands.click(panel, "Feet (1)")

    assert panel.shown() == "feet"
    assert [mark.id for mark in panel.chart.marks] == ["a", "b"]
