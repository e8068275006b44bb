"""When a rule applies: what is certain, what is open, what is taken for granted."""

from datetime import date

import pytest

from desktop.logic.clocks import Deadline, Facts, clocks_of, steps
from desktop.logic.clocks.facts import Happening, Participant
from desktop.logic.clocks.rule import Conditions, Rule, Trigger
from tests.clock_stories import case, event, moment, rule, step

TAKEN = event("detention", "2026-03-05T22:40")
NOW = moment("2030-01-01")


def asks(**asked: object) -> Rule:
    return rule(3, applies_if=Conditions(**asked))  # type: ignore[arg-type] # conditions by name


def ran(facts: Facts, **asked: object) -> Deadline | None:
    found = clocks_of(facts, [asks(**asked)], {}, NOW).deadlines
    assert len(found) < 2
    return found[0] if found else None


def holds(facts: Facts, **asked: object) -> bool | None:
    """Whether the rule runs for certain, not at all, or (``None``) possibly."""
    one = ran(facts, **asked)
    return False if one is None else True if one.certainty == "certain" else None


def of_birth(born: str) -> list[bool | None]:
    facts = case(TAKEN, born=born)
    return [holds(facts, minor=True), holds(facts, minor=False)]


@pytest.mark.parametrize(("born", "expected"), [
    ("2009-05-01", [True, False]), ("1990", [False, True]), ("2008", [None, None]),
    ("2008-03-06", [True, False]), ("2008-03-05", [False, True]), ("../2000", [False, True]),
])  # fmt: skip
def test_a_minor_is_under_eighteen_at_the_moment(born: str, expected: list[bool | None]) -> None:
    assert of_birth(born) == expected


def test_born_on_the_leap_day_he_comes_of_age_on_the_first_of_march() -> None:
    def at(day: str) -> bool | None:
        return holds(case(event("detention", day), born="2008-02-29"), minor=True)

    assert [at("2026-02-28"), at("2026-03-01")] == [True, False]


def test_who_has_no_age_on_file_is_taken_for_an_adult_and_that_is_told() -> None:
    one = ran(case(TAKEN), minor=False)
    assert one is not None
    assert step(one, steps.Assumed).condition == "adult"
    assert holds(case(TAKEN), minor=True) is False
    assert holds(case(event("detention", "2026-03-05", people=())), minor=False)


def test_a_foreigner_has_other_citizenships_only() -> None:
    known = [case(TAKEN, citizenships=found) for found in (("IT",), ("IT", "KZ"), ())]
    assert [holds(facts, foreigner=True) for facts in known] == [True, False, False]
    assert [holds(facts, foreigner=False) for facts in known] == [False, True, True]


@pytest.mark.parametrize(("custody", "expected"), [
    ((), False),
    ((event("custody", "2026-03-01"),), True),
    ((event("custody", "2026-03-01", until="2026-03-04"),), False),
    ((event("custody", "2026-03-01", until="2026-03-20"),), True),
    ((event("custody", "2026-03-01"), event("release", "2026-03-03")), False),
    ((event("custody", "2026-03-01"), event("release", "2026-03-10")), True),
    ((event("custody", "2026-03-01", until="2026-03"),), None),
    ((event("custody", "2026-03-09"),), False),
    ((event("house-arrest", "2026-02-01"), event("custody", "2026-03-01", until="2026-03-02")), False),
])  # fmt: skip
def test_he_is_held_while_his_last_stay_lasts(custody: tuple[Happening, ...], expected: bool | None) -> None:  # noqa: FBT001 - the expectation
    facts = case(event("verdict", "2026-03-05", role="convicted"), *custody)
    asked = rule(3, triggers=(Trigger(("verdict",)),), applies_if=Conditions(in_custody=True))
    found = clocks_of(facts, [asked], {}, NOW).deadlines
    assert (False if not found else True if found[0].certainty == "certain" else None) is expected


