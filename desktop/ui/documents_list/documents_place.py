"""The documents of the whole vault: found while typing, opened in their case with Enter."""

from db.queries.documents import DocumentLine
from db.types import Kind
from desktop.i18n import N_, ngettext
from desktop.ui.desk import Desk
from desktop.ui.tabs.documents.lines import DocumentModel
from desktop.ui.whole_list import WholeList, Words
from desktop.ui.widgets.table import Table

SHOWN = frozenset({Kind.DOCUMENT, Kind.CITATION, Kind.CASE})


class DocumentsPlace(WholeList):
    """All documents of all cases."""

    def __init__(self, desk: Desk) -> None:
        self._model = model = DocumentModel(desk.vault, desk.tasks, None, desk.refresh)  # it becomes the list's
        title = N_("Documents of all cases")
        table: Table[DocumentLine] = Table("all-documents", title, model, desk.settings)
        super().__init__(desk, model, table, _words(), SHOWN)

    def open(self, record: str) -> None:
        """Show the document in its case."""
        place = self._model.place_of(record)
        if place is not None:
            self.record_chosen.emit(self._model.row(place).document.case_id, Kind.DOCUMENT, record)


def _words() -> Words:
    return Words(
        N_("Documents"),
        N_("Find by title, author or file name"),
        _counted,
        "files",
        N_("No documents in any case"),
        N_("A document belongs to a case: open a case and drop files on its documents."),
        N_("No document matches"),
    )


def _counted(count: int, is_all: bool) -> str:
    if is_all:
        return ngettext("{count} document", "{count} documents", count).format(count=count)
    return ngettext("more than {count} document", "more than {count} documents", count).format(count=count)
