"""Building what is large part by part, a little in each turn of the event loop, so that the window goes on answering.

What is built so is put in its place on the screen first and filled from the outside in: Qt dresses a widget anew each
time one of those around it moves to another parent. A key that comes meanwhile is not lost: the rest is built at once
and the key goes where the keyboard is then.
"""

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

Stages = Iterator[None]  # builds one part more each time it is asked for the next
TURN_SECONDS = 0.010  # after so long everything else has its turn
KEYS = frozenset((QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress))


class Building(QObject):
    """Builds a widget in ``stages`` and calls ``stood`` when every part is there; ends with the widget."""

    def __init__(self, widget: QWidget, stages: Stages, stood: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._stages = widget, stages
        self._waiting = [stood]
        self.is_standing = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()
        widget.setUpdatesEnabled(False)  # painted once, when it stands
        widget.installEventFilter(self)

    def call(self, act: Callable[[], object]) -> None:
        """Call this when the widget stands: now, or after what waits already."""
        if self.is_standing:
            act()
        else:
            self._waiting.append(act)

    def finish(self) -> None:
        """Build the rest at once."""
        while not self.is_standing:
            self._build_next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key that comes to the unfinished widget finds it finished."""
        if event.type() not in KEYS:
            return False
        self.finish()
        focus = QApplication.focusWidget()
        if event.type() is QEvent.Type.ShortcutOverride or focus is None or focus is watched:
            return False
        self._let_go()  # what nobody wants comes back here, from the inside out
        return QApplication.sendEvent(focus, event)

    def _go_on(self) -> None:
        end = time.perf_counter() + TURN_SECONDS
        self._build_next()
        while not self.is_standing and time.perf_counter() < end:
            self._build_next()

    def _build_next(self) -> None:
        try:
            next(self._stages)
        except StopIteration:
            self._stand()
        except BaseException:
            self._timer.stop()  # what cannot be built is told once
            raise

    def _stand(self) -> None:
        self.is_standing = True
        self._timer.stop()
        if self._widget.isVisible():
            _show_parts(self._widget)
        QTimer.singleShot(0, self, self._let_go)
        self._widget.setUpdatesEnabled(True)
        for act in self._waiting:
            act()
        self._waiting.clear()

    def _let_go(self) -> None:
        """A turn later: the key that found it unfinished has come by now."""
        self._widget.removeEventFilter(self)


def _show_parts(widget: QWidget) -> None:
    """Show what nobody hid: Qt does so a turn after it joined, and what is not shown cannot get the keyboard."""
    shown_or_hidden = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    for part in widget.findChildren(QWidget):
        if part.isHidden() and not part.isWindow() and not part.testAttribute(shown_or_hidden):
            part.show()
