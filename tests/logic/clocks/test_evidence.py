"""What is on file about the act: which event counts, whose it is, and what that leaves open."""

from dataclasses import replace
from typing import Any

from desktop.logic.clocks import Deadline, Facts, steps
from desktop.logic.clocks.facts import Happening, Participant
from desktop.logic.clocks.rule import Act, Bound, Direction, Side, Trigger, Unit
from tests.clock_stories import case, clock, clocks, due, event, rule, stands, step

TAKEN = "2026-03-05T10:00"
IN_TIME, LATE = "2026-03-05T12:00", "2026-03-05T14:00"
RECORD = Act(kinds=("detention-protocol",))


def judged(facts: Facts, act: Act = RECORD, *, now: str = "2030-01-01", **told: Any) -> Deadline:
    """The clock of three hours from the detention on the fifth of March."""
    given: dict[str, Any] = {"quantity": 3, "act": act, **told}
    return clock(facts, "XX-1", [rule(**given)], now=now, event="detention")


def after(*events: Happening, links: Any = (), **told: Any) -> Facts:
    return case(event("detention", TAKEN, **told), *events, links=links)


def record(day: str, **told: Any) -> Happening:
    return event("detention-protocol", day, **told)


def test_silence_is_not_a_breach() -> None:
    one = judged(after())
    assert stands(one) == "unproven"
    assert step(one, steps.NothingShown)


def test_before_the_due_a_clock_is_open_at_it_too_and_after_it_unproven() -> None:
    found = [judged(after(), now=f"2026-03-05T13:0{minute}") for minute in (0, 1)]
    assert [stands(one) for one in found] == ["open", "unproven"]


def test_between_the_two_ends_of_a_due_it_may_be_past() -> None:
    facts = case(event("detention", "2026-03-05"))
    assert stands(judged(facts, now="2026-03-05T12:00")) == "possibly unproven"


def test_the_first_act_after_the_trigger_counts() -> None:
    assert stands(judged(after(record(LATE), record(IN_TIME, name="first")))) == "met"
    assert stands(judged(after(record("2026-03-05T09:00"), record(LATE, name="second")))) == "breached"


def test_an_act_that_is_only_planned_shows_nothing() -> None:
    assert stands(judged(after(record(LATE, prospective=True)))) == "unproven"


def test_an_act_whose_time_straddles_the_due_is_possibly_late() -> None:
    assert stands(judged(after(record("2026-03-05")))) == "possibly breached"


def test_an_act_of_later_detention_does_not_belong_to_this_one() -> None:
    again = event("detention", "2026-04-01T10:00", name="again")
    assert stands(judged(after(again, record("2026-04-01T11:00")))) == "unproven"


def test_an_act_that_may_belong_to_another_detention_makes_a_breach_only_possible() -> None:
    again = event("detention", "2026-04", name="again")
    one = judged(after(again, record("2026-04-15T11:00")))
    assert stands(one) == "possibly breached"
    assert step(one, steps.Contested).event == "again"


def test_of_others_only_those_that_may_lie_between_make_it_open() -> None:
    after_it = event("detention", "2026-03-07", name="after it")
    some_day = event("detention", "2026-03-05T13:30/2026-06", name="some day")
    one = judged(after(after_it, some_day, record(LATE)))
    assert (stands(one), step(one, steps.Contested).event) == ("possibly breached", "some day")


def test_two_accounts_of_one_detention_do_not_take_its_record_away() -> None:
    theirs = event("detention", "2026-03-05T18:00", name="theirs")
    links = [("theirs", "contradicts", "detention")]
    assert stands(judged(after(theirs, record("2026-03-05T19:00"), links=links))) == "breached"


def test_a_link_says_to_which_detention_an_act_belongs() -> None:
    again = event("detention", "2026-04-01T10:00", name="again")
    links = [("detention-protocol", "part-of", "detention")]
    assert stands(judged(after(again, record("2026-04-02"), links=links))) == "breached"


