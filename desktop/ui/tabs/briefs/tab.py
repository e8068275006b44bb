"""The briefs of a case: which there are, the author's text, and the finished pages beside it."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from db.queries.briefs import briefs
from db.rows import BriefRow
from db.types import Kind
from db.vault import Session
from desktop import i18n
from desktop.i18n import N_, _, ngettext
from desktop.operations import Done, Touched
from desktop.operations.briefs import Exported, export_brief, save_brief
from desktop.operations.trash import trash_record
from desktop.ui.building import Stages
from desktop.ui.case_window.tab import Tab
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.places import ask_new_file
from desktop.ui.records.steps import tell_trashed
from desktop.ui.refresh import concerns
from desktop.ui.tabs.briefs.brief_form import BriefForm
from desktop.ui.tabs.briefs.brief_list import BriefList
from desktop.ui.tabs.briefs.pages import BriefPages, wanted_of
from desktop.ui.tasks import Job
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.splitter import RememberedSplitter

NOTHING = (
    N_("No briefs yet"),
    N_("A brief is the case on paper: a chronology for a filing, or a public statement with footnotes."),
)


class BriefsTab(Tab):
    """List and text at the left, pages at the right."""

    def build(self) -> Stages:
        """The list over the text, then the pages beside them."""
        desk, settings = self.desk, self.desk.settings
        self._sought = ""
        self._stack = QStackedWidget()
        column(self).addWidget(self._stack)
        empty = EmptyState("book-open", *NOTHING, step=N_("New chronology"))
        empty.asked.connect(partial(self._begin, "chronology"))
        self._stack.addWidget(empty)
        halves = RememberedSplitter("briefs", settings, shares=(1, 1))
        self._stack.addWidget(halves)
        parts = RememberedSplitter("brief", settings, is_stacked=True, shares=(1, 3))
        halves.put(parts)
        self._list, self._form = BriefList(desk), BriefForm()
        parts.put(self._list, self._form)
        yield
        self._pages = BriefPages(desk, self.case_id)
        yield
        halves.put(self._pages)
        yield
        self._connect()
        self._read()

    def refresh(self, touched: Touched) -> None:
        """Anything of the case may stand in a brief: read the list and compose anew."""
        if concerns(touched, frozenset({Kind.BRIEF}), self.case_id):
            self._read()
        elif self.isVisible() and touched.kinds:
            self._pages.show_brief(self._list.current())

    def enter(self) -> None:
        """Start in the list, with the pages as the case stands now."""
        self._list.table.setFocus()
        self._choose()

    def show_record(self, kind: Kind, record: str) -> None:
        """Choose a brief."""
        del kind
        self._sought = record
        self._read()

    def count_words(self) -> str:
        """How many briefs there are."""
        count = self._list.count()
        return ngettext("{count} brief", "{count} briefs", count).format(count=count)

    def _connect(self) -> None:
        export, actions = partial(_ask_export, self, self._list, self._form), self.desk.actions
        self._list.chosen.connect(self._choose)
        self._list.begun.connect(self._begin)
        self._list.export_asked.connect(export)
        self._list.trash_asked.connect(self._trash)
        self._form.written.connect(self._save)
        actions.bind("list.add", self, self._list.offer_templates)
        actions.bind("list.delete", self._list.table, self._trash)
        actions.bind("brief.export", self, export)

    def _read(self) -> None:
        self.desk.read(self, partial(_briefs, self.case_id), self._show)

    def _show(self, rows: list[BriefRow]) -> None:
        self._stack.setCurrentIndex(int(bool(rows)))
        self._list.show_briefs(rows, self._sought)
        self._sought = ""
        self._choose()
        self.counted.emit(self.count_words())

    def _choose(self) -> None:
        chosen = self._list.current()
        self.situate(len(self._list.table.selected_ids()))
        self._form.show_brief(chosen)
        if self.isVisible():
            self._pages.show_brief(chosen)

    def _begin(self, template: str) -> None:
        new = BriefRow(id="", case_id=self.case_id, template=template, language=i18n.current().value, status="draft")
        self.desk.perform(self, work(save_brief, self.desk.vault, new), partial(self.show_record, Kind.BRIEF))

    def _save(self, row: BriefRow) -> None:
        self.desk.perform(self, work(save_brief, self.desk.vault, row))

    def _trash(self) -> None:
        for brief in self._list.table.selected_ids():
            verb = work(trash_record, self.desk.vault, Kind.BRIEF, brief, case_id=self.case_id)
            self.desk.perform(self, verb, partial(tell_trashed, self.desk))


def _ask_export(tab: BriefsTab, shown: BriefList, form: BriefForm) -> None:
    chosen = shown.current()
    if chosen is not None:
        form.keep()
        suggested = Path.home() / f"{chosen.template}-{chosen.language}.pdf"
        ask_new_file(tab, _("Export the brief as PDF"), partial(_write, tab, chosen), suggested, "pdf")


def _write(tab: BriefsTab, chosen: BriefRow, files: list[Path]) -> None:
    verb = partial(_export, tab.desk, tab.case_id, chosen, files[0])
    tab.desk.perform(tab, verb, partial(_tell_exported, tab.desk), title=_("Exporting the brief"))


def _tell_exported(desk: Desk, exported: Exported) -> None:
    text = ngettext(
        "The brief is exported: {count} page. The file lies outside the vault and anyone can read it.",
        "The brief is exported: {count} pages. The file lies outside the vault and anyone can read it.",
        exported.pages,
    )
    desk.report.confirm(text.format(count=exported.pages))


def _briefs(case_id: str, session: Session) -> list[BriefRow]:
    return briefs(session, case_id)


def _export(desk: Desk, case_id: str, chosen: BriefRow, file: Path, job: Job) -> Done[Exported]:
    return export_brief(
        desk.vault, case_id, wanted_of(chosen), file, progress=job.progress, is_cancelled=job.is_cancelled
    )
