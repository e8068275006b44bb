"""What people agreed to, and how a case may be told for one purpose: nobody is named further than they allowed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from db.case_file import CaseFile
from db.rows import ConsentRow, PersonRow
from db.types import Protection
from desktop.logic.uniting import stricter

# In these roles people entrust something of their own; officials are named for what they did in office.
ASKED_ROLES = frozenset({
    "client", "victim", "complainant", "detainee", "patient", "suspect", "accused", "defendant", "convicted",
    "acquitted", "witness", "witness-with-defence", "co-detainee", "relative", "civil-claimant", "protester",
})  # fmt: skip
_SHOWN = {
    "named": Protection.NONE, "initials": Protection.INITIALS, "pseudonym": Protection.PSEUDONYM,
    "withheld": Protection.WITHHELD,
}  # fmt: skip


class ConsentState(StrEnum):
    """How somebody stands to one purpose."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"
    NEVER_ASKED = "never-asked"


@dataclass(frozen=True, slots=True)
class Standing:
    """The state for one purpose, and the record it follows from."""

    state: ConsentState
    consent: ConsentRow | None = None


@dataclass(frozen=True, slots=True)
class Obeyed:
    """A case as it may be told for a purpose, and of whom that had to be thought: persons by id."""

    file: CaseFile
    withdrawn: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()


def standing(consents: Iterable[ConsentRow], purpose: str) -> Standing:
    """How the person of these consents stands to a purpose: what was agreed last counts, also its withdrawal."""
    about = [row for row in consents if row.purpose == purpose]
    if not about:
        return Standing(ConsentState.NEVER_ASKED)
    last = max(enumerate(about), key=_moment)[1]
    return Standing(ConsentState.WITHDRAWN if last.withdrawn else ConsentState.GIVEN, last)


def matrix(consents: Sequence[ConsentRow], purposes: Iterable[str]) -> Mapping[str, Standing]:
    """The state for every purpose."""
    return {purpose: standing(consents, purpose) for purpose in purposes}


def obey(file: CaseFile, purpose: str) -> Obeyed:
    """The case as it may be told for a purpose; empty: one that asks for no consent.

    Who withdrew is not named at all; who agreed to initials, a pseudonym or nothing is shown no further than that.
    Whoever's agreement is on no record stays as protected as they are, and is pointed out.
    """
    if not purpose:
        return Obeyed(file)
    asked = {row.person_id for row in (*file.parties, *file.participations) if row.role in ASKED_ROLES}
    persons: list[PersonRow] = []
    withdrawn: list[str] = []
    unasked: list[str] = []
    for row in file.persons:
        found = standing([one for one in file.consents if one.person_id == row.id], purpose)
        if found.state is ConsentState.WITHDRAWN:
            withdrawn.append(row.id)
        elif found.state is ConsentState.NEVER_ASKED and row.id in asked and row.names:
            unasked.append(row.id)
        persons.append(replace(row, protected=stricter(row.protected, _protection(found))))
    return Obeyed(replace(file, persons=persons), tuple(withdrawn), tuple(unasked))


def _protection(found: Standing) -> str:
    if found.state is ConsentState.WITHDRAWN:
        return Protection.WITHHELD.value
    anonymity = (found.consent.anonymity if found.consent else None) or "named"
    return _SHOWN.get(anonymity, Protection.WITHHELD).value  # a term of the user's own never shows more than it may


def _moment(entry: tuple[int, ConsentRow]) -> tuple[int, int]:
    """When a consent was given, else in which order it was written down."""
    place, row = entry
    earliest = row.given.earliest if row.given else None
    return (-1 if earliest is None else earliest, place)
