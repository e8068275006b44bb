"""The view as a file: a PDF with its fonts, or an SVG; nothing in either says who made it, where or when."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from db.files import storage_errors, write_durably
from desktop import i18n
from desktop.i18n import _
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.places import ask_new_file
from desktop.ui.tasks import Job, Lane
from desktop.ui.timeline.board import Board
from desktop.ui.timeline.outgoing import Outgoing
from desktop.ui.timeline.sheets import Sheets
from desktop.ui.timeline.view import TimelineView
from desktop.ui.timeline.web_font import packed_face

DOTS_AN_INCH = 144
MARGIN_MM = 12.0
SVG_WIDTH, SVG_LEAST_HEIGHT = 1400, 300  # pixels at 96 to the inch
SVG_DOTS = 96
WRITE_ONLY = QIODevice.OpenModeFlag.WriteOnly


def export_pdf(desk: Desk, view: TimelineView) -> None:
    """Ask for a file and write the view to it as a PDF."""
    _ask(desk, view, _("Export the timeline as PDF"), "pdf")


def export_svg(desk: Desk, view: TimelineView) -> None:
    """Ask for a file and write the view to it as an SVG."""
    _ask(desk, view, _("Export the timeline as SVG"), "svg")


def pdf_of(board: Board, outgoing: Outgoing) -> bytes:
    """The view as A4 sheets lying on their side."""
    from desktop.documents.pdf.pdfa import make_pdfa

    buffer = QBuffer()
    buffer.open(WRITE_ONLY)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_AN_INCH)
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size, side = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape
    writer.setPageLayout(QPageLayout(size, side, margins, QPageLayout.Unit.Millimeter))
    sheets = Sheets(board, outgoing, writer, writer.width(), writer.height())
    scenes = list(sheets.scenes())
    painter = QPainter(writer)
    for number, scene in enumerate(scenes, 1):
        if number > 1:
            writer.newPage()
        sheets.paint(painter, scene, number, len(scenes))
    painter.end()
    return make_pdfa(bytes(buffer.data().data()), i18n.current().value)


def svg_of(board: Board, outgoing: Outgoing) -> bytes:
    """The view as one drawing, as tall as its lanes need."""
    buffer = QBuffer()
    buffer.open(WRITE_ONLY)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setResolution(SVG_DOTS)
    made.setTitle(_("Timeline"))
    made.setDescription("")
    height = round(max(Sheets(board, outgoing, made, SVG_WIDTH, 0).whole_height(), SVG_LEAST_HEIGHT)) + 1
    made.setSize(QSize(SVG_WIDTH, height))
    made.setViewBox(QRect(0, 0, SVG_WIDTH, height))
    sheets = Sheets(board, outgoing, made, SVG_WIDTH, height)
    painter = QPainter(made)
    for scene in sheets.scenes():
        sheets.paint(painter, scene, 1, 1)
    painter.end()
    text = bytes(buffer.data().data()).decode()
    face = f'<style>@font-face{{font-family:"{theme.FAMILY}";src:url({packed_face(text)})}}</style>'
    return text.replace("</title>", f"</title>\n{face}", 1).encode()


def _ask(desk: Desk, view: TimelineView, title: str, suffix: str) -> None:
    if view.setting is not None and len(view.canvas.board.events):
        suggested = Path.home() / f"timeline.{suffix}"
        ask_new_file(view, title, partial(_export, desk, view, suffix), suggested, suffix)


def _export(desk: Desk, view: TimelineView, suffix: str, files: list[Path]) -> None:
    if view.setting is None:
        return
    board = view.canvas.board
    outgoing = Outgoing(view.setting, view.persons, board.stack.grouping, board.names)
    content = (pdf_of if suffix == "pdf" else svg_of)(board, outgoing)
    desk.tasks.run(
        Lane.FILES,
        partial(_write, files[0], content),
        owner=view,
        done=partial(_tell, desk),
        failed=desk.report.tell,
        title=_("Exporting the timeline"),
    )


def _write(file: Path, content: bytes, _job: Job) -> None:
    with storage_errors():
        write_durably(file, content)


def _tell(desk: Desk, _nothing: None) -> None:
    desk.report.confirm(_("The timeline is exported. The file lies outside the vault and anyone can read it."))
