"""Events side by side in lanes: one for each person, place or kind, in the order in which they first appear."""

from collections.abc import Callable, Iterable
from enum import StrEnum

from desktop.ui.timeline.events import Events
from desktop.ui.timeline.shelf import Shelf
from resources.vocabularies import event_kinds

NOBODY = ""  # the lane of events without a person or place
FEW, SEVERAL = 1, 4  # a lane with this many events has one row, or two; else three, and more where events overlap
MOST_ROWS = 8
MANY = 500  # events beyond which overlaps are not counted: such a lane has rows to spare or is drawn as heights


class Grouping(StrEnum):
    """What the lanes are."""

    PERSON = "person"
    PLACE = "place"
    KIND = "kind"


class Lane:
    """The events of one person, place or kind; ``key`` is its id."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.shelf = Shelf()
        self._needed = (0, 0)  # rows for so many events

    def rows(self) -> int:
        """How many rows the lane needs at least."""
        count = len(self.shelf)
        if self._needed[0] != count:
            usual = 1 if count <= FEW else 2 if count <= SEVERAL else 3
            self._needed = count, max(usual, self.shelf.depth(MOST_ROWS) if count <= MANY else MOST_ROWS // 2)
        return self._needed[1]


class Lanes:
    """The lanes of the events taken in so far."""

    def __init__(self, grouping: Grouping) -> None:
        self.grouping = grouping
        self.taken = 0
        self._lanes: dict[str, Lane] = {}

    def take(self, events: Events, upto: int) -> None:
        """Take in the events that came since, up to a place."""
        keys, firsts, lasts = _KEYS[self.grouping], events.firsts, events.lasts
        for place in range(self.taken, upto):
            for key in keys(events, place):
                lane = self._lanes.get(key)
                if lane is None:
                    lane = self._lanes[key] = Lane(key)
                lane.shelf.put(firsts[place], lasts[place], place)
        self.taken = upto

    def ordered(self) -> list[Lane]:
        """The lanes from the top: kinds as the vocabulary has them, others as they first appear; nobody's last."""
        lanes = list(self._lanes.values())
        if self.grouping is Grouping.KIND:
            order = _order_of_kinds()
            return sorted(lanes, key=lambda lane: (order.get(lane.key, len(order)), lane.key))
        return sorted(lanes, key=lambda lane: lane.key == NOBODY)

    def keys_of(self, events: Events, place: int) -> tuple[str, ...]:
        """The lanes an event stands in."""
        return tuple(_KEYS[self.grouping](events, place))


def shares(lanes: Iterable[Lane], rows: int) -> list[int]:
    """How many rows each lane gets when there are ``rows`` in view: what it needs, and what is left over in turn."""
    wanted = [lane.rows() for lane in lanes]
    needy = [place for place, count in enumerate(wanted) if count > 1]
    spare = rows - sum(wanted)
    while spare > 0 and any(wanted[place] < MOST_ROWS for place in needy):
        for place in needy:
            if spare > 0 and wanted[place] < MOST_ROWS:
                wanted[place] += 1
                spare -= 1
    return wanted


def _by_person(events: Events, place: int) -> tuple[str, ...]:
    return events.persons[place] or (NOBODY,)


def _by_place(events: Events, place: int) -> tuple[str, ...]:
    return (events.sites[place],)


def _by_kind(events: Events, place: int) -> tuple[str, ...]:
    return (events.kinds[place],)


_KEYS: dict[Grouping, Callable[[Events, int], tuple[str, ...]]] = {
    Grouping.PERSON: _by_person,
    Grouping.PLACE: _by_place,
    Grouping.KIND: _by_kind,
}


def _order_of_kinds() -> dict[str, int]:
    """Kinds of one group together, groups and kinds as their files have them."""
    groups: dict[str, int] = {}
    for kind in event_kinds().values():
        groups.setdefault(kind.group, len(groups))
    ordered = sorted(event_kinds().values(), key=lambda kind: groups[kind.group])
    return {kind.id: place for place, kind in enumerate(ordered)}
