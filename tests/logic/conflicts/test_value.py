"""Two values for one fact."""

from typing import Any

import pytest

from db.rows import ChargeRow, IndicatorRow, ParticipationRow
from db.types import Kind, Name
from desktop.logic.conflicts import Certainty, Conflict, Family
from tests.logic.conflicts.cases import at, case, cited, conflicts, document, event, linked, person, place, told

CLAIMS = [("claims", "certain")]
PAPERS = (document("letter"), document("report"))


def claims(field: str, one: str, other: str, **known: Any) -> list[tuple[str, str]]:
    """What is found when two documents give a field of an event these values."""
    passages = [cited(source, "e", field=field, value=value) for source, value in (("letter", one), ("report", other))]
    return told(case(event("detention", id="e", **known), *PAPERS, *passages))


@pytest.mark.parametrize(
    ("field", "one", "other", "certainty"),
    [
        ("when", "2022-01-05", "2022-01-06", "certain"),
        ("when", "2022-01-05", "2022-01-05T20:00", None),
        ("when", "2022-01-05T20:00", "2022-01-05", None),
        ("when", "5 января 2022", "6.01.2022", "certain"),
        ("when", "[2022-01-03..2022-01-06]", "[2022-01-05..2022-01-09]", "possible"),
        ("when", "../2022-01-06", "2022-01-05/..", "possible"),
        ("when", "../2022-01-06", "2022-01-05", None),
        ("when", "2022-01-05/..", "2022-01-06", None),
        ("when", "[2022-01-03..2022-01-06]", "some day in January", "possible"),
        ("protocol_at", "2022-01-05", "2022-01-09", "certain"),
        ("sentence_months", "60–96", "48", "certain"),
        ("sentence_months", "60–96", "72", None),
        ("sentence_months", "60", "60.0", None),
        ("killed", "1 500", "1500", None),
        ("killed", "fifteen", "15", "certain"),
        ("damage", "313000000 KZT", "414000000 KZT", "certain"),
        ("damage", "313000000 KZT", "313 000 000 KZT", None),
        ("damage", "700000 USD", "313000000 KZT", "possible"),
        ("damage", "much", "313000000 KZT", "possible"),
        ("warrant_shown", "true", "false", "certain"),
        ("warrant_shown", "yes", "true", None),
        ("interpreter", "respected", "да", None),
        ("interpreter", "respected", "not-respected", "certain"),
        ("exception_ground", "mass-riots", "criminal-group", "certain"),
        ("place", "ИВС Алматы", "Hospital no. 7", "possible"),
        ("place", "Almaty", "Almaty, airport", None),
        ("authority", "Тлеужанова", "Tleuzhanova", None),
        ("authority", "KNB", "!!!", "possible"),
        ("unheard_of", "12", "13", "certain"),
        ("unheard_of", "red", "blue", "possible"),
    ],
)  # fmt: skip
def test_two_sources_disagree(field: str, one: str, other: str, certainty: str | None) -> None:
    expected = [("claims", certainty)] if certainty else []

    assert claims(field, one, other) == expected
    assert claims(field, other, one) == expected


def test_a_conflict_of_claims_names_both_sources_with_their_pages() -> None:
    passages = (
        cited("letter", "e", field="when", value="2022-01-05", page="2"),
        cited("report", "e", field="when", value="2022-01-09", page="11"),
        cited("report", "e", field="when", value="2022-01-09", page="12"),
    )

    (found,) = conflicts(case(event("detention", id="e"), *PAPERS, *passages))

    assert [(source.document, source.page) for source in found.sources] == [("letter", "2"), ("report", "11")]
    assert found.documents == ("letter", "report")
    assert found.events == ("e",)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("when", "2022-01-09", CLAIMS),
        ("when", "2022-01-05", []),
        ("sentence_months", "48", CLAIMS),
        ("number", "7", []),
        ("place", "Airport in Almaty", []),
        ("place", "Алматы", []),
        ("place", "Hospital", [("claims", "possible")]),
        ("title", "Seized at the airport", []),
    ],
)
def test_a_source_disagrees_with_the_record(field: str, value: str, expected: list[Any]) -> None:
    city = place("Almaty")
    airport = place("l", parent_id="Almaty")
    named = (Name("Airport in Almaty"), Name("Аэропорт Алматы"))
    known = event("verdict", "2022-01-05", "l", id="e", title="", fields={"sentence_months": 60})

    file = case(
        type(city)(id="Almaty", names=(Name("Алматы"),)), type(airport)(id="l", names=named, parent_id="Almaty"),
        known, PAPERS[0], cited("letter", "e", field=field, value=value), cited("letter", "e", page="9"),
    )  # fmt: skip

    assert told(file) == expected


def test_the_record_is_one_side_only_where_no_source_agrees_with_it() -> None:
    passages = (
        cited("letter", "e", field="when", value="2022-01-05"),
        cited("report", "e", field="when", value="2022-01-09"),
    )

    (found,) = conflicts(case(event("detention", "2022-01-05", id="e"), *PAPERS, *passages))

    assert len(found.sources) == 2


def test_a_claim_about_a_person_is_held_against_the_person() -> None:
    known = person("Askar", born=at("1985-04-01"))
    born = cited("letter", "Askar", Kind.PERSON, field="born", value="1987")
    spelled = cited("letter", "Askar", Kind.PERSON, field="names", value="Аскар")

    (found,) = conflicts(case(known, PAPERS[0], born, spelled))

    assert (found.rule, found.persons) == ("claims", ("Askar",))


@pytest.mark.parametrize(
    ("kind", "target", "persons"), [(Kind.CHARGE, "ch", ("Askar",)), (Kind.PLACE, "ivs", ()), (Kind.ISSUE, "i", ())]
)
def test_claims_about_other_records_are_compared_too(kind: Kind, target: str, persons: tuple[str, ...]) -> None:
    passages = [
        cited(source, target, kind, field="capacity", value=str(n)) for n, source in enumerate(("letter", "report"))
    ]
    charge = ChargeRow(id="ch", case_id="c", person_id="Askar")

    (found,) = conflicts(case(place("ivs"), *PAPERS, *passages, charges=[charge]))

    assert (found.rule, found.persons) == ("claims", persons)


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
