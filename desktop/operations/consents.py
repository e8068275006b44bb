"""Consents, as whoever exports must hear of them before anything leaves."""

from collections.abc import Sequence
from typing import Protocol

from db.queries.case_files import case_file
from db.queries.records import fetch
from db.rows import PersonRow
from db.vault import Session, Vault
from desktop import i18n
from desktop.documents.sheets.titles import table_title
from desktop.errors import ExitCode, Fault, InputFaults, UserError
from desktop.i18n import _, ngettext
from desktop.logic import names
from desktop.logic.disclosure import Disclosed, Words, disclose
from resources.vocabularies import fields, vocabulary

MOST = 5  # persons named in one sentence
PUBLISHED = frozenset({"media"})  # purposes that make what is told public
UNDER_SECRECY = "investigation-secret"


class Asked(Protocol):
    """Whatever was composed for a purpose: whose consent to it was withdrawn or is on no record (ids of persons)."""

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """They took it back."""
        ...

    @property
    def unasked(self) -> tuple[str, ...]:
        """Nothing is on record."""
        ...


def disclosed_case(session: Session, case_id: str, purpose: str) -> Disclosed:
    """The case as it may leave for a purpose.

    Raises ``UserError`` for a purpose that is none, and for publication while something is under secrecy.
    """
    if purpose not in vocabulary("consent-purposes"):
        known = ", ".join(vocabulary("consent-purposes"))
        what = _("There is no purpose “{purpose}”.").format(purpose=purpose)
        raise UserError(what, _("It is one of: {names}.").format(names=known), code=ExitCode.WRONG_USE)
    file = case_file(session, case_id)
    secret = [row.title for row in file.documents if row.confidentiality == UNDER_SECRECY]
    secret += [file.case.ref] if file.case.confidentiality == UNDER_SECRECY else []
    if purpose in PUBLISHED and secret:
        said = _("This is for publication, and the case holds material under secrecy of the investigation.")
        faults = [Fault(one, _("under secrecy of the investigation")) for one in secret]
        raise InputFaults(said, faults, _("Choose another purpose, or have the secrecy lifted."))
    closed = frozenset(field.id for field in fields().values() if field.type != "text")
    words = Words(_("[name withheld]"), _("Name withheld"), i18n.current().value, closed)
    return disclose(file, purpose, words)


def told_disclosure(vault: Vault, disclosed: Disclosed) -> tuple[str, ...]:
    """What of consents must be known, and what stayed behind, a sentence each."""
    said = list(told_consents(vault, disclosed))
    if disclosed.left_out:
        language = i18n.current().value
        parts = ", ".join(f"{table_title(part, language)}: {count}" for part, count in disclosed.left_out.items())
        said.append(_("Left out: {lists}.").format(lists=parts))
    if disclosed.is_bare:
        said.append(_("Documents leave without their files: nobody has taken the names out of them."))
    return tuple(said)


def told_consents(vault: Vault, asked: Asked) -> tuple[str, ...]:
    """What of consents must be known before something leaves, a sentence each; none where everyone agreed."""
    with vault.read() as session:
        withdrawn = _called(session, asked.withdrawn)
        unasked = _called(session, asked.unasked)
    said: list[str] = []
    if withdrawn:
        said.append(_("Consent to this purpose was withdrawn: {names}. They are not named.").format(names=withdrawn))
    if unasked:
        words = ngettext(
            "No consent to this purpose is on record for {count} person: {names}.",
            "No consent to this purpose is on record for {count} persons: {names}.",
            len(asked.unasked),
        )
        said.append(words.format(count=len(asked.unasked), names=unasked))
    return tuple(said)


def _called(session: Session, persons: Sequence[str]) -> str:
    """The first few by name: this is read inside the vault, by whoever may see them."""
    rows = [fetch(session, PersonRow, person) for person in persons[:MOST]]
    called = [names.display(row.names, i18n.current().value) or row.description or "—" for row in rows]
    return "; ".join([*called, *(["…"] if len(persons) > MOST else [])])
