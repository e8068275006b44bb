"""What reading a case file asks of somebody who can count time; the operation that imports brings the answer along."""

from typing import Protocol

from db.types import When


class Unreadable(Exception):
    """A text is no time; ``what`` is the sentence that says why, in the interface's language."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what


class Times(Protocol):
    """Reads EDTF at the wall clock of a zone."""

    def when(self, text: str, zone: str) -> When:
        """The time meant, with its bounds. Raises ``Unreadable``."""
        ...

    def is_zone(self, name: str) -> bool:
        """Whether this is the name of a time zone."""
        ...

    def zone_of(self, jurisdiction: str) -> str | None:
        """The zone a jurisdiction keeps time in, where that is known."""
        ...
