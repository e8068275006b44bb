"""One fact told in two places of the file with two values: a death twice, a time in a field and as an event, a date."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from db.rows import DocumentRow, EventRow, IndicatorRow
from db.types import Bearing, Kind
from desktop.logic.conflicts.claims import NO_ZONE
from desktop.logic.conflicts.compare import differ, moments_differ, plain, type_of
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Source, Step, fingerprint
from desktop.logic.conflicts.facts import (
    Facts,
    Part,
    between,
    event_ref,
    fact_step,
    in_order,
    read_time,
    source_of,
    time_of,
)
from desktop.logic.conflicts.terms import COPIES, FIELDS_AS_EVENTS, ONLY_ONE, PAPERS, SUBJECTS, VERDICT_VALUES
from desktop.logic.names import fold

Values = tuple[Certainty, Step]


def same_fact_of_person(facts: Facts, person: str, parts: Sequence[Part]) -> Iterator[Conflict]:
    """Every fact about a person that the file holds twice, with values of which only one can be right."""
    own: dict[str, list[EventRow]] = defaultdict(list)
    for part in parts:
        if part.roles & SUBJECTS:
            own[part.event.kind].append(part.event)
    yield from _told_twice(facts, person, own)
    yield from _fields_as_events(facts, person, own)
    yield from _deaths(facts, person, own.get("death", ()))


def same_fact_of_event(facts: Facts, event: EventRow) -> Iterator[Conflict]:
    """The time of an event told twice: by the authority that wrote it down, by a paper that is the event."""
    yield from _recorded(facts, event)
    yield from _papers(facts, event)


def same_fact_of_papers(facts: Facts) -> Iterator[Conflict]:
    """Copies that bear another date than their original, and figures that differ."""
    yield from _copies(facts)
    yield from _figures(facts)


def _told_twice(facts: Facts, person: str, own: dict[str, list[EventRow]]) -> Iterator[Conflict]:
    for kind, names in {**ONLY_ONE, "verdict": VERDICT_VALUES}.items():
        for pair in combinations(own.get(kind, ()), 2):
            one, other = in_order(*pair)
            if facts.are_linked(one.id, other.id, ("contradicts", "appeals", "replaces", "repeats", "extends")):
                continue
            if kind == "verdict" and not _are_one_verdict(facts, one, other):
                continue
            yield from _compared(facts, person, one, other, names)


def _are_one_verdict(facts: Facts, one: EventRow, other: EventRow) -> bool:
    """Whether two verdicts are of one stage: one part of the other, of one number, or of one court."""
    if facts.are_linked(one.id, other.id, ("part-of",)):
        return True
    for name in ("number", "authority"):
        if one.fields.get(name) and other.fields.get(name):
            return fold(str(one.fields[name])) == fold(str(other.fields[name]))
    return False


def _compared(facts: Facts, person: str, one: EventRow, other: EventRow, names: Sequence[str]) -> Iterator[Conflict]:
    found = [value for name in names for value in _value_differs(facts, name, one, other)]
    if found:
        is_certain = any(certainty is Certainty.CERTAIN for certainty, _step in found)
        certainty = Certainty.CERTAIN if is_certain else Certainty.POSSIBLE
        steps = (Step("only-one"), *(step for _certainty, step in found))
        yield between(facts, (Family.VALUE, "same-fact"), certainty, (one, other), [person], steps)


def _value_differs(facts: Facts, name: str, one: EventRow, other: EventRow) -> Iterator[Values]:
    if name == "when":
        verdict = moments_differ(one.when, other.when) if one.when and other.when else None
        if one.when and other.when and verdict:
            yield verdict, Step("values", {"field": name, "first": one.when, "second": other.when})
    elif name == "place":
        if one.place_id and other.place_id and not facts.are_nested(one.place_id, other.place_id):
            places = {"first": Ref(Kind.PLACE, one.place_id), "second": Ref(Kind.PLACE, other.place_id)}
            yield Certainty.CERTAIN, Step("values", {"field": name, **places})
    else:
        here, there = plain(one.fields.get(name)), plain(other.fields.get(name))
        verdict = differ(type_of(name, facts.vocabulary.types), here, there, NO_ZONE)
        if verdict:
            yield verdict, Step("values", {"field": name, "first": here, "second": there})


def _fields_as_events(facts: Facts, person: str, own: dict[str, list[EventRow]]) -> Iterator[Conflict]:
    """A time in a field of the only detention, and the only event of the kind that is the same fact."""
    detentions = own.get("detention", ())
    for name, kind in FIELDS_AS_EVENTS.items():
        if len(detentions) != 1 or len(own.get(kind, ())) != 1:
            continue
        detention, event = detentions[0], own[kind][0]
        zone = detention.when.zone if detention.when else NO_ZONE
        told = read_time(detention.fields.get(name), zone)
        verdict = moments_differ(told, event.when) if told and event.when else None
        if told and event.when and verdict:
            step = Step("field-and-event", {"field": name, "first": told, "second": event.when})
            yield between(facts, (Family.VALUE, "field-and-event"), verdict, (detention, event), [person], [step])


def _deaths(facts: Facts, person: str, deaths: Sequence[EventRow]) -> Iterator[Conflict]:
    row = facts.persons.get(person)
    for event in deaths:
        verdict = moments_differ(row.deceased, event.when) if row and row.deceased and event.when else None
        if row and row.deceased and verdict:
            records = (Ref(Kind.PERSON, person), event_ref(event))
            steps = (Step("deceased-on", {"person": records[0], "when": row.deceased}), fact_step(event))
            told = [("day", time_of(row.deceased)), facts.told(event)]
            yield Conflict(
                Family.VALUE, "date-of-death", verdict, records, (person,), steps,
                tuple(facts.sources(person, event.id)), fingerprint("date-of-death", told),
            )  # fmt: skip


def _recorded(facts: Facts, event: EventRow) -> Iterator[Conflict]:
    """The time at which the authority wrote down a detention, against the time at which it was."""
    told = read_time(event.fields.get("recorded_at"), event.when.zone) if event.when else None
    verdict = moments_differ(told, event.when) if told and event.when else None
    if told and event.when and verdict:
        ref = event_ref(event)
        steps = (fact_step(event), Step("recorded", {"when": told}))
        yield Conflict(
            Family.VALUE, "recorded-time", verdict, (ref, ref), facts.involved(event.id), steps,
            tuple(facts.sources(event.id)), fingerprint("recorded-time", [facts.told(event), (told.edtf,)]),
        )  # fmt: skip


def _papers(facts: Facts, event: EventRow) -> Iterator[Conflict]:
    """A paper that is the event itself (a protocol, an order) and bears another date."""
    for citation in facts.citations.get(event.id, ()):
        document = facts.documents.get(citation.document_id)
        if citation.bearing != Bearing.SUPPORTS or document is None or document.dated is None or event.when is None:
            continue
        is_same_day = document.dated.edtf[:10] == event.when.edtf[:10]  # in whatever zone each was written
        verdict = None if is_same_day else moments_differ(document.dated, event.when)
        if verdict and document.kind in PAPERS.get(event.kind, ()):
            records = (Ref(Kind.DOCUMENT, document.id), event_ref(event))
            dated = Step("document-dated", {"document": records[0], "when": document.dated})
            told = [("document", time_of(document.dated)), facts.told(event)]
            yield Conflict(
                Family.VALUE, "date-of-paper", verdict, records, facts.involved(event.id),
                (dated, fact_step(event), Step("paper-is-event")), (source_of(citation),),
                fingerprint("date-of-paper", told),
            )  # fmt: skip


def _copies(facts: Facts) -> Iterator[Conflict]:
    """A copy that bears another date than its original."""
    for copy in facts.documents.values():
        original = facts.documents.get(copy.derived_from_id or "")
        if original is None or copy.derivation not in COPIES or not copy.dated or not original.dated:
            continue
        verdict = moments_differ(original.dated, copy.dated)
        if verdict:
            yield _of_documents(verdict, original, copy)


def _of_documents(verdict: Certainty, original: DocumentRow, copy: DocumentRow) -> Conflict:
    records = (Ref(Kind.DOCUMENT, original.id), Ref(Kind.DOCUMENT, copy.id))
    dated = [
        Step("document-dated", {"document": ref, **({"when": row.dated} if row.dated else {})})
        for ref, row in zip(records, (original, copy), strict=True)
    ]
    return Conflict(
        Family.VALUE, "date-of-copy", verdict, records, (), (*dated, Step("copy-of-original")),
        tuple(Source(row.id, row.id) for row in (original, copy)),
        fingerprint("date-of-copy", [("document", time_of(row.dated)) for row in (original, copy)]),
    )  # fmt: skip


def _figures(facts: Facts) -> Iterator[Conflict]:
    """Two figures of one title, unit and time with different values."""
    told: dict[tuple[object, ...], list[IndicatorRow]] = defaultdict(list)
    for figure in facts.file.indicators:
        if figure.value is not None:
            told[fold(figure.title), figure.unit, figure.population, time_of(figure.period)].append(figure)
    for figures in told.values():
        for one, other in combinations(figures, 2):
            if (one.value, one.out_of) != (other.value, other.out_of):
                yield _of_figures(one, other)


def _of_figures(one: IndicatorRow, other: IndicatorRow) -> Conflict:
    records = (Ref(Kind.INDICATOR, one.id), Ref(Kind.INDICATOR, other.id))
    values = {"first": plain(one.value), "second": plain(other.value)}
    sources = [Source(row.id, row.document_id, page=row.page) for row in (one, other) if row.document_id]
    return Conflict(
        Family.VALUE, "figures", Certainty.CERTAIN, records, (), (Step("figures", {"figure": one.title, **values}),),
        tuple(sources), fingerprint("figures", [(row.value, row.out_of) for row in (one, other)]),
    )  # fmt: skip
