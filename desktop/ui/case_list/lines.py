"""What the list of cases shows of each, and how it is read."""

from datetime import datetime
from functools import partial

from db.queries import cases
from db.queries.cases import CaseLine
from db.rows import Key, Page
from db.vault import Session, Vault
from desktop.i18n import N_
from desktop.ui import labels, times
from desktop.ui.models.columns import Column, Query
from desktop.ui.models.pages import Fetch

FIRST_NUMBER = 1
MOST = 10_000


def columns() -> tuple[Column[CaseLine], ...]:
    """Reference, title, stage, when it was opened, and how much is on file."""
    return (
        Column("ref", N_("Reference"), _ref, 20),
        Column("title", N_("Title"), _title, 48),
        Column("stage", N_("Stage"), _stage, 22),
        Column("opened", N_("Opened"), _opened, 16, order=_opened_at),
        Column("persons", N_("Persons"), _persons, 8, order=_person_count, is_number=True),
        Column("events", N_("Events"), _events, 8, order=_event_count, is_number=True),
        Column("documents", N_("Documents"), _documents, 10, order=_document_count, is_number=True),
    )


def case_id(line: CaseLine) -> str:
    """The id of the case."""
    return line.case.id


def reader(vault: Vault) -> Fetch[CaseLine]:
    """Reads a page of cases."""
    return partial(_page, vault)


def next_ref(jurisdiction: str, now: datetime, session: Session) -> str:
    """The reference after the last of this year: ``KZ-2026-04``."""
    stem = f"{jurisdiction.upper()}-{now.year}-"
    taken = (line.case.ref for line in cases.page(session, text=stem, limit=MOST).rows)
    numbers = [int(ref.removeprefix(stem)) for ref in taken if ref.removeprefix(stem).isdecimal()]
    return f"{stem}{max(numbers, default=FIRST_NUMBER - 1) + 1:02}"


def _page(vault: Vault, query: Query, after: Key | None, limit: int) -> Page[CaseLine]:
    with vault.read() as session:
        return cases.page(session, after=after, limit=limit, text=query.text)


def _ref(line: CaseLine) -> str:
    return line.case.ref


def _title(line: CaseLine) -> str:
    return line.case.title


def _stage(line: CaseLine) -> str:
    return labels.term("stages", line.case.stage)


def _opened(line: CaseLine) -> str:
    return times.told_short(line.case.opened)


def _opened_at(line: CaseLine) -> int:
    opened = line.case.opened
    return opened.earliest or 0 if opened else 0


def _persons(line: CaseLine) -> str:
    return str(line.persons)


def _person_count(line: CaseLine) -> int:
    return line.persons


def _events(line: CaseLine) -> str:
    return str(line.events)


def _event_count(line: CaseLine) -> int:
    return line.events


def _documents(line: CaseLine) -> str:
    return str(line.documents)


def _document_count(line: CaseLine) -> int:
    return line.documents
