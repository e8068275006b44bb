"""The facts of a case as its rows tell them."""

from typing import Any

from db import rows
from db.case_file import CaseFile
from db.types import When
from desktop.logic.clocks import facts_of
from desktop.logic.clocks.facts import Decision, Link, Participant, Source

DAY = When("2026-03-05", "Asia/Almaty", 0, 86399)


def file(**parts: Any) -> CaseFile:
    return CaseFile(parts.pop("case", rows.CaseRow("c", "KZ-1", "t")), **parts)


def test_the_rules_of_a_case_are_its_own_and_the_treaties_and_in_europe_the_convention() -> None:
    def regimes(jurisdiction: str) -> tuple[str, ...]:
        return facts_of(file(case=rows.CaseRow("c", "r", "t", jurisdiction=jurisdiction)), "UTC").regimes

    assert [regimes(name) for name in ("KZ", "it")] == [("kz", "int"), ("it", "int", "echr")]


def test_an_event_has_the_zone_of_its_time_else_of_its_place_else_of_the_case() -> None:
    places = [rows.PlaceRow("cell", kind="ivs", parent_id="city"), rows.PlaceRow("city", zone="Asia/Qyzylorda")]
    events = [
        rows.EventRow("a", "c", "detention", when=DAY, place_id="cell"),
        rows.EventRow("b", "c", "detention", place_id="cell"),
        rows.EventRow("d", "c", "detention", standing="prospective"),
    ]
    found = facts_of(file(places=places, events=events), "UTC").events
    assert [one.zone for one in found] == ["Asia/Almaty", "Asia/Qyzylorda", "UTC"]
    assert [one.place_kinds for one in found] == [("ivs",), ("ivs",), ()]
    assert [one.is_prospective for one in found] == [False, False, True]


def test_places_that_lie_in_one_another_are_walked_once() -> None:
    places = [rows.PlaceRow("a", kind="ivs", parent_id="b"), rows.PlaceRow("b", kind="region", parent_id="a")]
    events = [rows.EventRow("e", "c", "detention", place_id="a")]
    assert facts_of(file(places=places, events=events), "UTC").events[0].place_kinds == ("ivs", "region")


def test_who_took_part_is_known_by_role_and_an_organisation_by_its_kind() -> None:
    people = [
        rows.ParticipationRow("1", "e", "detainee", person_id="p"),
        rows.ParticipationRow("2", "e", "addressee", organisation_id="o"),
        rows.ParticipationRow("3", "e", "witness"),
    ]
    facts = facts_of(
        file(
            events=[rows.EventRow("e", "c", "complaint")], participations=people,
            organisations=[rows.OrganisationRow("o", kind="court")], persons=[rows.PersonRow("p", born=DAY)],
        ), "UTC",
    )  # fmt: skip
    assert facts.events[0].participants == (
        Participant("detainee", "p"), Participant("addressee", None, "court"), Participant("witness"),
    )  # fmt: skip
    assert facts.persons["p"].born == DAY


def test_links_and_charges_come_along() -> None:
    facts = facts_of(
        file(
            links=[rows.EventLinkRow("l", "a", "b", "answers")],
            charges=[rows.ChargeRow("x", "c", "p", article="272", part="1"), rows.ChargeRow("y", "c", "p")],
        ), "UTC",
    )  # fmt: skip
    assert facts.links == (Link("a", "b", "answers"),)
    assert [charge.article for charge in facts.charges] == ["272 1", ""]


def test_a_source_supports_an_event_by_a_document_that_is_there() -> None:
    citations = [
        rows.CitationRow("1", "d", "event", "e", page="2"),
        rows.CitationRow("2", "d", "event", "e", bearing="contradicts"),
        rows.CitationRow("3", "gone", "event", "e"),
        rows.CitationRow("4", "d", "person", "e"),
    ]
    facts = facts_of(file(documents=[rows.DocumentRow("d", "c", "Letter")], citations=citations), "UTC")
    assert facts.sources == {"e": (Source("d", "Letter", "2"),)}


