"""Wall clocks: Kazakhstan's change of offset, hours that came twice or never, zones of jurisdictions."""

import zoneinfo
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from desktop.logic import when
from desktop.logic.when.zones import _ZONES, _read_zone, end_of_day, start_of_day, zone_called

ALMATY = "Asia/Almaty"


def instant(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


def why_refused(text: str, zone: str) -> str:
    with pytest.raises(when.WhenUnreadable) as refused:
        when.parse(text, zone)
    return refused.value.why


def test_almaty_is_six_hours_ahead_in_2022_and_five_in_2024() -> None:
    before, after = when.parse("2022-01-06T14:00", ALMATY), when.parse("2024-06-06T14:00", ALMATY)

    assert when.to_local(before.earliest or 0, ALMATY) == "2022-01-06T14:00:00+06:00"
    assert when.to_local(after.earliest or 0, ALMATY) == "2024-06-06T14:00:00+05:00"


def test_forty_eight_hours_over_the_night_of_the_change_end_an_hour_earlier_on_the_wall() -> None:
    detained = when.parse("2024-02-29T10:00", ALMATY)

    assert when.to_local((detained.earliest or 0) + 48 * 3600, ALMATY) == "2024-03-02T09:00:00+05:00"


def test_an_hour_that_came_twice_is_both() -> None:
    value = when.parse("2024-02-29T23:30", ALMATY)

    assert value.earliest == instant("2024-02-29T23:30:00+06:00")
    assert value.latest == instant("2024-02-29T23:30:00+05:00")


def test_the_offset_tells_which_of_the_two_hours_is_meant() -> None:
    value = when.parse("2024-02-29T23:30+05:00", ALMATY)

    assert value.earliest == value.latest == instant("2024-02-29T23:30:00+05:00")


def test_the_day_of_the_change_has_twenty_five_hours() -> None:
    value = when.parse("2024-02-29", ALMATY)

    assert (value.latest or 0) - (value.earliest or 0) + 1 == 25 * 3600
    assert when.parse("2024-03-01", ALMATY).earliest == (value.latest or 0) + 1


def test_the_west_of_kazakhstan_did_not_change() -> None:
    value = when.parse("2011-12-16T12:00", "Asia/Aqtau")

    assert value.earliest == instant("2011-12-16T12:00:00+05:00")
    assert (when.parse("2024-02-29", "Asia/Aqtau").latest or 0) == instant("2024-02-29T23:59:59+05:00")


def test_a_skipped_hour_is_refused() -> None:
    assert why_refused("2022-03-27T02:30", "Europe/Rome") == "no-such-time"
    assert why_refused("2022-03-27T02:30:00~", "Europe/Rome") == "no-such-time"


def test_a_day_whose_midnight_was_skipped_begins_at_one() -> None:
    value = when.parse("1981-04-01", ALMATY)

    assert when.to_local(value.earliest or 0, ALMATY) == "1981-04-01T01:00:00+07:00"
    assert (when.parse("1981-03-31", ALMATY).latest or 0) + 1 == value.earliest


def test_a_day_the_place_never_had_is_refused() -> None:
    assert why_refused("2011-12-30", "Pacific/Apia") == "no-such-date"


@pytest.mark.parametrize("zone", [ALMATY, "Europe/Rome", "America/St_Johns", "Africa/Cairo", "America/Havana"])
def test_days_follow_one_another_without_gap_or_overlap(zone: str) -> None:
    place = zone_called(zone)
    days = [date.fromordinal(day) for day in range(date(2005, 1, 1).toordinal(), date(2012, 1, 1).toordinal())]

    gaps = [
        day for day in days if end_of_day(day, place) + 1 < start_of_day(date.fromordinal(day.toordinal() + 1), place)
    ]

    assert gaps == []


def test_a_machine_with_outdated_zones_counts_like_any_other(tmp_path: Path) -> None:
    dhaka = (files("tzdata") / "zoneinfo" / "Asia" / "Dhaka").read_bytes()  # +06 to this day
    (tmp_path / "Asia").mkdir()
    (tmp_path / "Asia" / "Almaty").write_bytes(dhaka)
    _read_zone.cache_clear()
    zoneinfo.reset_tzpath(to=[tmp_path])
    try:
        assert zoneinfo.ZoneInfo.no_cache(ALMATY).utcoffset(datetime(2025, 1, 1)) == timedelta(hours=6)  # noqa: DTZ001
        assert when.to_local(instant("2025-01-01T00:00:00+00:00"), ALMATY) == "2025-01-01T05:00:00+05:00"
    finally:
        zoneinfo.reset_tzpath()


@pytest.mark.parametrize(
    ("jurisdiction", "zone"),
    [("kz", ALMATY), ("KZ", ALMATY), ("ru", "Europe/Moscow"), ("it", "Europe/Rome"), ("un", "Europe/Zurich")],
)
def test_a_jurisdiction_has_its_zone(jurisdiction: str, zone: str) -> None:
    assert when.zone_of(jurisdiction) == zone


def test_every_zone_of_a_jurisdiction_exists() -> None:
    for zone in _ZONES.values():
        zone_called(zone)
    assert len(_ZONES) > 20


def test_an_unknown_jurisdiction_is_refused() -> None:
    with pytest.raises(when.WhenUnreadable) as refused:
        when.zone_of("xx")

    assert refused.value.why == "no-such-zone"
