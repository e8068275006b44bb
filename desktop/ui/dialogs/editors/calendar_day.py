"""The editor of a day of a calendar: off or worked, against what the table says."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import CalendarDayRow
from desktop.i18n import N_, _
from desktop.operations.calendars import calendar_names, set_day
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.inputs.choices import ChoiceInput, Group
from desktop.ui.inputs.texts import TextInput
from desktop.ui.law import words

PARTS = ("calendar", "day", "is_working", "title", "source")


class CalendarDayEditor(Editor):
    """Writes one day."""

    def __init__(self, desk: Desk, row: CalendarDayRow, parent: QWidget | None = None) -> None:
        super().__init__(N_("Day off or working day"), desk, parent, letters=72)
        self._row = row
        put = self.form.put
        put("calendar", N_("&Calendar"), ChoiceInput(_calendars, blank=""))
        put("day", N_("&Day"), TextInput(N_("2026-03-21")))
        put("is_working", N_("&What it is"), ChoiceInput(_states, blank=""))
        put("title", N_("&Name"), TextInput())
        put("source", N_("S&ource"), TextInput(N_("the decree, with number and date")), is_wide=True)
        self.form.fill({part: getattr(row, part) for part in PARTS})
        self.settle()
        self.form.input("source" if row.day else "day").setFocus()

    def subject(self) -> Subject:
        """Each day of a calendar has a draft of its own."""
        about = {part: getattr(self._row, part) for part in ("id", *PARTS)}
        return Subject("calendar-day", f"calendar-day:{self._row.calendar}:{self._row.day or 'new'}", None, about)

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the day."""
        values["day"] = values["day"] or ""
        return work(set_day, self.desk.vault, replace(self._row, **values))


def _calendars() -> list[Group]:
    return [Group("", [(name, words.jurisdiction_name(name)) for name in calendar_names()])]


def _states() -> list[Group]:
    return [Group("", [(False, _("Day off")), (True, _("Working day"))])]
