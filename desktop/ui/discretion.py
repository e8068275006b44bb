"""Names hidden on the screen, for working where others look on: initials or pseudonyms stand for persons.

Only what is shown changes; the record, what is exported and what is typed in texts stay as they are.
"""

from db.rows import PersonRow
from desktop import i18n
from desktop.i18n import _
from desktop.logic import names


class _Shared:
    is_on = False


def is_hiding() -> bool:
    """Whether names are hidden now."""
    return _Shared.is_on


def hide(*, is_on: bool) -> None:
    """Hide names from now on, or show them again; screens must be told to read again."""
    _Shared.is_on = is_on


def stand_in(row: PersonRow) -> str:
    """What stands for a person's name while names are hidden."""
    return row.pseudonym or names.initials(names.display(row.names, i18n.current().value)) or _("Name withheld")
