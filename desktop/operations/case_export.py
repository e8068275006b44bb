"""Write a case out as its interchange file, with copies of its documents."""

import contextlib
import hashlib
import secrets
import shutil
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path

from db.errors import DocumentDamaged
from db.files import make_folder, replacing, storage_errors, sync_folder, write_durably
from db.queries.case_files import case_file
from db.rows import DocumentRow
from db.types import BlobId, Kind
from db.vault import Vault
from desktop.documents.exchange.writing import FOLDER, written_case
from desktop.errors import ExitCode, UserError
from desktop.i18n import _
from desktop.operations import Done, Touched
from desktop.operations.case_import import CASE_FILE
from desktop.operations.consents import disclosed_case
from desktop.operations.times import WallClocks
from desktop.operations.work import IsCancelled, Progress, Work

Places = Sequence[tuple[Path, Path]]  # what is built, and where it comes to lie


def export_case(
    vault: Vault, case_id: str, out: Path, *, purpose: str = "", progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> Done[Path]:  # fmt: skip
    """Write a case as a folder with ``case.json`` and copies of its documents; ``X.json`` puts both side by side.

    Without a ``purpose`` it is the whole case, for one's own use; with one (``consent-purposes``) consents and
    protection are obeyed, and what is only ours stays behind. The copies are plain: whoever finds them can read them.
    It stands in the log of the case and of each document. Raises ``UserError`` where something lies already,
    ``DocumentDamaged``, ``Cancelled``. ``progress`` is told bytes.
    """
    work = Work(progress, is_cancelled)
    with vault.read() as session:
        file = disclosed_case(session, case_id, purpose).file if purpose else case_file(session, case_id)
    text, paths = written_case(file, WallClocks().zone_of)
    documents = [row for row in file.documents if row.id in paths]
    work.total = sum(row.size or 0 for row in documents)
    _refuse_taken(out, has_documents=bool(documents))
    with _built_beside(out) as building:
        for row in documents:
            _copy(vault, row, building / paths[row.id], work)
        write_durably(building / CASE_FILE, text.encode())
        said = {"sha256": hashlib.sha256(text.encode()).hexdigest(), **({"purpose": purpose} if purpose else {})}
        copies = {row.id: row.sha256 for row in documents}
        _hand_over(vault, case_id, copies, said, _places(building, out, documents))
    return Done(out, Touched())


def _refuse_taken(out: Path, *, has_documents: bool) -> None:
    if not out.parent.is_dir():
        what = _("There is no folder to export into.")
        raise UserError(what, _("Make the folder first, or choose another one."), code=ExitCode.NOT_FOUND)
    beside = out.parent / FOLDER
    if out.exists() or out.is_symlink():
        what = _("Something with the name of the export is there already; it was not touched.")
    elif _is_single(out) and has_documents and (beside.exists() or beside.is_symlink()):
        what = _("There is a folder “{folder}” beside the export already; it was not touched.").format(folder=FOLDER)
    else:
        return
    raise UserError(what, _("Choose another name or another folder."))


def _is_single(out: Path) -> bool:
    """Whether the export is asked for as a file with its documents beside it."""
    return out.suffix.lower() == ".json"


def _places(building: Path, out: Path, documents: Sequence[DocumentRow]) -> Places:
    if not _is_single(out):
        return [(building, out)]
    beside = [(building / FOLDER, out.parent / FOLDER)] if documents else []
    return [*beside, (building / CASE_FILE, out)]


@contextlib.contextmanager
def _built_beside(out: Path) -> Generator[Path]:
    """A folder next to the target to build in; whatever is left in it at the end goes."""
    building = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    make_folder(building)
    try:
        yield building
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _copy(vault: Vault, row: DocumentRow, target: Path, work: Work) -> None:
    """Write the plain copy of a document, and see that it still has its fingerprint."""
    blob, digest, size = BlobId(row.blob or ""), hashlib.sha256(), 0
    make_folder(target.parent)
    with replacing(target) as copy:
        for chunk in vault.store.chunks(blob):
            work.go_on()
            copy.write(chunk)
            digest.update(chunk)
            size += len(chunk)
            work.tell(size)
    if digest.hexdigest() != row.sha256:
        raise DocumentDamaged(blob, "fingerprint")
    work.before += size


def _hand_over(
    vault: Vault, case_id: str, documents: Mapping[str, str | None], said: Mapping[str, str], places: Places
) -> None:
    """Put what was built in its place and the export on the logs: both, or neither."""
    done: list[Path] = []
    try:
        with vault.change("export-case", can_undo=False) as change:
            change.note(Kind.CASE, case_id, "export", said)
            for document, sha256 in documents.items():
                change.note(Kind.DOCUMENT, document, "export", {"sha256": sha256})
            for built, target in places:
                with storage_errors():
                    built.rename(target)
                    done.append(target)
                    sync_folder(target.parent)
    except BaseException:
        for target in done:
            if target.is_dir():
                shutil.rmtree(target, ignore_errors=True)
            else:
                target.unlink(missing_ok=True)
        raise
