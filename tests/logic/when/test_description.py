"""Times are said as a lawyer would write them, and what is said is understood again."""

import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.logic import when
from desktop.logic.when.description import speech_of
from tests.logic.when.attempts import ALMATY, read
from tests.logic.when.descriptions import SAID, SAID_ONLY

LANGUAGES = ["ru", "kk", "en"]


@pytest.mark.parametrize(("edtf", "said"), [*SAID.items(), *SAID_ONLY.items()])
def test_a_time_is_said_in_three_languages(edtf: str, said: tuple[str, str, str]) -> None:
    value = when.parse(edtf, ALMATY)

    assert tuple(when.describe(value, language) for language in LANGUAGES) == said


@pytest.mark.parametrize("edtf", SAID)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_is_understood_again(edtf: str, language: str) -> None:
    value = when.parse(edtf, ALMATY)

    again = when.understand(when.describe(value, language), ALMATY, language)

    assert (again.earliest, again.latest) == (value.earliest, value.latest)


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2022", "2022"),
        ("2022-01", "01.2022"),
        ("2022-01-05", "05.01.2022"),
        ("2022-01-05T20:00", "05.01.2022 20:00"),
        ("2022-01-05T14:00Z", "05.01.2022 20:00"),
        ("2022-01-05~", "~05.01.2022"),
        ("2022-01-05?", "05.01.2022?"),
        ("2022-01-05T20:00%", "~05.01.2022 20:00?"),
        ("2022-01-XX", "XX.01.2022"),
        ("202X", "2020-е гг."),
        ("2022-22~", "~лето 2022 г."),
        ("2022-01-05/2022-01-09", "05–09.01.2022"),
        ("2022-01-05/2022-01-05", "05.01.2022"),
        ("2022-01-05/2022-02-09", "05.01–09.02.2022"),
        ("2022-01-05~/2022-01-09~", "~05–09.01.2022"),
        ("2022-01-05~/2022-01-09", "~05.01.2022 – 09.01.2022"),
        ("2021-12-30/2022-01-02", "30.12.2021 – 02.01.2022"),
        ("2022-01/2022-03", "01.2022 – 03.2022"),
        ("2022-01-05T20:00/2022-01-05T22:00", "05.01.2022 20:00–22:00"),
        ("[2022-01-05..2022-01-09]", "05…09.01.2022"),
        ("[2021-12-30..2022-01-02]", "30.12.2021…02.01.2022"),
        ("../2022-01-12", "≤ 12.01.2022"),
        ("[..2022-01-12]", "≤ 12.01.2022"),
        ("[2022-01-12..]", "≥ 12.01.2022"),
        ("2022-01-12/..", "12.01.2022 –"),
        ("2022-01-12/", "12.01.2022 – ?"),
        ("/2022-01-12", "? – 12.01.2022"),
        ("[2022-01-05,2022-01-09]", "05.01.2022 / 09.01.2022"),
        ("{2022-01-05,2022-01-09}", "05.01.2022, 09.01.2022"),
    ],
)
def test_a_column_shows_a_time_in_few_signs(edtf: str, shown: str) -> None:
    assert when.describe_short(when.parse(edtf, ALMATY), "ru") == shown


@pytest.mark.parametrize(
    ("edtf", "window"),
    [
        ("2022-01-05T20:00", "5 January 2022, 20:00"),
        ("2022-01-05T20:00~", "between 19:00 and 21:00 on 5 January 2022"),
        ("2022-01-05", "5 January 2022"),
        ("2022-01-05~", "between 2 and 8 January 2022"),
        ("2022-24", "between 1 December 2021 and 28 February 2023"),
        ("../2022-01-12", "no later than 12 January 2022"),
        ("2022-01-05T20:00/..", "no earlier than 20:00 on 5 January 2022"),
        ("2022-01-05T20:00/2022-01-06", "between 20:00 on 5 January 2022 and 23:59:59 on 6 January 2022"),
        ("2024-02-29T23:30", "between 23:30 (UTC+6) and 23:30 (UTC+5) on 29 February 2024"),
        ("[..2021,2023..]", ""),
    ],
)
def test_the_window_a_time_is_counted_as_can_be_shown(edtf: str, window: str) -> None:
    assert when.describe_bounds(when.parse(edtf, ALMATY), "en") == window


