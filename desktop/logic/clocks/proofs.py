"""What shows, or denies, that an act was done."""

from typing import NamedTuple

from desktop.logic.clocks.facts import Span
from desktop.logic.clocks.index import FOR_EVER
from desktop.logic.clocks.steps import Step

YES: tuple[object, ...] = (True, "respected")
NO: tuple[object, ...] = (False, "not-respected")
UNSAID: tuple[object, ...] = ("unknown", "not-applicable")


class Proof(NamedTuple):
    """One thing on file: its time (``None``: none is told), the step that tells of it, the event that shows it.

    ``rival`` is another trigger it may belong to; ``begins`` the earliest moment at which this, or another of its kind
    that may have been meant, can lie.
    """

    span: Span | None
    step: Step
    event: str | None = None
    rival: str | None = None
    begins: int = FOR_EVER


class Evidence(NamedTuple):
    """The first proof that the act was done, that it never was, and that the matter ended otherwise.

    ``begins``: the earliest moment at which any of it can have been done or ended.
    """

    shown: Proof | None = None
    never: Proof | None = None
    closed: Proof | None = None
    begins: int = FOR_EVER
