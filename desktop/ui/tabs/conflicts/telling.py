"""A contradiction to read: why it is one, both records, and both sources with their pages."""

import re
from collections.abc import Iterator

from db.case_file import CaseFile
from db.types import Kind
from desktop.i18n import _
from desktop.logic.conflicts import Certainty, Ref, Source
from desktop.operations.conflicts import OPEN, explain_conflict
from desktop.ui import markup
from desktop.ui.markup import Markup
from desktop.ui.records.pane import LEADING
from desktop.ui.tabs.conflicts.lines import ConflictLine, certainty, family, status

PASSAGE = "passage"  # leads to a page of a document: "3/ID"


def compose(file: CaseFile, line: ConflictLine) -> Markup:
    """The sheet of a contradiction."""
    conflict = line.finding.conflict
    colour = "danger" if conflict.certainty is Certainty.CERTAIN else "warning"
    people = [record_link(line, Ref(Kind.PERSON, person)) for person in conflict.persons]
    reasons = [markup.plain(sentence) for sentence in explain_conflict(file, conflict)]
    facts = [record_link(line, ref) for ref in dict.fromkeys(conflict.records)]
    parts = [
        markup.title(family(line)),
        markup.paragraph(markup.joined([markup.coloured(certainty(line), colour), *people])),
        _decision(line),
        Markup(markup.heading(_("Why both cannot be true")) + markup.points(reasons)),
        Markup(markup.heading(_("The facts")) + markup.points(facts)),
        Markup(markup.heading(_("Sources")) + ("".join(_sources(line)) or _unsourced())),
    ]
    return Markup("".join(parts))


def record_link(line: ConflictLine, ref: Ref) -> Markup:
    """What a record is called, leading there where there is a place to show it."""
    called = line.naming.called(ref)
    return markup.link(ref.kind.value, ref.id, called) if ref.kind in LEADING else markup.plain(called)


def _decision(line: ConflictLine) -> Markup:
    if line.finding.decision is None:
        return markup.NOTHING
    decided = [markup.bold(status(line)), markup.plain(line.finding.decision.reason or "")]
    return markup.paragraph(markup.joined(decided)) if line.finding.status != OPEN else markup.NOTHING


def _sources(line: ConflictLine) -> Iterator[Markup]:
    """The passages, those about one record under its name."""
    conflict = line.finding.conflict
    kinds = {ref.id: ref for ref in conflict.records}
    for source in conflict.sources:
        about = kinds.get(source.record)
        where = [
            _document_link(source, line.naming.called(Ref(Kind.DOCUMENT, source.document))),
            markup.plain(locator(source)),
            markup.quiet(line.naming.called(about) if about else ""),
        ]
        yield markup.passage(source.quote or "", markup.joined(where))


def _document_link(source: Source, called: str) -> Markup:
    """The document, at the page where one can be read out of what was typed ("12", "p. 12-13")."""
    page = re.search(r"\d{1,6}", source.page or "")
    if page is None:
        return markup.link(Kind.DOCUMENT.value, source.document, called)
    return markup.link(PASSAGE, f"{page[0]}/{source.document}", called)


def locator(source: Source) -> str:
    """Where in its document the passage stands."""
    if source.page:
        return _("p. {page}").format(page=source.page)
    if source.paragraph:
        return _("para. {paragraph}").format(paragraph=source.paragraph)
    return source.timecode or ""


def _unsourced() -> Markup:
    return markup.paragraph(markup.coloured(_("No source yet: without one this proves nothing."), "warning"))
