"""Two values for one fact."""

from typing import Any

import pytest

from db.rows import IndicatorRow, ParticipationRow
from db.types import Kind
from desktop.logic.conflicts import Certainty, Conflict, Family
from tests.logic.conflicts.cases import at, case, cited, conflicts, document, event, linked, person, place, told

PAPERS = (document("letter"), document("report"))


def test_events_linked_as_contradicting_are_a_conflict_once() -> None:
    one = event("verdict", "2023-07-11", id="a", fields={"sentence": "five to eight years", "authority": "court"})
    other = event("verdict", "2023-07-12", id="b", fields={"sentence": "four years", "authority": "court"})
    links = (linked("a", "contradicts", "b"), linked("b", "contradicts", "a"))

    (found,) = conflicts(case(one, other, *links))

    assert (found.family, found.rule, found.certainty) == (Family.VALUE, "accounts", Certainty.CERTAIN)
    assert [step.values["field"] for step in found.steps if step.code == "values"] == ["when", "sentence"]


def test_accounts_differ_in_truths_lists_and_numbers() -> None:
    here = {"warrant_shown": True, "methods": ["beating", "threat"], "killed": 15.0, "words": "go"}
    there = {"warrant_shown": False, "methods": ["beating"], "killed": 16}
    one, other = event("use-of-force", id="a", fields=here), event("use-of-force", id="b", fields=there)

    (found,) = conflicts(case(one, other, linked("a", "contradicts", "b")))

    differing = {step.values["field"]: step.values["first"] for step in found.steps if step.code == "values"}
    assert differing == {"warrant_shown": "true", "methods": "beating, threat", "killed": "15"}


def test_accounts_without_times_are_in_conflict_because_the_file_says_so() -> None:
    one, other = event("public-statement", id="a"), event("ill-treatment", id="b")

    assert told(case(one, other, linked("a", "contradicts", "b"))) == [("accounts", "certain")]
    assert told(case(one, linked("a", "contradicts", "gone"))) == []


def test_a_passage_that_contradicts_a_record_is_a_conflict_with_its_other_sources() -> None:
    passages = (cited("letter", "e", bearing="contradicts", page="3"), cited("report", "e", page="4"))

    (found,) = conflicts(case(event("ill-treatment", id="e"), *PAPERS, *passages))

    assert found.rule == "source-against-record"
    assert [(source.document, source.page) for source in found.sources] == [("letter", "3"), ("report", "4")]


def test_a_passage_that_contradicts_a_person_is_a_conflict_too() -> None:
    assert told(case(PAPERS[0], cited("letter", "Askar", Kind.PERSON, bearing="contradicts"))) == [
        ("source-against-record", "certain")
    ]


def test_a_contradiction_told_by_a_link_is_not_told_again_by_its_passage() -> None:
    passages = (cited("letter", "a", page="3"), cited("letter", "b", bearing="contradicts", page="3"))
    events = (event("public-statement", id="a"), event("ill-treatment", id="b"))

    assert told(case(*events, PAPERS[0], *passages, linked("a", "contradicts", "b"))) == [("accounts", "certain")]


def rules(found: list[Conflict]) -> set[str]:
    return {one.rule for one in found}


@pytest.mark.parametrize(
    ("one", "other", "certainty"),
    [
        (event("death", "2022-01-05", "ward", id="a"), event("death", "2022-01-07", id="b"), "certain"),
        (event("death", "2022-01-05", "ward", id="a"), event("death", "2022-01-05T10:00", "cell", id="b"), "certain"),
        (event("death", "", "ward", id="a"), event("death", "2022-01-05", "ward", id="b"), None),
        (
            event("autopsy", "2022-01-05", id="a", fields={"official_cause": "heart failure"}),
            event("autopsy", "2022-02-05", id="b", fields={"official_cause": "blunt injury"}),
            "possible",
        ),
        (
            event("verdict", "2022-01-05", id="a", fields={"number": "7", "sentence_months": 60}),
            event("verdict", "2022-01-05", id="b", fields={"number": "7", "sentence_months": 48}),
            "certain",
        ),
        (
            event("verdict", "2022-01-05", id="a", fields={"authority": "city court"}),
            event("verdict", "2022-06-05", id="b", fields={"authority": "regional court"}),
            None,
        ),
        (event("verdict", "2022-01-05", id="a"), event("verdict", "2022-06-05", id="b"), None),
    ],
)  # fmt: skip
def test_what_can_only_be_once_is_told_twice(one: Any, other: Any, certainty: str | None) -> None:
    found = told(case(place("ward"), place("cell"), one, other, role="convicted"))

    assert [rule for rule in found if rule[0] == "same-fact"] == ([("same-fact", certainty)] if certainty else [])


