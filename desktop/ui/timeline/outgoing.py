"""What a drawing that leaves the vault may say: protected persons never by name, neither as a lane nor in a title."""

import re
from collections.abc import Iterable, Mapping

from db.rows import PersonRow
from db.types import Protection
from desktop import i18n
from desktop.i18n import _
from desktop.logic import names
from desktop.operations.table_faces import Faces
from desktop.ui import labels
from desktop.ui.timeline.events import Events
from desktop.ui.timeline.lanes import NOBODY, Grouping, Lane
from desktop.ui.timeline.measures import shortened
from desktop.ui.timeline.reading import Setting

SHORTEST = 4  # letters of a name in one script; shorter ones begin too many words


class Outgoing:
    """Names and titles for paper. An event a protected person takes part in is called by its kind alone."""

    def __init__(
        self, setting: Setting, persons: Mapping[str, PersonRow], grouping: Grouping, lanes: Mapping[str, str]
    ) -> None:
        known = [*setting.protected, *persons.values()]
        protected = {row.id: row for row in known if row.protected != Protection.NONE}
        self._faces = Faces((), i18n.current().value, is_plain=False)
        self._faces.protect(protected.values())
        self._words = tuple(_words(name.text for row in protected.values() for name in row.names))
        self._protected = frozenset(protected)
        self._grouping, self._lanes, self._reference = grouping, lanes, setting.case.ref
        self._persons = persons

    def title(self, events: Events, place: int) -> str:
        """What an event is called."""
        kind, title = labels.event_kind(events.kinds[place]), self._faces.masked(events.titles[place])
        if not self._protected.isdisjoint(events.persons[place]) or self._names_somebody(title):
            return kind
        return shortened(title) or kind

    def lane(self, lane: Lane) -> str:
        """What a lane is called."""
        if self._grouping is Grouping.PERSON and lane.key != NOBODY:
            row = self._persons.get(lane.key)
            return self._person(row) if row is not None else _("Name withheld")
        return self._faces.masked(self._lanes.get(lane.key, ""))

    def reference(self) -> str:
        """The reference of the case."""
        return self._faces.masked(self._reference)

    def _person(self, row: PersonRow) -> str:
        if row.protected != Protection.NONE:
            return self._faces.person(row)
        return self._faces.masked(labels.member(row))

    def _names_somebody(self, text: str) -> bool:
        """Whether a word may be a protected name in another script or with another ending."""
        return any(word.startswith(stem) for word in _folded(text) for stem in self._words)


def _folded(text: str) -> list[str]:
    return [word for word in map(names.fold, re.findall(r"[^\W\d_]+", text)) if len(word) >= SHORTEST]


def _words(spellings: Iterable[str]) -> set[str]:
    """What every form of these names begins with, in one script: without the ending that bending it changes."""
    return {word[: max(len(word) - 2, SHORTEST)] for text in spellings for word in _folded(text)}
