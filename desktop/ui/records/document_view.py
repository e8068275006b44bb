"""A document to read about: what it is, where it came from, what is quoted from it, and who had it in hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from db.errors import RecordMissing
from db.queries import history
from db.queries.documents import citations_from
from db.queries.history import HistoryLine
from db.queries.records import ROWS, fetch
from db.queries.remarks import Remarks, remarks_on
from db.rows import CaseRow, ChargeRow, CitationRow, DocumentRow, EventRow, InjuryRow, IssueRow, ParticipationRow
from db.types import Bearing, Kind
from db.vault import Session
from desktop.i18n import _, ngettext
from desktop.logic import when
from desktop.operations.change_names import change_name
from desktop.ui import labels, markup, times
from desktop.ui.body.words import called
from desktop.ui.issue_words import issue_title
from desktop.ui.markup import Markup
from desktop.ui.preview.facts import kind_name, size_name
from desktop.ui.records.claims import BEARING_COLOURS, claimed, locator
from desktop.ui.records.event_view import EDIT_CITATION, REMOVE_CITATION
from desktop.ui.records.pane import LEADING
from desktop.ui.records.remarks import compose_remarks

COPY_ADDRESS, COPY_FINGERPRINT, CITE = "copy-address", "copy-fingerprint", "cite"
MOST_STEPS = 100  # of the custody log


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage and what it speaks of; ``target`` is ``None`` when that is gone."""

    citation: CitationRow
    kind: Kind
    target: labels.Member | EventRow | ChargeRow | IssueRow | InjuryRow | None


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything the sheet of a document shows; ``home`` is the zone of its case."""

    document: DocumentRow
    home: str
    source: DocumentRow | None
    quoted: Sequence[Quoted]
    log: Sequence[HistoryLine]
    has_more_log: bool = False
    remarks: Remarks = field(default_factory=Remarks)


def read_document_view(document_id: str, session: Session) -> DocumentView | None:
    """Read what is known of a document; ``None`` when it is not there, or in the trash."""
    try:
        row = fetch(session, DocumentRow, document_id)
    except RecordMissing:
        return None
    if row.trashed_at is not None:
        return None
    home = times.zone_of(fetch(session, CaseRow, row.case_id).jurisdiction)
    source = fetch(session, DocumentRow, row.derived_from_id) if row.derived_from_id else None
    quoted = [_quoted(session, citation) for citation in citations_from(session, document_id)]
    log = history.page(session, record_id=document_id, limit=MOST_STEPS, steps=1)
    return DocumentView(
        row, home, source, quoted, log.rows, log.next_key is not None, remarks_on(session, document_id)
    )  # fmt: skip


def compose(view: DocumentView) -> Markup:
    """The sheet of a document."""
    row = view.document
    parts = [
        markup.title(row.title),
        markup.paragraph(_standing(row)),
        markup.facts(_facts(view)),
        _quotations(view.quoted),
        compose_remarks(view.remarks, can_add=True),
        _file(row),
        _custody(view),
    ]
    return Markup("".join(parts))


def target_name(quoted: Quoted) -> str:
    """What a passage speaks of."""
    target = quoted.target
    if target is None:
        return _("a record that is gone")
    if isinstance(target, EventRow):
        return labels.event(target)
    if isinstance(target, ChargeRow):
        return target.article or target.text or labels.kind_name(Kind.CHARGE)
    if isinstance(target, IssueRow):
        return issue_title(target)
    return called(target) if isinstance(target, InjuryRow) else labels.member(target)


def _standing(row: DocumentRow) -> Markup:
    privileged = markup.coloured(_("Privileged"), "warning") if row.privileged else markup.NOTHING
    kept = markup.NOTHING if row.blob else markup.coloured(without_file(row), "warning")
    exhibit = _("Exhibit {number}").format(number=row.exhibit) if row.exhibit else ""
    kind = labels.term("document-kinds", row.kind)
    return markup.joined([markup.bold(exhibit) if exhibit else markup.NOTHING, markup.quiet(kind), privileged, kept])


def without_file(row: DocumentRow) -> str:
    """Why a document has no file."""
    return _("no file: known by its address") if row.address else _("no file: not stored here")


def _facts(view: DocumentView) -> list[tuple[str, Markup]]:
    row = view.document
    received = labels.joined(
        [times.told(row.received), row.received_from or "", labels.term("channels", row.received_how)]
    )
    return [
        (_("Dated"), markup.plain(times.told(row.dated))),
        (_("Author"), markup.plain(row.author or "")),
        (_("Addressee"), markup.plain(row.addressee or "")),
        (_("Language"), markup.plain(labels.language(row.language))),
        (_("Received"), markup.plain(received)),
        (_("Original or copy"), markup.plain(_original(row))),
        (_("Confidentiality"), markup.plain(labels.term("confidentialities", row.confidentiality))),
        (_("Made from"), _source(view)),
        (_("Address"), _copied(row.address, COPY_ADDRESS)),
    ]


def _original(row: DocumentRow) -> str:
    if row.original is None:
        return ""
    return _("Original") if row.original else _("Copy")


def _source(view: DocumentView) -> Markup:
    if view.source is None:
        return markup.NOTHING
    link = markup.link(Kind.DOCUMENT.value, view.source.id, view.source.title)
    return markup.joined([link, markup.quiet(labels.term("derivations", view.document.derivation))])


def _copied(text: str | None, verb: str) -> Markup:
    return markup.joined([markup.plain(text), markup.link(verb, "", _("copy"))]) if text else markup.NOTHING


def _file(row: DocumentRow) -> Markup:
    if not row.blob:
        return markup.NOTHING
    pages = ngettext("{count} page", "{count} pages", row.pages).format(count=row.pages) if row.pages else ""
    pairs = [
        (_("Name"), markup.plain(row.file_name or "")),
        (_("Kind of file"), markup.plain(labels.joined([kind_name(row.media_type or ""), pages]))),
        (_("Size"), markup.plain(size_name(row.size) if row.size is not None else "")),
        (_("SHA-256"), _copied(row.sha256, COPY_FINGERPRINT)),
    ]
    return Markup(markup.heading(_("The stored file")) + markup.facts(pairs))


def _quoted(session: Session, citation: CitationRow) -> Quoted:
    kind = Kind(citation.target_kind)
    try:
        target = fetch(session, ROWS[kind], citation.target_id)
        if isinstance(target, ParticipationRow):  # one reads the event somebody took part in
            kind, target = Kind.EVENT, fetch(session, EventRow, target.event_id)
    except RecordMissing:
        target = None
    return Quoted(citation, kind, target)


def _quotations(quoted: Sequence[Quoted]) -> Markup:
    step = markup.link(CITE, "", _("Cite it for an event"))
    lines = "".join(map(_quotation, quoted))
    missing = markup.paragraph(markup.quiet(_("Nothing is quoted from it yet.")))
    return Markup(markup.heading(_("Quoted from it"), step) + (lines or missing))


def _quotation(quoted: Quoted) -> Markup:
    citation, target = quoted.citation, quoted.target
    colour = BEARING_COLOURS.get(Bearing(citation.bearing), "muted")
    name = target_name(quoted)
    is_linked = target is not None and target.trashed_at is None and quoted.kind in LEADING
    moment = times.told_short(target.when) if isinstance(target, EventRow) else ""
    source = markup.joined(
        [
            markup.plain(locator(citation)),
            markup.coloured(labels.term("bearings", citation.bearing), colour),
            markup.bold(claimed(citation, times.FALLBACK_ZONE)) if citation.field else markup.NOTHING,
            markup.link(quoted.kind.value, citation_target(quoted), name) if is_linked else markup.plain(name),
            markup.quiet(moment),
            markup.link(EDIT_CITATION, citation.id, _("edit")),
            markup.link(REMOVE_CITATION, citation.id, _("take away")),
        ]
    )
    return markup.passage(citation.quote or "", source)


def citation_target(quoted: Quoted) -> str:
    """The id of what a passage speaks of, as the window shows it."""
    return quoted.target.id if quoted.target is not None else quoted.citation.target_id


def _custody(view: DocumentView) -> Markup:
    lines = [_step(line, view.home) for line in view.log]
    if view.has_more_log:
        lines.append(markup.quiet(_("Earlier steps are in the history of the case.")))
    return Markup(markup.heading(_("Custody log")) + markup.points(lines)) if lines else markup.NOTHING


def _step(line: HistoryLine, zone: str) -> Markup:
    local = when.to_local(int(datetime.fromisoformat(line.at).timestamp()), zone)[:16].replace("T", " ")
    by = labels.joined([line.author, line.device])
    return markup.joined([markup.quiet(local), markup.plain(_log_name(line)), markup.quiet(by)])


def _log_name(line: HistoryLine) -> str:
    if line.reverses is None:
        return change_name(line.label)
    name = change_name(line.label)
    return _("{change} (redone)").format(change=name) if line.is_redo else _("{change} (undone)").format(change=name)
