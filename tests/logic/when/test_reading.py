"""EDTF is read as it is written, and counted at the wall clock of the place."""

from datetime import date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.logic import when
from desktop.logic.when import reading
from desktop.logic.when.bounds import bounds_of
from desktop.logic.when.notation import read_shape
from desktop.logic.when.zones import zone_called
from tests.logic.when.attempts import ALMATY, read


def instant(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2022", "2022-01-01T00:00:00+06:00", "2022-12-31T23:59:59+06:00"),
        ("2022-02", "2022-02-01T00:00:00+06:00", "2022-02-28T23:59:59+06:00"),
        ("2022-01-05", "2022-01-05T00:00:00+06:00", "2022-01-05T23:59:59+06:00"),
        ("2022-01-06T14:00", "2022-01-06T14:00:00+06:00", "2022-01-06T14:00:00+06:00"),
        ("2024-06-06T14:00", "2024-06-06T14:00:00+05:00", "2024-06-06T14:00:00+05:00"),
        ("2022-01-05T20:00:30", "2022-01-05T20:00:30+06:00", "2022-01-05T20:00:30+06:00"),
        ("2022-01-05T24:00", "2022-01-06T00:00:00+06:00", "2022-01-06T00:00:00+06:00"),
        ("2022-01-05T14:00Z", "2022-01-05T20:00:00+06:00", "2022-01-05T20:00:00+06:00"),
        ("2022-01-05T20:00-03:30", "2022-01-05T20:00:00-03:30", "2022-01-05T20:00:00-03:30"),
        ("2022-01-05T20:00~", "2022-01-05T19:00:00+06:00", "2022-01-05T21:00:00+06:00"),
        ("2022-01-05T20:00%", "2022-01-05T18:00:00+06:00", "2022-01-05T22:00:00+06:00"),
        ("2022-01-05~", "2022-01-02T00:00:00+06:00", "2022-01-08T23:59:59+06:00"),
        ("2022-01-05?", "2022-01-02T00:00:00+06:00", "2022-01-08T23:59:59+06:00"),
        ("2022-01-05%", "2021-12-30T00:00:00+06:00", "2022-01-11T23:59:59+06:00"),
        ("2022-01~", "2021-12-01T00:00:00+06:00", "2022-02-28T23:59:59+06:00"),
        ("2022~", "2021-01-01T00:00:00+06:00", "2023-12-31T23:59:59+06:00"),
        ("2022-~01-05", "2021-12-05T00:00:00+06:00", "2022-02-05T23:59:59+06:00"),
        ("~2020-02-29", "2019-02-28T00:00:00+06:00", "2021-02-28T23:59:59+06:00"),
        ("2022~-~01-05", "2021-01-05T00:00:00+06:00", "2023-01-05T23:59:59+06:00"),
        ("2022?-~01-05", "2020-01-05T00:00:00+06:00", "2024-01-05T23:59:59+06:00"),
        ("2022-21", "2022-03-01T00:00:00+06:00", "2022-05-31T23:59:59+06:00"),
        ("2022-22", "2022-06-01T00:00:00+06:00", "2022-08-31T23:59:59+06:00"),
        ("2022-23", "2022-09-01T00:00:00+06:00", "2022-11-30T23:59:59+06:00"),
        ("2022-24", "2021-12-01T00:00:00+06:00", "2023-02-28T23:59:59+06:00"),
        ("2022-26", "2022-06-01T00:00:00+06:00", "2022-08-31T23:59:59+06:00"),
        ("2022-36", "2022-10-01T00:00:00+06:00", "2022-12-31T23:59:59+06:00"),
        ("2022-41", "2022-07-01T00:00:00+06:00", "2022-12-31T23:59:59+06:00"),
        ("2022-22~", "2022-03-01T00:00:00+06:00", "2022-11-30T23:59:59+06:00"),
        ("2022-XX", "2022-01-01T00:00:00+06:00", "2022-12-31T23:59:59+06:00"),
        ("2022-01-XX", "2022-01-01T00:00:00+06:00", "2022-01-31T23:59:59+06:00"),
        ("2022-XX-31", "2022-01-31T00:00:00+06:00", "2022-12-31T23:59:59+06:00"),
        ("2022-02-2X", "2022-02-20T00:00:00+06:00", "2022-02-28T23:59:59+06:00"),
        ("2022-1X", "2022-10-01T00:00:00+06:00", "2022-12-31T23:59:59+06:00"),
        ("201X-02-29", "2012-02-29T00:00:00+06:00", "2016-02-29T23:59:59+06:00"),
        ("201X", "2010-01-01T00:00:00+06:00", "2019-12-31T23:59:59+06:00"),
        ("201X~", "2000-01-01T00:00:00+06:00", "2029-12-31T23:59:59+05:00"),
        ("2022-01-05/2022-01-09", "2022-01-05T00:00:00+06:00", "2022-01-09T23:59:59+06:00"),
        ("2022-01/2022-01-05", "2022-01-01T00:00:00+06:00", "2022-01-05T23:59:59+06:00"),
        ("../2022-01-12", None, "2022-01-12T23:59:59+06:00"),
        ("/2022-01-12", None, "2022-01-12T23:59:59+06:00"),
        ("2022-01-05T20:00/..", "2022-01-05T20:00:00+06:00", None),
        ("2022-01-05/", "2022-01-05T00:00:00+06:00", None),
        ("[2022-01-05..2022-01-09]", "2022-01-05T00:00:00+06:00", "2022-01-09T23:59:59+06:00"),
        ("[2022-01-05T20:00..2022-01-06T06:00]", "2022-01-05T20:00:00+06:00", "2022-01-06T06:00:00+06:00"),
        ("[2022-01-09,2022-01-05]", "2022-01-05T00:00:00+06:00", "2022-01-09T23:59:59+06:00"),
        ("{2022-01-05,2022-02..2022-03}", "2022-01-05T00:00:00+06:00", "2022-03-31T23:59:59+06:00"),
        ("[..2022-01-05]", None, "2022-01-05T23:59:59+06:00"),
        ("[2022-01-05..]", "2022-01-05T00:00:00+06:00", None),
        ("[..2021,2022-01-05]", None, "2022-01-05T23:59:59+06:00"),
        ("[..2021,2023..]", None, None),
    ],
)
def test_a_text_means_the_seconds_from_its_earliest_to_its_latest(
    edtf: str, earliest: str | None, latest: str | None
) -> None:
    value = when.parse(edtf, ALMATY)

    assert value.edtf == edtf
    assert value.earliest == (instant(earliest) if earliest else None)
    assert value.latest == (instant(latest) if latest else None)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("yesterday", "syntax"),
        ("2022-1-5", "syntax"),
        ("05.01.2022", "syntax"),
        ("2022-01-05T20", "syntax"),
        ("2022-01T20:00", "syntax"),
        ("2022-01-05T20:60", "syntax"),
        ("2022-01-05T25:00", "syntax"),
        ("٢٠٢٢", "syntax"),
        ("2022..2023", "syntax"),
        ("[2022]", "syntax"),
        ("[]", "syntax"),
        ("[2022,2023..,2024]", "syntax"),
        ("[2022,..2023]", "syntax"),
        ("2022-01-05/2022-01-09/2022-01-12", "syntax"),
        ("2022~-XX", "unsupported"),
        ("2022-01-1X~", "syntax"),
        ("2022-1X~", "syntax"),
        ("2022-01-05" * 30, "syntax"),
        ("2022-02-30", "no-such-date"),
        ("2022-02-29~", "no-such-date"),
        ("2022-02-3X", "no-such-date"),
        ("2022-13", "no-such-date"),
        ("2022-00", "no-such-date"),
        ("2022-01-00", "no-such-date"),
        ("2022-02-30T10:00", "no-such-date"),
        ("2022-01-05T24:01", "syntax"),
        ("2022-01-09/2022-01-05", "reversed"),
        ("[2022-01-09..2022-01-05]", "reversed"),
        ("2022-01-05T20:00/2022-01-05T19:59", "reversed"),
        ("Y17000", "unsupported"),
        ("-0044", "unsupported"),
        ("1950S2", "unsupported"),
        ("0202-01-05", "unsupported"),
        ("9999", "unsupported"),
        ("2022-37", "unsupported"),
        ("2022-29", "unsupported"),
        ("/", "unsupported"),
        ("../..", "unsupported"),
        ("[..]", "unsupported"),
        ("2022-01-XXT20:00", "unsupported"),
        ("2022-~01-05T20:00", "unsupported"),
        ("2022-0X-?05", "unsupported"),
    ],
)
def test_what_is_no_time_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(when.WhenUnreadable) as refused:
        when.parse(text, ALMATY)

    assert (refused.value.why, refused.value.text) == (why, text)
    assert str(refused.value) == why


