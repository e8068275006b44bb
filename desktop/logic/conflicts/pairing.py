"""Which pairs of stays of one person can share a moment at all: what is left for judging, in n log n.

Lasting stays are held against everything; what fits into a day also against what fits into a day. Two vague acts
("some time in 2022") contradict nothing and are not paired, however many there are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import groupby


@dataclass(frozen=True, slots=True, order=True)
class Stay:
    """A person at an event, from the earliest to the latest second it can have lasted; no end is open."""

    person: str
    start: int
    end: int
    event: str
    lasts: bool = True
    is_brief: bool = False


Pair = tuple[str, str, str]  # a person and two events


def candidate_pairs(stays: Iterable[Stay]) -> Iterator[Pair]:
    """Every pair of stays of one person that can share a moment: their person, then the earlier and the later event."""
    for person, own in groupby(sorted(stays), _person):
        lasting, brief, vague = _Running(), _Running(), _Running()
        for stay in own:
            met = [lasting, brief, vague] if stay.lasts else [lasting, brief] if stay.is_brief else [lasting]
            for running in met:
                for event in running.at(stay.start):
                    yield person, event, stay.event
            (lasting if stay.lasts else brief if stay.is_brief else vague).begin(stay)


class _Running:
    """The stays that have begun and may not be over."""

    def __init__(self) -> None:
        self._heap: list[tuple[int, str]] = []

    def begin(self, stay: Stay) -> None:
        heappush(self._heap, (stay.end, stay.event))

    def at(self, second: int) -> list[str]:
        """Those that may not be over at this second; the others are forgotten."""
        while self._heap and self._heap[0][0] < second:
            heappop(self._heap)
        return [event for _end, event in self._heap]


def _person(stay: Stay) -> str:
    return stay.person
