"""The list of briefs with what can be done: begin one from a template, export, move to the trash."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from db.rows import BriefRow
from desktop.documents.compose import template_ids
from desktop.i18n import N_
from desktop.ui import icons
from desktop.ui.desk import Desk
from desktop.ui.language import Texts
from desktop.ui.models.rows import RowModel
from desktop.ui.tabs.briefs.lines import JURISDICTION, brief_id, columns, template_of
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column, row
from desktop.ui.widgets.table import Table


class BriefList(QWidget):
    """``begun`` carries the template of a new brief; ``chosen`` is told when another one is selected."""

    begun = Signal(str)
    chosen = Signal()
    export_asked = Signal()
    trash_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._texts = Texts(self)
        self._model: RowModel[BriefRow] = RowModel(columns(), brief_id, self)
        self.table: Table[BriefRow] = Table("briefs", N_("Briefs"), self._model, desk.settings)
        self._new = self._new_button()
        self.table.selected.connect(self.chosen)
        steps = row(gap=2)
        steps.addWidget(self._new)
        steps.addWidget(button(self._texts, N_("E&xport PDF…"), self.export_asked.emit, icon="upload"))
        steps.addStretch(1)
        steps.addWidget(button(self._texts, N_("Move to &trash"), self.trash_asked.emit, icon="trash-2"))
        layout = column(self, gap=2)
        layout.addLayout(steps)
        layout.addWidget(self.table, 1)

    def show_briefs(self, rows: Sequence[BriefRow], sought: str) -> None:
        """Show these; choose the one sought, else the first when none is chosen."""
        self._model.show(rows)
        if sought:
            self.table.select([sought])
        elif rows and not self.table.selected_ids():
            self.table.select([rows[0].id])

    def current(self) -> BriefRow | None:
        """The one chosen."""
        ids = self.table.selected_ids()
        place = self._model.place_of(ids[0]) if ids else None
        return None if place is None else self._model.row(place)

    def count(self) -> int:
        """How many there are."""
        return self._model.rowCount()

    def offer_templates(self) -> None:
        """Open the list of templates."""
        self._new.showMenu()

    def _new_button(self) -> QToolButton:
        made = QToolButton()
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.keep_on(made, "plus", is_beside_text=True)
        self._texts.put(made.setText, N_("&New brief"))
        menu = QMenu(made)
        for template in template_ids(JURISDICTION):
            action = QAction(menu)
            self._texts.put(action.setText, partial(_name_of, template))
            action.triggered.connect(partial(self.begun.emit, template))
            menu.addAction(action)
        made.setMenu(menu)
        return made


def _name_of(template: str) -> str:
    return template_of(template).name