def test_a_verdict_and_its_part_are_one_and_a_verdict_on_appeal_is_another() -> None:
    court = {"authority": "a court"}
    one, other = event("verdict", "2022-01-05", id="a"), event("verdict", "2022-01-09", id="b", fields=court)
    same = event("verdict", "2022-01-05", id="a", fields=court)

    assert "same-fact" in rules(conflicts(case(one, other, linked("b", "part-of", "a"))))
    assert "same-fact" in rules(conflicts(case(same, other)))
    assert "same-fact" not in rules(conflicts(case(same, other, linked("b", "replaces", "a"))))


def test_those_who_heard_of_a_death_did_not_die_twice() -> None:
    deaths = [event("death", day, id=day) for day in ("2022-01-05", "2022-01-07")]

    assert told(case(*deaths, role="witness")) == []


def test_the_protocol_of_a_field_and_that_of_an_event_are_one() -> None:
    detention = event("detention", "2022-01-05T20:00", fields={"protocol_at": "2022-01-05T21:00"})

    assert told(case(detention, event("detention-protocol", "2022-01-06T10:00"))) == [("field-and-event", "certain")]
    assert told(case(detention, event("detention-protocol", "2022-01-05"))) == []
    assert told(case(detention, event("detention-protocol"))) == []
    undated = event("detention", fields={"protocol_at": "2022-01-05T21:00"})
    assert told(case(undated, event("detention-protocol", "2022-01-06T10:00"))) == [("field-and-event", "certain")]


def test_a_person_and_the_event_of_their_death_agree() -> None:
    dead = person("Askar", deceased=at("2022-01-09"))

    assert told(case(dead, event("death", "2022-01-05"))) == [("date-of-death", "certain")]
    assert told(case(dead, event("death", "2022-01-09T10:00"))) == []
    assert told(case(person("Askar"), event("death", "2022-01-09"))) == []


def test_the_time_on_record_is_another_than_the_actual_one() -> None:
    detention = event("detention", "2022-01-05T14:00", fields={"recorded_at": "2022-01-05T20:00"})

    assert told(case(detention)) == [("recorded-time", "certain")]
    assert told(case(event("detention", "2022-01-05", fields={"recorded_at": "2022-01-05T20:00"}))) == []


def test_a_protocol_dated_days_after_the_event_it_is() -> None:
    drawn_up = event("detention-protocol", "2022-01-05T21:00")

    def dated(day: str, kind: str, **known: Any) -> list[tuple[str, str]]:
        return told(case(drawn_up, document("p", day, kind=kind), cited("p", "detention-protocol", **known)))

    assert dated("2022-01-09", "protocol") == [("date-of-paper", "certain")]
    assert dated("2022-01-05", "protocol") == []
    assert dated("2022-01-09", "letter") == []
    assert dated("2022-01-09", "protocol", bearing="mentions") == []


def test_a_scan_has_the_date_of_its_original_and_a_translation_its_own() -> None:
    def copied(day: str, derivation: str) -> list[tuple[str, str]]:
        copy = document("copy", day, derived_from_id="order", derivation=derivation)
        return told(case(document("order", "2022-01-05"), copy))

    assert copied("2022-01-06", "scan") == [("date-of-copy", "certain")]
    assert copied("2022-01-05", "scan") == []
    assert copied("2022-01-06", "translation") == []


def test_two_figures_of_one_title_and_time_disagree() -> None:
    def figure(name: str, value: float | None, **known: Any) -> IndicatorRow:
        return IndicatorRow(id=name, case_id="c", title="Cases closed", value=value, **known)

    def figures(*rows: IndicatorRow) -> list[tuple[str, str]]:
        return told(case(document("d"), indicators=rows))

    assert figures(figure("a", 236, document_id="d", page="2"), figure("b", 240)) == [("figures", "certain")]
    assert figures(figure("a", 236), figure("b", 236)) == []
    assert figures(figure("a", 236), figure("b", 240, period=at("2023"))) == []
    assert figures(figure("a", 236), figure("b", None)) == []


def test_a_document_copied_from_one_that_is_gone_or_undated_is_left_alone() -> None:
    copy = document("copy", "2022-01-06", derived_from_id="order", derivation="scan")

    assert told(case(copy)) == []
    assert told(case(document("order"), copy)) == []


def test_one_event_in_two_roles_is_one_event() -> None:
    file = case(event("death", "2022-01-05", id="e"))
    second = ParticipationRow(id="again", event_id="e", person_id="Askar", role="victim")

    assert told(type(file)(case=file.case, events=file.events, participations=[*file.participations, second])) == []
