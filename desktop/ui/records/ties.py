"""The part of a sheet that tells what somebody is to others, the chain of command, and what they agreed to."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.queries.ties import Rank, Tie, chain_of, consents_of, relations_of
from db.rows import ConsentRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import _
from desktop.logic.consent import ConsentState, Standing, matrix
from desktop.ui import labels, markup, times
from desktop.ui.markup import Markup
from desktop.ui.records.event_view import member_link
from desktop.ui.records.relation_words import reading
from resources.vocabularies import vocabulary

RELATION, ADD_RELATION, TRASH_RELATION = "relation", "add-relation", "trash-relation"
CONSENT, ADD_CONSENT, TRASH_CONSENT = "consent", "add-consent", "trash-consent"
VERBS = frozenset((RELATION, ADD_RELATION, TRASH_RELATION, CONSENT, ADD_CONSENT, TRASH_CONSENT))
INDENT = "&nbsp;" * 6
STATES = {ConsentState.GIVEN: "good", ConsentState.WITHDRAWN: "danger", ConsentState.NEVER_ASKED: "muted"}


@dataclass(frozen=True, slots=True)
class Ties:
    """The relations of a person or organisation, the chain they stand in, and a person's consents by case."""

    kind: Kind
    relations: Sequence[Tie] = ()
    chain: Sequence[Rank] = ()
    consents: Sequence[tuple[ConsentRow, str]] = ()

    def case_of(self, record: str) -> str:
        """The case a relation or a consent stands in; empty for another record."""
        rows = [*(tie.relation for tie in self.relations), *(row for row, _ref in self.consents)]
        return next((row.case_id for row in rows if row.id == record), "")


def read_ties(session: Session, kind: Kind, record: str) -> Ties:
    """Read them; a place has none."""
    if kind is Kind.PLACE:
        return Ties(kind)
    consents = consents_of(session, record) if kind is Kind.PERSON else ()
    return Ties(kind, relations_of(session, kind, record), chain_of(session, kind, record), consents)


def compose_ties(ties: Ties, case_id: str) -> Markup:
    """The parts; with ``case_id`` more can be added in that case."""
    if ties.kind is Kind.PLACE:
        return markup.NOTHING
    parts = [_relations(ties.relations, case_id), _chain(ties.chain)]
    if ties.kind is Kind.PERSON:
        parts.append(_consents(ties.consents, case_id))
    return Markup("".join(parts))


def _relations(ties: Sequence[Tie], case_id: str) -> Markup:
    steps = [markup.link(ADD_RELATION, "", _("Add a relation"))] if case_id else []
    lines = [_relation(tie, case_id) for tie in ties]
    return Markup(markup.heading(_("Relations"), *steps) + markup.points(lines)) if lines or steps else markup.NOTHING


def _relation(tie: Tie, case_id: str) -> Markup:
    row = tie.relation
    before, _other, after = reading(row.kind, is_outgoing=tie.is_outgoing).partition("{other}")
    told = Markup(markup.quiet(before) + member_link(tie.other) + markup.quiet(after))
    span = " – ".join(part for part in (times.told_short(row.from_), times.told_short(row.to)) if part)
    ref = "" if row.case_id == case_id else tie.case_ref
    remarks = labels.joined([span, labels.term("certainties", row.certainty), row.text or "", ref])
    return markup.joined(
        [
            told,
            markup.quiet(remarks),
            markup.step(RELATION, row.id, _("edit")),
            markup.step(TRASH_RELATION, row.id, _("move to trash")),
        ]
    )


def _chain(chain: Sequence[Rank]) -> Markup:
    lines = [
        Markup(INDENT * rank.depth + (markup.bold(labels.member(rank.who)) if rank.is_asked else member_link(rank.who)))
        for rank in chain
    ]
    return Markup(markup.heading(_("Chain of command")) + markup.points(lines)) if lines else markup.NOTHING


def _consents(consents: Sequence[tuple[ConsentRow, str]], case_id: str) -> Markup:
    """Purpose by purpose: given, withdrawn or never asked; of other cases what is on record there."""
    steps = [markup.link(ADD_CONSENT, "", _("Add a consent"))] if case_id else []
    here = [row for row, _ref in consents if row.case_id == case_id]
    states = matrix(here, vocabulary("consent-purposes") if case_id else ())
    pairs = [(labels.term("consent-purposes", purpose), _state(purpose, one)) for purpose, one in states.items()]
    counted = {one.consent.id for one in states.values() if one.consent}
    before = [_line(row, ref, case_id) for row, ref in consents if row.id not in counted]
    if not pairs and not before:
        return markup.NOTHING
    return Markup(markup.heading(_("Consents"), *steps) + markup.facts(pairs) + markup.points(before))


def _state(purpose: str, standing: Standing) -> Markup:
    word = markup.coloured(state_word(standing.state), STATES[standing.state])
    if standing.consent is None:
        return markup.joined([word, markup.step(ADD_CONSENT, purpose, _("write down an answer"))])
    return markup.joined([word, *_details(standing.consent)])


def state_word(state: ConsentState) -> str:
    """A state in words."""
    return {
        ConsentState.GIVEN: _("given"),
        ConsentState.WITHDRAWN: _("withdrawn"),
        ConsentState.NEVER_ASKED: _("never asked"),
    }[state]


def _line(row: ConsentRow, ref: str, case_id: str) -> Markup:
    state = ConsentState.WITHDRAWN if row.withdrawn else ConsentState.GIVEN
    shown = [markup.quiet("" if row.case_id == case_id else ref), markup.plain(state_word(state)), *_details(row)]
    return markup.joined([markup.plain(labels.term("consent-purposes", row.purpose)), *shown])


def _details(row: ConsentRow) -> list[Markup]:
    when = times.told_short(row.withdrawn or row.given)
    told = labels.joined([labels.term("anonymities", row.anonymity), when, row.text or ""])
    return [
        markup.quiet(told),
        markup.step(CONSENT, row.id, _("edit")),
        markup.step(TRASH_CONSENT, row.id, _("move to trash")),
    ]