def test_an_appeal_of_one_man_is_not_an_appeal_of_all() -> None:
    men = (Participant("convicted", "p"), Participant("convicted", "other"))
    appeal = event("appeal", IN_TIME, role="complainant")
    facts = case(event("verdict", TAKEN, people=men), appeal, links=[("appeal", "appeals", "verdict")])
    appeals = rule(3, triggers=(Trigger(("verdict",)),), act=Act(kinds=("appeal",), links=("appeals",)))
    assert [stands(clock(facts, "XX-1", [appeals], person=man)) for man in ("p", "other")] == ["met", "unproven"]
    by_lawyer = replace(appeal, participants=(Participant("defence-lawyer", "lawyer"),))
    facts = replace(facts, events=(facts.events[0], by_lawyer))
    assert [stands(clock(facts, "XX-1", [appeals], person=man)) for man in ("p", "other")] == ["met", "met"]


def test_an_act_linked_to_another_record_of_the_same_thing_counts() -> None:
    sentence, appeal = event("verdict", TAKEN, name="sentence"), event("appeal", IN_TIME)
    links = [("sentence", "part-of", "verdict"), ("appeal", "appeals", "sentence")]
    appeals = rule(3, triggers=(Trigger(("verdict",)),), act=Act(kinds=("appeal",), links=("appeals",)))
    facts = case(event("verdict", TAKEN), sentence, appeal, links=links)
    (one,) = clocks(facts, [appeals]).deadlines
    assert (one.event, stands(one)) == ("verdict", "met")


def test_only_linked_acts_count_where_the_rule_says_so() -> None:
    act = Act(kinds=("answer",), links=("answers",))
    answer = event("answer", IN_TIME)
    assert stands(judged(after(answer), act)) == "unproven"
    assert stands(judged(after(answer, links=[("answer", "answers", "detention")]), act)) == "met"


def test_an_act_has_to_have_the_fields_a_rule_asks_for() -> None:
    act = Act(kinds=("detention-protocol",), where={"counsel": ("respected",)})
    assert stands(judged(after(record(IN_TIME)), act)) == "unproven"
    assert stands(judged(after(record(IN_TIME, counsel="respected")), act)) == "met"


def test_an_act_may_be_told_by_a_field_with_its_time() -> None:
    act = Act(fields=("protocol_at",))
    assert [stands(judged(after(protocol_at=told), act)) for told in (IN_TIME, LATE)] == ["met", "breached"]


def test_a_field_with_a_time_before_the_trigger_shows_nothing() -> None:
    assert stands(judged(after(protocol_at="2026-03-04"), Act(fields=("protocol_at",)))) == "unproven"


def test_a_safeguard_says_done_not_done_or_nothing() -> None:
    act = Act(fields=("rights_explained",))
    told = ("respected", "not-respected", "unknown", "not-applicable")
    assert [stands(judged(after(rights_explained=value), act)) for value in told] == [
        "met", "breached", "unproven", "unproven",
    ]  # fmt: skip


def test_yes_and_no_say_the_same() -> None:
    act = Act(fields=("warrant_shown",))
    assert [stands(judged(after(warrant_shown=value), act)) for value in (True, False)] == ["met", "breached"]


def test_what_was_never_done_is_a_breach_only_once_it_was_due() -> None:
    facts = after(rights_explained="not-respected")
    act = Act(fields=("rights_explained",))
    assert stands(judged(facts, act, now="2026-03-05T12:00")) == "open"
    day = case(event("detention", "2026-03-05", rights_explained=False))
    assert stands(judged(day, act, now="2026-03-05T12:00")) == "possibly breached"


def test_at_once_is_breached_when_a_source_says_never() -> None:
    act = Act(fields=("rights_explained",))
    one = judged(after(rights_explained=False), act, now=TAKEN, unit=Unit.IMMEDIATE, quantity=0)
    assert stands(one) == "breached"


def test_a_source_that_says_never_and_an_act_on_file_leave_it_possible() -> None:
    act = Act(kinds=("detention-protocol",), never={"acknowledged": (False,)})
    one = judged(after(record(IN_TIME), acknowledged=False), act)
    assert stands(one) == "possibly breached"


