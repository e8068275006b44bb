"""Consents, as whoever exports must hear of them before anything leaves."""

from collections.abc import Sequence

from db.queries.records import fetch
from db.rows import PersonRow
from db.vault import Session, Vault
from desktop import i18n
from desktop.documents.compose import Composed
from desktop.i18n import _, ngettext
from desktop.logic import names

MOST = 5  # persons named in one sentence


def told_consents(vault: Vault, composed: Composed) -> tuple[str, ...]:
    """What of consents must be known before a brief leaves, a sentence each; none where everyone agreed."""
    with vault.read() as session:
        withdrawn = _called(session, composed.withdrawn)
        unasked = _called(session, composed.unasked)
    said: list[str] = []
    if withdrawn:
        said.append(_("Consent to this purpose was withdrawn: {names}. They are not named.").format(names=withdrawn))
    if unasked:
        words = ngettext(
            "No consent to this purpose is on record for {count} person: {names}.",
            "No consent to this purpose is on record for {count} persons: {names}.",
            len(composed.unasked),
        )
        said.append(words.format(count=len(composed.unasked), names=unasked))
    return tuple(said)


def _called(session: Session, persons: Sequence[str]) -> str:
    """The first few by name: this is read inside the vault, by whoever may see them."""
    rows = [fetch(session, PersonRow, person) for person in persons[:MOST]]
    called = [names.display(row.names, i18n.current().value) or row.description or "—" for row in rows]
    return "; ".join([*called, *(["…"] if len(persons) > MOST else [])])
