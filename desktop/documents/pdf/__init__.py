"""Briefs as PDF/A-2b: lines, strips and pages of our own on ReportLab's canvas, laid out once.

``write`` is the door. The rest is imported when it is first called: ReportLab and pikepdf take their time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from desktop.documents.blocks import Brief
from desktop.documents.profiles import Profile


@dataclass(frozen=True, slots=True)
class Written:
    """A finished PDF: pages, size in bytes, hash, and the characters ("U+202E") that had to be shown as boxes."""

    pages: int
    size: int
    sha256: str
    replaced: tuple[str, ...]


def write(
    brief: Brief,
    target: BinaryIO,
    profile: Profile,
    *,
    progress: Callable[[int, int], None] | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Written:
    """Write a brief as PDF/A-2b into ``target``; nothing is written there before the whole of it is ready.

    ``progress`` is told how much of how much is set. Raises ``UnresolvedReference`` before anything is set, and
    ``Cancelled`` soon after ``is_cancelled`` says so.
    """
    from desktop.documents.pdf.writer import write_pdf

    return write_pdf(brief, target, profile, progress=progress, is_cancelled=is_cancelled)
