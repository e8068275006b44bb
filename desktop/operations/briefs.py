"""Briefs: keep the author's text, and write the finished document."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from db.case_file import CaseFile
from db.files import replacing
from db.queries import history
from db.queries.case_files import case_file
from db.rows import BriefRow
from db.types import Kind
from db.vault import Vault
from desktop.documents.clocks.breaches import Breach, breaches_of
from desktop.documents.compose import (
    BriefRequest,
    Composed,
    NameLeaks,
    SectionKind,
    Template,
    compose,
    load_template,
)
from desktop.documents.pdf import Written, write
from desktop.documents.profiles import load_profile
from desktop.errors import ExitCode, Fault, InputFaults, UserError
from desktop.i18n import Language, _
from desktop.operations import Done, Touched
from desktop.operations.checks import check_brief
from desktop.operations.consents import UNDER_SECRECY, told_consents
from desktop.operations.deadlines import deadlines_of
from desktop.operations.texts import cleaned_row
from desktop.operations.times import today_in


@dataclass(frozen=True, slots=True)
class Exported:
    """A brief written to ``path``: pages, bytes, hash, and the required sections that were still empty (headings).

    ``consents`` says in sentences whose consent was withdrawn and whose is on no record.
    """

    path: Path
    pages: int
    size: int
    sha256: str
    missing: tuple[str, ...]
    consents: tuple[str, ...] = ()


def save_brief(vault: Vault, row: BriefRow) -> Done[str]:
    """Keep the author's text of a brief; returns its id. Raises ``UserError`` for a template or language not known."""
    _require_template(row.template, row.language)
    row = cleaned_row(row)
    check_brief(row)
    with vault.change("edit-brief" if row.id else "add-brief") as change:
        brief = change.put(row)
    return Done(brief, Touched(frozenset({Kind.BRIEF}), row.case_id))