def test_a_text_is_kept_as_given_but_for_blanks_and_capitals() -> None:
    assert when.parse(" 2022-01-05 20:00 ", ALMATY).edtf == "2022-01-05T20:00"
    assert when.parse("2022-xx", ALMATY).edtf == "2022-XX"
    assert when.parse("2022-01-05t20:00:00+06:00", ALMATY).edtf == "2022-01-05T20:00:00+06:00"


@pytest.mark.parametrize("zone", ["", "Asia/Atlantis", "../../etc/passwd", "Asia", "kz"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(when.WhenUnreadable) as refused:
        when.parse("2022-01-05", zone)

    assert (refused.value.why, refused.value.text) == ("no-such-zone", zone)


years = st.integers(1930, 2060).map(str)
dates = st.dates(date(1930, 1, 1), date(2060, 1, 1))
months = dates.map("{:%Y-%m}".format)
days = dates.map(str)
minutes = st.tuples(days, st.times()).map(lambda both: f"{both[0]}T{both[1]:%H:%M}")
plain = st.one_of(years, months, days, minutes)
points = st.tuples(plain, st.sampled_from(["", "?", "~", "%"])).map("".join)
pairs = st.tuples(points, points)
times = st.one_of(
    points,
    pairs.map("/".join),
    points.map("../{}".format),
    points.map("{}/".format),
    pairs.map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
    pairs.map(lambda pair: f"{{{','.join(pair)}}}"),
)
zones = st.sampled_from(
    [ALMATY, "Europe/Rome", "America/New_York", "Pacific/Apia", "Asia/Aqtau", "Australia/Lord_Howe"]
)


@given(times, zones)
def test_bounds_never_cross_and_reading_again_changes_nothing(text: str, zone: str) -> None:
    value = read(text, zone)
    if isinstance(value, when.WhenUnreadable):
        assert value.why in {"reversed", "no-such-time", "no-such-date"}
        return

    assert value.earliest is None or value.latest is None or value.earliest <= value.latest
    assert when.parse(value.edtf, value.zone) == value


@given(plain, zones)
@example("2011-12-30", "Pacific/Apia")
@example("2024-02-29T23:30", ALMATY)
@example("1981-04-01T00:30", ALMATY)
@example("2022-02-30", ALMATY)
def test_the_short_way_and_the_long_way_agree(text: str, zone: str) -> None:
    quick = reading._plain_bounds(text, zone_called(zone))
    try:
        slow = bounds_of(read_shape(text), zone_called(zone))
    except when.WhenUnreadable:
        slow = None

    assert quick == slow


@given(st.text(alphabet="0123456789XxTtZ-/:.,~?%[]{}+ Y", max_size=24))
def test_no_text_breaks_the_reader(text: str) -> None:
    value = read(text)

    assert isinstance(value, when.WhenUnreadable) or when.parse(value.edtf, ALMATY) == value


@given(points.filter(lambda text: "T" not in text))
def test_the_edtf_package_reads_what_we_write(text: str) -> None:
    from edtf import parse_edtf

    assert parse_edtf(text) is not None
