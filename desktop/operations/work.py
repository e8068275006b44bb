"""A long piece of work as those who do it see it: say how far it is, stop when asked."""

from collections.abc import Callable

from db.errors import Cancelled

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
