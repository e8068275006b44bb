"""What stands at a place of the drawing, and which event comes next when one walks by keys."""

from PySide6.QtCore import QPointF

from desktop.ui.timeline.board import Board
from desktop.ui.timeline.marks import Clash
from desktop.ui.timeline.overlay import signs
from desktop.ui.timeline.page import Item
from desktop.ui.timeline.painting import box_of
from desktop.ui.timeline.scene import Scene


def clash_at(scene: Scene, spot: QPointF) -> Clash | None:
    """The clash whose triangle is there."""
    return next((clash for clash, sign in signs(scene) if sign.box.contains(spot)), None)


def item_at(scene: Scene, spot: QPointF) -> Item | None:
    """The event, or the several together, whose mark, bar or label is there; what is painted last is found first."""
    gap = scene.measures.quarter / 2
    for item in reversed(scene.page.items):
        box = box_of(scene, item).adjusted(-gap, -gap, gap, gap)
        if item.room and not item.is_inside:
            box.setRight(item.text_left + item.room + scene.shift())
        if box.contains(spot):
            return item
    return None


def nearest_at(board: Board, scene: Scene, spot: QPointF) -> int | None:
    """The event of a crowd that begins nearest to the place pointed at."""
    lane = board.stack.lane_at(spot.y() + board.scroll)
    if lane is None or not any(crowd.lane == lane for crowd in scene.page.crowds):
        return None
    place = board.stack.lanes[lane].shelf.nearest(board.scale.moment(spot.x()))
    if place is None or abs(board.scale.x(board.events.reach(place)[0]) - spot.x()) > board.measures.mark:
        return None
    return place


def stepped(board: Board, steps: int) -> int | None:
    """The event so many steps later (earlier when negative) in the order of the list; the first when none is chosen."""
    if not len(board.events):
        return None
    if board.focus is None:
        since = board.scale.moment(0)
        return next((place for place, first in enumerate(board.events.firsts) if first >= since), 0)
    return min(max(board.focus + steps, 0), len(board.events) - 1)


def across(board: Board, lanes: int) -> int | None:
    """The event nearest in time in a lane so many below (above when negative)."""
    if board.focus is None:
        return stepped(board, 0)
    keys = board.stack.keys_of(board.events, board.focus)
    here = next((number for number, lane in enumerate(board.stack.lanes) if lane.key in keys), 0)
    there = here + lanes
    if not 0 <= there < len(board.stack.lanes):
        return board.focus
    return board.stack.lanes[there].shelf.nearest(board.events.reach(board.focus)[0])
