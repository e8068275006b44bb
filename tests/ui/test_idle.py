"""Locking when nobody touches the window."""

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui import idle
from desktop.ui.idle import IdleWatch
from tests.ui.hands import Hands

MINUTE = 60_000


@pytest.fixture
def watch(qapp: QApplication, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> IdleWatch:
    """Waits for touches of a line on the screen, and blinks shortly."""
    monkeypatch.setattr(idle, "BLINK_MILLISECONDS", 10)
    line = QLineEdit()
    hands.open(line)
    return IdleWatch(qapp, line)


def test_it_tells_when_nobody_touched_anything_for_so_long(watch: IdleWatch, qtbot: QtBot) -> None:
    with qtbot.waitSignal(watch.expired):
        watch.wait(20 / MINUTE)


def test_every_touch_starts_the_wait_again(watch: IdleWatch, hands: Hands) -> None:
    watch.wait(10)

    for _touch in range(2):
        hands.wait(lambda: watch.rested() >= 300)  # much longer than a blink
        before = watch.rested()
        hands.type("а")

        assert watch.rested() < before


def test_nobody_waits_before_it_is_told_how_long(watch: IdleWatch) -> None:
    assert watch.rested() == 0
