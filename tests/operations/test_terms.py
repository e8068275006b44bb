"""Own terms are written down with what they need, corrected without losing their id, and stay while they are used."""

from collections.abc import Mapping
from typing import Any

import pytest

from db.queries import settled
from db.rows import CaseRow, EventRow, PersonRow, TermRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.errors import InputFaults, UserError
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.history import undo_last
from desktop.operations.members import save_member
from desktop.operations.terms import remove_term, save_term
from desktop.operations.trash import trash_record
from resources.vocabularies import event_kinds, fields, vocabulary

RAID = {"group": "public", "fields": ["squad"]}


def new(name: str, term: str = "", labels: Mapping[str, str] | None = None, **body: Any) -> TermRow:
    """A term that is not written down yet."""
    return TermRow("", name, term, {"ru": "Холодная камера"} if labels is None else labels, body=body)


def written(vault: Vault, term: str) -> TermRow:
    """A term as the vault has it."""
    with vault.read() as session:
        return next(row for row in settled.terms(session) if row.id == term)


def faults(vault: Vault, row: TermRow) -> list[str]:
    """The places of what is wrong with a term."""
    with pytest.raises(InputFaults) as refusal:
        save_term(vault, row)
    return [fault.place for fault in refusal.value.faults]


def event_of(vault: Vault, kind: str, **told: Any) -> str:
    """An event on record."""
    case = save_case(vault, CaseRow(id="", ref="1", title="t")).result
    return save_event(vault, EventRow(id="", case_id=case, kind=kind, fields=told), []).result


def test_an_id_is_made_of_the_label_and_free(vault: Vault) -> None:
    first = save_term(vault, new("methods")).result
    second = save_term(vault, new("methods", labels={"kk": "Холодная-камера!"})).result
    assert written(vault, first).term == "kholodnaya-kamera"
    assert written(vault, second).term == "kholodnaya-kamera-2"
    assert written(vault, save_term(vault, new("fields", type="text")).result).term == "kholodnaya_kamera"
    assert written(vault, save_term(vault, new("methods", labels={"en": "3 days"})).result).term == "term-3-days"


def test_labels_that_are_empty_are_left_out_and_one_is_enough(vault: Vault) -> None:
    term = save_term(vault, new("methods", labels={"ru": "  Мокрая  камера ", "kk": " ", "en": ""})).result
    assert written(vault, term).labels == {"ru": "Мокрая камера"}
    assert faults(vault, new("methods", labels={"ru": " "})) == ["labels.en"]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (new("methods", term="beating"), "term"),
        (new("methods", term="Cold Cell"), "term"),
        (new("methods", labels={"en": "beating"}), "labels.en"),
        (new("methods", labels={"en": "x" * 2001}), "labels.en"),
        (new("standings"), "vocabulary"),
        (new("event-kinds"), "group"),
        (new("event-kinds", group="nowhere"), "group"),
        (new("event-kinds", group="acts", fields=["nothing"]), "fields"),
        (new("fields"), "type"),
        (new("fields", type="terms"), "vocabulary"),
        (new("fields", type="text", kinds=["nothing"]), "kinds"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(vault: Vault, row: TermRow, place: str) -> None:
    assert faults(vault, row) == [place]
    with vault.read() as session:
        assert settled.terms(session) == []


def test_a_label_the_vocabulary_has_already_is_refused_but_not_to_its_own_term(vault: Vault) -> None:
    term = save_term(vault, new("methods")).result
    assert faults(vault, new("methods", term="other-cell")) == ["labels.ru"]
    assert save_term(vault, written(vault, term)).result == term


def test_a_term_is_renamed_and_keeps_its_id(vault: Vault) -> None:
    term = save_term(vault, new("methods")).result
    save_term(vault, TermRow(term, "roles", "another", {"ru": "Карцер", "en": "Punishment cell"}))
    row = written(vault, term)
    assert (row.vocabulary, row.term) == ("methods", "kholodnaya-kamera")
    assert vocabulary("methods")["kholodnaya-kamera"].labels == {"ru": "Карцер", "en": "Punishment cell"}


def test_an_own_kind_with_own_fields_is_used_by_an_event(vault: Vault) -> None:
    save_term(vault, new("fields", term="squad", labels={"en": "Squad"}, type="number", kinds=["detention"]))
    save_term(vault, new("event-kinds", term="raid", labels={"en": "Raid"}, **RAID))
    assert event_kinds()["raid"].fields == ("squad",)
    assert "squad" in event_kinds()["detention"].fields
    assert event_of(vault, "raid", squad=3)


def test_a_term_that_is_used_cannot_be_removed_and_is_counted(vault: Vault) -> None:
    field = save_term(vault, new("fields", term="squad", labels={"en": "Squad"}, type="number")).result
    kind = save_term(vault, new("event-kinds", term="raid", labels={"en": "Raid"}, **RAID)).result
    method = save_term(vault, new("methods", term="cold-cell", labels={"en": "Cold cell"})).result
    event = event_of(vault, "raid", squad=3, methods=["cold-cell", "beating"])
    trash_record(vault, Kind.EVENT, event)
    for term, what in ((field, "2 records use this."), (kind, "1 record uses this."), (method, "1 record uses this.")):
        with pytest.raises(UserError) as refusal:
            remove_term(vault, term)
        assert refusal.value.what == what


@pytest.mark.parametrize("name", ["identity-documents", "name-kinds"])
def test_a_term_inside_a_person_is_used_too(vault: Vault, name: str) -> None:
    term = save_term(vault, new(name, term="card", labels={"en": "Party card"})).result
    save_member(
        vault,
        PersonRow(
            "", (Name("A", kind="card" if name == "name-kinds" else "official"),),
            identity_documents=({"kind": "card"},) if name == "identity-documents" else (),
        ),
    )  # fmt: skip
    with pytest.raises(UserError):
        remove_term(vault, term)


def test_a_group_of_an_own_kind_stays(vault: Vault) -> None:
    group = save_term(vault, new("event-groups", term="night", labels={"en": "Night"})).result
    save_term(vault, new("event-kinds", term="raid", labels={"en": "Raid"}, group="night"))
    with pytest.raises(UserError):
        remove_term(vault, group)


def test_the_type_of_a_field_that_is_used_stays(vault: Vault) -> None:
    term = save_term(vault, new("fields", term="squad", labels={"en": "Squad"}, type="number")).result
    event_of(vault, "other", squad=3)
    assert faults(vault, TermRow(term, "fields", "squad", {"en": "Squad"}, body={"type": "text"})) == ["type"]
    assert fields()["squad"].type == "number"


def test_a_term_nobody_uses_goes_and_undo_brings_it_back(vault: Vault) -> None:
    term = save_term(vault, new("methods", term="cold-cell")).result
    remove_term(vault, term)
    assert "cold-cell" not in vocabulary("methods")
    undo_last(vault)
    assert "cold-cell" in vocabulary("methods")
    undo_last(vault)
    assert "cold-cell" not in vocabulary("methods")
