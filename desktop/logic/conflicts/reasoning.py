"""Everything that cannot both be true in a case, unit by unit, so that after an edit only what it touched is judged."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.case_file import CaseFile
from db.types import LinkKind
from desktop.logic.conflicts.accounts import accounts_conflict, opposed_accounts, passages_against
from desktop.logic.conflicts.claims import claims_about
from desktop.logic.conflicts.conflict import Conflict
from desktop.logic.conflicts.duration import duration_of_event
from desktop.logic.conflicts.facts import Facts
from desktop.logic.conflicts.order import order_of_event, order_of_figures, order_of_link, order_of_person
from desktop.logic.conflicts.pairing import Pair
from desktop.logic.conflicts.presence import presence_conflicts
from desktop.logic.conflicts.same_fact import same_fact_of_event, same_fact_of_papers, same_fact_of_person
from desktop.logic.conflicts.scope import (
    EVENT,
    PAPERS,
    PERSON,
    TARGET,
    WHOLE,
    Scope,
    Unit,
    changed_scope,
    link_unit,
    narrowed,
)
from desktop.logic.conflicts.state import state_of_person
from desktop.logic.conflicts.terms import Vocabulary

Found = Mapping[Unit, Sequence[Conflict]]


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A case file and the conflicts found in it, by unit."""

    file: CaseFile
    vocabulary: Vocabulary
    found: Found

    def scope_of(self, file: CaseFile, vocabulary: Vocabulary) -> Scope:
        """What to reason about again now that the file, or the words it is told in, are these."""
        return changed_scope(self.file, file) if vocabulary == self.vocabulary else WHOLE

    def again(self, file: CaseFile, vocabulary: Vocabulary, scope: Scope, pairs: Iterable[Pair]) -> "Reasoned":
        """The same for the file as it is now; ``pairs`` are the stays of the persons in the scope."""
        found = {unit: told for unit, told in self.found.items() if not scope.covers(unit)}
        found.update(_judged(file, vocabulary, scope, pairs))
        return Reasoned(file, vocabulary, found)

    def conflicts(self) -> Iterator[Conflict]:
        """All of them, in no order."""
        for found in self.found.values():
            yield from found


def reason(file: CaseFile, pairs: Iterable[Pair], vocabulary: Vocabulary) -> Reasoned:
    """Reason about a whole case; ``pairs`` are the stays that can overlap."""
    return Reasoned(file, vocabulary, _judged(file, vocabulary, WHOLE, pairs))


def _judged(file: CaseFile, vocabulary: Vocabulary, scope: Scope, pairs: Iterable[Pair]) -> Found:
    facts = Facts(narrowed(file, scope), vocabulary)
    found: dict[Unit, list[Conflict]] = defaultdict(list)
    for unit, conflict in _told(facts, scope, pairs):
        found[unit].append(conflict)
    return dict(found)


def _told(facts: Facts, scope: Scope, pairs: Iterable[Pair]) -> Iterator[tuple[Unit, Conflict]]:
    for conflict in presence_conflicts(facts, pairs):
        yield (PERSON, conflict.persons[0]), conflict
    units = [
        *((PERSON, person) for person in {**facts.parts, **facts.persons, **facts.charges}),
        *((EVENT, event) for event in facts.events),
        *((TARGET, target) for target in list(facts.citations)),
        (PAPERS,),
    ]
    opposed = opposed_accounts(facts)
    for unit in units:
        if scope.covers(unit):
            for conflict in _of_unit(facts, unit, opposed):
                yield unit, conflict
    yield from _of_links(facts, scope)


def _of_unit(facts: Facts, unit: Unit, opposed: Mapping[str, Sequence[str]]) -> Iterator[Conflict]:
    kind, record = unit[0], unit[-1]
    if kind == PERSON:
        parts = facts.parts.get(record, [])
        yield from order_of_person(facts, record, parts)
        yield from same_fact_of_person(facts, record, parts)
        yield from state_of_person(facts, record, parts)
    elif kind == EVENT:
        event = facts.events[record]
        yield from order_of_event(facts, event)
        yield from same_fact_of_event(facts, event)
        yield from duration_of_event(facts, event)
    elif kind == TARGET:
        yield from claims_about(facts, record)
        yield from passages_against(facts, record, opposed)
    else:
        yield from order_of_figures(facts)
        yield from same_fact_of_papers(facts)


def _of_links(facts: Facts, scope: Scope) -> Iterator[tuple[Unit, Conflict]]:
    contradicting: set[Unit] = set()
    for link in facts.file.links:
        unit = link_unit(link)
        if not scope.covers(unit):
            continue
        for conflict in order_of_link(facts, link):
            yield unit, conflict
        one, other = facts.events.get(link.from_id), facts.events.get(link.to_id)
        if link.kind == LinkKind.CONTRADICTS and one and other and unit not in contradicting:
            contradicting.add(unit)
            yield unit, accounts_conflict(facts, one, other)
