"""One event told of several persons: asks for whom, and makes a copy for each in one step."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from db.types import Kind
from desktop.i18n import N_
from desktop.operations.event_copies import copy_event
from desktop.ui.desk import Desk
from desktop.ui.dialogs.crowd import CrowdDialog
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.inputs.crowd import Fellow


def ask_for_others(desk: Desk, pane: QWidget, case_id: str, event: str) -> None:
    """Ask for whom, and in what role."""
    title, verb = N_("Copy this event for others"), N_("&Copy for each of them")
    asked = CrowdDialog(desk, case_id, title, verb, pane.window())
    asked.chosen.connect(partial(_copy, desk, pane, event))
    asked.open()


def _copy(desk: Desk, pane: QWidget, event: str, fellows: Sequence[Fellow]) -> None:
    persons = [(one.who.id, one.part.role) for one in fellows if one.who.kind is Kind.PERSON]
    desk.perform(pane, work(copy_event, desk.vault, event, persons))
