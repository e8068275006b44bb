"""What sources say a field holds, against one another and against the record."""

from typing import Any

import pytest

from db.rows import ChargeRow
from db.types import Kind, Name
from tests.logic.conflicts.cases import at, case, cited, conflicts, document, event, person, place, told

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
        ("killed", "fifteen", "15", "possible"),
        ("killed", "at least 15", "16", None),
        ("killed", "не менее 15", "14", "certain"),
        ("killed", "до 15", "16", "certain"),
        ("killed", "up to 15", "over 14", None),
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
