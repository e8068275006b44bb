"""Widgets that are built part by part while the window goes on."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui import building
from desktop.ui.building import Building, Stages
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.layout import column
from tests.ui.hands import Hands

PARTS = 5


class Large(QWidget):
    """Built of lines, one in each turn."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[QLineEdit] = []

    def build(self) -> Stages:
        """Line after line."""
        layout = column(self)
        for _part in range(PARTS):
            self.lines.append(QLineEdit())
            layout.addWidget(self.lines[-1])
            yield

    def enter(self) -> None:
        """Start in the first line."""
        self.lines[0].setFocus()


@pytest.fixture(autouse=True)
def one_part_a_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every part takes a turn of its own, on any machine."""
    monkeypatch.setattr(building, "TURN_SECONDS", 0.0)


@pytest.fixture
def large(hands: Hands) -> Large:
    """On the screen, empty, with the keyboard."""
    made = Large()
    hands.open(made)
    made.setFocus()
    return made


def begin(tasks: Tasks, large: Large) -> Building:
    """Begin to build; where it starts is known when it stands."""
    begun = tasks.build(large, large.build())
    begun.call(large.enter)
    return begun


def test_the_window_answers_between_two_parts(tasks: Tasks, large: Large, hands: Hands) -> None:
    seen: list[int] = []
    timer = QTimer(large, interval=0)
    timer.timeout.connect(lambda: seen.append(len(large.lines)))
    timer.start()

    begun = begin(tasks, large)
    hands.wait(lambda: begun.is_standing)

    assert set(range(1, PARTS + 1)) <= set(seen)


def test_a_key_typed_meanwhile_finds_it_finished(tasks: Tasks, large: Large, hands: Hands) -> None:
    begin(tasks, large)

    hands.type("арест")

    assert len(large.lines) == PARTS
    assert large.lines[0].text() == "арест"


def test_a_shortcut_pressed_meanwhile_finds_it_finished(tasks: Tasks, large: Large, hands: Hands) -> None:
    begin(tasks, large)

    hands.press("Ctrl+A")

    assert len(large.lines) == PARTS


def test_who_asks_for_it_is_answered_when_it_stands_and_in_order(tasks: Tasks, large: Large, hands: Hands) -> None:
    told: list[str] = []
    begun = begin(tasks, large)
    begun.call(lambda: told.append("first"))
    begun.call(lambda: told.append("second"))
    assert told == []

    hands.wait(lambda: begun.is_standing)
    begun.call(lambda: told.append("at once"))

    assert told == ["first", "second", "at once"]


def test_it_counts_as_running_until_it_stands(tasks: Tasks, large: Large, hands: Hands) -> None:
    begun = begin(tasks, large)
    assert tasks.running()

    hands.wait(lambda: not tasks.running())

    assert begun.is_standing


def test_a_widget_deleted_half_built_is_forgotten(tasks: Tasks, large: Large, hands: Hands) -> None:
    begin(tasks, large)
    large.deleteLater()

    hands.wait_gone(large)

    assert not tasks.running()
