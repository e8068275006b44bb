"""What must come first and comes later."""

from typing import Any

import pytest

from db.rows import IndicatorRow
from desktop.logic.conflicts import Certainty
from tests.logic.conflicts.cases import at, case, cited, conflicts, document, event, linked, told

CERTAIN = [("before-its-cause", "certain")]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        ("detention", "detention-protocol"), ("detention", "release"), ("detention", "notice-to-family"),
        ("detention", "consular-notice"), ("detention", "notice-to-prosecutor"), ("custody", "custody-extension"),
        ("death", "autopsy"), ("charge", "verdict"), ("verdict", "imprisonment"),
        ("investigation-opened", "investigation-closed"), ("registration", "investigation-suspended"),
    ],
)  # fmt: skip
def test_what_follows_cannot_come_first(first: str, later: str) -> None:
    assert told(case(event(first, "2022-01-05"), event(later, "2022-01-03"))) == CERTAIN
    assert told(case(event(first, "2022-01-05"), event(later, "2022-01-05"))) == []


def test_an_earlier_arrest_explains_a_release() -> None:
    arrests = [event("detention", day, id=day) for day in ("2022-01-02", "2022-01-05")]

    assert told(case(*arrests, event("release", "2022-01-03"))) == []


def test_dates_that_overlap_are_possibly_in_the_wrong_order() -> None:
    assert told(case(event("detention", "2022-01-05~"), event("release", "2022-01-04"))) == [
        ("before-its-cause", "possible")
    ]


def test_a_vague_date_contradicts_nothing() -> None:
    assert told(case(event("detention", "2022-01"), event("release", "2022-01-04"))) == []
    assert told(case(event("detention", "../2023"), event("release", "2022-01-04"))) == []


def test_one_of_several_arrests_that_may_be_earlier_makes_it_possible_only() -> None:
    arrests = [event("detention", day, id=day) for day in ("2022-01-05~", "2022-02-05")]

    assert told(case(*arrests, event("release", "2022-01-04"))) == [("before-its-cause", "possible")]


def test_a_protocol_days_after_the_detention_points_at_one_of_the_two() -> None:
    (found,) = conflicts(case(event("detention", "2022-01-05"), event("detention-protocol", "2022-01-09")))

    assert (found.rule, found.certainty) == ("long-after", Certainty.POSSIBLE)
    assert found.steps[-1].values["days"] == 3


def test_a_protocol_of_the_next_morning_points_at_nothing() -> None:
    assert told(case(event("detention", "2022-01-05"), event("detention-protocol", "2022-01-06"))) == []
    assert told(case(event("detention", "../2022-01-05"), event("detention-protocol", "2022-01/.."))) == []


def test_those_who_do_their_office_are_not_the_ones_arrested() -> None:
    assert told(case(event("detention", "2022-01-05"), event("release", "2022-01-03"), role="investigator")) == []


def test_acts_without_a_date_have_no_order() -> None:
    assert told(case(event("detention"), event("release", "2022-01-03"))) == []


@pytest.mark.parametrize("kind", ["answers", "repeats", "appeals", "extends", "replaces", "caused-by"])
def test_what_refers_to_another_cannot_come_before_it(kind: str) -> None:
    question, answer = event("inquiry", "2022-02-01"), event("answer", "2022-01-20")

    assert told(case(question, answer, linked("answer", kind, "inquiry"))) == [(f"link-{kind}", "certain")]
    assert told(case(question, answer, linked("inquiry", kind, "answer"))) == []


def test_a_link_to_what_has_no_date_says_nothing() -> None:
    assert told(case(event("inquiry"), event("answer", "2022-01-20"), linked("answer", "answers", "inquiry"))) == []


def test_a_link_that_orders_nothing_and_one_into_the_future_say_nothing() -> None:
    question, answer = event("inquiry", "2022-02-01"), event("answer", "2022-01-20")
    ahead = event("answer", "2022-01-20", standing="prospective")

    assert told(case(question, answer, linked("answer", "part-of", "inquiry"))) == []
    assert told(case(question, ahead, linked("answer", "answers", "inquiry"))) == []


def test_accounts_of_one_fact_have_no_order() -> None:
    file = case(
        event("detention", "2022-01-05"), event("release", "2022-01-03"), linked("release", "part-of", "detention")
    )

    assert told(file) == []


def test_a_time_in_a_field_cannot_lie_before_its_event() -> None:
    detention = event(
        "detention", "2022-01-05T20:00", fields={"protocol_at": "2022-01-05T18:00", "counsel_at": "later"}
    )

    assert told(case(detention)) == [("field-before-event", "certain")]


@pytest.mark.parametrize(
    ("kind", "dated", "expected"),
    [
        ("letter", "2022-01-03", [("dated-before", "certain")]),
        ("letter", "2022-01-05", []),
        ("letter", "", []),
        ("order", "2022-01-03", []),  # an order speaks of what is to come
    ],
)
def test_a_document_cannot_report_what_has_not_happened(kind: str, dated: str, expected: list[Any]) -> None:
    papers = [document("paper", dated, kind=kind), cited("paper", "custody"), cited("paper", "custody", page="2")]

    assert told(case(event("custody", "2022-01-05"), *papers)) == expected


def test_a_document_that_is_not_on_file_reports_nothing() -> None:
    assert told(case(event("custody", "2022-01-05"), cited("gone", "custody"))) == []


def test_a_document_may_be_dated_by_the_clock_of_another_zone() -> None:
    report = document("report", kind="report", dated="")
    late = event("custody", "2022-01-05T23:40", when=at("2022-01-05T23:40", "Asia/Aqtau"))
    dated = document("report", "2022-01-05", kind="report")

    assert told(case(late, dated, cited("report", "custody"))) == []
    assert told(case(late, report, cited("report", "custody"))) == []


def test_a_figure_as_of_july_is_not_in_a_document_of_june() -> None:
    june = document("observations", "2023-06-23")
    figure = IndicatorRow(
        id="f", case_id="c", title="closed", period=at("2023-07"), document_id="observations", page="4"
    )

    assert told(case(june, indicators=[figure])) == [("figure-after-document", "certain")]
    assert told(case(document("observations", "2023-08-23"), indicators=[figure])) == []
    assert told(case(indicators=[figure])) == []


def test_a_document_with_an_open_date_foretells_nothing_for_certain() -> None:
    june = document("observations", "2023-06/..")
    figure = IndicatorRow(id="f", case_id="c", title="closed", period=at("2023-07"), document_id="observations")

    assert told(case(june, indicators=[figure])) == []
