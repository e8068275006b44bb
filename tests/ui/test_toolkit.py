"""The Qt binding itself: a version that damages the interpreter must not come in with an update."""

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from pytestqt.qtbot import QtBot


class Listener(QObject):
    """Overrides a virtual function of Qt and listens to a signal with a boolean."""

    heard = Signal(bool)

    def event(self, event: QEvent) -> bool:
        """Refuse every event."""
        return not event


def test_overrides_and_signals_do_not_wear_out_true_and_false(qtbot: QtBot) -> None:
    """PySide6 6.12.0 loses a reference per call on Python 3.11 and aborts after some thousands."""
    listener = Listener()
    received: list[bool] = []
    listener.heard.connect(received.append)
    before = sys.getrefcount(True), sys.getrefcount(False)

    for _ in range(2000):
        QCoreApplication.sendEvent(listener, QEvent(QEvent.Type.User))
        listener.heard.emit(False)
    received.clear()
    after = sys.getrefcount(True), sys.getrefcount(False)

    assert max(abs(now - then) for now, then in zip(after, before, strict=True)) < 500