def test_a_decision_speaks_of_a_rule_a_variant_and_an_event() -> None:
    written = [
        rows.DeadlineRow("1", "c", "KZ-K03", version="urgent/2", event_id="e", person_id="p", status="waived"),
        rows.DeadlineRow("2", "c", "KZ-K04", event_id="e", met=DAY, channel="post"),
        rows.DeadlineRow("3", "c", "KZ-K04"),
    ]
    facts = facts_of(file(deadlines=written), "UTC")
    assert facts.decisions == (
        Decision("1", "KZ-K03", "e", variant="urgent", person="p", status="waived"),
        Decision("2", "KZ-K04", "e", at=DAY, channel="post"),
    )


def cited(*passages: rows.CitationRow) -> Any:
    """The one event of a case with what passages say of it."""
    return facts_of(file(events=[rows.EventRow("e", "c", "detention")], citations=passages), "UTC").events[0]


def passage(bearing: str, **told: Any) -> rows.CitationRow:
    return rows.CitationRow(told.pop("id", "1"), "d", "event", "e", bearing=bearing, **told)


def test_a_rumour_and_what_we_dispute_or_sources_only_deny_is_doubted() -> None:
    events = [
        rows.EventRow("a", "c", "detention", certainty="rumour"),
        rows.EventRow("b", "c", "detention", standing="disputed-by-us"),
        rows.EventRow("d", "c", "detention", standing="disputed-by-them"),
    ]
    assert [one.is_doubted for one in facts_of(file(events=events), "UTC").events] == [True, True, False]
    assert cited(passage("contradicts")).is_doubted
    assert not cited(passage("contradicts"), passage("supports", id="2")).is_doubted


def test_a_passage_that_denies_a_field_denies_that_alone() -> None:
    found = cited(passage("contradicts", field="family_notified_at"))
    assert (found.is_doubted, found.denied) == (False, {"family_notified_at"})
    assert cited(passage("supports", field="protocol_at", value="Never")).denied == {"protocol_at"}
    assert not cited(passage("supports", field="protocol_at", value="2026-03-05")).denied


def test_who_visits_is_told_by_the_organisation_where_no_field_says_it() -> None:
    def body(**told: Any) -> Any:
        facts = facts_of(
            file(
                events=[rows.EventRow("e", "c", "visit", fields=told)],
                participations=[rows.ParticipationRow("1", "e", "monitor", organisation_id="o")],
                organisations=[rows.OrganisationRow("o", kind="pmc")],
            ),
            "UTC",
        )
        return facts.events[0].fields

    assert body() == {"visiting_body": "pmc"}
    assert body(visiting_body="npm") == {"visiting_body": "npm"}


def test_the_languages_of_a_person_decide_who_needs_an_interpreter() -> None:
    people = [rows.PersonRow("p", languages=("it",))]
    assert facts_of(file(persons=people), "UTC").persons["p"].languages == ("it",)


def whose_protocol(*others: str) -> list[str | None]:
    """Who a record of detention without participants is about, where p was held and these are accused as well."""
    events = [rows.EventRow("arrest", "c", "detention"), rows.EventRow("paper", "c", "detention-protocol")]
    people = [
        rows.ParticipationRow("1", "arrest", "detainee", "p"),
        rows.ParticipationRow("2", "paper", "official", "o"),
    ]
    parties = [rows.PartyRow(other, "c", "accused", other) for other in others]
    facts = facts_of(file(events=events, participations=people, parties=parties), "Asia/Almaty")
    return [one.person for one in facts.events[1].participants if one.role == "detainee"]


def test_an_act_of_custody_that_does_not_say_whose_is_about_the_only_person_the_case_is_against() -> None:
    assert whose_protocol() == ["p"]
    assert whose_protocol("p") == ["p"]
    assert whose_protocol("q") == []
