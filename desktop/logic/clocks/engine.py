"""All clocks of a case: which limits run, how they stand and why, from the facts and the rules alone.

Sorting the events of each person and looking them up by halves makes it n log n in the events; each rule is asked only
about events that can start it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from desktop.logic.clocks.alternatives import Groups, Weigher, groups_of
from desktop.logic.clocks.calendar import Calendar, NoWorkingDay
from desktop.logic.clocks.conditions import Matter, applies
from desktop.logic.clocks.counting import TooFar
from desktop.logic.clocks.deadline import Clocks, Deadline, Fault
from desktop.logic.clocks.facts import Facts, Span
from desktop.logic.clocks.index import FOR_EVER, CaseIndex, first_of, last_of
from desktop.logic.clocks.lawbook import Lawbook, all_hold, is_meant, key_of, lawbook_of
from desktop.logic.clocks.making import Made, Maker
from desktop.logic.clocks.measuring import Reckoning, reckoning_of
from desktop.logic.clocks.memory import unswept
from desktop.logic.clocks.old_law import gaps_in_law
from desktop.logic.clocks.orders import climbed
from desktop.logic.clocks.rule import Pick, Rule
from desktop.logic.clocks.starts import Start, starts_of
from desktop.logic.when import WhenUnreadable

_UNCOUNTABLE = (WhenUnreadable, TooFar, NoWorkingDay)


class Law:
    """The rules and calendars in force, made ready for as many cases as there are."""

    def __init__(self, rules: Iterable[Rule], calendars: Mapping[str, Calendar]) -> None:
        self._rules, self._calendars = tuple(rules), calendars
        self._books: dict[tuple[str, ...], tuple[Lawbook, Groups]] = {}
        self._reckonings: dict[int, Reckoning] = {}

    def clocks_of(self, facts: Facts, as_of: int) -> Clocks:
        """Every deadline of a case at a moment (Unix seconds), by its due; and what could not be counted."""
        with unswept():
            return self._clocks_of(facts, as_of)

    def _clocks_of(self, facts: Facts, as_of: int) -> Clocks:
        book, groups = self._book(facts.regimes)
        index = CaseIndex(facts)
        maker = Maker(index, self._reckoning, as_of)
        made: dict[str, list[Made]] = defaultdict(list)
        for start in _running(_started(book, index, as_of), maker, index):
            _make(start, maker, index, made)
        for rule in book.backward:
            bases = [one for name in dict.fromkeys(rule.before) for one in made[name]]
            for base in (one for one in bases if is_meant(one.start.rule, book.mains)):
                _make_from(base, rule, maker, index, made)
        weigher = Weigher(groups, index, maker, as_of)
        deadlines = [weigher.weighed(one) for group in made.values() for one in group]
        return Clocks(
            tuple(sorted(deadlines, key=self._by_due)), (*book.faults, *gaps_in_law(self._rules, index), *index.faults)
        )

    def _book(self, regimes: tuple[str, ...]) -> tuple[Lawbook, Groups]:
        if regimes not in self._books:
            self._books[regimes] = lawbook_of(self._rules, regimes), groups_of(self._rules, regimes)
        return self._books[regimes]

    def _reckoning(self, rule: Rule) -> Reckoning:
        """What is the same for all clocks of a rule; the rule itself is kept, so that its id stays its own."""
        found = self._reckonings.get(id(rule))
        if found is None:
            found = self._reckonings[id(rule)] = reckoning_of(rule, self._calendars)
        return found

    def _by_due(self, deadline: Deadline) -> tuple[int, int, str, str, str]:
        due, key = deadline.due or Span(None, None), self._reckoning(deadline.rule).key
        first = FOR_EVER if due.earliest is None else due.earliest
        return first, last_of(due), key, deadline.person or "", deadline.event


def clocks_of(facts: Facts, rules: Iterable[Rule], calendars: Mapping[str, Calendar], as_of: int) -> Clocks:
    """Every deadline of one case at a moment (``as_of``, Unix seconds), by its due; and what could not be counted."""
    return Law(rules, calendars).clocks_of(facts, as_of)


def _started(book: Lawbook, index: CaseIndex, as_of: int) -> list[Start]:
    """Every start of every rule."""
    starts = list[Start]()
    for event in index.facts.events:
        for rule, trigger in book.by_kind.get(event.kind, ()):
            try:
                starts += starts_of(rule, trigger, event, index, as_of)
            except _UNCOUNTABLE as fault:
                index.faults[_fault(fault, rule, event.id)] = None
    return starts


def _running(starts: Sequence[Start], maker: Maker, index: CaseIndex) -> Iterator[Start]:
    """The starts that run: alternatives picked, extensions on their rungs, nothing counted twice."""

    def reach(start: Start) -> Span | None:
        try:
            return maker.counted(start)
        except _UNCOUNTABLE:
            return None  # told when its deadline is made

    return _once(list(climbed(list(_picked(starts)), reach, index)), index)


def _picked(starts: Iterable[Start]) -> Iterator[Start]:
    """Where a rule takes the first or the last of its triggers, that one for each matter."""
    alternatives: dict[tuple[str, str | None, str], list[Start]] = defaultdict(list)
    for start in starts:
        if start.rule.pick is Pick.EACH:
            yield start
        else:
            matter = "" if start.rule.once else start.matter
            alternatives[key_of(start.rule), start.person, matter].append(start)
    for group in alternatives.values():
        is_first = group[0].rule.pick is Pick.FIRST
        chosen = (min if is_first else max)(group, key=_by_span)
        pick = min if is_first else max
        span = Span(*(_bound(pick(ends)) for ends in zip(*(_ends(one.span) for one in group), strict=True)))
        yield chosen._replace(span=span, applies=all_hold(*(one.applies for one in group)))


def _once(starts: Sequence[Start], index: CaseIndex) -> Iterator[Start]:
    """What repeats a clock says nothing new: a second anchor, a field, or another record of the same thing.

    Where one record of it names persons, a record that names none says nothing new either.
    """
    plain = {_clock(start) for start in starts if not start.trigger.field}
    named: dict[tuple[int, Span], set[str]] = defaultdict(set)
    for start in starts:
        if start.person:
            named[id(start.rule), start.span].add(start.event.id)
    seen: dict[tuple[int, str | None, Span], set[str]] = defaultdict(set)
    for start in starts:
        clock, twins = _clock(start), index.twins(start.event.id)
        is_repeated = start.trigger.field and (clock in plain or clock in seen)
        is_nameless = start.person is None and not named[id(start.rule), start.span].isdisjoint(twins)
        if not is_repeated and not is_nameless and seen[clock].isdisjoint(twins):
            seen[clock].add(start.event.id)
            yield start


def _make(start: Start, maker: Maker, index: CaseIndex, made: dict[str, list[Made]], base: Made | None = None) -> None:
    try:
        made[start.rule.id].append(maker.made(start, base))
    except _UNCOUNTABLE as fault:
        index.faults[_fault(fault, start.rule, start.event.id)] = None


def _make_from(base: Made, rule: Rule, maker: Maker, index: CaseIndex, made: dict[str, list[Made]]) -> None:
    start = maker.from_base(rule, base)
    if start is None:
        return
    answer, why = applies(rule.applies_if, Matter(index, start.event, start.moment, start.person))
    if answer is not False:
        applying = all_hold(start.applies, answer)
        _make(start._replace(applies=applying, steps=(*start.steps, *why)), maker, index, made, base)


def _fault(error: Exception, rule: Rule, event: str) -> Fault:
    """A time or zone that cannot be read is a fault of the event; a count that ends nowhere one of the rule."""
    return Fault(str(error), None if isinstance(error, WhenUnreadable) else key_of(rule), event)


def _clock(start: Start) -> tuple[int, str | None, Span]:
    return id(start.rule), start.person, start.span


def _ends(span: Span) -> tuple[int, int]:
    return first_of(span), last_of(span)


def _bound(moment: int) -> int | None:
    return None if abs(moment) == FOR_EVER else moment


def _by_span(start: Start) -> tuple[int, int]:
    return last_of(start.span), first_of(start.span)
