"""Writing a brief: its blocks as strips, the strips over pages, the pages as PDF/A."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import BinaryIO

from db.errors import Cancelled
from desktop.documents.blocks import Brief
from desktop.documents.pdf import Written
from desktop.documents.pdf.faces import UPRIGHT, Family, font
from desktop.documents.pdf.furniture import Furniture, Running
from desktop.documents.pdf.legible import Legible
from desktop.documents.pdf.notes import NoteArea
from desktop.documents.pdf.page import Area
from desktop.documents.pdf.pages import Pages
from desktop.documents.pdf.pdfa import make_pdfa
from desktop.documents.pdf.setting import Setting
from desktop.documents.pdf.sheets import Sheets
from desktop.documents.pdf.strips import Strip
from desktop.documents.pdf.typesetter import POINTS_PER_MM, Type, Typesetter
from desktop.documents.profiles import Profile
from desktop.documents.references import check_references
from desktop.i18n import catalogue

_RUNNING = Type(8.5, 10.0, grey=0.35)
_BATCH = 50  # strips between two looks at whether to stop

Progress = Callable[[int, int], None]


def write_pdf(
    brief: Brief,
    target: BinaryIO,
    profile: Profile,
    *,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Written:
    """Write a brief; see ``desktop.documents.pdf.write``."""
    legible = Legible()
    draft, total = _draft(brief, profile, legible, progress, is_cancelled)
    content = make_pdfa(draft, brief.language)
    target.write(content)
    return Written(total, len(content), sha256(content).hexdigest(), tuple(sorted(legible.replaced)))


def _draft(
    brief: Brief,
    profile: Profile,
    legible: Legible,
    progress: Progress | None,
    is_cancelled: Callable[[], bool] | None,
) -> tuple[bytes, int]:
    """Lay the brief out; give the PDF as ReportLab makes it and the number of pages."""
    keys = {reference: f"r{place}" for place, reference in enumerate(sorted(check_references(brief)))}
    sheets = _open_sheets(profile)
    typesetter = Typesetter(profile, Family(sheets.document), legible, keys)
    area = area_of(profile)
    furniture = Furniture(_running(brief, typesetter, area), typesetter.style(typesetter.body))
    setting = Setting(brief, typesetter, area.top - area.bottom)
    pages = Pages(sheets, area, NoteArea(setting.note), furniture)
    for strip in _watched(setting.strips(), setting.count(), progress, is_cancelled):
        pages.add(strip)
    total = pages.finish()
    furniture.draw(sheets, total)
    return sheets.finish(), total


def area_of(profile: Profile) -> Area:
    """Give the part of a page that text may stand on."""
    width, height = profile.page_mm
    margins = profile.margins_mm
    return Area(
        margins.left * POINTS_PER_MM,
        margins.bottom * POINTS_PER_MM,
        (width - margins.left - margins.right) * POINTS_PER_MM,
        (height - margins.top) * POINTS_PER_MM,
    )


def _open_sheets(profile: Profile) -> Sheets:
    font(UPRIGHT)
    return Sheets(profile.page_mm[0] * POINTS_PER_MM, profile.page_mm[1] * POINTS_PER_MM, UPRIGHT)


def _running(brief: Brief, typesetter: Typesetter, area: Area) -> Running:
    margins = typesetter.profile.margins_mm
    return Running(
        style=typesetter.style(_RUNNING),
        header=typesetter.plain(brief.reference) if typesetter.profile.running_header else "",
        label=catalogue(brief.language).gettext("Page {number} of {total}"),
        left=area.left,
        right=area.left + area.width,
        header_y=area.top + margins.top * POINTS_PER_MM * 0.42,
        footer_y=margins.bottom * POINTS_PER_MM * 0.5,
    )


def _watched(
    strips: Iterator[Strip], total: int, progress: Progress | None, is_cancelled: Callable[[], bool] | None
) -> Iterator[Strip]:
    """Pass strips on, say how far it is, and stop when asked."""
    for done, strip in enumerate(strips):
        if done % _BATCH == 0:
            if is_cancelled is not None and is_cancelled():
                raise Cancelled
            if progress is not None:
                progress(min(done, total), total)
        yield strip
    if progress is not None:
        progress(total, total)