@dataclass(frozen=True, slots=True)
class Preview:
    """A brief as a PDF in memory, the headings of required sections that are still empty, and what of consents."""

    content: bytes
    missing: tuple[str, ...]
    consents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which brief is wanted: its template and, where given, language, kept text (a brief's id) and export profile."""

    template: str
    language: str | None = None
    brief_id: str | None = None
    profile: str | None = None


def compose_brief(vault: Vault, case_id: str, wanted: Wanted) -> Composed:
    """Compose a brief from the case as it stands, with the author's text kept for that template.

    Raises ``UserError`` for an unknown template or language, when a protected name would be printed, and when material
    under secrecy of the investigation would be published.
    """
    with vault.read() as session:
        file = case_file(session, case_id)
        entry, head = history.content_head(session)
        today = today_in(session, file.case, int(vault.clock().timestamp()))
    kept = _kept_text(file, wanted)
    spoken = wanted.language or (kept.language if kept else None) or file.case.language or Language.ENGLISH.value
    _require_template(wanted.template, spoken)
    _require_publishable(file, wanted.template, spoken)
    template = load_template(wanted.template, file.case.jurisdiction, spoken)
    request = BriefRequest(
        wanted.template,
        spoken,
        today,
        kept.title if kept else None,
        kept.sections if kept else {},
        entry,
        head,
        _purpose(wanted, template.profile),
        _breaches(vault, case_id, template),
    )
    try:
        return compose(file, request)
    except NameLeaks as leaks:
        raise InputFaults(
            _("The brief would name protected persons."),
            [_leak(file, person, count) for person, count in leaks.places.items()],
            _("Take their names out of the titles and texts of the events and of the brief, then export again."),
        ) from None


def _breaches(vault: Vault, case_id: str, template: Template) -> tuple[Breach, ...]:
    """The limits the authorities overran, where the template has a place for them."""
    if all(section.kind is not SectionKind.BREACHES for section in template.sections):
        return ()
    with vault.read() as session:
        found = deadlines_of(session, case_id, int(vault.clock().timestamp()))
    return tuple(breaches_of(found.clocks.deadlines, found.facts.sources, template.language))


def preview_brief(
    vault: Vault, case_id: str, wanted: Wanted, *, is_cancelled: Callable[[], bool] | None = None
) -> Done[Preview]:
    """The finished document in memory, exactly as it would be exported; nothing is written or journalled."""
    composed = compose_brief(vault, case_id, wanted)
    target = BytesIO()
    write(composed.brief, target, load_profile(wanted.profile or composed.template.profile), is_cancelled=is_cancelled)
    missing = tuple(section.heading for section in composed.missing)
    return Done(Preview(target.getvalue(), missing, told_consents(vault, composed)), Touched())


def export_brief(
    vault: Vault,
    case_id: str,
    wanted: Wanted,
    out: Path,
    *,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Done[Exported]:
    """Write a brief as PDF/A-2b to ``out`` (replaced only when the new one is whole) and note it in the journal."""
    if out.suffix.lower() != ".pdf":
        raise UserError(
            _("A brief is written as PDF."), _("Choose a file name that ends in .pdf."), code=ExitCode.WRONG_USE
        )
    composed = compose_brief(vault, case_id, wanted)
    look = load_profile(wanted.profile or composed.template.profile)
    with replacing(out) as target:
        written = write(composed.brief, target, look, progress=progress, is_cancelled=is_cancelled)
    _note(vault, case_id, composed, written)
    missing = tuple(section.heading for section in composed.missing)
    consents = told_consents(vault, composed)
    return Done(Exported(out, written.pages, written.size, written.sha256, missing, consents), Touched())


def _purpose(wanted: Wanted, profile: str) -> str:
    try:
        return load_profile(wanted.profile or profile).purpose
    except KeyError:
        raise UserError(_("There is no such profile."), code=ExitCode.WRONG_USE) from None


def _note(vault: Vault, case_id: str, composed: Composed, written: Written) -> None:
    told = {"template": composed.template.id, "language": composed.brief.language, "sha256": written.sha256}
    with vault.change("export-brief", can_undo=False) as change:
        change.note(Kind.CASE, case_id, "export", told)


def _kept_text(file: CaseFile, wanted: Wanted) -> BriefRow | None:
    """The brief asked for; else the newest for the template, in the language if there is one."""
    fitting = [row for row in file.briefs if row.template == wanted.template and wanted.brief_id in {None, row.id}]
    spoken = [row for row in fitting if row.language == wanted.language]
    return (spoken or fitting or [None])[-1]


def _require_template(template: str, language: str) -> None:
    if language not in set(Language):
        raise UserError(
            _("Briefs are written in English, Russian or Kazakh."), _("Choose en, ru or kk."), code=ExitCode.WRONG_USE
        )
    try:
        load_template(template, "general", language)
    except KeyError:
        raise UserError(
            _("There is no template of this name."), _("Choose chronology or statement."), code=ExitCode.WRONG_USE
        ) from None


def _require_publishable(file: CaseFile, template: str, language: str) -> None:
    """What is under secrecy of the investigation goes to the court, never to the public."""
    if not load_template(template, file.case.jurisdiction, language).is_public:
        return
    faults = [Fault(row.title, _("under secrecy of the investigation")) for row in file.documents
              if row.confidentiality == UNDER_SECRECY]  # fmt: skip
    if file.case.confidentiality == UNDER_SECRECY:
        faults.append(Fault(file.case.ref, _("under secrecy of the investigation")))
    if faults:
        raise InputFaults(
            _("This brief is for publication, and the case holds material under secrecy of the investigation."),
            faults,
            _("Use the chronology, which is filed with the authority, or have the secrecy lifted."),
        )


def _leak(file: CaseFile, person: str, count: int) -> Fault:
    place = next((row.pseudonym for row in file.persons if row.id == person and row.pseudonym), person)
    return Fault(place, _("named {count} times").format(count=count))
