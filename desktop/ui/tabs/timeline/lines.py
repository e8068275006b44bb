"""What the list shows of each event, and how it is read."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor

from db.queries import timeline
from db.queries.timeline import Filter, TimelineLine
from db.rows import Key, Page
from db.vault import Vault
from desktop.i18n import N_
from desktop.ui import icons, labels, theme, times
from desktop.ui.models.columns import Column, Query
from desktop.ui.models.pages import PageModel
from desktop.ui.models.rows import Index
from desktop.ui.tasks import Tasks

WHEN = "when"
MOST_NAMES = 3
SPOKEN = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)  # where the mark is put into words
MARKED = ("title", "standing")  # columns that show how the event stands by a mark


@dataclass(frozen=True, slots=True)
class TimelineQuery(Query):
    """Which events are wanted."""

    wanted: Filter = field(default_factory=Filter)


class TimelineModel(PageModel[TimelineLine]):
    """The events of a case; standing has a mark, and a missing source is coloured."""

    def __init__(self, vault: Vault, tasks: Tasks, case_id: str, parent: QObject) -> None:
        super().__init__(tasks, columns(), event_id, partial(_page, vault, case_id), parent)
        self.query: Query = TimelineQuery()
        theme.worn().changed.connect(self._repaint)

    def narrow(self, wanted: Filter) -> None:
        """Show only these events."""
        self._begin(replace(self.query, text=wanted.text, wanted=wanted))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell, its mark or its colour."""
        if role == Qt.ItemDataRole.DecorationRole:
            return self._mark(index)
        if role in SPOKEN and self.columns[index.column()].key == "title":
            line = self.row(index.row())
            return "\n".join(filter(None, (_title(line), _standing(line))))
        if role == Qt.ItemDataRole.ForegroundRole and self.columns[index.column()].key == "sources":
            return None if self.row(index.row()).citations else QColor(theme.colours().danger)
        return super().data(index, role)

    def _mark(self, index: Index) -> Any:
        if self.columns[index.column()].key not in MARKED:
            return None
        standing = self.row(index.row()).event.standing or ""
        if standing not in labels.STANDING_MARKS:
            return None
        icon, colour = labels.STANDING_MARKS[standing]
        return icons.icon(icon, getattr(theme.colours(), colour))


def columns() -> Sequence[Column[TimelineLine]]:
    """When, what, where, who, on what source, and how it stands between the sides."""
    return (
        Column(WHEN, N_("When"), _when, 14, sort=WHEN),
        Column("kind", N_("Kind"), _kind, 14),
        Column("title", N_("Title"), _title, 40),
        Column("place", N_("Place"), _place, 12),
        Column("persons", N_("Who"), _persons, 14),
        Column("sources", N_("Sources"), _sources, 6, order=_source_count, is_number=True),
        Column("standing", N_("Standing"), _standing, 20, is_spare=True),
        Column("tags", N_("Tags"), _tags, 18, is_spare=True),
    )


def event_id(line: TimelineLine) -> str:
    """The id of the event."""
    return line.event.id


def _page(vault: Vault, case_id: str, query: Query, after: Key | None, limit: int) -> Page[TimelineLine]:
    wanted = query.wanted if isinstance(query, TimelineQuery) else Filter()
    is_newest_first = query.sort == WHEN and query.is_descending
    with vault.read() as session:
        return timeline.page(session, case_id, wanted=wanted, after=after, limit=limit, is_newest_first=is_newest_first)


def _when(line: TimelineLine) -> str:
    return times.told_short(line.event.when)


def _kind(line: TimelineLine) -> str:
    return labels.event_kind(line.event.kind)


def _title(line: TimelineLine) -> str:
    return labels.event(line.event)


def _place(line: TimelineLine) -> str:
    places = [labels.member(place) for place in (line.place, line.until_place) if place]
    return " → ".join(places)


def _persons(line: TimelineLine) -> str:
    acting = [one.person or one.organisation for one in line.participants]
    named = list(dict.fromkeys(labels.member(who) for who in acting if who))
    more = f" +{len(named) - MOST_NAMES}" if len(named) > MOST_NAMES else ""
    return ", ".join(named[:MOST_NAMES]) + more


def _sources(line: TimelineLine) -> str:
    return str(line.citations)


def _source_count(line: TimelineLine) -> int:
    return line.citations


def _tags(line: TimelineLine) -> str:
    return ", ".join(line.event.tags)


def _standing(line: TimelineLine) -> str:
    return labels.term("standings", line.event.standing)
