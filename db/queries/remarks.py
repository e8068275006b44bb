"""What is still to be done and what is worth remembering: of one record, or of a whole case."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_
from sqlalchemy.orm import Session

from db.models import Note, Task
from db.queries.records import live
from db.rows import NoteRow, TaskRow

CLOSED = ("done", "dropped")


@dataclass(frozen=True, slots=True)
class Remarks:
    """The tasks and notes of one record."""

    tasks: Sequence[TaskRow] = ()
    notes: Sequence[NoteRow] = ()


def remarks_on(session: Session, record: str) -> Remarks:
    """The tasks and notes of a record: what is open first, by when it is due."""
    tasks = live(session, TaskRow, Task.target_id == record)
    return Remarks(sorted(tasks, key=_by_urgency), live(session, NoteRow, Note.target_id == record))


def open_tasks(session: Session, case_id: str) -> list[TaskRow]:
    """The tasks of a case that are neither done nor dropped, the most urgent first."""
    is_open = or_(Task.status.is_(None), Task.status.not_in(CLOSED))
    return sorted(live(session, TaskRow, Task.case_id == case_id, is_open), key=_by_urgency)


def notes_of_case(session: Session, case_id: str) -> list[NoteRow]:
    """The notes on a case itself."""
    return live(session, NoteRow, Note.case_id == case_id, Note.target_id.is_(None))


def is_closed(task: TaskRow) -> bool:
    """Whether nothing is left to do."""
    return task.status in CLOSED


def _by_urgency(task: TaskRow) -> tuple[bool, bool, int, str]:
    due = task.due.latest if task.due else None
    return is_closed(task), due is None, due or 0, task.id
