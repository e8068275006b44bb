"""The editor of many records at once: what differs says so, and what is left alone stays as it is in each."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.queries.records import fetch
from db.rows import CaseRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_, _, ngettext
from desktop.operations import Done
from desktop.operations.bulk import TAGS, Several, edit_several, read_several
from desktop.ui import times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb
from desktop.ui.dialogs.editors.subject import Subject, fingerprint
from desktop.ui.inputs.choices import ChoiceInput, kinds_of_event, terms_of, yes_or_no
from desktop.ui.inputs.finders import members_of
from desktop.ui.inputs.input import Input
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.tags import TagsInput
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import TextInput
from desktop.ui.inputs.times import WhenInput
from desktop.ui.tasks import Job
from desktop.ui.widgets.banner import Tone

Make = Callable[[], Input]
PLACE = "place_id"


class SeveralEditor(Editor):
    """Only what is typed here is written, into every one of the records, as one step of undo."""

    def __init__(self, desk: Desk, several: Several, zone: str, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(N_("Edit several"), desk, parent, letters=84)
        self._several, self._zone, self._case_id = several, zone, case_id
        self._put_all()
        count = len(several.rows)
        words = ngettext(
            "{count} record: what you leave alone stays as it is.",
            "{count} records: what you leave alone stays as it is in each.",
            count,
        )
        self.banner.tell(Tone.NOTE, words.format(count=count))
        self.settle()
        self._untouched = {part: self.form.input(part).raw() for part in self.form.parts()}
        self.form.input(self.form.parts()[0]).setFocus()

    def subject(self) -> Subject:
        """The draft is of these records together."""
        about = {"kind": self._several.kind.value, "records": [row.id for row in self._several.rows]}
        return Subject("several", f"several:{fingerprint(about)}", self._case_id or None, about)

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write what was changed."""
        changed = {
            part: value for part, value in values.items() if self.form.input(part).raw() != self._untouched[part]
        }
        if PLACE in changed:
            chosen: Candidate | None = changed[PLACE]
            changed[PLACE] = chosen.id if chosen else None
        records = [row.id for row in self._several.rows]
        return partial(_edit, self.desk, self._several.kind, records, changed, self._case_id)

    def _put_all(self) -> None:
        for part, (title, make) in self._parts().items():
            made = make()
            is_different = part != TAGS and self._several.differs(part)
            self.form.put_worded(part, partial(_titled, title, is_different=is_different), made)
            if part not in (TAGS, PLACE):
                made.fill(self._several.shared(part))

    def _parts(self) -> Mapping[str, tuple[str, Make]]:
        zone = partial(str, self._zone)
        tags: tuple[str, Make] = (N_("Add tags"), TagsInput)
        places = Finder(members_of(self._case_id or None, Kind.PLACE))
        return {
            Kind.EVENT: {
                "kind": (N_("&Kind"), partial(TermInput, kinds_of_event)),
                "when": (N_("&When"), partial(WhenInput, N_("When"), zone)),
                "until": (N_("&Until"), partial(WhenInput, N_("Until"), zone)),
                PLACE: (N_("&Place"), partial(RecordPicker, self.desk, places, N_("Name of a place"))),
                "standing": (N_("Standin&g"), partial(ChoiceInput, terms_of("standings"))),
                "certainty": (N_("Certaint&y"), partial(ChoiceInput, terms_of("certainties"))),
                TAGS: tags,
            },
            Kind.DOCUMENT: {
                "kind": (N_("&Kind"), partial(TermInput, terms_of("document-kinds"))),
                "author": (N_("A&uthor"), TextInput),
                "language": (N_("&Language"), partial(TermInput, terms_of("languages"))),
                "received": (N_("Re&ceived"), partial(WhenInput, N_("Received"), zone)),
                "received_from": (N_("Received &from"), TextInput),
                "received_how": (N_("Received &how"), partial(TermInput, terms_of("channels"))),
                "privileged": (N_("&Privileged"), partial(ChoiceInput, yes_or_no)),
                "confidentiality": (N_("Confide&ntiality"), partial(ChoiceInput, terms_of("confidentialities"))),
                TAGS: tags,
            },
            Kind.PERSON: {
                "occupation": (N_("&Occupation"), TextInput),
                "sex": (N_("Se&x"), partial(ChoiceInput, terms_of("sexes"))),
                "protected": (N_("&Protection"), partial(ChoiceInput, terms_of("protections"))),
                TAGS: tags,
            },
        }[self._several.kind]


def bind_several(desk: Desk, owner: QWidget, kind: Kind, case_id: str, chosen: Callable[[], Sequence[str]]) -> None:
    """Let ``owner`` answer the action to edit several; ``chosen`` says which records are selected there."""
    desk.actions.bind("list.several", owner, partial(_open, desk, owner, kind, case_id, chosen))


def open_several(desk: Desk, window: QWidget, kind: Kind, case_id: str, records: Sequence[str]) -> None:
    """Edit these records together."""
    desk.read(window, partial(_read, kind, records, case_id), partial(_show, desk, window, case_id))


def _open(desk: Desk, owner: QWidget, kind: Kind, case_id: str, chosen: Callable[[], Sequence[str]]) -> None:
    open_several(desk, owner.window(), kind, case_id, chosen())


def _read(kind: Kind, records: Sequence[str], case_id: str, session: Session) -> tuple[Several, str]:
    zone = times.zone_of(fetch(session, CaseRow, case_id).jurisdiction) if case_id else times.FALLBACK_ZONE
    return read_several(session, kind, records), zone


def _show(desk: Desk, window: QWidget, case_id: str, read: tuple[Several, str]) -> None:
    SeveralEditor(desk, *read, case_id, window).open()


def _edit(
    desk: Desk, kind: Kind, records: Sequence[str], values: Mapping[str, Any], case_id: str, _job: Job
) -> Done[str]:
    done = edit_several(desk.vault, kind, records, values, case_id=case_id or None)
    return Done(str(done.result), done.touched)


def _titled(title: str, *, is_different: bool) -> str:
    return _("{title} (different)").format(title=_(title)) if is_different else _(title)
