"""The axis counts by the local calendar, from decades to minutes, in the language of the window."""

from itertools import pairwise

import pytest

from desktop import i18n
from desktop.i18n import Language
from desktop.logic.when.zones import local_clock
from desktop.ui.timeline.scale import CLOSEST, FARTHEST, Scale
from desktop.ui.timeline.ticks import STEPS, Unit, axis, moments, step_for
from tests.ui.timeline.strokes import ALMATY, moment

LETTER = 8.0


@pytest.mark.parametrize(
    ("pace", "labels", "above"),
    [
        (2.0, ["20:00", "20:05", "20:10"], "5 January 2022"),
        (60.0, ["20:00", "21:00", "22:00"], "5 January 2022"),
        (2000.0, ["5", "6", "7"], "January 2022"),
        (40_000.0, ["Jan", "Feb", "Mar"], "2022"),
        (400_000.0, ["2022", "2023", "2024"], "the 2020s"),
        (4_000_000.0, ["2020", "2030", "2040"], None),
    ],
)
def test_labels_are_round_moments_of_the_calendar(pace: float, labels: list[str], above: str | None) -> None:
    shown = axis(Scale(moment("2022-01-05T20:00"), pace), 1000, LETTER, ALMATY)

    assert [tick.label for tick in shown.ticks[:3]] == labels
    assert (shown.spans[0].label if shown.spans else None) == above


@pytest.mark.parametrize(
    ("language", "month", "day"),
    [
        (Language.ENGLISH, "Jan", "January 2022"),
        (Language.RUSSIAN, "янв.", "январь 2022 г."),
        (Language.KAZAKH, "қаң.", "2022 ж. қаңтар"),
    ],
)
def test_they_are_told_in_the_language_of_the_window(language: Language, month: str, day: str) -> None:
    i18n.use(language)

    assert axis(Scale(moment("2022-01-01"), 40_000), 1000, LETTER, ALMATY).ticks[0].label == month
    assert axis(Scale(moment("2022-01-01"), 2000), 1000, LETTER, ALMATY).spans[0].label == day


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.every}-{step.unit}")
def test_moments_rise_and_reach_over_the_view(step: object) -> None:
    wanted = next(one for one in STEPS if one is step)
    since, until = moment("2019-03-07T11:11"), moment("2019-03-07T11:11") + wanted.seconds * 10
    found = moments(wanted, since, until, ALMATY)

    assert all(before < after for before, after in pairwise(found))
    assert found[0] <= since
    assert found[-1] >= until - wanted.seconds * 1.1


def test_hours_stay_round_across_a_change_of_the_clocks() -> None:
    """On 1 March 2024 the clocks of Almaty were put back from 00:00 to 23:00."""
    hourly = next(step for step in STEPS if step.unit is Unit.MINUTE and step.every == 60)
    found = moments(hourly, moment("2024-02-29T20:00"), moment("2024-03-01T04:00"), ALMATY)

    assert [local_clock(one, ALMATY).hour for one in found] == [20, 21, 22, 23, 0, 1, 2, 3]
    assert max(after - before for before, after in pairwise(found)) == 7200


@pytest.mark.parametrize("pace", [CLOSEST, 3.0, 77.0, 1111.0, 9999.0, 123_456.0, FARTHEST])
def test_labels_never_touch(pace: float) -> None:
    step = step_for(pace, LETTER)
    ticks = axis(Scale(moment("2022-01-05"), pace), 2000, LETTER, ALMATY).ticks

    assert all((after.moment - before.moment) / pace > len(before.label) * LETTER for before, after in pairwise(ticks))
    assert step.seconds / pace >= step.letters * LETTER or step is STEPS[-1]
