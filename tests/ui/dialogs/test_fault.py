"""Grave errors: what happened, what is safe, what to do next, and nothing of the case."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from db.errors import DiskFull, VaultTooNew
from desktop.errors import Fault, InputFaults
from desktop.messages import explain
from desktop.ui.clipboard import Clipboard
from desktop.ui.dialogs.fault import FaultDialog, place_of
from tests.ui.hands import Hands


@pytest.fixture
def window(hands: Hands) -> QWidget:
    """A window for dialogs to stand on."""
    return hands.window(QLabel("The window"))


def break_with(name: str) -> None:
    """A mistake of ours whose text quotes the case."""
    raise ValueError(name)


@pytest.mark.parametrize(
    ("error", "title"),
    [(DiskFull(), "The disk does not answer"), (VaultTooNew("9", "1"), "A newer version is needed")],
)
def test_a_grave_error_says_what_happened_and_what_to_do(
    hands: Hands, window: QWidget, error: Exception, title: str
) -> None:
    told = explain(error)
    dialog = FaultDialog(told, error, Clipboard(window), window)
    hands.open(dialog)

    assert dialog.windowTitle() == title
    assert hands.can_read(dialog, told.what)
    assert hands.can_read(dialog, told.remedy)


def test_every_fault_of_an_input_is_listed_with_its_place(hands: Hands, window: QWidget) -> None:
    found = [Fault("events[3].when", "No such date."), Fault("ref", "Empty.")]
    faults = InputFaults("Some fields need attention.", found)
    dialog = FaultDialog(faults, faults, Clipboard(window), window)
    hands.open(dialog)

    listed = dialog.findChildren(QPlainTextEdit)[0]
    assert listed.toPlainText().splitlines() == ["events[3].when: No such date.", "ref: Empty."]


def test_our_own_mistake_shows_where_it_broke_and_nothing_of_the_case(hands: Hands, window: QWidget) -> None:
    with pytest.raises(ValueError, match="Айдос") as caught:
        break_with("Айдос Әбдіқалықов")
    dialog = FaultDialog(explain(caught.value), caught.value, Clipboard(window), window)
    hands.open(dialog)

    where = place_of(caught.value)
    shown = [one.text() for one in dialog.findChildren(QLabel)]
    shown += [one.toPlainText() for one in dialog.findChildren(QPlainTextEdit)]
    assert where.splitlines()[0] == "ValueError"
    assert "dialogs/test_fault.py:" in where
    assert "Айдос" not in " ".join(shown)
    assert str(Path.home()) not in " ".join(shown)
