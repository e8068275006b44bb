"""What is on file about the act a rule asks for: when it was done, that it never came, or how the matter ended."""

from collections.abc import Iterator, Mapping
from functools import partial

from desktop.logic.clocks import steps
from desktop.logic.clocks.facts import Happening, Span
from desktop.logic.clocks.index import FOR_EVER, CaseIndex, Timeline, first_of, has_values, last_of
from desktop.logic.clocks.lawbook import is_backward_from_trigger
from desktop.logic.clocks.proofs import NO, UNSAID, YES, Evidence, Proof
from desktop.logic.clocks.rule import Act
from desktop.logic.clocks.starts import Start
from desktop.logic.clocks.stays import last_joined

__all__ = ["NO", "UNSAID", "YES", "Evidence", "Proof", "evidence_for"]
_STAYS = ("detention", "custody")  # what holds the fields of a delivery or a protocol that is told apart from it
_ANY = ("answers", "extends", "appeals", "caused-by", "part-of")  # links by which an act says what it belongs to


_NOTHING = Evidence()


def evidence_for(start: Start, index: CaseIndex) -> Evidence:
    """Everything on file about the act of a clock."""
    act = start.rule.act
    told = list(_told_in_fields(start, index)) if act.fields else []
    shown = [proof for proof in told if not isinstance(proof.step, steps.Never)]
    shown += _events(act.kinds, start, index, is_closing=False)
    if act.until:
        shown += _own_end(start, index, is_closing=False)
    closed = _events(act.closing, start, index, is_closing=True)
    if act.closing_until:
        closed += _own_end(start, index, is_closing=True)
    never = [proof for proof in told if isinstance(proof.step, steps.Never)]
    never += [proof for bearer in _bearers(start, index) for proof in _never(act, bearer)] if act.never else []
    if not shown and not closed and not never:
        return _NOTHING
    begins = min((proof.begins for proof in (*shown, *closed)), default=FOR_EVER)
    return Evidence(_earliest(shown), next(iter(never), None), _earliest(closed), begins)


def _earliest(proofs: list[Proof]) -> Proof | None:
    """The first by its latest moment; what only says that it was done comes after what says when."""
    return min(proofs, key=_by_latest, default=None)


def _by_latest(proof: Proof) -> tuple[bool, int]:
    return proof.span is None, last_of(proof.span) if proof.span else 0


def _bearers(start: Start, index: CaseIndex) -> Iterator[Happening]:
    """The trigger, and the stay it is a part of, whose fields speak of the same act."""
    yield start.event
    if start.event.kind not in _STAYS:
        for kind in _STAYS:
            entry = next(index.of(start.person, kind).up_to(last_of(start.moment)), None)
            end = index.end(entry[1]) if entry else None
            if entry and (end is None or last_of(end) >= first_of(start.moment)):
                yield entry[1]


def _told_in_fields(start: Start, index: CaseIndex) -> Iterator[Proof]:
    """Fields with a time (not before the trigger), and those that say that it was or was not done."""
    for bearer in _bearers(start, index):
        for name in start.rule.act.fields:
            value, span = bearer.fields.get(name), index.field(bearer, name)
            if span and (is_backward_from_trigger(start.rule) or last_of(span) >= first_of(start.moment)):
                yield Proof(span, steps.Shown(bearer.id, bearer.kind, span, name), bearer.id, begins=first_of(span))
            elif value in YES:
                yield Proof(None, steps.Respected(name), bearer.id)
            elif value in NO or (value in (None, "") and name in bearer.denied):
                yield Proof(None, steps.Never(name, value=False), bearer.id)


def _never(act: Act, event: Happening) -> Iterator[Proof]:
    for name, values in act.never.items():
        if has_values(event, {name: values}):
            told = event.fields[name]
            value = next(one for one in values if one in told) if isinstance(told, list | tuple) else told
            yield Proof(None, steps.Never(name, value), event.id)


def _own_end(start: Start, index: CaseIndex, *, is_closing: bool) -> list[Proof]:
    """The end of the trigger and of the stays it runs on in; of an extension, that of the stay it prolongs."""
    event = index.events[start.matter] if start.trigger.chain_start else start.event
    if start.trigger.chain_start or start.trigger.joined:
        event = last_joined(event, start.person, index)
    end = index.end(event)
    if end is None:
        return []
    step = steps.Closed if is_closing else steps.Shown
    return [Proof(end, step(event.id, event.kind, end, "until"), event.id, begins=first_of(end))]


def _events(kinds: tuple[str, ...], start: Start, index: CaseIndex, *, is_closing: bool) -> list[Proof]:
    """The first event of each kind: of those linked to the trigger, else of those about the person."""
    found = list[Proof]()
    for kind in kinds:
        linked = _linked(kind, start, index) if start.event.id in index.linked else None
        if linked:
            timed = [(_done(event, span, start, index), event) for span, event in linked]
            begins = min(first_of(span) for span, _ in timed)
            found.append(_proof(*min(timed, key=_entry_by_latest), None, begins, is_closing=is_closing))
        elif is_closing or not start.rule.act.links:
            entry, rival = _first_about(kind, start, index)
            if entry and (is_closing or not _is_untimed(entry[1], start, index)):
                span = _done(entry[1], entry[0], start, index)
                found.append(_proof(span, entry[1], rival, _begins(kind, start, index), is_closing=is_closing))
    return found


