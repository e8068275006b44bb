"""What the tab reads: issues, cells, and a page of columns narrowed as wanted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.queries import issues, members
from db.queries.issues import Cell, IssueLine, Target
from db.rows import Key, Page, PersonRow
from db.vault import Session
from desktop.ui import labels

PAGE = 100  # columns read at once
MOST_PERSONS = 500


class Across(StrEnum):
    """Which columns are wanted."""

    ALL = "all"
    USED = "used"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Columns whose titles hold ``text``; those that bear on any issue, or on ``issue`` and its elements."""

    across: Across = Across.ALL
    text: str = ""
    issue: str = ""


@dataclass(frozen=True, slots=True)
class Sight:
    """The issues, what stands in the cells, and the first columns (``None`` where they need not be read again)."""

    lines: Sequence[IssueLine]
    cells: Mapping[tuple[str, str], Cell]
    columns: Page[Target] | None


def read_sight(case_id: str, wanted: Wanted, with_columns: bool, session: Session) -> Sight:
    """Read everything anew."""
    lines, cells = issues.tree_of(session, case_id), issues.cells_of(session, case_id)
    page = read_columns(case_id, wanted, None, session) if with_columns else None
    return Sight(lines, cells, page)


def read_columns(case_id: str, wanted: Wanted, after: Key | None, session: Session) -> Page[Target]:
    """Read a page of columns."""
    only: Sequence[str] | None = None
    if wanted.across is not Across.ALL:
        cells = issues.cells_of(session, case_id)
        branch = set(issues.below(session, wanted.issue)) if wanted.issue else set[str]()
        is_any = wanted.across is Across.USED
        only = sorted({target for issue, target in cells if is_any or issue in branch})
    return issues.targets(session, case_id, text=wanted.text, only=only, after=after, limit=PAGE)


def read_persons(case_id: str, session: Session) -> list[tuple[str, str]]:
    """The persons of a case and their names."""
    found = members.page(session, PersonRow, case_id=case_id, limit=MOST_PERSONS).rows
    return [(row.id, labels.member(row)) for row in found]
