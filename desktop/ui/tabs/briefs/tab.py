"""The briefs of a case: which there are, the author's text, and the finished pages beside it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QWidget

from db.queries.briefs import briefs
from db.rows import BriefRow
from db.types import Kind
from db.vault import Session
from desktop import i18n
from desktop.documents.compose import template_ids
from desktop.i18n import N_, _, ngettext
from desktop.operations import Done, Touched
from desktop.operations.briefs import Exported, export_brief, save_brief
from desktop.operations.trash import trash_record
from desktop.ui import icons
from desktop.ui.case_window.tab import Tab
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.places import ask_new_file
from desktop.ui.language import Texts
from desktop.ui.models.rows import RowModel
from desktop.ui.records.steps import tell_trashed
from desktop.ui.refresh import concerns
from desktop.ui.tabs.briefs.brief_form import BriefForm
from desktop.ui.tabs.briefs.lines import JURISDICTION, brief_id, columns, template_of
from desktop.ui.tabs.briefs.pages import BriefPages, wanted_of
from desktop.ui.tasks import Job
from desktop.ui.widgets.button import button
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column, row
from desktop.ui.widgets.splitter import RememberedSplitter
from desktop.ui.widgets.table import Table


class BriefsTab(Tab):
    """List and text at the left, pages at the right."""

    def __init__(self, desk: Desk, case_id: str) -> None:
        super().__init__(desk, case_id)
        self._texts = Texts(self)
        self._model: RowModel[BriefRow] = RowModel(columns(), brief_id, self)
        self._table: Table[BriefRow] = Table("briefs", N_("Briefs"), self._model, desk.settings)
        self._form = BriefForm()
        self._pages = BriefPages(desk, case_id)
        self._stack = QStackedWidget()
        self._sought = ""
        self._build()
        self._table.selected.connect(self._select)
        self._form.written.connect(self._save)
        self._bind()
        self._read()

    def refresh(self, touched: Touched) -> None:
        """Anything of the case may stand in a brief: read the list and compose anew."""
        if concerns(touched, frozenset({Kind.BRIEF}), self.case_id):
            self._read()
        elif self.isVisible() and touched.kinds:
            self._pages.show_brief(self._chosen())

    def enter(self) -> None:
        """Start in the list, with the pages as the case stands now."""
        self._table.setFocus()
        self._select(self._table.selected_ids())

    def show_record(self, kind: Kind, record: str) -> None:
        """Choose a brief."""
        del kind
        self._sought = record
        self._read()

    def count_words(self) -> str:
        """How many briefs there are."""
        count = self._model.rowCount()
        return ngettext("{count} brief", "{count} briefs", count).format(count=count)

    def _build(self) -> None:
        left = QWidget()
        layout = column(left, gap=2)
        steps = row(gap=2)
        for part in (self._new_button(), button(self._texts, N_("E&xport PDF…"), self._export, icon="upload")):
            steps.addWidget(part)
        steps.addStretch(1)
        steps.addWidget(button(self._texts, N_("Move to &trash"), self._trash, icon="trash-2"))
        layout.addLayout(steps)
        parts = RememberedSplitter("brief", self.desk.settings, self._table, self._form, is_stacked=True)
        parts.share(1, 3)
        layout.addWidget(parts, 1)
        empty = EmptyState(
            "book-open",
            N_("No briefs yet"),
            N_("A brief is the case on paper: a chronology for a filing, or a public statement with footnotes."),
            step=N_("New chronology"),
        )
        empty.asked.connect(partial(self._begin, "chronology"))
        self._stack.addWidget(empty)
        halves = RememberedSplitter("briefs", self.desk.settings, left, self._pages)
        halves.share(1, 1)
        self._stack.addWidget(halves)
        column(self).addWidget(self._stack)

    def _new_button(self) -> QToolButton:
        made = QToolButton()
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.keep(made, made.setIcon, "plus")
        self._texts.put(made.setText, N_("&New brief"))
        menu = QMenu(made)
        for template in template_ids(JURISDICTION):
            action = QAction(menu)
            self._texts.put(action.setText, partial(_name_of, template))
            action.triggered.connect(partial(self._begin, template))
            menu.addAction(action)
        made.setMenu(menu)
        self._new = made
        return made

    def _bind(self) -> None:
        actions = self.desk.actions
        actions.bind("list.add", self, self._new.showMenu)
        actions.bind("list.delete", self._table, self._trash)
        actions.bind("brief.export", self, self._export)

    def _read(self) -> None:
        self.desk.read(self, partial(_briefs, self.case_id), self._show)

    def _show(self, rows: list[BriefRow]) -> None:
        self._model.show(rows)
        self._stack.setCurrentIndex(int(bool(rows)))
        if self._sought:
            self._table.select([self._sought])
            self._sought = ""
        elif rows and not self._table.selected_ids():
            self._table.select([rows[0].id])
        self._select(self._table.selected_ids())
        self.counted.emit(self.count_words())

    def _select(self, ids: list[str]) -> None:
        self.situate(len(ids))
        chosen = self._chosen()
        self._form.show_brief(chosen)
        if self.isVisible():
            self._pages.show_brief(chosen)

    def _chosen(self) -> BriefRow | None:
        ids = self._table.selected_ids()
        place = self._model.place_of(ids[0]) if ids else None
        return None if place is None else self._model.row(place)

    def _begin(self, template: str) -> None:
        new = BriefRow(id="", case_id=self.case_id, template=template, language=i18n.current().value, status="draft")
        self.desk.perform(self, work(save_brief, self.desk.vault, new), self._begun)

    def _begun(self, brief: str) -> None:
        self.show_record(Kind.BRIEF, brief)

    def _save(self, row: BriefRow) -> None:
        self.desk.perform(self, work(save_brief, self.desk.vault, row))

    def _trash(self) -> None:
        for brief in self._table.selected_ids():
            verb = work(trash_record, self.desk.vault, Kind.BRIEF, brief, case_id=self.case_id)
            self.desk.perform(self, verb, partial(tell_trashed, self.desk))

    def _export(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self._form.keep()
        suggested = Path.home() / f"{chosen.template}-{chosen.language}.pdf"
        ask_new_file(self, _("Export the brief as PDF"), partial(self._write, chosen), suggested, "pdf")

    def _write(self, chosen: BriefRow, files: list[Path]) -> None:
        verb = partial(_export, self.desk, self.case_id, chosen, files[0])
        self.desk.perform(self, verb, self._tell_exported, title=_("Exporting the brief"))

    def _tell_exported(self, exported: Exported) -> None:
        text = ngettext(
            "The brief is exported: {count} page. The file lies outside the vault and anyone can read it.",
            "The brief is exported: {count} pages. The file lies outside the vault and anyone can read it.",
            exported.pages,
        )
        self.desk.report.confirm(text.format(count=exported.pages))


def _briefs(case_id: str, session: Session) -> list[BriefRow]:
    return briefs(session, case_id)


def _export(desk: Desk, case_id: str, chosen: BriefRow, file: Path, job: Job) -> Done[Exported]:
    return export_brief(
        desk.vault, case_id, wanted_of(chosen), file, progress=job.progress, is_cancelled=job.is_cancelled
    )


def _name_of(template: str) -> str:
    return template_of(template).name
