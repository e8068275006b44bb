"""A missed term and the motion to restore it, off the record; UPK of Kazakhstan, article 50."""

from typing import Any

from desktop.logic.clocks import Facts, steps
from desktop.logic.clocks.facts import Participant
from tests.clock_stories import case, clock, decision, event, stands, step

ORDER = event("custody-order", "2026-06-01T16:00")
LATE = event("appeal", "2026-06-09", role="complainant")  # the term ended on the fourth


def asked(*, to: str | None = None, names: str = "KZ-A01", answer: bool = False, **told: Any) -> Facts:
    """An appeal that came late, a motion to restore its term, and its answer."""
    motion = event("motion", "2026-06-10", role=told.pop("role", "complainant"), restores=names, **told)
    answers = [event("answer", "2026-06-12", people=())] if answer else []
    links = [("appeal", "appeals", "custody-order"), *([("motion", "part-of", to)] if to else [])]
    links += [("answer", "answers", "motion")] if answer else []
    return case(ORDER, LATE, motion, *answers, links=links)


def found(facts: Facts, **given: Any) -> str:
    return stands(clock(facts, "KZ-A01", **given))


def test_upk_50_2_a_motion_that_names_the_rule_asks_restoration() -> None:
    assert found(asked()) == "restoration-asked"
    assert found(asked(names="kz-a01")) == "restoration-asked"
    assert found(asked(names="KZ-A04")) == "missed"


def test_upk_50_2_a_motion_linked_to_the_late_filing_or_to_the_order_needs_no_name() -> None:
    assert found(asked(to="appeal", names="срок обжалования")) == "restoration-asked"
    assert found(asked(to="custody-order", names="срок обжалования")) == "restoration-asked"


def test_upk_50_a_motion_that_asks_for_no_term_restores_none() -> None:
    assert found(asked(to="appeal", names="")) == "missed"


def test_upk_50_its_status_tells_what_came_of_it() -> None:
    assert found(asked(status="granted", answer=True)) == "restored"
    assert found(asked(status="refused", answer=True)) == "refused"
    assert found(asked(status="granted")) == "restored"


def test_upk_50_an_answer_that_does_not_tell_leaves_it_open() -> None:
    facts = asked(answer=True)
    assert found(facts) == "restoration-asked"
    assert step(clock(facts, "KZ-A01"), steps.RestorationAnswered).is_granted is None


def test_upk_50_the_outcome_of_the_answer_tells_it_where_the_motion_does_not() -> None:
    def answered(outcome: str) -> str:
        motion = event("motion", "2026-06-10", role="complainant", restores="KZ-A01")
        links = [("appeal", "appeals", "custody-order"), ("decision", "answers", "motion")]
        return found(case(ORDER, LATE, motion, event("decision", "2026-06-12", outcome=outcome), links=links))

    assert [answered("granted"), answered("Отказано"), answered("передано")] == [
        "restored",
        "refused",
        "restoration-asked",
    ]


def test_upk_50_2_only_for_the_one_who_missed_it() -> None:
    others = event("motion", "2026-06-10", people=(Participant("complainant", "q"),), restores="KZ-A01")
    links = [("appeal", "appeals", "custody-order"), ("motion", "part-of", "appeal")]
    assert found(case(ORDER, LATE, others, links=links)) == "missed"


def test_upk_50_what_was_done_in_time_needs_no_restoration() -> None:
    timely = event("appeal", "2026-06-03", role="complainant")
    motion = event("motion", "2026-06-10", role="complainant", restores="KZ-A01")
    assert found(case(ORDER, timely, motion, links=[("appeal", "appeals", "custody-order")])) == "met"


def test_upk_50_a_term_that_nothing_shows_may_be_restored_too() -> None:
    motion = event("motion", "2026-06-10", role="complainant", restores="KZ-A01")
    assert found(case(ORDER, motion)) == "restoration-asked"
    assert found(case(ORDER, motion), now="2026-06-07") == "unproven"


def test_upk_50_the_authorities_get_nothing_restored_by_our_motion() -> None:
    late = event("answer", "2026-06-20", people=())
    motion = event("motion", "2026-06-01", role="complainant")
    again = event("complaint", "2026-06-21", role="complainant", restores="KZ-M01")
    assert stands(clock(case(motion, late, again, links=[("answer", "answers", "motion")]), "KZ-M01")) == "breached"


def test_upk_50_a_motion_about_another_term_of_the_same_rule_is_not_about_this_one() -> None:
    other = event("custody-extension", "2026-07-01T10:00", name="extension")
    motion = event("motion", "2026-07-10", role="complainant", restores="KZ-A01")
    facts = case(ORDER, other, motion, links=[("motion", "part-of", "extension")])
    told = {
        one.event: stands(one)
        for one in (clock(facts, "KZ-A01", event=name) for name in ("custody-order", "extension"))
    }
    assert told == {"custody-order": "unproven", "extension": "restoration-asked"}


def test_what_we_wrote_down_ourselves_still_stands_over_it() -> None:
    facts = case(ORDER, event("motion", "2026-06-10", role="complainant", restores="KZ-A01"),
                 decisions=(decision("KZ-A01", "custody-order", status="waived"),))  # fmt: skip
    assert found(facts) == "waived"
