"""What is to be proved in a case and how far it is, and the injuries on file, for printing one case."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desktop.cli.console import Console, table
from desktop.cli.words import called, plain_when, term, told
from desktop.i18n import _

ISSUES = (
    '"issues": [{"id", "title", "basis", "parent": id or null, "person": id or null,\n'
    '    "supports": count, "contradicts": count, "mentions": count}]'
)
INJURIES = (
    '"injuries": [{"id", "person": id, "name", "event": id or null, "type", "region", "side", "chart",\n'
    '    "x": 0 to 1, "y": 0 to 1, "observed", "istanbul", "grade", "sources": count}]'
)


def plain_issues(session: Any, case_id: str) -> Iterator[dict[str, Any]]:
    """Every issue as JSON, each claim before its elements, with how many records bear on it in each way."""
    from db.queries import issues
    from db.types import Bearing

    for line in issues.tree_of(session, case_id):
        row = line.issue
        counts = {bearing.value: line.count(bearing) for bearing in Bearing}
        yield {
            "id": row.id, "title": row.title, "basis": row.basis, "parent": row.parent_id, "person": row.person_id,
            **counts, "depth": line.depth,
        }  # fmt: skip


def plain_injuries(session: Any, case_id: str) -> Iterator[dict[str, Any]]:
    """Every injury as JSON, in the order they were seen."""
    from db.queries import injuries

    for line in injuries.of_case(session, case_id):
        row = line.injury
        yield {
            "id": row.id, "person": row.person_id, "name": called(line.person), "event": row.event_id,
            "type": row.type, "region": row.region, "side": row.side, "chart": row.chart, "x": row.x, "y": row.y,
            "observed": plain_when(row.observed), "istanbul": row.istanbul, "grade": row.grade,
            "sources": line.citations, "told": told(row.observed),
        }  # fmt: skip


def say_proof(console: Console, issues: Sequence[Mapping[str, Any]], injuries: Sequence[Mapping[str, Any]]) -> None:
    """Print both as tables; nothing where there are none."""
    if issues:
        console.say("\n" + _("Issues"))
        console.say(table(_issue(one) for one in issues))
    if injuries:
        console.say("\n" + _("Injuries"))
        console.say(table(_injury(one) for one in injuries))


def without(entries: Sequence[Mapping[str, Any]], *keys: str) -> list[dict[str, Any]]:
    """The entries without what only people read."""
    return [{key: value for key, value in entry.items() if key not in keys} for entry in entries]


def _issue(one: Mapping[str, Any]) -> tuple[str, str]:
    counts = f"+{one['supports']} −{one['contradicts']} ·{one['mentions']}"
    return "  " * one["depth"] + one["title"], counts


def _injury(one: Mapping[str, Any]) -> tuple[str, ...]:
    where = ", ".join(filter(None, (term("body-regions", one["region"]), term("body-sides", one["side"]))))
    return one["name"], term("injury-types", one["type"]), where, one["told"], term("istanbul-levels", one["istanbul"])
