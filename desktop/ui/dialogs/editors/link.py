"""The editor of a link: how one event bears on another."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import EventLinkRow
from desktop.errors import Fault
from desktop.i18n import N_, _
from desktop.operations.events import link_events
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.inputs.choices import ChoiceInput, Group
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.widgets.layout import label
from resources.vocabularies import vocabulary


class LinkEditor(Editor):
    """Links an event to another one of the case, in either direction."""

    def __init__(
        self, desk: Desk, case_id: str, event: Candidate, finder: Finder, parent: QWidget | None = None
    ) -> None:
        super().__init__(N_("Link to another event"), desk, parent, letters=72)
        self._case_id, self._event = case_id, event
        ours = label("hint")
        self.texts.put(ours.setText, partial(_ours, event))
        self.form.widen(ours)
        self.form.put("kind", N_("&How"), ChoiceInput(_directions, blank=""))
        self.form.put("to", N_("&Which event"), RecordPicker(desk, finder, N_("part of its title")), is_wide=True)
        self.settle()
        self.form.input("kind").setFocus()

    def subject(self) -> Subject:
        """The draft is of a link from this event."""
        return Subject("event-link", f"event-link:{self._event.id}", self._case_id, {"event": self._event.id})

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the link from the event it starts at."""
        kind, is_outgoing = values["kind"]
        ends = (self._event.id, values["to"].id)
        first, second = ends if is_outgoing else ends[::-1]
        row = EventLinkRow(id="", from_id=first, to_id=second, kind=kind)
        return work(link_events, self.desk.vault, row, self._case_id)

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """The other event must be chosen."""
        return [] if values["to"] else [Fault("to", _("Choose the other event."))]


def _ours(event: Candidate) -> str:
    return _("This event: {event}").format(event=labels.joined([event.title, event.detail]))


def _directions() -> list[Group]:
    """Every kind of link, from us to the other event and from there to us."""
    return [
        Group("", [((kind, way), labels.link(kind, is_outgoing=way)) for kind in vocabulary("link-kinds")])
        for way in (True, False)
    ]
