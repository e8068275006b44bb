"""Reading a time that may be none: the result is the time or the refusal."""

from db.types import When
from desktop.logic import when

ALMATY = "Asia/Almaty"


def read(text: str, zone: str = ALMATY) -> When | when.WhenUnreadable:
    """What EDTF says."""
    try:
        return when.parse(text, zone)
    except when.WhenUnreadable as refused:
        return refused


def understood(text: str, language: str) -> When | when.WhenUnreadable:
    """What people mean."""
    try:
        return when.understand(text, ALMATY, language)
    except when.WhenUnreadable as refused:
        return refused
