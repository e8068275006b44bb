"""Why a document could not be read, as one error with a reason; the sentences for people are the window's."""

from enum import StrEnum


class Reason(StrEnum):
    """What stopped the reading of a document."""

    ENCRYPTED = "encrypted"  # the document asks for a password of its own
    DAMAGED = "damaged"  # no reader makes sense of its bytes
    EMPTY = "empty"  # it has no bytes, or no page
    TOO_LARGE = "too-large"  # more bytes, pixels or memory than a reader may take
    TOO_SLOW = "too-slow"  # no answer within the time allowed
    CRASHED = "crashed"  # the reader died on it, or answered nonsense
    NO_READER = "no-reader"  # the reader could not be started


class RenderFailed(Exception):
    """A document, or a part of it, could not be read; whoever asked is unharmed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