def test_the_fields_of_the_detention_speak_for_the_delivery_within_it() -> None:
    def found(**told: Any) -> Deadline:
        facts = case(event("detention", TAKEN, protocol_at=LATE, **told), event("delivery", "2026-03-05T10:30"))
        of_delivery = rule(3, triggers=(Trigger(("delivery",)),), act=Act(fields=("protocol_at",)))
        return clock(facts, "XX-1", [of_delivery])

    assert stands(found()) == "breached"
    assert stands(found(until="2026-03-05T10:10")) == "unproven"


def test_the_end_of_the_trigger_may_be_the_act() -> None:
    act = Act(until=True)
    ends = (IN_TIME, LATE, None)
    assert [stands(judged(after(until=end), act)) for end in ends] == ["met", "breached", "unproven"]


def test_what_ends_the_matter_in_time_meets_the_rule_and_late_leaves_it_possible() -> None:
    act = Act(kinds=("custody-order",), closing=("release",), closing_until=True)
    assert [stands(judged(after(event("release", day)), act)) for day in (IN_TIME, LATE)] == [
        "met", "possibly breached",
    ]  # fmt: skip
    assert [stands(judged(after(until=day), act)) for day in (IN_TIME, LATE)] == ["met", "possibly breached"]
    assert stands(judged(after(event("release", "2026-03-05")), act)) == "unproven"


def test_an_act_that_came_late_is_a_breach_though_he_was_let_go_later() -> None:
    act = Act(kinds=("custody-order",), closing=("release",))
    assert stands(judged(after(event("custody-order", LATE), event("release", "2026-03-06")), act)) == "breached"


def test_a_time_without_limits_leaves_a_clock_open() -> None:
    facts = case(event("detention", "2026-03-05/.."))
    one = judged(facts)
    assert (due(one), stands(one)) == ("2026-03-05T03:00 / ?", "possibly unproven")
    assert stands(judged(case(event("detention", "../2026-03-05")), now="2026-03-01")) == "possibly unproven"


def test_the_clock_may_be_set_to_a_day_before_the_act() -> None:
    assert stands(judged(after(record(LATE)), now="2026-03-05T11:00")) == "open"
    assert stands(judged(after(record(LATE)), now="2026-03-05T13:30")) == "breached"


def test_what_is_late_of_ours_is_missed() -> None:
    assert stands(judged(after(record(LATE)), side=Side.OURS)) == "missed"


def test_an_act_that_must_not_come_before_a_time() -> None:
    def found(*events: Happening, now: str = "2030-01-01") -> str:
        return stands(judged(after(*events), bound=Bound.NOT_EARLIER, now=now))

    assert found(record(IN_TIME)) == "breached"
    assert found(record(LATE)) == "met"
    assert found(record("2026-03-05T12:30/2026-03-05T13:30")) == "possibly breached"
    assert [found(now=moment) for moment in (IN_TIME, LATE)] == ["open", "unproven"]


def test_a_rule_that_counts_back_from_its_trigger_looks_before_it() -> None:
    notice = rule(
        24, triggers=(Trigger(("visit",)),), direction=Direction.BACKWARD, act=Act(kinds=("inquiry",)), side=Side.OURS
    )

    def found(*days: str) -> str:
        told = [event("inquiry", day, name=day) for day in days]
        return stands(clock(case(event("visit", TAKEN), *told), "XX-1", [notice]))

    assert found("2026-03-04T09:00") == "met"
    assert found("2026-03-01T09:00", "2026-03-04T11:00") == "missed"
    assert found("2026-03-06") == "missed"
    assert found() == "unproven"


def test_an_act_before_the_trigger_has_to_have_the_fields_too() -> None:
    act = Act(kinds=("inquiry",), where={"channel": ("post",)})
    notice = rule(24, triggers=(Trigger(("visit",)),), direction=Direction.BACKWARD, act=act)
    told = [
        event("inquiry", day, name=day, channel=by) for day, by in (("2026-03-01", "post"), ("2026-03-02", "e-mail"))
    ]
    assert clock(case(event("visit", TAKEN), *told), "XX-1", [notice]).shown == "2026-03-01"
