"""What the list shows of each contradiction."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.i18n import N_, _
from desktop.logic.conflicts import Certainty, Family
from desktop.operations.conflicts import CERTAINTY_NAMES, FAMILY_NAMES, Finding, Naming
from desktop.ui import labels
from desktop.ui.models.columns import Column

DECISIONS = "conflict-decisions"


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A finding and what its records are called."""

    finding: Finding
    naming: Naming


def columns() -> Sequence[Column[ConflictLine]]:
    """Kind, certainty, both facts, what was decided; how many sources, where somebody asks."""
    return (
        Column("family", N_("Contradiction"), family, 18, order=_family_rank),
        Column("certainty", N_("Certainty"), certainty, 10, order=_certainty_rank),
        Column("first", N_("One fact"), _first, 22),
        Column("second", N_("The other fact"), _second, 22),
        Column("status", N_("Decision"), status, 14),
        Column("sources", N_("Sources"), _sources, 8, order=_source_count, is_number=True, is_spare=True),
    )


def line_id(line: ConflictLine) -> str:
    """What tells it from all others: its records, and the facts it hangs on."""
    conflict = line.finding.conflict
    return "|".join([*(ref.id for ref in conflict.records), conflict.rule, conflict.fingerprint])


def family(line: ConflictLine) -> str:
    """What sort of contradiction it is."""
    return _(FAMILY_NAMES[line.finding.conflict.family])


def certainty(line: ConflictLine) -> str:
    """Whether it holds however the dates are read."""
    return _(CERTAINTY_NAMES[line.finding.conflict.certainty])


def status(line: ConflictLine) -> str:
    """What was decided about it."""
    return labels.term(DECISIONS, line.finding.status)


def _first(line: ConflictLine) -> str:
    return line.naming.called(line.finding.conflict.records[0])


def _second(line: ConflictLine) -> str:
    first, second = line.finding.conflict.records
    return line.naming.called(second) if second != first else _("what a source says of it")


def _sources(line: ConflictLine) -> str:
    return str(_source_count(line))


def _source_count(line: ConflictLine) -> int:
    return len(line.finding.conflict.sources)


def _family_rank(line: ConflictLine) -> int:
    return list(Family).index(line.finding.conflict.family)


def _certainty_rank(line: ConflictLine) -> int:
    return list(Certainty).index(line.finding.conflict.certainty)