def test_offsets_west_and_of_half_hours_are_shown_where_an_hour_came_twice() -> None:
    new_york = when.parse("2022-11-06T01:30-05:00", "America/New_York")
    lord_howe = when.parse("2022-04-03T01:45+10:30", "Australia/Lord_Howe")

    assert when.describe(new_york, "en") == "6 November 2022, 01:30 (UTC-5)"
    assert when.describe(lord_howe, "en") == "3 April 2022, 01:45 (UTC+10:30)"


def test_a_language_we_do_not_speak_is_told_in_english() -> None:
    assert when.describe(when.parse("2022-01-05", ALMATY), "it") == "5 January 2022"


@pytest.mark.parametrize("number", range(60))
def test_kazakh_minutes_take_an_ending(number: int) -> None:
    text = when.describe(when.parse(f"../2022-01-05T14:{number:02}", ALMATY), "kk")

    assert text.split("-")[1].split()[0] in {"ден", "тен", "дан", "тан", "нан"}


def test_every_language_has_every_season() -> None:
    for language in LANGUAGES:
        for forms in speech_of(language).forms.values():
            assert list(forms.seasons) == [21, 22, 23, 24, 33, 34, 35, 36, 40, 41]
            assert len(forms.months) == len(forms.months_of_days) == 12


dates = st.dates(date(1930, 1, 1), date(2060, 1, 1))
hours = st.times().map("{:T%H:%M}".format)
plain = st.one_of(
    dates.map(str),
    dates.map("{:%Y-%m}".format),
    dates.map("{:%Y}".format),
    st.tuples(dates, hours).map(lambda both: f"{both[0]}{both[1]}"),
    st.tuples(dates, st.sampled_from(["21", "22", "23", "24", "33", "34", "35", "36", "40", "41"])).map(
        lambda both: f"{both[0]:%Y}-{both[1]}"
    ),
)
points = st.tuples(plain, st.sampled_from(["", "", "?", "~", "%"])).map("".join)
pairs = st.tuples(points, points)
told = st.one_of(
    points,
    dates.map("{:%Y-XX}".format),
    dates.map("{:%Y-%m-XX}".format),
    pairs.map("/".join),
    points.map("../{}".format),
    points.map("{}/..".format),
    points.map("{}/".format),
    points.map("/{}".format),
    points.map("[{}..]".format),
    pairs.map("..".join).map("[{}]".format),
    pairs.map(",".join).map("[{}]".format),
    pairs.map(",".join).map("{{{}}}".format),
)


@given(told, st.sampled_from(LANGUAGES))
def test_whatever_is_said_is_understood_again(edtf: str, language: str) -> None:
    value = read(edtf)
    if isinstance(value, when.WhenUnreadable):
        assert value.why in {"reversed", "no-such-time"}
        return
    assume(not re.search(r"-24[~?%]?/[0-9]{4}[~?%]?$|^[0-9]{4}[~?%]?/[0-9]{4}-24", edtf))

    again = when.understand(when.describe(value, language), ALMATY, language)

    assert (again.earliest, again.latest) == (value.earliest, value.latest)
    assert when.describe_short(value, language)
    assert when.describe_bounds(value, language)


components = st.tuples(
    st.sampled_from(["2022", "~2022", "2022?", "202X", "20XX", "2XXX"]),
    st.sampled_from(["", "-01", "-~01", "-XX", "-0X", "-1X", "-22", "-28", "-41"]),
    st.sampled_from(["", "-05", "-?05", "-XX", "-1X", "-3X"]),
    st.sampled_from(["", "~", "?", "%"]),
).map("".join)
anything = st.one_of(
    components,
    st.tuples(components, components).map("/".join),
    st.lists(components, min_size=2, max_size=4).map(",".join).map("[{}]".format),
    st.tuples(components, components).map("..".join).map("[{},2023-05-01..2023-05-09]".format),
)


@given(anything, st.sampled_from(LANGUAGES))
def test_whatever_can_be_read_can_be_said(edtf: str, language: str) -> None:
    value = read(edtf)
    if not isinstance(value, when.WhenUnreadable):
        assert when.describe(value, language)
        assert when.describe_short(value, language)
        assert when.describe_bounds(value, language)
