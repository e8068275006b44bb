"""A long piece of work as those who do it see it: say how far it is, stop when asked."""

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress

from db.errors import Cancelled, VaultError
from db.queries.documents import stored_file_counts
from db.types import BlobId
from db.vault import Vault

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]


class Work:
    """How much is done and how much there is, in bytes; ``before`` are those of the files that are finished."""

    def __init__(self, progress: Progress | None, is_cancelled: IsCancelled | None) -> None:
        self.before = self.total = 0
        self.is_cancelled = is_cancelled
        self._progress = progress

    def go_on(self) -> None:
        """Go on, or raise ``Cancelled`` when the user asked to stop."""
        if self.is_cancelled is not None and self.is_cancelled():
            raise Cancelled

    def tell(self, taken: int) -> None:
        """Say how many bytes of the file at work are done."""
        if self._progress is not None:
            self._progress(self.before + taken, self.total)


@contextmanager
def kept_only_when_done(vault: Vault) -> Generator[list[BlobId]]:
    """Files stored inside the block are removed again when it fails, unless they are on record after all.

    A disk that fails while a change is sealed may have kept it: what cannot be told is left to the next opening.
    """
    blobs: list[BlobId] = []
    try:
        yield blobs
    except BaseException:
        with suppress(VaultError):
            remove_unneeded(vault, blobs)
        raise


def remove_unneeded(vault: Vault, blobs: Iterable[str]) -> None:
    """Remove those of these stored files that no record names."""
    with vault.read() as session:
        still_needed = stored_file_counts(session, set(blobs))
    for blob in set(blobs) - set(still_needed):
        vault.store.remove(BlobId(blob))
