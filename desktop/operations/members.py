"""Persons, organisations and places: write them down, put them on file in a case, give them their part in it."""

from collections.abc import Sequence

from db.queries.members import membership
from db.queries.records import KINDS
from db.rows import ChargeRow, OrganisationRow, PartyRow, PersonRow, PlaceRow
from db.types import Kind
from db.vault import Vault
from desktop.logic import names
from desktop.operations import Done, Touched
from desktop.operations.checks import check_charge, check_named, check_party, check_tree
from desktop.operations.texts import cleaned_row

MOST_DESCRIBED = 400  # letters of a description lists look through
Member = PersonRow | OrganisationRow | PlaceRow


def save_member(vault: Vault, row: Member, *, case_id: str | None = None) -> Done[str]:
    """Write a person, organisation or place and, with ``case_id``, put it on file in that case; returns its id."""
    row = cleaned_row(row)
    check_named(row)
    kind = KINDS[type(row)]
    with vault.change(f"{'edit' if row.id else 'add'}-{kind.value}") as change:
        member = change.put(row, sort_key=sort_key_of(row))
        if not isinstance(row, PersonRow):
            check_tree(change, kind, member, "parent_id")
        if case_id:
            change.enroll(case_id, kind, [member])
    return Done(member, Touched(frozenset({kind, Kind.MEMBERSHIP}), case_id))


def save_persons(vault: Vault, rows: Sequence[PersonRow], case_id: str) -> Done[list[str]]:
    """Write down several new persons in one step and put them on file in a case; returns their ids in order."""
    rows = [cleaned_row(row) for row in rows]
    for row in rows:
        check_named(row)
    with vault.change("add-person") as change:
        made = [change.put(row, sort_key=sort_key_of(row)) for row in rows]
        change.enroll(case_id, Kind.PERSON, made)
    return Done(made, Touched(frozenset({Kind.PERSON, Kind.MEMBERSHIP}), case_id))


def sort_key_of(row: Member) -> str:
    """What lists sort this member by and look it up with: its names folded and as they sound.

    Of a person also the description: by badge, voice or vehicle somebody is found before and after they have a name.
    Whoever changes what it makes changes ``KEY_VERSION`` (``sort_keys.py``), so that vaults get the new ones.
    """
    spelled = [name.text for name in row.names]
    described = (row.description or "")[:MOST_DESCRIBED] if isinstance(row, PersonRow) else ""
    spelled = spelled or [described] * bool(described)
    folded = dict.fromkeys(key(text) for key in (names.fold, names.sound) for text in spelled)
    folded |= dict.fromkeys([names.fold(described)] * bool(described))
    return " | ".join([names.collation_key(spelled[0], "kk"), *folded]) if spelled else ""


def enroll_member(vault: Vault, case_id: str, kind: Kind, member: str) -> Done[None]:
    """Put someone the vault knows already on file in a case."""
    with vault.change("enroll-member") as change:
        change.record(kind, member)
        change.enroll(case_id, kind, [member])
    return Done(None, Touched(frozenset({kind, Kind.MEMBERSHIP}), case_id))


def release_member(vault: Vault, case_id: str, kind: Kind, member: str) -> Done[None]:
    """Take someone off the file of a case; the record itself stays in the vault."""
    with vault.change("release-member") as change:
        found = membership(change.session, case_id, member)
        if found:
            change.remove(Kind.MEMBERSHIP, found)
    return Done(None, Touched(frozenset({kind, Kind.MEMBERSHIP}), case_id))


def save_party(vault: Vault, row: PartyRow) -> Done[str]:
    """Give a person or organisation a role in a case; returns the party's id."""
    row = cleaned_row(row)
    check_party(row)
    with vault.change("edit-party" if row.id else "add-party") as change:
        party = change.put(row)
        kind, member = (Kind.PERSON, row.person_id) if row.person_id else (Kind.ORGANISATION, row.organisation_id)
        change.enroll(row.case_id, kind, [member or ""])
    return Done(party, Touched(frozenset({Kind.PARTY, Kind.MEMBERSHIP}), row.case_id))


def remove_party(vault: Vault, row: PartyRow) -> Done[None]:
    """Take a role in a case back."""
    with vault.change("remove-party") as change:
        change.remove(Kind.PARTY, row.id)
    return Done(None, Touched(frozenset({Kind.PARTY}), row.case_id))


def save_charge(vault: Vault, row: ChargeRow) -> Done[str]:
    """Write down a charge against a person; returns its id."""
    row = cleaned_row(row)
    check_charge(row)
    with vault.change("edit-charge" if row.id else "add-charge") as change:
        charge = change.put(row)
        change.enroll(row.case_id, Kind.PERSON, [row.person_id])
    return Done(charge, Touched(frozenset({Kind.CHARGE, Kind.MEMBERSHIP}), row.case_id))
