"""The keys of the drawing: arrows walk from event to event, plus and minus zoom, Home and End go to the ends.

Shift with an arrow moves along time, a page key moves by a page of it, 0 shows all, Enter opens the chosen event, with
Shift both sources of its contradictions in turn.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.timeline.canvas import Canvas
from desktop.ui.timeline.marks import Clash
from desktop.ui.timeline.pointing import across, stepped

Key = Qt.Key
ZOOM = 1.25  # nearer by this for one notch of a wheel or one key
PAN, LEAF = 0.15, 0.8  # of the width, for Shift with an arrow and for a page key
OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

_NONE: Mapping[int, Callable[[], object]] = {}


def press(canvas: Canvas, event: QKeyEvent) -> bool:
    """Do what a key asks for; whether it was one of ours."""
    if event.modifiers() & OTHERS:
        return False
    is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    answers = {**_plain(canvas), **(_shifted(canvas) if is_shifted else _NONE)}
    if event.key() not in answers:
        return False
    answers[event.key()]()
    return True


def _shifted(canvas: Canvas) -> Mapping[int, Callable[[], object]]:
    part, line = canvas.board.width * PAN, canvas.board.measures.line * 3
    return {
        Key.Key_Left: partial(canvas.pan, -part),
        Key.Key_Right: partial(canvas.pan, part),
        Key.Key_Return: partial(confront, canvas),
        Key.Key_Enter: partial(confront, canvas),
        Key.Key_Up: partial(canvas.pan, 0.0, -line),
        Key.Key_Down: partial(canvas.pan, 0.0, line),
    }


def _plain(canvas: Canvas) -> Mapping[int, Callable[[], object]]:
    leaf = canvas.board.width * LEAF
    return {
        Key.Key_Plus: partial(canvas.zoom, ZOOM),
        Key.Key_Equal: partial(canvas.zoom, ZOOM),
        Key.Key_Minus: partial(canvas.zoom, 1 / ZOOM),
        Key.Key_0: canvas.fit,
        Key.Key_PageUp: partial(canvas.pan, -leaf),
        Key.Key_PageDown: partial(canvas.pan, leaf),
        Key.Key_Left: partial(_step, canvas, -1),
        Key.Key_Right: partial(_step, canvas, 1),
        Key.Key_Up: partial(_cross, canvas, -1),
        Key.Key_Down: partial(_cross, canvas, 1),
        Key.Key_Home: partial(_go, canvas, 0),
        Key.Key_End: partial(_go, canvas, -1),
        Key.Key_Return: canvas.open,
        Key.Key_Enter: canvas.open,
    }


def confront(canvas: Canvas, clash: Clash | None = None) -> None:
    """Ask for both sources of a clash; if none is given, of the next one the chosen event is part of."""
    board = canvas.board
    event = board.events.ids[board.focus] if board.focus is not None else ""
    mine = [one for one, _first, _second in board.marked().clashes if event in (one.first, one.second)]
    if clash is None and mine:
        clash = mine[(mine.index(board.confronted) + 1) % len(mine) if board.confronted in mine else 0]
    if clash is not None:
        board.confronted = clash
        canvas.confronted.emit(clash)


def _step(canvas: Canvas, steps: int) -> None:
    canvas.choose(stepped(canvas.board, steps))


def _cross(canvas: Canvas, lanes: int) -> None:
    canvas.choose(across(canvas.board, lanes))


def _go(canvas: Canvas, place: int) -> None:
    count = len(canvas.board.events)
    canvas.choose(place % count if count else None)
