"""The editor of an event: what happened, when, where, to whom, and how sure all that is."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.errors import RecordMissing
from db.queries.timeline import Participant
from db.rows import EventRow, OrganisationRow, ParticipationRow, PersonRow
from db.types import Kind, Name
from db.vault import Session
from desktop.errors import Fault
from desktop.i18n import N_
from desktop.operations.events import save_event
from desktop.ui.building import Stages
from desktop.ui.desk import Desk
from desktop.ui.dialogs.crowd import CrowdDialog
from desktop.ui.dialogs.editors.draft import EventDraft, EventFacts, zone_at
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.event_fields import EventFields
from desktop.ui.inputs.choices import ChoiceInput, kinds_of_event, terms_of
from desktop.ui.inputs.finders import candidate_of
from desktop.ui.inputs.participants import ParticipantsInput
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.tags import TagsInput
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.inputs.times import WhenInput
from desktop.ui.times import zone_of

PLAIN = ("kind", "when", "until", "title", "text", "standing", "certainty", "tags")


class EventEditor(Editor):
    """Records an event or corrects one; ``finders`` look for people, organisations (or either) and places."""

    def __init__(
        self,
        desk: Desk,
        facts: EventFacts,
        finders: Mapping[Kind, Finder],
        acting: Finder,
        draft: EventDraft | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(N_("Event") if facts.line else N_("New event"), desk, parent, letters=92)
        self._facts, self.zone = facts, facts.zone
        self._row = facts.line.event if facts.line else EventRow(id="", case_id=facts.case.id, kind="")
        self.participants = ParticipantsInput(desk, acting)
        self.fields = EventFields(desk, partial(_zone_now, self), finders, facts.named)
        self.forms = (self.form, self.fields)
        self._places, self._draft = finders[Kind.PLACE], draft or EventDraft()

    def build(self) -> Stages:
        """Input after input, filled at the end; it can be opened when all of it is there."""
        line, draft = self._facts.line, self._draft
        yield from self._put()
        yield from self.fields.make_in_turn(self._row.kind or draft.kind, self._row.fields)
        yield from self.participants.fill_in_turn(line.participants if line else ())
        self._fill()
        yield
        self._begin(draft)
        if draft.participants:
            yield from self.participants.fill_in_turn([_suggested(who, role) for who, role in draft.participants])

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the event with its participants."""
        for part in ("place", "until_place"):
            chosen: Candidate | None = values.pop(part)
            values[f"{part}_id"] = chosen.id if chosen else None
        values["kind"] = values["kind"] or ""
        parts: Sequence[ParticipationRow] = values.pop("participants")
        row = replace(self._row, **values, fields=_kept(self.fields.values()[0]))
        return work(save_event, self.desk.vault, row, parts)

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """The fields of the kind must make sense too."""
        del values
        return self.fields.values()[1]

    def mark(self, faults: Sequence[Fault]) -> list[Fault]:
        """Show each fault at its input, also at those of the kind."""
        return self.fields.mark(self.form.mark(faults))

    def is_changed(self) -> bool:
        """Whether something was typed that is not saved, in the fields of the kind too."""
        return super().is_changed() or self.fields.raw() != self._clean_fields

    def settle(self) -> None:
        """Everything is filled: from now on anything typed is a change."""
        super().settle()
        self._clean_fields = self.fields.raw()

    def _put(self) -> Stages:
        put, places = self.form.put, self._places
        kind = TermInput(kinds_of_event, N_("type part of it: detention, hearing…"))
        put("kind", N_("&Kind"), kind, is_wide=True)
        put("when", N_("&When"), WhenInput(N_("When"), partial(_zone_now, self)))
        put("until", N_("&Until"), WhenInput(N_("Until"), partial(_zone_now, self)))
        put("place", N_("&Place"), RecordPicker(self.desk, places, N_("Name of a place")))
        put("until_place", N_("T&o place"), RecordPicker(self.desk, places, N_("where it ended, for a transfer")))
        yield
        put("title", N_("&Title"), TextInput(N_("in a few words")), is_wide=True)
        put("text", N_("Te&xt"), LongTextInput(4, N_("what happened")), is_wide=True)
        put("standing", N_("Standin&g"), ChoiceInput(terms_of("standings")))
        put("certainty", N_("Certaint&y"), ChoiceInput(terms_of("certainties")))
        put("tags", N_("Tags"), TagsInput(), is_wide=True)
        yield
        self.form.widen(self.fields)
        put("participants", N_("Who took part"), self.participants, is_wide=True, level="heading")
        self.participants.several_asked.connect(partial(_ask_several, self, self._facts.case.id))
        self.form.input("kind").changed.connect(self._follow_kind)
        self.form.input("place").changed.connect(self._follow_place)
        yield

    def _fill(self) -> None:
        line = self._facts.line
        self.form.fill({part: getattr(self._row, part) for part in PLAIN})
        self.form.input("place").fill(candidate_of(line.place) if line and line.place else None)
        self.form.input("until_place").fill(candidate_of(line.until_place) if line and line.until_place else None)
        self.fields.fill_all(self._row.fields)
        self._follow_kind()
        self.settle()

    def _begin(self, draft: EventDraft) -> None:
        """Put in what is suggested; that counts as typed, so that it is not lost by Esc."""
        suggested = {"kind": draft.kind, "when": draft.when, "title": draft.title, "text": draft.text}
        self.form.fill({part: value for part, value in suggested.items() if value})
        picker = self.form.input("place")
        if draft.place:
            picker.fill(draft.place)
            self._follow_place()
        elif draft.place_text and isinstance(picker, RecordPicker):
            picker.type_in(draft.place_text)
        self._follow_kind()
        order = ("kind", "when", "title")
        first = next((part for part in order if not self.form.input(part).raw()), "title")
        self.form.input(first).setFocus()

    def _follow_kind(self) -> None:
        kind = self.form.input("kind").raw()
        self.fields.show_kind(str(kind))
        self.fields.setVisible(not self.fields.is_blank())

    def _follow_place(self) -> None:
        place = self.form.input("place").raw()
        self.desk.read(self, partial(_zone_of, str(place)), self._keep_clock)

    def _keep_clock(self, zone: str | None) -> None:
        self.zone = zone or zone_of(self._facts.case.jurisdiction)
        for part in ("when", "until"):
            made = self.form.input(part)
            if isinstance(made, WhenInput):
                made.read_again()
        self.fields.read_times_again()


def _zone_now(editor: EventEditor) -> str:
    return editor.zone


def _ask_several(editor: EventEditor, case_id: str) -> None:
    """Ask for many at once."""
    asked = CrowdDialog(
        editor.desk, case_id, N_("Several who took part"), N_("&Put them in the event"), editor
    )  # fmt: skip
    asked.chosen.connect(editor.participants.add_several)
    asked.open()


def _kept(values: dict[str, Any]) -> dict[str, Any]:
    """The fields that say something; no is an answer."""
    return {part: value for part, value in values.items() if value not in (None, "", [])}


def _zone_of(place_id: str, session: Session) -> str | None:
    try:
        return zone_at(session, place_id)
    except RecordMissing:
        return None


def _suggested(who: Candidate, role: str) -> Participant:
    named = (Name(who.title),)
    part = ParticipationRow(id="", event_id="", role=role)
    if who.kind is Kind.PERSON:
        return Participant(part, PersonRow(id=who.id, names=named), None)
    return Participant(part, None, OrganisationRow(id=who.id, names=named))
