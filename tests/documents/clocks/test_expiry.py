"""What a lapsed limit leads to, how a check stands, and what a judge reads of limits that exclude one another."""

from typing import Any

import pytest

from desktop.documents.clocks.expiry import after_lapse, briefs_of, next_rules
from desktop.documents.clocks.standing import status_words
from desktop.documents.clocks.trace import tell_fault, trace
from desktop.documents.clocks.words import Words
from desktop.logic.clocks import Deadline, Fault
from desktop.logic.clocks.rule import Expiry
from resources.rules import shipped_rules, shipped_terms
from tests.clock_stories import ALMATY, case, clock, event, rule

LANGUAGES = ["en", "ru", "kk"]
COMPLAINT = event("complaint", "2026-06-01", addressee="прокурор", received_at="2026-06-01")
LATE = case(COMPLAINT, event("answer", "2026-06-09", people=()), links=[("answer", "answers", "complaint")])


def lapsed() -> Deadline:
    return clock(LATE, "KZ-K03")


def test_a_lapsed_limit_names_what_may_run_next_and_the_briefs_to_make() -> None:
    lines = list(after_lapse(lapsed(), Words("en", ALMATY)))
    assert lines[0].startswith("What may run next: KZ-K04, ")
    assert "Chronology" in lines[1]


def test_a_limit_that_has_not_lapsed_names_nothing() -> None:
    assert not list(after_lapse(clock(LATE, "KZ-K03", now="2026-06-02"), Words("en", ALMATY)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_next_limits_and_briefs_are_named_in_the_language_of_the_reader(language: str) -> None:
    words = Words(language, ALMATY)
    assert all(title != number for number, title in next_rules(lapsed().rule, words))
    assert len({name for _, name in briefs_of(lapsed().rule, words)}) == 2


def test_a_rule_of_ones_own_is_named_by_its_id_and_a_template_that_is_gone_not_at_all() -> None:
    given = rule(3, on_expiry=Expiry(next=("MY-1",), templates=("gone",)))
    words = Words("en", ALMATY)
    assert list(next_rules(given, words)) == [("MY-1", "MY-1")]
    assert not list(briefs_of(given, words))


def test_every_template_a_shipped_rule_names_is_there() -> None:
    named = {one for table in shipped_rules().tables for one in table.body.get("on_expiry", {}).get("templates", ())}
    assert named
    assert named <= set(shipped_terms()["templates"])


def test_every_shipped_rule_has_what_starts_it() -> None:
    bodies = [table.body for table in shipped_rules().tables]
    assert [body["id"] for body in bodies if not body.get("triggers") and not body.get("before")] == []


def test_a_check_says_what_it_found() -> None:
    def found(**told: Any) -> str:
        return status_words(clock(case(event("custody-order", "2026-03-07", **told)), "KZ-C16"), "en")

    assert found(order_lacks=["amount"]) == "Something is missing"
    assert found(order_has=["amount", "range"]) == "Satisfied"
    assert found() == "Unproven"
    assert status_words(clock(case(event("ill-treatment", "2026-01-05")), "KZ-L01"), "en") == "No limit"


def test_the_count_names_the_other_term_its_time_and_what_would_decide() -> None:
    told = trace(lapsed(), {}, "en")
    (line,) = [one for one in told if one.startswith("Possible only:")]
    assert "KZ-K03/prolonged" in line
    assert "16 June 2026" in line
    assert "Not on file: Term prolonged. It decides whether this limit applies." in line


def test_a_term_in_days_says_how_long_it_is_and_one_in_months_that_its_first_day_counts() -> None:
    assert "The term is 7 day-periods." in trace(lapsed(), {}, "en")
    months = trace(clock(case(event("custody", "2026-01-05")), "KZ-C01"), {}, "en")
    assert "The first day counts; the term ends on the same number of its last month." in months


def test_a_clock_that_starts_after_the_law_was_looked_at_says_so() -> None:
    def warned(day: str) -> bool:
        told = trace(clock(case(event("custody", day)), "KZ-C01"), {}, "en")
        return "It starts after that day: read the rule in the law as it is now." in told

    assert [warned("2026-07-02"), warned("2026-06-30")] == [True, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_no_law_of_the_time_is_in_the_book_is_told_with_its_first_day(language: str) -> None:
    assert "2015" in tell_fault(Fault("no-law-then", "kz", field="2015-01-01"), language)
    assert "de" in tell_fault(Fault("no-law", "de"), language)
