"""What must come first comes later: acts of one person, linked acts, times within a record, documents before events."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from db.rows import DocumentRow, EventLinkRow, EventRow
from db.types import Bearing, Kind, When
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Source, Step, fingerprint
from desktop.logic.conflicts.extent import FIRST, LAST, beginning, comes_after
from desktop.logic.conflicts.facts import (
    Facts,
    Part,
    between,
    event_ref,
    fact_step,
    read_time,
    source_of,
    time_of,
)
from desktop.logic.conflicts.terms import (
    FOLLOWING_FIELDS,
    FORESEEING,
    ORDERED_LINKS,
    SAME_FACT_LINKS,
    SEQUENCES,
    SUBJECTS,
    Sequence,
)


def order_of_person(facts: Facts, person: str, parts: list[Part]) -> Iterator[Conflict]:
    """What one person took part in, against what must come before it."""
    dated = [part for part in parts if part.event.when and part.roles & SUBJECTS]
    kinds = {part.event.kind for part in dated}
    for sequence in SEQUENCES:
        if sequence.later in kinds and sequence.first & kinds:
            firsts = _Firsts([part for part in dated if part.event.kind in sequence.first])
            for part in dated:
                is_late = part.event.kind == sequence.later and "acquitted" not in part.roles  # see state.py
                if is_late and not _is_charged_before(facts, person, part.event):
                    yield from _against(facts, person, firsts, part, sequence)


def order_of_event(facts: Facts, event: EventRow) -> Iterator[Conflict]:
    """Times within one record, and documents dated before what they report of it."""
    yield from _fields(facts, event)
    yield from _documents(facts, event)


def _is_charged_before(facts: Facts, person: str, verdict: EventRow) -> bool:
    """Whether a charge on file precedes a verdict, so that a later one told as an event is another."""
    if verdict.kind != "verdict" or verdict.when is None:
        return False
    begun = [row.from_ for row in facts.charges.get(person, ())]
    return any(day is None or comes_after(day, verdict.when) is None for day in begun)


class _Firsts:
    """The acts of which one must come before another, in the order they began."""

    def __init__(self, parts: list[Part]) -> None:
        self.parts = parts
        self._starts = [part.extent.start_from if part.extent else FIRST for part in parts]

    def before(self, later: Part) -> tuple[Part | None, int]:
        """The last of them that fits before a later act, and how many do not certainly come after it."""
        count = bisect_right(self._starts, later.extent.start_to if later.extent else LAST)
        fitting = (self.parts[place] for place in range(count - 1, -1, -1))
        return next((part for part in fitting if _after(part.event, later.event) is None), None), count


def _against(facts: Facts, person: str, firsts: _Firsts, later: Part, sequence: Sequence) -> Iterator[Conflict]:
    """One later act against all that may have come before it: one that fits is enough."""
    nearest, count = firsts.before(later)
    if nearest is None:
        nearest, rule = firsts.parts[0], "before-its-cause"
        certainty = Certainty.POSSIBLE if count else Certainty.CERTAIN
        step = Step("must-precede", {"first": event_ref(nearest.event), "later": event_ref(later.event)})
    else:
        days = _days_between(nearest.event, later.event)
        if sequence.within is None or days * 86_400 < sequence.within:
            return
        certainty, rule = Certainty.POSSIBLE, "long-after"
        step = Step("long-after", {"first": event_ref(nearest.event), "later": event_ref(later.event), "days": days})
    if not facts.are_linked(nearest.event.id, later.event.id, SAME_FACT_LINKS):
        yield between(facts, (Family.ORDER, rule), certainty, (nearest.event, later.event), [person], [step])


def _after(first: EventRow, later: EventRow) -> Certainty | None:
    if first.when is None or later.when is None:
        return None
    return comes_after(beginning(first.when), beginning(later.when))


def _days_between(first: EventRow, later: EventRow) -> int:
    """Whole days that certainly lie between the beginnings of two events; 0 where that is not known."""
    end = beginning(first.when).latest if first.when else None
    start = beginning(later.when).earliest if later.when else None
    return 0 if end is None or start is None else max(0, start - end + 1) // 86_400


def order_of_link(facts: Facts, link: EventLinkRow) -> Iterator[Conflict]:
    """An answer before the question, an appeal before the decision."""
    one, other = facts.events.get(link.from_id), facts.events.get(link.to_id)
    if one is None or other is None or link.kind not in ORDERED_LINKS:
        return
    certainty = _after(other, one)
    if certainty is not None:
        step = Step(f"link-{link.kind}", {"later": event_ref(one), "first": event_ref(other)})
        persons = facts.involved(one.id, other.id)
        yield between(facts, (Family.ORDER, f"link-{link.kind}"), certainty, (one, other), persons, [step])


def _fields(facts: Facts, event: EventRow) -> Iterator[Conflict]:
    if event.when is None:
        return
    for name in FOLLOWING_FIELDS:
        told = read_time(event.fields.get(name), event.when.zone)
        certainty = comes_after(beginning(event.when), told) if told else None
        if told is not None and certainty is not None:
            steps = (fact_step(event), Step("field-before-event", {"field": name, "told": told}))
            yield _within(facts, "field-before-event", certainty, event, steps, (name, told.edtf))


def _within(
    facts: Facts, rule: str, certainty: Certainty, event: EventRow, steps: tuple[Step, ...], fact: tuple[str, str]
) -> Conflict:
    ref = event_ref(event)
    return Conflict(
        Family.ORDER, rule, certainty, (ref, ref), facts.involved(event.id), steps, tuple(facts.sources(event.id)),
        fingerprint(rule, [facts.told(event), fact]),
    )  # fmt: skip


def _documents(facts: Facts, event: EventRow) -> Iterator[Conflict]:
    """Documents dated before what they report, one conflict for each document and event."""
    seen: set[str] = set()
    for citation in facts.citations.get(event.id, ()):
        document = facts.documents.get(citation.document_id)
        if document is None or document.id in seen or citation.bearing == Bearing.CONTRADICTS:
            continue
        seen.add(document.id)
        certainty = _foretold(document, event)
        if certainty is not None:
            records = (Ref(Kind.DOCUMENT, document.id), event_ref(event))
            steps = (_dated(document), fact_step(event), Step("dated-before"))
            told = ("document", time_of(document.dated))
            yield Conflict(
                Family.ORDER, "dated-before", certainty, records, facts.involved(event.id), steps,
                (source_of(citation),), fingerprint("dated-before", [told, facts.told(event)]),
            )  # fmt: skip


def _foretold(document: DocumentRow, event: EventRow) -> Certainty | None:
    if document.dated is None or event.when is None or document.kind in FORESEEING:
        return None
    return comes_after(beginning(event.when), _signed(document.dated))


def _signed(dated: When) -> When:
    """A document's day, wherever it was written: half a day more, for the zones it may have been counted in."""
    return dated if dated.latest is None else replace(dated, latest=dated.latest + 43_200)


def _dated(document: DocumentRow) -> Step:
    dated = {"when": document.dated} if document.dated else {}
    return Step("document-dated", {"document": Ref(Kind.DOCUMENT, document.id), **dated})


def order_of_figures(facts: Facts) -> Iterator[Conflict]:
    """Figures for a time after the document that gives them."""
    for figure in facts.file.indicators:
        document = facts.documents.get(figure.document_id or "")
        if document is None or document.dated is None or figure.period is None:
            continue
        certainty = comes_after(beginning(figure.period), _signed(document.dated))
        if certainty is not None:
            records = (Ref(Kind.DOCUMENT, document.id), Ref(Kind.INDICATOR, figure.id))
            steps = (_dated(document), Step("figure-for", {"figure": figure.title, "when": figure.period}))
            told = [("document", time_of(document.dated)), ("figure", time_of(figure.period))]
            source = Source(figure.id, document.id, page=figure.page)
            yield Conflict(
                Family.ORDER, "figure-after-document", certainty, records, (), (*steps, Step("dated-before")),
                (source,), fingerprint("figure-after-document", told),
            )  # fmt: skip
