"""A length claimed against the length counted."""

from typing import Any

import pytest

from desktop.logic.conflicts import Certainty, Family
from desktop.logic.conflicts.duration import length_of
from tests.logic.conflicts.cases import case, cited, conflicts, document, event, told

HOUR, DAY = 3600, 86_400
LENGTH = [("length", "certain")]


def claimed(value: str, times: str, field: str = "duration") -> list[tuple[str, str]]:
    """What is found when a letter claims a length of a stay in custody."""
    return told(
        case(event("custody", times, id="e"), document("letter"), cited("letter", "e", field=field, value=value))
    )


@pytest.mark.parametrize("value", ["4 days", "5 days", "4 суток", "5 күн", "P5D"])
def test_days_may_be_counted_with_both_ends_or_without(value: str) -> None:
    assert claimed(value, "2022-01-05 2022-01-09") == []


@pytest.mark.parametrize("value", ["2 days", "6 days", "2 сутки", "8 күн", "P9D", "1 week", "24 h", "1 месяц", "2 жыл"])
def test_days_that_the_dates_do_not_allow_are_a_conflict(value: str) -> None:
    assert claimed(value, "2022-01-05 2022-01-09") == LENGTH


@pytest.mark.parametrize(
    ("value", "field", "expected"),
    [("14", "hours", []), ("14 hours", "duration", []), ("3", "hours", LENGTH), ("1 h 30 min", "duration", LENGTH),
     ("0,5", "days", []), ("PT14H", "duration", []), ("about a night", "duration", []), ("5", "duration", []),
     ("5–8 hours", "duration", [])],
)  # fmt: skip
def test_hours_are_held_against_minutes(value: str, field: str, expected: list[Any]) -> None:
    assert claimed(value, "2022-01-05T20:00 2022-01-06T10:00", field) == expected


@pytest.mark.parametrize("times", ["2022-01-05", "", "../2022-01-05 2022-02-01", "2022-01-05 2022-01-09/.."])
def test_what_has_no_known_beginning_and_end_has_no_length(times: str) -> None:
    assert claimed("90 days", times) == []


def test_a_length_in_a_field_of_the_record_is_held_against_its_dates() -> None:
    custody = event("custody", "2022-01-05 2022-01-09", fields={"claimed_duration": "30 days"})

    (found,) = conflicts(case(custody))

    assert [step.code for step in found.steps] == ["fact-when-until", "length-on-file", "days-counted"]
    assert found.steps[-1].values == {"exclusive": 4, "inclusive": 5}


def test_a_length_within_a_day_is_told_in_minutes() -> None:
    seen = event("other", "2022-01-05T20:00 2022-01-05T20:20", id="e")

    (found,) = conflicts(case(seen, document("d"), cited("d", "e", field="duration", value="2 hours")))

    assert found.steps[-1].values == {"least": 20, "most": 20}


def test_a_length_of_hours_is_told_in_hours() -> None:
    seen = event("custody", "2022-01-05T20:00 2022-01-06T10:30", id="e")

    (found,) = conflicts(case(seen, document("d"), cited("d", "e", field="claimed_duration", value="72 hours")))

    assert (found.steps[-1].code, found.steps[-1].values) == ("hours-counted", {"least": 14, "most": 15})


def test_a_sentence_in_words_agrees_with_its_months() -> None:
    def sentenced(words: str, months: int | None) -> list[tuple[str, str]]:
        return told(case(event("verdict", "2023-07-11", fields={"sentence": words, "sentence_months": months})))

    assert sentenced("4 года 6 месяцев", 54) == []
    assert sentenced("5 years in prison", 48) == [("sentence", "certain")]
    assert sentenced("four years in prison", 60) == []
    assert sentenced("10 days", 60) == []
    assert sentenced("5 years in prison", None) == []


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("2 hours", (1.5 * HOUR, 2.5 * HOUR)),
        ("1 day", (0, 2 * DAY)),
        ("2 мес.", (55 * DAY, 63 * DAY)),
        ("2 moons", None),
    ],
)
def test_a_claim_means_a_range_of_lengths(text: str, length: tuple[float, float] | None) -> None:
    assert length_of(text, "duration") == length


@pytest.mark.parametrize(
    "quote",
    ["he was held for ten days in custody", "10 days in custody", "10 days", "провёл под стражей 10 суток",
     "Десять суток содержался в ИВС.", "10 тәулік қамауда болды", "қамауда он күн отырды", "He was held for 10 days."],
)  # fmt: skip
def test_a_length_of_a_stay_in_a_quotation_is_held_against_its_dates(quote: str) -> None:
    custody = event("custody", "2022-01-06 2022-01-08", id="e")

    (found,) = conflicts(case(custody, document("d"), cited("d", "e", quote=quote)))

    assert (found.family, found.rule, found.certainty) == (Family.DURATION, "length", Certainty.POSSIBLE)
    assert found.steps[-1].values == {"exclusive": 2, "inclusive": 3}


@pytest.mark.parametrize(
    "quote",
    ["he spent 3 days in custody", "2 суток под стражей", "sentenced to 8 years in prison", "five to eight years",
     "after two months in custody he was beaten", "продлён срок содержания под стражей на 2 месяца",
     "two days in custody and ten days in hospital", "at least 10 days in custody", "the letter took ten days",
     "арест санкционирован на 10 суток", "He was detained on 10 January", "алғашқы 10 тәулік қамауда"],
)  # fmt: skip
def test_a_quotation_that_fits_or_tells_of_something_else_is_no_conflict(quote: str) -> None:
    custody = event("custody", "2022-01-06 2022-01-08", id="e")

    assert conflicts(case(custody, document("d"), cited("d", "e", quote=quote))) == []


def test_only_of_a_stay_a_quotation_tells_the_length() -> None:
    search = event("search", "2022-01-06 2022-01-08", id="e")

    assert conflicts(case(search, document("d"), cited("d", "e", quote="10 days in custody"))) == []
