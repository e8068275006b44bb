"""Who stands in a table and how: by name, initials, pseudonym or not at all; and whose names leave its texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from db.queries.timeline import Participant
from db.rows import OrganisationRow, PersonRow, PlaceRow
from db.types import Name, Protection
from desktop.documents.sheets.columns import NAME_LANGUAGES, OTHER_NAMES, Column, Holds
from desktop.documents.sheets.lines import joined
from desktop.i18n import _
from desktop.logic import names
from desktop.logic.masking import Masks

Member = PersonRow | OrganisationRow | PlaceRow
_OF_THE_PROTECTED = frozenset({"id", "names", "protected"})  # all that is told of a protected person


class Faces:
    """Names as a table shows them in one language; persons as their protection says, unless it ``is_plain``.

    ``as_told`` are stricter protections by person, where consents for a purpose ask for them.
    """

    def __init__(
        self, columns: Sequence[Column], language: str, *, is_plain: bool, as_told: Mapping[str, str] | None = None
    ) -> None:
        self._language, self._is_plain = language, is_plain
        named = [column for column in columns if column.steps[0] == "names"]
        self._first_column = named[0].key if named else ""
        self._by_language = any(column.steps[-1] in NAME_LANGUAGES for column in named)
        self._masks = Masks()
        self._as_told = as_told or {}

    def protect(self, persons: Iterable[PersonRow]) -> None:
        """Know who is protected: their names are taken out of every free text."""
        self._masks = Masks(self._seen(person) for person in persons)

    def is_protected(self, row: object) -> bool:
        """Whether of this record no more may be told than how it is protected."""
        if self._is_plain or not isinstance(row, PersonRow):
            return False
        return self._seen(row).protected != Protection.NONE.value

    def is_withheld(self, column: Column) -> bool:
        """Whether a column says nothing of a protected person."""
        return column.steps[0] not in _OF_THE_PROTECTED

    def masked(self, text: str) -> str:
        """A text without the names of protected persons."""
        return self._masks.cover(text, _("[name withheld]"))

    def person(self, row: PersonRow) -> str:
        """A person as they may be shown; someone without a name by the description."""
        if not self.is_protected(row):
            return names.display(row.names, self._language) or row.description or _("Unidentified person")
        protection = Protection(self._seen(row).protected)
        return names.shown(row.names, protection, row.pseudonym, self._language) or _("Name withheld")

    def member(self, row: Member) -> str:
        """A person, organisation or place."""
        return self.person(row) if isinstance(row, PersonRow) else names.display(row.names, self._language)

    def participant(self, one: Participant) -> str:
        """Whoever takes part in an event."""
        who = one.person or one.organisation
        return self.member(who) if who else ""

    def name(self, row: Member, column: Column) -> str:
        """A name in its column: by language where it is asked for so; in the plain column the one to show."""
        if self.is_protected(row):
            return self.member(row) if column.key == self._first_column else ""
        if not self._by_language and column.key == "names":
            return names.display(row.names, self._language)
        official, part = _official(row.names), column.steps[-1]
        if column.holds is Holds.NAMES:
            taken = [*official.values()] if self._by_language else [self._shown(row.names)]
            others = [name for name in row.names if not any(name is one for one in taken)]
            return joined(name.text for name in others if _sort_of(name) == part)
        found = official.get(part if part in NAME_LANGUAGES else "")
        return found.text if found else ""

    def _seen(self, row: PersonRow) -> PersonRow:
        told = self._as_told.get(row.id)
        return replace(row, protected=told) if told else row

    def _shown(self, spelled: Sequence[Name]) -> Name | None:
        shown = names.display(spelled, self._language)
        return next((name for name in spelled if name.text == shown), None)


def _official(spelled: Sequence[Name]) -> dict[str, Name]:
    """The first official name in each language that has a column, and under no language the first of the others."""
    found: dict[str, Name] = {}
    for name in spelled:
        if name.kind == "official":
            found.setdefault(name.lang if name.lang in NAME_LANGUAGES else "", name)
    return found


def _sort_of(name: Name) -> str:
    """The column of a name beside the official one; a second official one is another name."""
    return name.kind if name.kind in OTHER_NAMES else "alias"
