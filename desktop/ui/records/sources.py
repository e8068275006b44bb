"""What documents say of a person, organisation or place: each passage with its place, and how to add one."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from db.queries.documents import Passage
from db.queries.records import fetch
from db.rows import CitationRow
from db.types import Bearing, Kind
from db.vault import Session
from desktop.i18n import _
from desktop.operations.citations import remove_citation
from desktop.ui import labels, markup, times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.opening import Editors, new_citation
from desktop.ui.markup import Markup
from desktop.ui.records.claims import BEARING_COLOURS, claimed, locator

CITE, EDIT_CITATION, REMOVE_CITATION = "cite", "edit-citation", "remove-citation"
VERBS = frozenset((CITE, EDIT_CITATION, REMOVE_CITATION))


@dataclass(frozen=True, slots=True)
class Cited:
    """The record the passages speak of, as it is called, in a case."""

    case_id: str
    kind: Kind
    record: str
    title: str


def compose_sources(passages: Sequence[Passage], *, can_cite: bool) -> Markup:
    """The part of the sheet; nothing where there are none and none can be added."""
    steps = [markup.link(CITE, "", _("Cite a document"))] if can_cite else []
    lines = [_passage(one, can_edit=can_cite) for one in passages]
    return Markup(markup.heading(_("Sources"), *steps) + "".join(lines)) if lines or steps else markup.NOTHING


def follow_source(desk: Desk, pane: QWidget, cited: Cited, verb: str, target: str) -> None:
    """Take the step that a link of the part stands for."""
    editors = Editors(desk, pane.window())
    if verb == CITE:
        editors.open_citation(cited.case_id, new_citation(cited.kind, cited.record), cited.title)
    elif verb == EDIT_CITATION:
        desk.read(pane, partial(_citation, target), partial(_edit, editors, cited))
    elif verb == REMOVE_CITATION:
        desk.perform(pane, work(remove_citation, desk.vault, target, cited.case_id))


def _passage(one: Passage, *, can_edit: bool) -> Markup:
    citation = one.citation
    colour = BEARING_COLOURS.get(Bearing(citation.bearing), "muted")
    about = claimed(citation, times.FALLBACK_ZONE)
    source = markup.joined(
        [
            markup.coloured(labels.term("bearings", citation.bearing), colour),
            markup.bold(about) if about else markup.NOTHING,
            markup.link(Kind.DOCUMENT.value, one.document.id, one.document.title),
            markup.plain(locator(citation)),
            markup.quiet(labels.term("reliabilities", citation.reliability)),
        ]
    )
    steps = [
        markup.step(EDIT_CITATION, citation.id, _("edit")),
        markup.step(REMOVE_CITATION, citation.id, _("take away")),
    ]
    return markup.passage(citation.quote or "", markup.joined([source, *(steps if can_edit else [])]))


def _edit(editors: Editors, cited: Cited, row: CitationRow) -> None:
    editors.open_citation(cited.case_id, row, cited.title)


def _citation(citation: str, session: Session) -> CitationRow:
    return fetch(session, CitationRow, citation)
