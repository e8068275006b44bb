"""What may be meant in the cells of a column: terms in the interface's language, and who and where is on file."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject

from db.queries import members
from db.rows import Key, OrganisationRow, Page, PersonRow, PlaceRow
from db.types import Kind
from db.vault import Session
from desktop.documents.sheets.columns import Column, Holds
from desktop.i18n import _
from desktop.operations.paging import every
from desktop.ui import labels
from desktop.ui.desk import Desk
from resources.vocabularies import vocabulary

Names = Mapping[Kind, Sequence[str]]
Member = TypeVar("Member", PersonRow, OrganisationRow, PlaceRow)
_PAGE = 500


class Offer(QObject):
    """Knows what everybody and every place on file in a case is called, once the vault has answered."""

    def __init__(self, desk: Desk, case_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._names: Names = {}
        desk.read(self, partial(_names_on_file, case_id), self._take)

    def words(self, column: Column) -> Sequence[str]:
        """The words offered in a column."""
        if column.kinds:
            return [name for kind in column.kinds for name in self._names.get(kind, ())]
        terms = [labels.worded(term) for term in vocabulary(column.vocabulary).values()] if column.vocabulary else []
        return [_("Yes"), _("No"), *terms] if column.holds in {Holds.TRUTH, Holds.SAFEGUARD} else terms

    def _take(self, names: Names) -> None:
        self._names = names


def _names_on_file(case_id: str, session: Session) -> Names:
    return {
        Kind.PERSON: _names(session, case_id, PersonRow),
        Kind.ORGANISATION: _names(session, case_id, OrganisationRow),
        Kind.PLACE: _names(session, case_id, PlaceRow),
    }


def _names(session: Session, case_id: str, row_type: type[Member]) -> list[str]:
    def page(after: Key | None) -> Page[Member]:
        return members.page(session, row_type, case_id=case_id, after=after, limit=_PAGE)

    return [labels.member(row) for row in every(page)]
