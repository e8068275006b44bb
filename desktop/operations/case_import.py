"""Bring in a case from its interchange file."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import search
from db.base import new_id
from db.errors import RecordMissing, RecordTaken
from db.files import storage_errors
from db.models import RECORDS
from db.queries import settled
from db.queries.cases import find
from db.rows import OrganisationRow, PersonRow, PlaceRow
from db.types import BlobId, Kind, Name
from db.vault import Vault
from desktop.documents.exchange.attachments import check_attachments, open_attachment
from desktop.documents.exchange.faults import Faults
from desktop.documents.exchange.here import Attachment
from desktop.documents.exchange.reading import CaseRows, Reading
from desktop.documents.exchange.shape import shaped
from desktop.documents.exchange.source import read_source
from desktop.documents.extract import Examined, Examiner
from desktop.i18n import _
from desktop.operations import Done, Touched
from desktop.operations.members import Member, sort_key_of
from desktop.operations.times import WallClocks
from desktop.operations.work import IsCancelled, Progress, Work, kept_only_when_done
from resources.vocabularies import SHIPPED, Vocabularies

CASE_FILE = "case.json"
_MEMBERS: dict[Kind, Callable[..., Member]] = {
    Kind.PERSON: PersonRow, Kind.ORGANISATION: OrganisationRow, Kind.PLACE: PlaceRow,
}  # fmt: skip
# Whatever refers stands after what it refers to.
_ORDER = (
    Kind.TERM, Kind.RULE, Kind.CALENDAR_DAY, Kind.CASE, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.MEMBERSHIP,
    Kind.PARTY, Kind.RELATION, Kind.EVENT, Kind.PARTICIPATION, Kind.EVENT_LINK, Kind.CHARGE, Kind.DOCUMENT, Kind.INJURY,
    Kind.ISSUE, Kind.ISSUE_FACT, Kind.CONSENT, Kind.INDICATOR, Kind.CITATION, Kind.TASK, Kind.NOTE, Kind.DEADLINE,
    Kind.CONFLICT, Kind.BRIEF,
)  # fmt: skip
_SETTLED = {
    Kind.TERM: ("vocabulary", "term"), Kind.RULE: ("rule", "version"), Kind.CALENDAR_DAY: ("calendar", "day"),
}  # fmt: skip
# Their passages are the case's though no column says so.
_FOUND_WITH_CASE = frozenset({Kind.CASE, Kind.CITATION, Kind.ISSUE_FACT})


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import made: the case, the record for each id of the file, and how many records of each kind."""

    case_id: str
    ids: Mapping[str, str]
    counts: Mapping[Kind, int]


