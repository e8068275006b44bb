"""Own terms, kinds and fields travel with the cases that use them; what nobody knows is a fault or is added."""

import json
from pathlib import Path
from typing import Any

import pytest

from db.queries import settled
from db.rows import TermRow
from db.vault import Vault
from desktop.documents.exchange.faults import UnknownTerms
from desktop.errors import InputFaults
from desktop.operations.exchange import export_case, import_case
from resources.vocabularies import event_kinds, fields
from tests.builders import new_vault
from tests.case_files import a_case, refused, write_case

Content = dict[str, Any]
RAID: Content = {
    "vocabulary": "event-kinds", "term": "raid", "labels": {"ru": "Рейд"},
    "body": {"group": "public", "span": True, "fields": ["squad"]},
}  # fmt: skip
SQUAD: Content = {
    "vocabulary": "fields", "term": "squad", "labels": {"ru": "Отряд"},
    "body": {"type": "term", "vocabulary": "organisation-kinds"},
}  # fmt: skip
GUARD: Content = {"vocabulary": "organisation-kinds", "term": "night-watch", "labels": {"kk": "Түнгі күзет"}}
UNUSED: Content = {"vocabulary": "methods", "term": "cold-cell", "labels": {"en": "Cold cell"}}


def raid(*terms: Content, **keys: Any) -> Content:
    """A case with an event of an own kind, its field and the term in that; ``keys`` replace those of the event."""
    event = {"id": "e1", "kind": "raid", "fields": {"squad": "night-watch"}, **keys}
    return a_case(events=[event], links=[], citations=[], terms=list(terms))


def bring(vault: Vault, folder: Path, content: Content, *, adds_terms: bool = False) -> str:
    """Import a case with this content."""
    return import_case(vault, write_case(folder / "in", content), adds_terms=adds_terms).result.case_id


def put(vault: Vault, *terms: Content) -> None:
    """The vault has these terms already."""
    with vault.change("add-term") as change:
        for term in terms:
            change.put(TermRow("", **term))


def exported(vault: Vault, case: str, folder: Path) -> Content:
    """What an export of the case says."""
    return json.loads((export_case(vault, case, folder / "out").result / "case.json").read_bytes())


def test_a_case_brings_its_own_kind_field_and_term(vault: Vault, tmp_path: Path) -> None:
    case = bring(vault, tmp_path, raid(RAID, SQUAD, GUARD))
    assert event_kinds()["raid"].fields == ("squad",)
    assert fields()["squad"].vocabulary == "organisation-kinds"
    written = exported(vault, case, tmp_path)
    assert written["terms"] == [RAID, SQUAD, GUARD]
    assert written["events"] == [{"id": "e1", "kind": "raid", "fields": {"squad": "night-watch"}}]


def test_only_the_terms_a_case_uses_travel(vault: Vault, tmp_path: Path) -> None:
    put(vault, UNUSED, {**UNUSED, "vocabulary": "roles", "term": "driver"})
    driver = [{"person": "p1", "role": "driver"}]
    case = bring(vault, tmp_path, raid(GUARD, kind="other", fields={}, participants=driver))
    assert [term["term"] for term in exported(vault, case, tmp_path)["terms"]] == ["driver"]


def test_a_kind_travels_with_its_fields_its_group_and_what_they_name(vault: Vault, tmp_path: Path) -> None:
    group: Content = {"vocabulary": "event-groups", "term": "night", "labels": {"en": "Night"}}
    kind = {**RAID, "body": {"group": "night", "fields": ["squad"]}}
    case = bring(vault, tmp_path, raid(group, kind, SQUAD, UNUSED, fields={}))
    assert exported(vault, case, tmp_path)["terms"] == [group, kind, SQUAD]


def test_an_own_kind_of_identity_document_travels(vault: Vault, tmp_path: Path) -> None:
    card: Content = {"vocabulary": "identity-documents", "term": "party-card", "labels": {"en": "Party card"}}
    persons = [
        {"id": "p1", "names": [{"text": "A", "kind": "official"}], "identity_documents": [{"kind": "party-card"}]}
    ]
    case = bring(vault, tmp_path, a_case(persons=persons, events=[], links=[], citations=[], terms=[card]))
    assert exported(vault, case, tmp_path)["terms"] == [card]


def test_the_label_the_vault_has_stays(vault: Vault, tmp_path: Path) -> None:
    put(vault, {**RAID, "labels": {"ru": "Облава"}})
    bring(vault, tmp_path, raid(RAID, SQUAD, GUARD))
    with vault.read() as session:
        kept = {row.term: dict(row.labels) for row in settled.terms(session)}
    assert kept == {"raid": {"ru": "Облава"}, "squad": {"ru": "Отряд"}, "night-watch": {"kk": "Түнгі күзет"}}


CONTRADICTIONS: list[tuple[str, Content, list[str]]] = [
    ("another group", {**RAID, "body": {"group": "acts", "span": True}}, ["terms[0].body.group"]),
    ("no longer lasting", {**RAID, "body": {"group": "public"}}, ["terms[0].body.span"]),
    ("another type", {**SQUAD, "body": {"type": "text"}}, ["terms[0].body.type", "terms[0].body.vocabulary"]),
    ("a shipped field of another type", {**SQUAD, "term": "methods", "body": {"type": "text"}},
     ["terms[0].body.type", "terms[0].body.vocabulary"]),
    ("a shipped kind of another group", {**RAID, "term": "search"},
     ["terms[0].body.group", "terms[0].body.proves_presence"]),
]  # fmt: skip


