"""Rules in a vault: copied, changed, added, switched off, signed; each step journalled, undone, carried by exports."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from db.queries.settled import rules as kept_rules
from db.rows import RuleRow, TermRow
from db.vault import Vault
from desktop.errors import InputFaults
from desktop.logic.clocks.rulebook import Entry, Key, Origin, OwnRule, key_of_rule, merge
from desktop.operations.exchange import export_case, import_case
from desktop.operations.history import undo_last
from desktop.operations.rules import (
    rule_entries,
    rule_faults,
    rules_in_force,
    save_rule,
    sign_rule,
    switch_rule,
    unsign_rule,
    version_text,
    withdraw_rule,
)
from resources.rules import shipped_rules
from tests.builders import new_vault

PROTOCOL: Key = ("KZ-D02", "", 1)
SIGNED = date(2026, 11, 1)
OWN: dict[str, Any] = {
    "id": "MY-1",
    "jurisdiction": "kz",
    "title": {"en": "Mine", "ru": "Моё", "kk": "Менікі"},
    "unit": "sutki",
    "quantity": 5,
    "side": "ours",
    "basis": [{"act": "UPK", "article": "1"}],
    "source": "the code",
    "confidence": "F",
}


def entry_of(vault: Vault, key: Key = PROTOCOL) -> Entry:
    with vault.read() as session:
        return next(entry for entry in rule_entries(session) if key_of_rule(entry.rule) == key)


def running_ids(vault: Vault) -> set[str]:
    with vault.read() as session:
        return {rule.id for rule in rules_in_force(session)}


def kept(vault: Vault) -> list[RuleRow]:
    with vault.read() as session:
        return kept_rules(session)


def changed(**values: object) -> dict[str, Any]:
    shipped = next(table.body for table in shipped_rules().tables if table.key == PROTOCOL)
    return dict(shipped) | values


def test_a_new_vault_runs_every_shipped_rule_and_keeps_none(vault: Vault) -> None:
    assert running_ids(vault) == {table.id for table in shipped_rules().tables}
    assert kept(vault) == []


def test_a_changed_rule_runs_in_place_of_the_shipped_one(vault: Vault) -> None:
    save_rule(vault, changed(quantity=4))
    entry = entry_of(vault)
    assert (entry.rule.quantity, entry.origin) == (4, Origin.CHANGED)


def test_an_update_of_the_program_leaves_a_changed_and_a_signed_rule_alone(vault: Vault) -> None:
    sign_rule(vault, PROTOCOL, "A. Lawyer", SIGNED)
    (row,) = kept(vault)
    update = changed(quantity=2)
    own = OwnRule(PROTOCOL, row.body, verified_by=row.verified_by)
    (entry,) = merge([update], [own])
    assert (entry.rule.quantity, entry.rule.verified_by) == (3, "A. Lawyer")


def test_a_rule_of_ones_own_runs(vault: Vault) -> None:
    save_rule(vault, OWN)
    assert entry_of(vault, ("MY-1", "", 1)).origin is Origin.OWN
    assert "MY-1" in running_ids(vault)


def test_saving_the_same_version_again_replaces_it(vault: Vault) -> None:
    save_rule(vault, OWN)
    save_rule(vault, OWN | {"quantity": 6})
    assert [row.body["quantity"] for row in kept(vault)] == [6]


def test_a_switched_off_rule_stands_but_does_not_run(vault: Vault) -> None:
    switch_rule(vault, PROTOCOL, is_on=False)
    assert entry_of(vault).rule.is_on is False
    assert "KZ-D02" not in running_ids(vault)


def test_switching_on_again_leaves_nothing_behind(vault: Vault) -> None:
    switch_rule(vault, PROTOCOL, is_on=False)
    switch_rule(vault, PROTOCOL, is_on=True)
    switch_rule(vault, PROTOCOL, is_on=True)
    assert kept(vault) == []


def test_a_signed_rule_says_by_whom_and_when(vault: Vault) -> None:
    sign_rule(vault, PROTOCOL, " A. Lawyer ", SIGNED)
    rule = entry_of(vault).rule
    assert (rule.verified_by, rule.verified_on) == ("A. Lawyer", SIGNED)


def test_a_signature_names_somebody(vault: Vault) -> None:
    with pytest.raises(InputFaults) as refused:
        sign_rule(vault, PROTOCOL, "  ", SIGNED)
    assert [fault.place for fault in refused.value.faults] == ["verified_by"]


def test_a_rule_that_changes_loses_its_signature(vault: Vault) -> None:
    sign_rule(vault, PROTOCOL, "A. Lawyer", SIGNED)
    save_rule(vault, changed(quantity=4))
    assert entry_of(vault).rule.verified_by is None


def test_a_signature_taken_back_leaves_the_words(vault: Vault) -> None:
    sign_rule(vault, PROTOCOL, "A. Lawyer", SIGNED)
    unsign_rule(vault, PROTOCOL)
    assert (entry_of(vault).rule.verified_by, len(kept(vault))) == (None, 1)


def test_a_signature_cannot_be_smuggled_in_with_the_words(vault: Vault) -> None:
    save_rule(vault, OWN | {"verified_by": "Nobody", "verified_on": "2026-01-01"})
    assert entry_of(vault, ("MY-1", "", 1)).rule.verified_by is None


def test_going_back_gives_the_shipped_rule_again(vault: Vault) -> None:
    save_rule(vault, changed(quantity=4))
    withdraw_rule(vault, PROTOCOL)
    withdraw_rule(vault, PROTOCOL)
    assert (entry_of(vault).rule.quantity, entry_of(vault).origin) == (3, Origin.SHIPPED)


def test_every_step_is_undone(vault: Vault) -> None:
    save_rule(vault, changed(quantity=4))
    undo_last(vault)
    assert entry_of(vault).origin is Origin.SHIPPED


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"quantity": 0}, "quantity"),
        ({"unit": "weeks"}, "unit"),
        ({"title": {"en": "Mine", "ru": "", "kk": "Менікі"}}, "title.ru"),
        ({"source": " "}, "source"),
        ({"direction": "backward", "before": ["MY-1"]}, "before"),
        ({"direction": "backward", "before": ["MY-404"]}, "before"),
        ({"triggers": [{"kinds": ["strike"]}]}, "triggers[0].kinds[0]"),
    ],
)
def test_a_rule_that_cannot_run_is_refused_at_its_field(vault: Vault, change: dict[str, Any], place: str) -> None:
    with pytest.raises(InputFaults) as refused:
        save_rule(vault, OWN | change)
    assert place in [fault.place for fault in refused.value.faults]
    assert all(fault.what for fault in refused.value.faults)
    assert kept(vault) == []


def test_a_rule_that_would_go_round_through_another_is_refused(vault: Vault) -> None:
    backward = {"direction": "backward"}
    save_rule(vault, OWN)
    save_rule(vault, OWN | backward | {"id": "MY-2", "before": ["MY-1"]})
    with pytest.raises(InputFaults) as refused:
        save_rule(vault, OWN | backward | {"before": ["MY-2"]})
    assert [fault.place for fault in refused.value.faults] == ["before"]


def test_a_rule_may_start_from_a_kind_of_event_of_ones_own(vault: Vault) -> None:
    with vault.change("add-term") as change:
        change.put(TermRow("", "event-kinds", "strike"))
    save_rule(vault, OWN | {"triggers": [{"kinds": ["strike"]}]})
    assert "MY-1" in running_ids(vault)


@pytest.mark.parametrize(
    "row",
    [
        RuleRow("", "MY-1", "1", body=OWN | {"unit": "weeks"}),
        RuleRow("", "MY-1", "first", body=OWN),
        RuleRow("", "MY-2", "1", body=OWN),
    ],
)
def test_a_rule_an_import_brought_broken_does_not_run_and_is_told(vault: Vault, row: RuleRow) -> None:
    with vault.change("import") as change:
        change.put(row)
    assert row.rule not in running_ids(vault)
    with vault.read() as session:
        assert [fault.rule for fault in rule_faults(session)] == [row.rule]


def test_no_shipped_rule_has_a_fault(vault: Vault) -> None:
    with vault.read() as session:
        assert rule_faults(session) == ()


def test_variant_and_version_are_kept_as_one_text() -> None:
    assert [version_text(PROTOCOL), version_text(("KZ-K03", "urgent", 2))] == ["1", "urgent/2"]


def test_rules_travel_with_a_case(vault: Vault, case_id: str, tmp_path: Path) -> None:
    save_rule(vault, OWN | {"variant": "urgent"})
    switch_rule(vault, PROTOCOL, is_on=False)
    sign_rule(vault, ("KZ-D04", "", 1), "A. Lawyer", SIGNED)
    export_case(vault, case_id, tmp_path / "case.json")
    written = json.loads((tmp_path / "case.json").read_text(encoding="utf-8"))
    assert {(one["rule"], one["version"]) for one in written["rules"]} == {
        ("MY-1", "urgent/1"),
        ("KZ-D02", "1"),
        ("KZ-D04", "1"),
    }
    (tmp_path / "other").mkdir()
    other = new_vault(tmp_path / "other")
    import_case(other, tmp_path / "case.json")
    with vault.read() as here, other.read() as there:
        assert rules_in_force(there) == rules_in_force(here)
        assert [replace(row, id="") for row in kept_rules(there)] == [replace(row, id="") for row in kept_rules(here)]
    other.close()
