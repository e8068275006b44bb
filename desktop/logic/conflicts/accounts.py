"""Accounts and passages of which somebody has said that they contradict: what the file says of itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from db.rows import CitationRow, EventRow
from db.types import Bearing, Kind, LinkKind
from desktop.logic.conflicts.claims import NO_ZONE, persons_of, repeats_record
from desktop.logic.conflicts.compare import differ, moments_differ, plain, type_of
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Step, fingerprint
from desktop.logic.conflicts.facts import Facts, between, fact_step, in_order, source_of

Others = Mapping[str, Sequence[str]]


def opposed_accounts(facts: Facts) -> Others:
    """Which events are linked as contradicting which others."""
    opposed: dict[str, list[str]] = defaultdict(list)
    for link in facts.file.links:
        is_told = link.from_id in facts.events and link.to_id in facts.events
        if link.kind == LinkKind.CONTRADICTS and is_told and link.to_id not in opposed[link.from_id]:
            opposed[link.from_id].append(link.to_id)
            opposed[link.to_id].append(link.from_id)
    return opposed


def accounts_conflict(facts: Facts, one: EventRow, other: EventRow) -> Conflict:
    """Two events linked as contradicting each other."""
    persons = sorted({*facts.involved(one.id), *facts.involved(other.id)})
    steps = [Step("said-to-contradict"), *_differences(*in_order(one, other), facts.vocabulary.types)]
    return between(facts, (Family.VALUE, "accounts"), Certainty.CERTAIN, (one, other), persons, steps)


def _differences(one: EventRow, other: EventRow, types: Mapping[str, str]) -> Iterator[Step]:
    """The times of two acts of one kind, and the fields that both have, where they cannot both be right."""
    if one.kind == other.kind and one.when and other.when and moments_differ(one.when, other.when):
        yield Step("values", {"field": "when", "first": one.when, "second": other.when})
    zone = one.when.zone if one.when else NO_ZONE
    for name in one.fields:
        kind = type_of(name, types)
        if name in other.fields and differ(kind, one.fields[name], other.fields[name], zone):
            values = {"first": plain(one.fields[name]), "second": plain(other.fields[name])}
            yield Step("values", {"field": name, **values})


def passages_against(facts: Facts, target: str, opposed: Others) -> Iterator[Conflict]:
    """A record that a passage contradicts, unless the contradiction stands there as a link between two events."""
    against = [
        citation
        for citation in facts.citations.get(target, ())
        if citation.bearing == Bearing.CONTRADICTS
        and (not (citation.field and citation.value) or repeats_record(facts, citation))
        and not _is_told(facts, citation, opposed.get(target, ()))
    ]
    if against:
        yield _against_record(facts, Ref(Kind(against[0].target_kind), target), against)


def _is_told(facts: Facts, citation: CitationRow, others: Sequence[str]) -> bool:
    """Whether the passage is the source of an event that is linked as contradicting this one."""
    spot = (citation.document_id, citation.page, citation.paragraph)
    return any(
        spot == (source.document, source.page, source.paragraph) for other in others for source in facts.sources(other)
    )


def _against_record(facts: Facts, ref: Ref, against: Sequence[CitationRow]) -> Conflict:
    event = facts.events.get(ref.id)
    stated = fact_step(event) if event else Step("about", {"record": ref})
    documents = dict.fromkeys(citation.document_id for citation in against)
    steps = [Step("contradicted-by", {"document": Ref(Kind.DOCUMENT, document)}) for document in documents]
    told = [(citation.document_id, citation.page, citation.paragraph, citation.quote) for citation in against]
    sources = (*map(source_of, against), *facts.sources(ref.id))
    return Conflict(
        Family.VALUE, "source-against-record", Certainty.CERTAIN, (ref, ref), persons_of(facts, ref), (stated, *steps),
        sources, fingerprint("source-against-record", told),
    )  # fmt: skip
