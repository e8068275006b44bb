"""Issues: take up ready-made ones, reorder them, say what bears on them, put a whole branch in the trash."""

from collections.abc import Sequence
from dataclasses import replace

from db.queries import issues
from db.queries.records import fetch
from db.rows import IssueFactRow, IssueRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Done, Touched
from desktop.operations.record_checks import check_record
from resources.issues import Tree, trees

_ISSUES = frozenset({Kind.ISSUE, Kind.MEMBERSHIP})
_FACTS = frozenset({Kind.ISSUE_FACT})


def add_ready_issues(
    vault: Vault, case_id: str, tree_ids: Sequence[str], persons: Sequence[str], language: str
) -> Done[list[str]]:
    """Take up ready-made trees in one step, each once for every person (once for nobody without any).

    The words are written down in ``language``. Returns the ids of the claims. Raises ``KeyError`` for an unknown tree.
    """
    chosen = [trees()[tree] for tree in tree_ids]
    with vault.change("add-ready-issues") as change:
        standing = [line for line in issues.tree_of(change.session, case_id) if line.depth == 0]
        claims: list[str] = []
        for person in persons or [None]:
            for tree in chosen:
                ids: dict[str, str] = {}
                for row in _rows(tree, case_id, person, language, len(standing) + len(claims)):
                    parent = ids.get(row.parent_id or "")
                    ids[row.element or ""] = change.put(replace(row, parent_id=parent))
                claims.append(ids[tree.id])
        change.enroll(case_id, Kind.PERSON, persons)
    return Done(claims, Touched(_ISSUES, case_id))


def move_issue(vault: Vault, case_id: str, issue: str, step: int) -> Done[None]:
    """Move an issue up (-1) or down (+1) among those beside it; at the end of them nothing happens."""
    with vault.read() as session:
        moved = fetch(session, IssueRow, issue)
        beside = [line.issue for line in issues.tree_of(session, case_id) if line.issue.parent_id == moved.parent_id]
    places = [row.id for row in beside]
    there = places.index(issue) + step
    if not 0 <= there < len(beside):
        return Done(None, Touched())
    beside.insert(there, beside.pop(places.index(issue)))
    with vault.change("move-issue") as change:
        for position, row in enumerate(beside):
            if row.position != position:
                change.put(replace(row, position=position))
    return Done(None, Touched(_ISSUES, case_id))


def trash_issue(vault: Vault, case_id: str, issue: str) -> Done[None]:
    """Put an issue with everything under it in the trash, in one step."""
    at = int(vault.clock().timestamp())
    with vault.change("trash-issue") as change:
        for one in reversed(issues.below(change.session, issue)):
            change.put_in_trash(Kind.ISSUE, one, at=at)
    return Done(None, Touched(_ISSUES, case_id))


def set_bearing(
    vault: Vault, case_id: str, issue: str, target: tuple[Kind, str], bearing: str | None
) -> Done[str | None]:
    """Say what a record does to an issue, or with ``None`` that it does nothing; returns the fact's id."""
    kind, record = target
    with vault.read() as session:
        standing = issues.facts_between(session, issue, record)
    if bearing is None and not standing:
        return Done(None, Touched())
    label = "remove-issue-fact" if bearing is None else "edit-issue-fact" if standing else "add-issue-fact"
    new = IssueFactRow(id="", issue_id=issue, target_kind=kind.value, target_id=record)
    fact: str | None = None
    with vault.change(label) as change:
        for surplus in standing if bearing is None else standing[1:]:
            change.remove(Kind.ISSUE_FACT, surplus.id)
        if bearing is not None:
            row = replace(standing[0] if standing else new, bearing=bearing)
            check_record(row)
            change.record(Kind.ISSUE, issue)
            change.record(kind, record)
            fact = change.put(row)
    return Done(fact, Touched(_FACTS, case_id))


def _rows(tree: Tree, case_id: str, person: str | None, language: str, position: int) -> list[IssueRow]:
    """The issues of a tree; ``parent_id`` is still the element's parent, not a record's id."""
    counts: dict[str | None, int] = {}
    rows: list[IssueRow] = []
    for element in tree.elements:
        place = position if element.parent is None else counts.get(element.parent, 0)
        counts[element.parent] = counts.get(element.parent, 0) + 1
        title = element.labels.get(language) or element.labels["en"]
        basis = element.bases.get(language) or element.bases["en"]
        rows.append(IssueRow("", case_id, title, element.parent, place, element.id, basis, person_id=person))
    return rows