def test_gravity_is_told_by_a_field_or_by_the_ground() -> None:
    told = case(event("detention", "2026-03-05", gravity="grave"))
    ground = case(event("detention", "2026-03-05", exception_ground="especially-grave"))
    assert [holds(told, gravity=("grave",)), holds(told, gravity=("small",))] == [True, False]
    assert holds(ground, gravity=("especially-grave",))
    assert holds(case(TAKEN), gravity=("grave",)) is None


def test_a_ground_for_an_exception_is_there_or_not() -> None:
    ground = case(event("detention", "2026-03-05", exception_ground="mass-riots"))
    assert [holds(one, has_exception_ground=True) for one in (ground, case(TAKEN))] == [True, False]
    assert [holds(one, exception_ground=("mass-riots",)) for one in (ground, case(TAKEN))] == [True, False]


def test_articles_are_those_of_the_charges_and_of_the_trigger() -> None:
    charged, told = case(TAKEN, articles=("ст. 272 ч. 1",)), case(event("detention", "2026-03-05", article="146-1"))
    assert [holds(charged, offence_articles=("272",)), holds(charged, offence_articles=("2",))] == [True, False]
    assert [holds(told, offence_articles=("146-1",)), holds(told, offence_articles=("146",))] == [True, False]
    assert [holds(one, not_offence_articles=("272",)) for one in (charged, told)] == [False, True]


@pytest.mark.parametrize(("day", "expected"), [
    ("2021-12-31", False), ("2022-01-01", True), ("2022-12-31", True), ("2023-01-01", False), ("2021", False),
    ("2022-12-31/2023-01-01", None), ("../2022-06-01", None), ("2021-12-31/2022-06-01", None),
])  # fmt: skip
def test_an_offence_is_within_the_days_of_the_rule(day: str, expected: bool | None) -> None:  # noqa: FBT001 - the expectation
    facts = case(TAKEN, event("alleged-offence", day, role="accused"))
    limits = {"offence_from": date(2022, 1, 1), "offence_to": date(2022, 12, 31)}
    assert holds(facts, **limits) is expected


def test_an_offence_of_unknown_day_leaves_it_open() -> None:
    assert holds(case(TAKEN), offence_to=date(2022, 12, 31)) is None
    assert holds(case(TAKEN, event("alleged-offence", "2022/..")), offence_from=date(2022, 1, 1))
    assert holds(case(TAKEN, event("alleged-offence", "../2022")), offence_to=date(2022, 12, 31))


def test_a_stage_is_asked_for_or_ruled_out() -> None:
    trial = case(TAKEN, stage="trial")
    assert [holds(trial, stage=("trial",)), holds(trial, stage=("appeal",)), holds(trial, not_stage=("trial",))] == [
        True, False, False,
    ]  # fmt: skip
    assert [holds(case(TAKEN), stage=("trial",)), holds(case(TAKEN), not_stage=("trial",))] == [False, True]


def test_a_place_counts_with_what_it_lies_in() -> None:
    cell = case(event("detention", "2026-03-05", places=("other", "ivs")))
    assert [holds(one, place_kinds=("ivs",)) for one in (cell, case(TAKEN))] == [True, False]


def test_an_addressee_is_an_organisation_or_a_word_that_begins_so() -> None:
    people = (Participant("detainee", "p"), Participant("addressee", None, "court"))
    asked = {"addressee_kinds": ("court",), "addressee_words": ("суд",)}
    told = [event("detention", "2026-03-05", addressee=text) for text in ("Алмалинский районный суд", "прокурор")]
    assert [holds(case(one), **asked) for one in told] == [True, False]
    assert holds(case(event("detention", "2026-03-05", people=people)), **asked)
    assert holds(case(TAKEN), **asked) is None


def test_yes_is_not_one() -> None:
    shown = case(event("detention", "2026-03-05", warrant_shown=True))
    assert [holds(shown, fields={"warrant_shown": (value,)}) for value in (True, 1)] == [True, False]
