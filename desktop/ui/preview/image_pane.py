"""A photograph or scan with what one does to it, and what its camera wrote beside it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.documents.render.documents import PictureDocument
from desktop.i18n import N_, _
from desktop.ui.language import Texts, speech
from desktop.ui.preview.facts import Fact, stated_facts
from desktop.ui.preview.facts_list import FactsList
from desktop.ui.preview.image_view import ImageView
from desktop.ui.preview.keys import Keys, Slot
from desktop.ui.preview.page_field import PageField
from desktop.ui.preview.page_images import image_of
from desktop.ui.preview.work import Run
from desktop.ui.preview.zoom import STEP, Fit
from desktop.ui.preview.zoom_menu import ZoomMenu
from desktop.ui.tasks import Job
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.layout import column, row

FITS = ((N_("Fit the window"), Fit.PAGE),)


class ImagePane(QWidget):
    """Given an open picture and its first frame; asks for the others as one turns to them."""

    failed = Signal(object)

    def __init__(self, run: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._texts = Texts(self)
        self._picture: PictureDocument | None = None
        self.view, self.facts = ImageView(), FactsList()
        self._frames, self._zoom = PageField(), ZoomMenu(self.view.zoom_to, FITS)
        self._side = QScrollArea()
        self._side.setWidget(self.facts)
        self._side.setWidgetResizable(True)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._texts.put(self._side.setAccessibleName, N_("What the file says of itself"))
        self._switch = tool(self._texts, N_("What the file says of itself (Alt+Enter)"), self._toggle, icon="info")
        self._switch.setCheckable(True)
        layout = column(self, gap=0)
        layout.addWidget(self._bar())
        beside = row(gap=0)
        beside.addWidget(self.view, 2)
        beside.addWidget(self._side, 1)
        layout.addLayout(beside, 1)
        self.view.zoomed.connect(self._show_zoom)
        self._frames.wanted.connect(self._turn_to)
        speech().changed.connect(self._tell)
        Keys(self, self.view, self._slots())
        self.setFocusProxy(self.view)

    def show_picture(self, picture: PictureDocument | None, first: QImage | None = None) -> None:
        """Show an open picture with its first frame already drawn, or nothing."""
        self._picture = picture
        self.view.show_image(first or QImage())
        self._frames.show_pages(picture.frames if picture else 1)
        self._frames.show_page(1)
        self._frames.setVisible(bool(picture and picture.frames > 1))
        self._tell()
        has_facts = bool(picture and stated_facts(picture.facts))
        self._switch.setChecked(has_facts)
        self._side.setVisible(has_facts)

    def zoom_by(self, factor: float) -> None:
        """Show the picture larger or smaller."""
        self.view.zoom_to(self.view.zoom * factor)

    def _bar(self) -> QWidget:
        """Everything above the picture."""
        bar = QWidget()
        layout = row(bar, margin=1, gap=1)
        layout.addWidget(self._frames)
        layout.addStretch(1)
        layout.addWidget(tool(self._texts, N_("Smaller (Ctrl+-)"), partial(self.zoom_by, 1 / STEP), icon="zoom-out"))
        layout.addWidget(self._zoom)
        layout.addWidget(tool(self._texts, N_("Larger (Ctrl++)"), partial(self.zoom_by, STEP), icon="zoom-in"))
        layout.addWidget(tool(self._texts, N_("Turn clockwise (Ctrl+R)"), partial(self.view.turn, 1), icon="rotate-cw"))
        layout.addStretch(1)
        layout.addWidget(self._switch)
        return bar

    def _slots(self) -> dict[str, Slot]:
        return {
            "Ctrl++": partial(self.zoom_by, STEP),
            "Ctrl+=": partial(self.zoom_by, STEP),
            "Ctrl+-": partial(self.zoom_by, 1 / STEP),
            "Ctrl+0": partial(self.view.zoom_to, Fit.PAGE),
            "Ctrl+G": self._frames.take_keyboard,
            "Ctrl+R": partial(self.view.turn, 1),
            "Ctrl+Shift+R": partial(self.view.turn, -1),
            "Alt+Return": self._switch.click,
        }

    def _turn_to(self, frame: int) -> None:
        picture = self._picture
        if picture:
            self._run(
                partial(_draw, picture, frame - 1),
                owner=self,
                done=partial(self._show_frame, picture),
                failed=self.failed.emit,
            )

    def _show_frame(self, picture: PictureDocument, image: QImage) -> None:
        if picture is self._picture:
            self.view.show_image(image)

    def _show_zoom(self) -> None:
        self._zoom.tell(self.view.zoom)

    def _toggle(self) -> None:
        self._side.setVisible(self._switch.isChecked())

    def _tell(self) -> None:
        """Say the facts in the language spoken now."""
        picture = self._picture
        size = [(_("Pixels"), f"{picture.width} × {picture.height}")] if picture else []
        facts: list[Fact] = size + stated_facts(picture.facts) if picture else []
        self.facts.show_facts(facts)
        self.view.setAccessibleName(
            _("Picture, {width} × {height} pixels").format(width=picture.width, height=picture.height)
            if picture
            else ""
        )


def _draw(picture: PictureDocument, frame: int, _job: Job) -> QImage:
    return image_of(picture.frame(frame))
