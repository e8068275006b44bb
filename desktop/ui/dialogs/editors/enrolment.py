"""Putting somebody or something the vault knows already on file in a case."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.types import Kind
from db.vault import Vault
from desktop.errors import Fault
from desktop.i18n import N_, _
from desktop.operations import Done
from desktop.operations.members import enroll_member
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker

TITLES = {
    Kind.PERSON: N_("Put a person on file"),
    Kind.ORGANISATION: N_("Put an organisation on file"),
    Kind.PLACE: N_("Put a place on file"),
}


class EnrolmentEditor(Editor):
    """Asks whom or what; ``finder`` looks through the whole vault."""

    def __init__(self, desk: Desk, case_id: str, kind: Kind, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(TITLES[kind], desk, parent, letters=60)
        self._case_id, self._kind = case_id, kind
        self.form.put("member", N_("&Name"), RecordPicker(desk, finder, N_("any spelling of the name")), is_wide=True)
        self.settle()
        self.form.input("member").setFocus()

    def subject(self) -> Subject:
        """The draft is of what is sought for this case."""
        kind = self._kind.value
        return Subject("enrolment", f"enrolment:{kind}:{self._case_id}", self._case_id, {"kind": kind})

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """Somebody must be chosen."""
        return [] if values["member"] else [Fault("member", _("Choose from the list, or create it there."))]

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Put the one chosen on file."""
        chosen: Candidate = values["member"]
        return work(partial(_enroll, self.desk.vault, self._case_id, chosen))


def _enroll(vault: Vault, case_id: str, chosen: Candidate) -> Done[str]:
    done = enroll_member(vault, case_id, chosen.kind, chosen.id)
    return Done(chosen.id, done.touched)
