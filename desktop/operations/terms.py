"""Own terms of the vocabularies, own kinds of event and own fields: write them down, correct them, take them out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from anyascii import anyascii

from db.queries.records import fetch
from db.queries.settled import terms
from db.rows import TermRow
from db.types import Kind
from db.vault import Session, Vault
from desktop.documents.exchange.alone import record_faults
from desktop.documents.exchange.faults import Spot
from desktop.documents.exchange.own_terms import is_id
from desktop.errors import Fault, UserError
from desktop.i18n import _, ngettext
from desktop.operations import Done, Touched
from desktop.operations.checks import require
from desktop.operations.term_uses import count_uses
from desktop.operations.texts import cleaned_row
from desktop.operations.times import WallClocks
from resources.vocabularies import FIELDS, LANGUAGES, Vocabularies, names

_TOUCHED = Touched(frozenset({Kind.TERM}))
_WORDS = re.compile(r"[a-z0-9]+")
_LONGEST = 56  # letters of an id made of a label: room for a number behind it


def save_term(vault: Vault, row: TermRow) -> Done[str]:
    """Write an own term, or correct the one its ``id`` names, whose vocabulary and term stay; returns its id.

    A new one without a ``term`` is given one made of its label. Raises ``InputFaults``.
    """
    with vault.read() as session:
        own = terms(session)
        before = fetch(session, TermRow, row.id) if row.id else None
        is_used = before is not None and count_uses(session, before) > 0
    if before is not None:
        row = replace(row, vocabulary=before.vocabulary, term=before.term)
    others = Vocabularies([one for one in own if one.id != row.id])
    row = _completed(cleaned_row(row), others)
    require([*_own_faults(row, before if is_used else None, others)])
    require(dict.fromkeys(_place(spot, what) for spot, what in record_faults(row, WallClocks(), known=others)))
    with vault.change("edit-term" if row.id else "add-term") as change:
        term = change.put(row)
    return Done(term, _TOUCHED)


def remove_term(vault: Vault, term: str) -> Done[None]:
    """Take an own term out. Raises ``UserError`` with their number while records use it."""
    with vault.change("remove-term") as change:
        _refuse_used(change.session, fetch(change.session, TermRow, term))
        change.remove(Kind.TERM, term)
    return Done(None, _TOUCHED)


def _refuse_used(session: Session, row: TermRow) -> None:
    count = count_uses(session, row)
    if count:
        what = ngettext("{count} record uses this.", "{count} records use this.", count).format(count=count)
        raise UserError(what, _("Choose something else in those records first; those in the trash count too."))


def _completed(row: TermRow, others: Vocabularies) -> TermRow:
    """The row without empty labels and values, and with an id."""
    labels = {language: " ".join(row.labels.get(language, "").split()) for language in LANGUAGES}
    labels = {language: text for language, text in labels.items() if text}
    body = {key: value for key, value in row.body.items() if value not in (None, "", False, [], ())}
    row = replace(
        row, labels=labels, body=body, description=(row.description or "").strip() or None,
        huridocs=(row.huridocs or "").strip() or None, term=row.term.strip(),
    )  # fmt: skip
    return row if row.term or row.vocabulary not in names() else replace(row, term=_made_id(row, others))


def _made_id(row: TermRow, others: Vocabularies) -> str:
    """An id of the label, in the form and free in the vocabulary: ``cold-cell``, ``cold-cell-2``; ``cell_number``."""
    mark = "_" if row.vocabulary == FIELDS else "-"
    words = _WORDS.findall(anyascii(next(iter(row.labels.values()), "")).casefold())
    made = mark.join(words)[:_LONGEST].rstrip(mark)
    made = made if is_id(row.vocabulary, made) else f"term{mark}{made}".rstrip(mark)
    taken, number, free = others.vocabulary(row.vocabulary), 1, made
    while free in taken:
        number += 1
        free = f"{made}{mark}{number}"
    return free


def _own_faults(row: TermRow, used: TermRow | None, others: Vocabularies) -> Iterator[Fault]:
    """What is wrong beyond what an import would say; ``used`` is the term as it was if records use it."""
    if not row.labels:
        yield Fault("labels.en", _("Give a label in one language at least."))
    if row.vocabulary not in names():
        return
    known = others.vocabulary(row.vocabulary)
    if row.term in known and not row.id:
        yield Fault("term", _("This vocabulary has this id already."))
    for language, text in row.labels.items():
        if any(text.casefold() == one.labels.get(language, "").casefold() for one in known.values()):
            yield Fault(f"labels.{language}", _("This vocabulary has this label already."))
    if used is not None and row.vocabulary == FIELDS:
        for key in ("type", "vocabulary"):
            if row.body.get(key) != used.body.get(key):
                yield Fault(key, _("Records use this field: it must stay as it is."))


def _place(spot: Spot, what: str) -> Fault:
    """A fault at the field of the form: ``labels.ru``, ``group``, ``fields``."""
    steps = [str(step) for step in spot]
    if steps[:1] == ["body"]:
        return Fault(steps[1] if len(steps) > 1 else "group", what)
    return Fault(".".join(steps[:2]) if steps[:1] == ["labels"] else steps[0] if steps else "", what)
