"""What the drawing says in words: of an event to screen readers and tool tips, and of lanes."""

from collections.abc import Iterable

from db.rows import PersonRow, PlaceRow
from desktop.i18n import _
from desktop.ui import labels, times
from desktop.ui.timeline.board import Board
from desktop.ui.timeline.events import Events
from desktop.ui.timeline.lanes import NOBODY, Grouping
from desktop.ui.timeline.measures import shortened
from resources.vocabularies import event_kinds


def titled(events: Events, place: int) -> str:
    """What an event is called on the drawing: its title, else its kind."""
    return shortened(events.titles[place]) or labels.event_kind(events.kinds[place])


def told(board: Board, place: int) -> list[str]:
    """An event in a few lines: its title, when it was, its kind and standing, and whose it is."""
    events = board.events
    when, until = events.when(place)
    kind, standing = labels.event_kind(events.kinds[place]), labels.term("standings", events.standings[place])
    lanes = [board.names.get(key, "") for key in board.stack.keys_of(events, place) if key != NOBODY]
    lines = [events.titles[place] or kind, " → ".join(filter(None, (times.told(when), times.told(until))))]
    lines += [labels.joined([kind, standing]), ", ".join(filter(None, lanes))]
    marks, event = board.marked(), events.ids[place]
    lines += [clock.title for clock, _lane in marks.clocks if clock.event == event]
    lines += [clash.text for clash, _first, _second in marks.clashes if event in (clash.first, clash.second)]
    return [line for line in lines if line]


def name_lanes(board: Board, persons: Iterable[PersonRow], places: Iterable[PlaceRow]) -> None:
    """Say what the lanes are called, by their key."""
    match board.stack.grouping:
        case Grouping.PERSON:
            board.names = {row.id: labels.member(row) for row in persons} | {NOBODY: _("Nobody named")}
        case Grouping.PLACE:
            board.names = {row.id: labels.member(row) for row in places} | {NOBODY: _("No place")}
        case _:
            board.names = {kind: labels.event_kind(kind) for kind in event_kinds()}
