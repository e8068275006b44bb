"""Breaches as findings for a brief: each limit that was overrun, with the trace that shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.documents.clocks.trace import Sources, trace
from desktop.documents.clocks.words import Words
from desktop.logic.clocks import Certainty, Deadline, Status
from desktop.logic.clocks.rule import Side


@dataclass(frozen=True, slots=True)
class Breach:
    """One finding: whose clock it is (a person's id), what was overrun, and the steps that show it, in words."""

    person: str | None
    title: str
    lines: tuple[str, ...]


def breaches_of(deadlines: Iterable[Deadline], sources: Sources, language: str) -> Iterator[Breach]:
    """The limits the authorities overran, the certain ones first, each group by its due.

    What is only possible says so; what nothing on file shows is no breach and is left out.
    """
    overrun = [one for one in deadlines if one.status is Status.BREACHED and one.rule.side is Side.THEIRS]
    for certainty in (Certainty.CERTAIN, Certainty.POSSIBLE):
        for one in overrun:
            if one.certainty is certainty:
                yield Breach(one.person, _title(one, language), trace(one, sources, language))


def _title(one: Deadline, language: str) -> str:
    words = Words(language, one.zone)
    title = words.pick(one.rule.title)
    if one.certainty is Certainty.CERTAIN:
        return title
    return words.gettext("{title} (possible breach)").format(title=title)
