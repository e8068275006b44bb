"""Accounts and passages of which somebody has said that they contradict: what the file says of itself."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from db.rows import CitationRow, EventRow
from db.types import Bearing, Kind, LinkKind
from desktop.logic.conflicts.claims import NO_ZONE, persons_of
from desktop.logic.conflicts.compare import differ, moments_differ, plain, type_of
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Step, fingerprint
from desktop.logic.conflicts.facts import Facts, between, fact_step, in_order, source_of

Others = Mapping[str, Sequence[str]]


def accounts_conflicts(facts: Facts) -> Iterator[Conflict]:
    """Events linked as contradicting each other, and passages that contradict a record, told once each."""
    opposed: dict[str, list[str]] = defaultdict(list)
    for link in facts.file.links:
        one, other = facts.events.get(link.from_id), facts.events.get(link.to_id)
        if link.kind != LinkKind.CONTRADICTS or one is None or other is None:
            continue
        if other.id not in opposed[one.id]:
            opposed[one.id].append(other.id)
            opposed[other.id].append(one.id)
            persons = sorted({*facts.involved(one.id), *facts.involved(other.id)})
            steps = [Step("said-to-contradict"), *_differences(*in_order(one, other), facts.vocabulary.types)]
            yield between(facts, (Family.VALUE, "accounts"), Certainty.CERTAIN, (one, other), persons, steps)
    yield from _passages(facts, opposed)


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


def _passages(facts: Facts, opposed: Others) -> Iterator[Conflict]:
    """Records that a passage contradicts, unless the contradiction stands there as a link between two events."""
    for target, citations in facts.citations.items():
        against = [
            citation
            for citation in citations
            if citation.bearing == Bearing.CONTRADICTS
            and not (citation.field and citation.value)
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