def _done(event: Happening, span: Span, start: Start, index: CaseIndex) -> Span:
    """When an act was done: as its field for that says, else as the event itself."""
    name = start.rule.act.at
    return (index.field(event, name) if name else None) or span


def _is_untimed(event: Happening, start: Start, index: CaseIndex) -> bool:
    """Whether an act lacks the time that would show it, while the event itself may still end the matter."""
    act = start.rule.act
    return act.at is not None and event.kind in act.closing and index.field(event, act.at) is None


def _proof(span: Span, event: Happening, rival: str | None, begins: int, *, is_closing: bool) -> Proof:
    if is_closing:
        return Proof(span, steps.Closed(event.id, event.kind, span), event.id, rival, begins)
    channel = event.fields.get("channel")
    return Proof(span, steps.Shown(event.id, event.kind, span, channel=channel), event.id, rival, begins)


def _linked(kind: str, start: Start, index: CaseIndex) -> list[tuple[Span, Happening]]:
    """Acts linked to the trigger, or by the same person to another record of the same thing."""
    links = start.rule.act.links or _ANY
    linked = [one for one in index.linked_to(start.event.id, links) if _is_for(start, one)]
    for twin in index.twins(start.event.id) - {start.event.id}:
        linked += [one for one in index.linked_to(twin, links) if _is_by(start.person, one)]
    fitting = [one for one in linked if one.kind == kind and not one.is_prospective]
    return [(span, one) for one in fitting if (span := index.span(one)) and has_values(one, start.rule.act.where)]


def _is_for(start: Start, act: Happening) -> bool:
    """Whether an act that names some of those the trigger is about names this one: an appeal of one is not of all."""
    named = {one.person for one in act.participants} & {one.person for one in start.event.participants} - {None}
    return start.person is None or not named or start.person in named


def _is_by(person: str | None, event: Happening) -> bool:
    return person is not None and any(one.person == person for one in event.participants)


def _entry_by_latest(entry: tuple[Span, Happening]) -> int:
    return last_of(entry[0])


def _timeline(kind: str, start: Start, index: CaseIndex) -> Timeline:
    """The events of a kind about the person; of the whole case where the rule asks no more."""
    if not start.rule.act.in_case:
        return index.of(start.person, kind)
    return index.remember(start.rule.act, partial(_of_case, index))[kind]


def _of_case(index: CaseIndex, act: Act) -> Mapping[str, Timeline]:
    """All events of the kinds of an act, whomever they are about."""
    found: dict[str, list[tuple[Span, Happening]]] = {kind: [] for kind in (*act.kinds, *act.closing)}
    for event in index.facts.events:
        span = index.span(event)
        if event.kind in found and span and not event.is_prospective:
            found[event.kind].append((span, event))
    return {kind: Timeline(events) for kind, events in found.items()}


def _begins(kind: str, start: Start, index: CaseIndex) -> int:
    """The earliest moment at which any event of the kind that may follow the trigger can lie."""
    timeline, moment = _timeline(kind, start, index), first_of(start.moment)
    act = start.rule.act
    if not act.where and not act.same_place and not act.at and kind != start.event.kind:
        return timeline.earliest_from(moment)
    there = ((span, event) for span, event in timeline.not_before(moment) if _may_be(event, start))
    found = (first_of(_done(event, span, start, index)) for span, event in there)
    return min(found, default=FOR_EVER)


def _may_be(event: Happening, start: Start) -> bool:
    act = start.rule.act
    if event.id == start.event.id or (act.where and not has_values(event, act.where)):
        return False
    return not act.same_place or _is_same_place(event, start.event)


def _is_same_place(event: Happening, other: Happening) -> bool:
    """Whether one of the two was at the place of the other or within it."""
    return bool(event.places and other.places) and (event.places[0] in other.places or other.places[0] in event.places)


def _first_about(kind: str, start: Start, index: CaseIndex) -> tuple[tuple[Span, Happening] | None, str | None]:
    """The first event of a kind that may follow the trigger, unless it follows a later trigger; and its rival.

    A rule that counts back from its trigger looks before it first.
    """
    timeline = _timeline(kind, start, index)
    if is_backward_from_trigger(start.rule):
        for span, event in timeline.up_to(last_of(start.moment)):
            if _may_be(event, start):
                return (span, event), None
    for span, event in timeline.not_before(first_of(start.moment)):
        if not _may_be(event, start):
            continue
        rival, is_certain = _rival(start, span, event, index)
        return (None, None) if is_certain else ((span, event), rival)
    return None, None


def _rival(start: Start, act: Span, event: Happening, index: CaseIndex) -> tuple[str | None, bool]:
    """Another trigger of the kind that may lie between this one and the act, and whether it certainly does.

    Only a rival that certainly lies between takes the act away; one that may makes the attribution open. What follows
    an event of its own kind (an extension, a visit) is no rival of itself.
    """
    rival: str | None = None
    for span, other in index.of(start.person, start.event.kind).between(first_of(start.moment), last_of(act)):
        if other.id == event.id or other.id in index.twins(start.event.id):
            continue
        if first_of(span) > last_of(start.moment) and last_of(span) < first_of(act):
            return other.id, True
        rival = rival or other.id
    return rival, False