@pytest.mark.parametrize(("term", "places"), [case[1:] for case in CONTRADICTIONS], ids=[x[0] for x in CONTRADICTIONS])
def test_what_contradicts_the_vault_is_a_fault_with_its_place(
    vault: Vault, tmp_path: Path, term: Content, places: list[str]
) -> None:
    put(vault, SQUAD, RAID)
    found = refused(vault, write_case(tmp_path / "in", a_case(terms=[term])))
    assert sorted(fault.place for fault in found) == places


FAULTS: list[tuple[str, Content, str]] = [
    ("no such vocabulary", {**UNUSED, "vocabulary": "colours"}, "terms[0].vocabulary"),
    ("a closed vocabulary", {**UNUSED, "vocabulary": "standings"}, "terms[0].vocabulary"),
    ("an id that is none", {**UNUSED, "term": "cold_cell"}, "terms[0].term"),
    ("a field's id that is none", {**SQUAD, "term": "my-squad"}, "terms[0].term"),
    ("a kind without a group", {**RAID, "body": {}}, "terms[0].body.group"),
    ("a kind of no known group", {**RAID, "body": {"group": "x"}}, "terms[0].body.group"),
    ("a kind with a field nobody knows", RAID, "terms[0].body.fields[0]"),
    ("a field without a type", {**SQUAD, "body": {}}, "terms[0].body.type"),
    ("a field of terms of no vocabulary", {**SQUAD, "body": {"type": "terms"}}, "terms[0].body.vocabulary"),
    ("a field of terms of an unknown vocabulary", {**SQUAD, "body": {"type": "term", "vocabulary": "x"}},
     "terms[0].body.vocabulary"),
    ("a text that draws on a vocabulary", {**SQUAD, "body": {"type": "text", "vocabulary": "roles"}},
     "terms[0].body.vocabulary"),
    ("a field of a kind nobody knows", {**SQUAD, "body": {"type": "text", "kinds": ["raid"]}},
     "terms[0].body.kinds[0]"),
    ("a term with a body", {**UNUSED, "body": {"group": "acts"}}, "terms[0].body.group"),
]  # fmt: skip


@pytest.mark.parametrize(("term", "place"), [case[1:] for case in FAULTS], ids=[case[0] for case in FAULTS])
def test_a_term_that_cannot_be_is_refused_with_its_place(
    vault: Vault, tmp_path: Path, term: Content, place: str
) -> None:
    found = refused(vault, write_case(tmp_path / "in", a_case(terms=[term])))
    assert [fault.place for fault in found] == [place]


def test_a_term_that_stands_twice_is_refused(vault: Vault, tmp_path: Path) -> None:
    found = refused(vault, write_case(tmp_path / "in", a_case(terms=[UNUSED, UNUSED])))
    assert [fault.place for fault in found] == ["terms[0].term", "terms[1].term"]


def test_what_is_unknown_says_how_it_can_be_added(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(UnknownTerms) as refusal:
        bring(vault, tmp_path, raid())
    assert [fault.place for fault in refusal.value.faults] == ["events[0].kind", "events[0].fields.squad"]
    assert "--add-terms" in refusal.value.remedy


def test_where_something_else_is_wrong_too_adding_terms_is_not_offered(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(InputFaults) as refusal:
        bring(vault, tmp_path, raid(standing="alleged", place="l9"))
    assert not isinstance(refusal.value, UnknownTerms)


def test_on_request_what_is_unknown_is_added_with_its_id_for_a_label(vault: Vault, tmp_path: Path) -> None:
    told = {"squad": "north", "count": 3, "filmed": True, "methods": ["tickling"]}
    case = bring(vault, tmp_path, raid(fields=told, participants=[{"person": "p1", "role": "hero"}]), adds_terms=True)
    with vault.read() as session:
        added = {row.term: (row.vocabulary, dict(row.labels), dict(row.body)) for row in settled.terms(session)}
    assert added == {
        "raid": ("event-kinds", {"en": "raid"}, {"group": "other"}),
        "squad": ("fields", {"en": "squad"}, {"type": "text"}),
        "count": ("fields", {"en": "count"}, {"type": "number"}),
        "filmed": ("fields", {"en": "filmed"}, {"type": "bool"}),
        "tickling": ("methods", {"en": "tickling"}, {}),
        "hero": ("roles", {"en": "hero"}, {}),
    }
    first = exported(vault, case, tmp_path)
    other = new_vault(tmp_path / "other")
    again = bring(other, tmp_path / "again", first)
    assert exported(other, again, tmp_path / "again") == first
    other.close()


@pytest.mark.parametrize(
    "keys",
    [{"standing": "proven"}, {"kind": "Night Raid"}, {"fields": {"squad": ["x"]}}, {"certainty": "sure"}],
    ids=["a closed vocabulary", "no id", "a list of anything", "a scale"],
)
def test_what_cannot_be_a_term_stays_a_fault_even_on_request(vault: Vault, tmp_path: Path, keys: Content) -> None:
    with pytest.raises(InputFaults) as refusal:
        bring(vault, tmp_path, raid(**keys), adds_terms=True)
    assert len(refusal.value.faults) == 1
