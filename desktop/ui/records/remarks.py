"""The part of a sheet with the tasks and notes on a record."""

from collections.abc import Sequence

from db.queries.remarks import Remarks, is_closed
from db.rows import NoteRow, TaskRow
from desktop.i18n import _
from desktop.ui import labels, markup, times
from desktop.ui.markup import Markup

TASK, ADD_TASK, TICK_TASK, TRASH_TASK = "task", "add-task", "tick-task", "trash-task"
NOTE, ADD_NOTE, TRASH_NOTE = "note", "add-note", "trash-note"
VERBS = frozenset((TASK, ADD_TASK, TICK_TASK, TRASH_TASK, NOTE, ADD_NOTE, TRASH_NOTE))
BOX, TICKED = "\u2610", "\u2611"


def compose_remarks(remarks: Remarks, *, can_add: bool) -> Markup:
    """Tasks with a box to tick, then notes."""
    tasks = [task_line(row) for row in remarks.tasks]
    notes = [note_line(row) for row in remarks.notes]
    parts: list[Markup] = []
    for title, step, lines in (
        (_("Tasks"), markup.link(ADD_TASK, "", _("Add a task")), tasks),
        (_("Notes"), markup.link(ADD_NOTE, "", _("Add a note")), notes),
    ):
        if lines or can_add:
            parts += [markup.heading(title, *([step] if can_add else [])), markup.points(lines)]
    return Markup("".join(parts))


def task_line(row: TaskRow, about: Sequence[Markup] = ()) -> Markup:
    """One task: its box, what is to be done, by when and by whom."""
    is_done = is_closed(row)
    ticked = markup.link(TICK_TASK, row.id, f"{TICKED if is_done else BOX} {row.title}")
    status = labels.term("task-statuses", row.status) if row.status != "open" else ""
    told = labels.joined([times.told_short(row.due), row.assignee or "", status])
    return markup.joined(
        [
            ticked,
            *about,
            markup.quiet(told),
            markup.quiet(row.text or ""),
            markup.step(TASK, row.id, _("edit")),
            markup.step(TRASH_TASK, row.id, _("move to trash")),
        ]
    )


def note_line(row: NoteRow) -> Markup:
    """One note."""
    steps = [markup.step(NOTE, row.id, _("edit")), markup.step(TRASH_NOTE, row.id, _("move to trash"))]
    return markup.joined([markup.plain(row.text), *steps])
