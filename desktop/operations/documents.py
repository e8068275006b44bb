"""Documents: take files in, correct what is known of them, open them, and hand out copies; each step on their log."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import search
from db.change import Change
from db.errors import Cancelled, DocumentDamaged, DocumentMissing
from db.files import replacing, storage_errors
from db.queries.records import fetch
from db.rows import CaseRow, DocumentRow
from db.store import Stored
from db.types import BlobId, Kind, When
from db.vault import Vault
from desktop.documents.exchange.letters import without_unwanted
from desktop.documents.extract import Examined, Examiner
from desktop.errors import UserError
from desktop.i18n import _
from desktop.operations import Done, Touched
from desktop.operations.checks import check_document, check_tree
from desktop.operations.texts import cleaned_row
from desktop.operations.times import now_in
from desktop.operations.work import kept_only_when_done

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
_DOCUMENT = frozenset({Kind.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Intake:
    """How the files of one intake are to be entered; what is left empty is told by the files."""

    kind: str | None = None
    title: str | None = None
    dated: When | None = None
    received_from: str | None = None
    received_how: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file stored and examined, not yet on record."""

    name: str
    stored: Stored
    examined: Examined


def add_documents(
    vault: Vault, case_id: str, paths: Sequence[Path], *, intake: Intake | None = None,
    progress: Progress | None = None, is_cancelled: IsCancelled | None = None,
) -> Done[list[str]]:  # fmt: skip
    """Take files into a case: hashed, encrypted, examined and indexed, all of them or none; returns their ids.

    A folder stands for the files in it. ``progress`` is told bytes. Raises ``UserError`` for a file that cannot be
    read, ``Cancelled``, ``DiskFull``.
    """
    taken: list[TakenFile] = []
    with kept_only_when_done(vault) as blobs:
        for one in take_in(vault, paths, progress, is_cancelled):
            blobs.append(one.stored.blob)
            taken.append(one)
        with vault.change("add-documents") as change:
            case = fetch(change.session, CaseRow, case_id)
            ids = [enter_file(vault, change, case, one, intake or Intake()) for one in taken]
    return Done(ids, Touched(_DOCUMENT, case_id))


def save_document(vault: Vault, row: DocumentRow) -> Done[str]:
    """Correct what is known of a document, or enter one without a file (known by its address or on paper only).

    The stored file and its fingerprint are never changed here.
    """
    row = cleaned_row(row)
    check_document(row)
    with vault.change("edit-document" if row.id else "add-document") as change:
        document = change.put(row)
        check_tree(change, Kind.DOCUMENT, document, "derived_from_id")
    return Done(document, Touched(_DOCUMENT, row.case_id))


def read_document(vault: Vault, document_id: str) -> Done[bytes]:
    """The bytes of a document's file for showing it; the opening is put on its log.

    Raises ``DocumentMissing``, ``DocumentDamaged``.
    """
    with vault.change("open-document", can_undo=False) as change:
        row = fetch(change.session, DocumentRow, document_id)
        change.note(Kind.DOCUMENT, document_id, "open")
    content = vault.store.read(_blob_of(row))
    return Done(content, Touched())


def export_document(
    vault: Vault, document_id: str, target: Path, *, is_cancelled: IsCancelled | None = None
) -> Done[Path]:
    """Write a copy of a document's file outside the vault, checked against its fingerprint; put on its log.

    The copy is plain: whoever finds it can read it.
    """
    with vault.read() as session:
        row = fetch(session, DocumentRow, document_id)
    blob = _blob_of(row)
    if target.exists():
        raise UserError(_("A file with this name is there already; it was not touched."), _("Choose another name."))
    if vault.store.check(blob).sha256 != row.sha256:
        raise DocumentDamaged(blob, "fingerprint")
    with replacing(target) as file:
        for chunk in vault.store.chunks(blob):
            if is_cancelled is not None and is_cancelled():
                raise Cancelled
            file.write(chunk)
    with vault.change("export-document", can_undo=False) as change:
        change.note(Kind.DOCUMENT, document_id, "export", {"sha256": row.sha256})
    return Done(target, Touched())


def _files_of(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file())
    elif path.is_file():
        yield path
    else:
        raise UserError(_("There is no file {name}.").format(name=path.name), _("Check the name and try again."))


def take_in(
    vault: Vault, paths: Sequence[Path], progress: Progress | None = None, is_cancelled: IsCancelled | None = None
) -> Iterator[TakenFile]:
    """Store and examine files, one by one; whoever asks sees to it that what is not kept is removed again.

    A folder stands for the files in it. Raises as ``add_documents``.
    """
    files = [file for path in paths for file in _files_of(path)]
    total, before = sum(file.stat().st_size for file in files), 0

    def tell(taken: int) -> None:
        if progress is not None:
            progress(before + taken, total)

    with Examiner() as examiner:
        for file in files:
            stored = _store(vault, file, tell, is_cancelled)
            examined = examiner.examine(vault.store.chunks(stored.blob), file.name)
            yield TakenFile(file.name, stored, examined)
            before += stored.size


def _store(vault: Vault, file: Path, tell: Callable[[int], None], is_cancelled: IsCancelled | None) -> Stored:
    try:
        source = file.open("rb")
    except OSError:
        raise UserError(
            _("The file {name} cannot be read. No file was taken in.").format(name=file.name),
            _("Check that it is not open in another program and that you may read it."),
        ) from None
    with source, storage_errors():
        return vault.store.add(source, progress=tell, is_cancelled=is_cancelled)


def enter_file(vault: Vault, change: Change, case: CaseRow, taken: TakenFile, intake: Intake) -> str:
    """Put a file that was taken in on record, within a change; returns the id of the document."""
    stored, examined, name = taken.stored, taken.examined, without_unwanted(taken.name)
    received = now_in(change.session, case, int(vault.clock().timestamp()))
    row = DocumentRow(
        id="", case_id=case.id, title=intake.title or Path(name).stem or name, kind=intake.kind,
        dated=intake.dated, received=received, received_from=intake.received_from,
        received_how=intake.received_how, language=intake.language, file_name=name, blob=stored.blob,
        media_type=examined.media_type, pages=examined.pages, size=stored.size,
        sha256=stored.sha256, sha512=stored.sha512,
    )  # fmt: skip
    row = cleaned_row(row)
    check_document(row)
    document = change.put(row)
    if examined.text_by_page:
        search.index_pages(change.connection, document, case.id, row.title, examined.text_by_page)
    return document


def _blob_of(row: DocumentRow) -> BlobId:
    if row.blob is None:
        raise DocumentMissing(row.id)
    return BlobId(row.blob)