def import_case(
    vault: Vault, file: Path, *, adds_terms: bool = False, progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Done[Imported]:  # fmt: skip
    """Bring in a case from its ``case.json`` (or the folder with it), its documents from beside it: all, or nothing.

    Terms and fields that are not known are faults; with ``adds_terms`` they become own terms labelled with their ids.
    Raises ``InputFaults`` with the place of every fault (``UnknownTerms`` where that alone is wrong), ``Cancelled``,
    ``DiskFull``. ``progress`` is told bytes.
    """
    work = Work(progress, is_cancelled)
    source = file / CASE_FILE if (file / CASE_FILE).is_file() else file
    faults = Faults()
    content = shaped(read_source(source), faults)
    with vault.read() as session:
        known = Vocabularies(settled.terms(session))
    found = Reading(content, faults, WallClocks(), new_id, known, adds_terms=adds_terms).run()
    work.go_on()
    _check_ref(vault, found, faults)
    work.total = sum(check_attachments(source.parent, found.attachments, faults, work.go_on).values())
    faults.refuse()
    _leave_out_known(vault, found)
    _complete(found)
    with kept_only_when_done(vault) as blobs:
        examined = _store_all(vault, source.parent, found.attachments, blobs, work)
        _write(vault, found, examined)
    counts = {kind: len(rows) for kind, rows in found.rows.items()}
    return Done(Imported(found.case_id, found.ids, counts), Touched(frozenset(Kind), found.case_id))


def _check_ref(vault: Vault, found: CaseRows, faults: Faults) -> None:
    ref = str(found.rows[Kind.CASE][0].get("ref", ""))
    with vault.read() as session, contextlib.suppress(RecordMissing):
        if find(session, ref).ref == ref:
            _add_taken(faults)


def _leave_out_known(vault: Vault, found: CaseRows) -> None:
    """Of terms, rules and days that the vault has already, its own stay."""
    with vault.read() as session:
        known = {
            Kind.TERM: {(row.vocabulary, row.term) for row in settled.terms(session)},
            Kind.RULE: {(row.rule, row.version) for row in settled.rules(session)},
            Kind.CALENDAR_DAY: {(row.calendar, row.day) for row in settled.calendar_days(session)},
        }
    for kind, (first, second) in _SETTLED.items():
        rows = found.rows.get(kind, [])
        found.rows[kind] = [row for row in rows if (row.get(first), row.get(second)) not in known[kind]]
    terms = found.rows[Kind.TERM]
    found.rows[Kind.TERM] = [row for row in terms if not SHIPPED.is_term(row["term"], row["vocabulary"])]


def _add_taken(faults: Faults) -> None:
    faults.add(("case", "ref"), _("Another case of this vault has this reference already."))


def _complete(found: CaseRows) -> None:
    """Add what no file says: who is on file in the case, and what lists sort people by."""
    memberships = found.rows.setdefault(Kind.MEMBERSHIP, [])
    for kind, row_type in _MEMBERS.items():
        for row in found.rows.get(kind, ()):
            names = tuple(Name(**name) for name in row["names"])
            described = {"description": row.get("description")} if kind is Kind.PERSON else {}
            row["sort_key"] = sort_key_of(row_type(row["id"], names, **described))
            member = {"case_id": found.case_id, "member_kind": kind.value, "member_id": row["id"]}
            memberships.append({"id": new_id(), **member})


def _store_all(
    vault: Vault, folder: Path, attachments: Sequence[Attachment], blobs: list[BlobId], work: Work
) -> dict[str, Examined]:
    """Store and examine every file and complete its document's columns; returns what was found by document."""
    examined: dict[str, Examined] = {}
    if not attachments:
        return examined
    with Examiner() as examiner:
        for attachment in attachments:
            row = attachment.row
            with storage_errors(), open_attachment(folder, attachment.path) as source:
                stored = vault.store.add(source, progress=work.tell, is_cancelled=work.is_cancelled)
            blobs.append(stored.blob)
            _refuse_changed(attachment, stored.sha256)
            found = examiner.examine(vault.store.chunks(stored.blob), row["file_name"], tick=work.go_on)
            row.setdefault("media_type", found.media_type)
            row.setdefault("pages", found.pages)
            row |= {"blob": stored.blob, "sha256": stored.sha256, "sha512": stored.sha512, "size": stored.size}
            examined[row["id"]] = found
            work.before += stored.size
    return examined


def _refuse_changed(attachment: Attachment, sha256: str) -> None:
    """Refuse a file that was changed between being looked at and being stored."""
    if attachment.row.get("sha256", sha256) != sha256:
        faults = Faults()
        faults.add(attachment.spot, _("The file was changed while it was read."))
        faults.refuse()


def _write(vault: Vault, found: CaseRows, examined: Mapping[str, Examined]) -> None:
    try:
        with vault.change("import-case") as change:
            for kind in _ORDER:
                case_id = found.case_id if kind in _FOUND_WITH_CASE else None
                change.insert_all(RECORDS[kind], found.rows.get(kind, []), case_id=case_id)
            for row in found.rows.get(Kind.DOCUMENT, ()):
                pages = examined[row["id"]].text_by_page if row["id"] in examined else None
                if pages:
                    search.index_pages(change.connection, row["id"], found.case_id, row["title"], pages)
    except RecordTaken:  # a case in the trash holds the reference, or one was made meanwhile
        faults = Faults()
        _add_taken(faults)
        faults.refuse()
