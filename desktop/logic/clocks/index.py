"""The facts of a case made quick to ask: by person and kind in time, by link, with every time read once."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar, cast

from db.types import When
from desktop.logic.clocks.deadline import Fault
from desktop.logic.clocks.facts import Facts, Happening, Span
from desktop.logic.clocks.rule import Value
from desktop.logic.when import WhenUnreadable, parse

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
FOR_EVER = 1 << 62  # seconds; later than any time a record holds
_DAY = 25 * 3600  # seconds; the longest day a wall clock shows
_SAME_FACT = frozenset({"contradicts", "repeats", "replaces", "part-of"})
_WORDS = frozenset({"respected", "not-respected", "unknown", "not-applicable"})


def first_of(span: Span) -> int:
    """The earliest moment, however far back where there is no limit."""
    return -FOR_EVER if span.earliest is None else span.earliest


def last_of(span: Span) -> int:
    """The latest moment, however far on where there is no limit."""
    return FOR_EVER if span.latest is None else span.latest


def whole(span: Span) -> Span:
    """An end given by its day alone ends with that day; one that is uncertain by more stays so."""
    if span.earliest is None or span.latest is None or span.latest - span.earliest >= _DAY:
        return span
    return Span(span.latest, span.latest)


def _by_latest(entry: tuple[Span, Happening]) -> tuple[int, int]:
    return last_of(entry[0]), first_of(entry[0])


class Timeline:
    """Events of one kind about one person, by their latest moment."""

    def __init__(self, events: list[tuple[Span, Happening]]) -> None:
        self._events = sorted(events, key=_by_latest)
        self._latest = [last_of(span) for span, _ in self._events]
        self._earliest_from = [first_of(span) for span, _ in self._events]  # of this one and all after it
        for at in range(len(self._events) - 2, -1, -1):
            self._earliest_from[at] = min(self._earliest_from[at], self._earliest_from[at + 1])

    def not_before(self, moment: int) -> Iterator[tuple[Span, Happening]]:
        """The events that may lie at or after a moment, first things first."""
        return (self._events[at] for at in range(bisect_left(self._latest, moment), len(self._events)))

    def earliest_from(self, moment: int) -> int:
        """The earliest moment of all events that may lie at or after a moment."""
        at = bisect_left(self._latest, moment)
        return self._earliest_from[at] if at < len(self._latest) else FOR_EVER

    def up_to(self, moment: int) -> Iterator[tuple[Span, Happening]]:
        """The events that surely lie at or before a moment, the last of them first."""
        return (self._events[at] for at in range(bisect_right(self._latest, moment) - 1, -1, -1))

    def between(self, after: int, before: int) -> Iterator[tuple[Span, Happening]]:
        """The events that may lie after one moment and not after another."""
        for at in range(bisect_right(self._latest, after), len(self._events)):
            if self._earliest_from[at] > before:
                return
            if first_of(self._events[at][0]) <= before:
                yield self._events[at]


_NONE = Timeline([])


class CaseIndex:
    """What the engine asks of the facts; ``faults`` fills with times that cannot be read, one for each place."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.events = {event.id: event for event in facts.events}
        self.faults: dict[Fault, None] = {}
        self._spans = {event.id: self._checked(event, "when", event.when) for event in facts.events}
        self._read: dict[tuple[str, str], When | WhenUnreadable] = {}
        self._to: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._from: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self.linked = set[str]()  # events that others bear on, or of which there is more than one record
        self._twins: dict[str, set[str]] = defaultdict(set)
        self._articles: dict[str, list[str]] = defaultdict(list)
        for charge in facts.charges:
            self._articles[charge.person].append(charge.article)
        self._remembered: dict[int, Any] = {}
        self._index_links()
        self._timelines = self._index_persons()

    def span(self, event: Happening) -> Span | None:
        """When it was; ``None`` where nothing is known."""
        return self._spans[event.id]

    def end(self, event: Happening) -> Span | None:
        """When it ended; ``None`` where nothing is known, or it ended before it began."""
        end, start = self._checked(event, "until", event.until), self.span(event)
        if end and start and last_of(end) < first_of(start):
            self.faults[Fault("reversed", event=event.id, field="until")] = None
            return None
        return end

    def field(self, event: Happening, name: str) -> Span | None:
        """The time a field of an event tells; ``None`` where it tells none."""
        text = event.fields.get(name)
        if not isinstance(text, str) or not text or text in _WORDS:
            return None
        found = self._read.get((text, event.zone))
        if found is None:
            try:
                found = parse(text, event.zone)
            except WhenUnreadable as unreadable:
                found = unreadable
            self._read[text, event.zone] = found
        if isinstance(found, WhenUnreadable):
            self.faults[Fault(found.why, event=event.id, field=name)] = None
            return None
        return self._checked(event, name, found)

    def of(self, person: str | None, kind: str) -> Timeline:
        """The events of a kind about a person; none about nobody."""
        return self._timelines.get((person, kind), _NONE) if person else _NONE

    def linked_from(self, event: str, kinds: tuple[str, ...]) -> Iterator[Happening]:
        """The events this one bears on by one of these links."""
        return (self.events[one] for one, kind in self._from.get(event, ()) if kind in kinds)

    def linked_to(self, event: str, kinds: tuple[str, ...]) -> Sequence[Happening]:
        """The events that bear on this one by one of these links."""
        links = self._to.get(event)
        return [self.events[one] for one, kind in links if kind in kinds] if links else ()

    def articles_against(self, person: str | None) -> Sequence[str]:
        """What a person is charged under, as written."""
        return self._articles.get(person, ()) if person else ()

    def remember(self, asked: Asked, answer: Callable[[Asked], Answer]) -> Answer:
        """What was answered about a part of a rule before, so that it is worked out once for all events."""
        if id(asked) not in self._remembered:
            self._remembered[id(asked)] = answer(asked)
        return self._remembered[id(asked)]

    def twins(self, event: str) -> AbstractSet[str]:
        """The records that tell of the same thing as this one, itself among them: repeated, disputed, a part of it."""
        return self._twins.get(event) or frozenset((event,))

    def _checked(self, event: Happening, name: str, when: When | None) -> Span | None:
        if when is None or (when.earliest is None and when.latest is None):
            return None
        span = Span(when.earliest, when.latest)
        if last_of(span) < first_of(span):
            self.faults[Fault("reversed", event=event.id, field=name)] = None
            return None
        return span

    def _index_links(self) -> None:
        for link in self.facts.links:
            if link.from_id in self.events and link.to_id in self.events:
                self._from[link.from_id].append((link.to_id, link.kind))
                self._to[link.to_id].append((link.from_id, link.kind))
                self.linked.add(link.to_id)
                if link.kind in _SAME_FACT:
                    self.linked.add(link.from_id)
                    self._twins[link.from_id] |= {link.from_id, link.to_id}
                    self._twins[link.to_id] |= {link.from_id, link.to_id}

    def _index_persons(self) -> Mapping[tuple[str, str], Timeline]:
        found: dict[tuple[str, str], list[tuple[Span, Happening]]] = defaultdict(list)
        for event in self.facts.events:
            span = self.span(event)
            if span and not event.is_prospective:
                for person in dict.fromkeys(one.person for one in event.participants if one.person):
                    found[person, event.kind].append((span, event))
        return {key: Timeline(events) for key, events in found.items()}


def has_values(event: Happening, wanted: Mapping[str, tuple[Value, ...]]) -> bool:
    """Whether every field named has one of its values in the event."""
    return all(_is_among(event.fields.get(name), values) for name, values in wanted.items())


def _is_among(value: Any, values: tuple[Value, ...]) -> bool:
    """``True`` is no 1 here; of several values in a field one is enough."""
    if isinstance(value, list | tuple):
        return any(_is_among(one, values) for one in cast("Sequence[Any]", value))
    return any(value == one and isinstance(value, bool) is isinstance(one, bool) for one in values)
