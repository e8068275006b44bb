"""The rules of law as they stand in a vault: those the program carries, and what the user settled over them."""

from collections.abc import Container, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from db.change import Change
from db.queries import settled
from db.rows import RuleRow
from db.types import Kind
from db.vault import Session, Vault
from desktop.errors import Fault, InputFaults
from desktop.i18n import N_, _
from desktop.logic.clocks.rule import Rule
from desktop.logic.clocks.rulebook import Entry, Key, OwnRule, Table, key_of_table, merge, running, settle
from desktop.operations import Done, Touched
from desktop.operations.texts import cleaned_row
from resources import rules

TOUCHED = Touched(frozenset({Kind.RULE}))
_SIGNATURE = frozenset({"verified_by", "verified_on"})
_SAID = {
    "missing": N_("This field is needed."),
    "empty": N_("This field is needed."),
    "type": N_("This is not of the right kind."),
    "form": N_("This is not written as it should be."),
    "unknown-key": N_("There is no such field in a rule of this kind."),
    "unknown-term": N_("There is nothing by this name."),
    "duplicate": N_("This is there already."),
    "order": N_("The end lies before the beginning."),
    "cycle": N_("A rule cannot refer to itself."),
    "syntax": N_("This is not written as it should be."),
}


def rule_entries(session: Session) -> tuple[Entry, ...]:
    """Every version of every rule as it stands, switched off or not, by id, variant and version."""
    sound = [_own_of(row) for row in settled.rules(session) if not _wrong_in(row, _terms(session))]
    return settle(_shipped_entries(), sound) if sound else _shipped_entries()


def rules_in_force(session: Session) -> tuple[Rule, ...]:
    """The rules that run: switched on, no two versions of one limit on the same day."""
    return running(rule_entries(session))


def rule_faults(session: Session) -> tuple[rules.Fault, ...]:
    """What is wrong with rules, shipped or own: these do not run, all others do."""
    terms = _terms(session)
    own = [
        rules.Fault("", row.rule, key, what) for row in settled.rules(session) for key, what in _wrong_in(row, terms)
    ]
    tables = [rules.RuleTable("", entry.body) for entry in rule_entries(session)]
    return (*rules.shipped_rules().faults, *own, *rules.faults_of_references(tables))


def fault_words(what: str) -> str:
    """What a code of a fault in a rule means, for people."""
    return _(_SAID[what])


def save_rule(vault: Vault, body: Table) -> Done[str]:
    """Keep a rule of the user's, new or in the place of a version there is; returns the record's id.

    A signature on the version before is gone: what was verified has changed. Raises ``InputFaults``.
    """
    table = {key: value for key, value in _cleaned(body).items() if key not in _SIGNATURE}
    with vault.change("save-rule") as change:
        _require_sound(change.session, table)
        key = key_of_table(table)
        row = replace(_row_of(change, key), body=table, verified_by=None, verified_on=None)
        record = change.put(row)
    return Done(record, TOUCHED)


def switch_rule(vault: Vault, key: Key, *, is_on: bool) -> Done[None]:
    """Switch one version of a rule on or off."""
    with vault.change("switch-rule-on" if is_on else "switch-rule-off") as change:
        row = replace(_row_of(change, key), is_off=not is_on)
        _keep(change, row)
    return Done(None, TOUCHED)


def sign_rule(vault: Vault, key: Key, name: str, on: date) -> Done[str]:
    """Say who checked a version of a rule against the law, and when; the rule stays as it was then. Returns its id.

    Raises ``InputFaults`` where nobody is named, and ``KeyError`` for a rule that is not there.
    """
    if not name.strip():
        raise InputFaults(
            _("Some fields need attention."),
            [Fault("verified_by", _("Write the name of the lawyer who checked it."))],
            _("Correct the marked fields; nothing was saved yet."),
        )
    with vault.change("sign-rule") as change:
        body = next(entry.body for entry in rule_entries(change.session) if key_of_table(entry.body) == key)
        row = replace(_row_of(change, key), body=_cleaned(body), verified_by=name.strip(), verified_on=on.isoformat())
        record = change.put(row)
    return Done(record, TOUCHED)


def unsign_rule(vault: Vault, key: Key) -> Done[None]:
    """Take a signature back; the words of the rule stay as they are."""
    with vault.change("unsign-rule") as change:
        _keep(change, replace(_row_of(change, key), verified_by=None, verified_on=None))
    return Done(None, TOUCHED)


def withdraw_rule(vault: Vault, key: Key) -> Done[None]:
    """Take back everything the user settled on a version: a shipped rule stands as the program has it again."""
    with vault.change("withdraw-rule") as change:
        row = _row_of(change, key)
        if row.id:
            change.remove(Kind.RULE, row.id)
    return Done(None, TOUCHED)


def version_text(key: Key) -> str:
    """Variant and version as one text, which is how the record keeps them: ``2``, ``urgent/1``."""
    _rule, variant, version = key
    return f"{variant}/{version}" if variant else str(version)


@cache
def _shipped_entries() -> tuple[Entry, ...]:
    return merge((table.body for table in rules.shipped_rules().tables), ())


def _terms(session: Session) -> Mapping[str, Container[str]]:
    """The terms rules may name: the shipped ones and the vault's own kinds and fields."""
    known = dict(rules.shipped_terms())
    for name in ("event-kinds", "fields"):
        own = {row.term for row in settled.terms(session) if row.vocabulary == name}
        if own:
            known[name] |= own
    return known


def _require_sound(session: Session, table: Table) -> None:
    wrong = rules.faults_in(table, _terms(session))
    if not wrong:
        bodies = [entry.body for entry in rule_entries(session) if key_of_table(entry.body) != key_of_table(table)]
        found = rules.faults_of_references([rules.RuleTable("", body) for body in (*bodies, table)])
        wrong = [(fault.key, fault.what) for fault in found if fault.rule == table["id"]]
    if wrong:
        raise InputFaults(
            _("Some fields need attention."),
            [Fault(key, fault_words(what)) for key, what in wrong],
            _("Correct the marked fields; nothing was saved yet."),
        )


def _wrong_in(row: RuleRow, terms: Mapping[str, Container[str]]) -> list[tuple[str, str]]:
    """The faults of a kept rule; an import may have brought one this program does not understand."""
    key = _key_of(row)
    if key is None:
        return [("version", "form")]
    if not row.body:
        return []
    return rules.faults_in(row.body, terms) or ([] if key_of_table(row.body) == key else [("id", "form")])


def _key_of(row: RuleRow) -> Key | None:
    variant, _slash, number = row.version.rpartition("/")
    return (row.rule, variant, int(number)) if number.isascii() and number.isdecimal() else None


def _own_of(row: RuleRow) -> OwnRule:
    key = _key_of(row)
    assert key is not None  # noqa: S101 - only sound rows come here
    on = date.fromisoformat(row.verified_on) if row.verified_on else None
    return OwnRule(key, row.body, row.is_off, row.verified_by, on)


def _row_of(change: Change, key: Key) -> RuleRow:
    """What the user settled on a version so far, or an empty row."""
    version = version_text(key)
    there = (row for row in settled.rules(change.session) if (row.rule, row.version) == (key[0], version))
    return next(there, RuleRow("", key[0], version))


def _keep(change: Change, row: RuleRow) -> None:
    """Write the row, or take it out where it says nothing any more."""
    if row.body or row.is_off or row.verified_by:
        change.put(row)
    elif row.id:
        change.remove(Kind.RULE, row.id)


def _cleaned(body: Table) -> dict[str, Any]:
    return dict(cleaned_row(RuleRow("", "", "", body=body)).body)
