"""A list of persons, organisations or places, by name."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from db.types import Kind
from desktop.i18n import N_, ngettext
from desktop.ui.desk import Desk
from desktop.ui.labels import KIND_ICONS
from desktop.ui.models.pages import PageModel
from desktop.ui.records.member_lines import TITLES, MemberLine, columns, identify, reader
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.table import Table

EMPTY = {
    Kind.PERSON: (
        N_("No persons yet"),
        N_("Clients, detainees, witnesses, officials: whoever a case names. Someone not identified counts too."),
        N_("Add the first person…"),
    ),
    Kind.ORGANISATION: (
        N_("No organisations yet"),
        N_("Police departments, courts, hospitals, media: whoever acts or answers as an institution."),
        N_("Add the first organisation…"),
    ),
    Kind.PLACE: (
        N_("No places yet"),
        N_("Where it happened: police stations, prisons, courts, streets, vehicles."),
        N_("Add the first place…"),
    ),
}


class MemberList(QWidget):
    """One kind, of a case or (``case_id`` empty) of the whole vault; ``add`` makes a new one."""

    selected = Signal(list)
    opened = Signal(str)
    counted = Signal()

    def __init__(self, desk: Desk, kind: Kind, case_id: str, add: Callable[[], object]) -> None:
        super().__init__()
        self.kind = kind
        self._is_whole = True
        self._sought = ""
        self._model: PageModel[MemberLine] = PageModel(
            desk.tasks, columns(kind, is_in_case=bool(case_id)), identify, reader(desk.vault, kind, case_id), self
        )
        name = f"{kind.value}s-{'case' if case_id else 'vault'}"
        self.table: Table[MemberLine] = Table(name, TITLES[kind], self._model, desk.settings)
        self._pages = QStackedWidget()
        self._build(add)
        self.table.selected.connect(self.selected)
        self.table.opened.connect(self.opened)
        self._model.loaded.connect(self._settle)
        self._model.failed.connect(desk.report.tell)

    def search(self, text: str) -> None:
        """Show those one of whose spellings holds ``text``."""
        self._model.search(text)

    def reload(self) -> None:
        """Read again what is shown."""
        self._model.reload()

    def seek(self, record: str) -> None:
        """Select one, reading on until it is there."""
        self._sought = record
        self._settle(self._model.rowCount(), not self._model.canFetchMore())

    def count_words(self) -> str:
        """How many are shown."""
        count = self._model.rowCount()
        if self._is_whole:
            return ngettext("{count} entry", "{count} entries", count).format(count=count)
        return ngettext("more than {count} entry", "more than {count} entries", count).format(count=count)

    def _build(self, add: Callable[[], object]) -> None:
        title, hint, step = EMPTY[self.kind]
        empty = EmptyState(KIND_ICONS[self.kind], title, hint, step=step)
        empty.asked.connect(add)
        none = EmptyState("search", N_("Nobody of this name"), N_("Change the words in the field above."))
        for page in (self.table, empty, none):
            self._pages.addWidget(page)
        column(self).addWidget(self._pages)

    def _settle(self, count: int, is_all: bool) -> None:
        self._is_whole = is_all
        self._pages.setCurrentIndex(0 if count else 2 if self._model.query.text else 1)
        if self._sought:
            self._seek_on()
        elif count and not self.table.selected_ids():
            self.table.select([self._model.id_at(0)])
        self.counted.emit()

    def _seek_on(self) -> None:
        if self._model.place_of(self._sought) is not None:
            self.table.select([self._sought])
            self._sought = ""
        elif self._model.canFetchMore():
            self._model.fetchMore()
