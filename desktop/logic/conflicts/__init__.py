"""What cannot both be true: conflicts of presence, order, value, duration and state, with the reasoning of each.

Pure: the facts of a case come in as its ``CaseFile``, the pairs of stays that can overlap from a query or from
``candidate_pairs``; what goes out is the same whatever the order the records came in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from db.case_file import CaseFile
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Source, Step, fingerprint
from desktop.logic.conflicts.explain import Tongue, explain
from desktop.logic.conflicts.pairing import Pair, Stay, candidate_pairs
from desktop.logic.conflicts.presence import TOOK_PART
from desktop.logic.conflicts.reasoning import Reasoned, reason
from desktop.logic.conflicts.terms import Vocabulary

__all__ = [
    "Certainty",
    "Conflict",
    "Family",
    "Pair",
    "Reasoned",
    "Ref",
    "Source",
    "Stay",
    "Step",
    "Tongue",
    "Vocabulary",
    "candidate_pairs",
    "explain",
    "find_conflicts",
    "listed",
    "reason",
]


def find_conflicts(file: CaseFile, pairs: Iterable[Pair], vocabulary: Vocabulary) -> list[Conflict]:
    """Every conflict in a case, each once: see ``listed``."""
    return listed(reason(file, pairs, vocabulary))


def listed(reasoned: Reasoned) -> list[Conflict]:
    """Every conflict found, each once: the certain before the possible, then by family and by records.

    Conflicts of the same two records for the same reason over several persons are one conflict of them all.
    """
    return sorted(_joined(reasoned.conflicts()), key=_order)


def _joined(found: Iterable[Conflict]) -> Iterator[Conflict]:
    groups: dict[tuple[object, ...], list[Conflict]] = {}
    for conflict in found:
        reasons = repr([step for step in conflict.steps if step.code != TOOK_PART])
        groups.setdefault((conflict.rule, conflict.records, reasons), []).append(conflict)
    for group in groups.values():
        yield group[0] if len(group) == 1 else _of_all(sorted(group, key=_persons))


def _of_all(group: list[Conflict]) -> Conflict:
    """The same conflict over several persons."""
    first = group[0]
    own = [step for conflict in group for step in conflict.steps if step.code == TOOK_PART]
    rest = [step for step in first.steps if step.code != TOOK_PART]
    prints = [(conflict.fingerprint,) for conflict in group]
    persons = tuple(dict.fromkeys(person for conflict in group for person in conflict.persons))
    return replace(first, persons=persons, steps=(*rest, *own), fingerprint=fingerprint(first.rule, prints))


def _persons(conflict: Conflict) -> tuple[str, ...]:
    return conflict.persons


def _order(conflict: Conflict) -> tuple[object, ...]:
    is_possible = conflict.certainty is Certainty.POSSIBLE
    ids = [record.id for record in conflict.records]
    return (
        is_possible,
        list(Family).index(conflict.family),
        ids,
        conflict.rule,
        conflict.fingerprint,
        conflict.persons,
    )
