"""Time across: what is zoomed stays under the pointer, and no view leaves the time there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.timeline.scale import CLOSEST, FARTHEST, FIRST_MOMENT, LAST_MOMENT, Scale, fitted

scales = st.builds(Scale, st.floats(-1e9, 4e9), st.floats(CLOSEST, FARTHEST / 10))


@given(scales, st.floats(0.1, 10), st.floats(0, 3000))
def test_zooming_keeps_the_moment_under_the_pointer(scale: Scale, factor: float, x: float) -> None:
    zoomed = scale.zoomed(factor, x)

    assert zoomed.x(scale.moment(x)) == pytest.approx(x, abs=0.01)
    assert CLOSEST <= zoomed.pace <= FARTHEST


@given(st.integers(FIRST_MOMENT, LAST_MOMENT), st.integers(0, 10**9), st.integers(200, 4000))
def test_all_that_is_fitted_in_can_be_seen(first: int, span: int, width: int) -> None:
    last = min(first + span, LAST_MOMENT)
    scale = fitted(first, last, width)

    assert scale.x(last) <= width
    assert scale.x(first) >= -0.01 or scale.start == FIRST_MOMENT


def test_panning_goes_no_further_than_time_is_kept() -> None:
    assert Scale(0, FARTHEST).panned(-1e9).start == FIRST_MOMENT
    assert Scale(0, FARTHEST).panned(1e9).start == LAST_MOMENT
