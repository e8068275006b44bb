"""Shortcuts under Russian and Kazakh layouts, as platforms report them that do not look the Latin key up."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.ui.action_table import ACTIONS
from desktop.ui.actions import Actions
from desktop.ui.keyboard import LATIN, RUSSIAN, LayoutFilter, latin_key
from desktop.ui.widgets.layout import column
from tests.ui.hands import Hands

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Window(QWidget):
    """A line to type in and every action bound."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.line = QLineEdit()
        column(self).addWidget(self.line)
        self.asked: list[str] = []
        self.actions_ = Actions(self, ACTIONS)
        for action in ("case.new", "vault.lock", "go.palette", "go.people", "go.search"):
            self.actions_.bind(action, self, partial(self.asked.append, action))
        LayoutFilter(app, self.actions_)


@pytest.fixture
def window(qapp: QApplication, hands: Hands) -> Window:
    """The window on the screen, the keyboard in its line."""
    made = Window(qapp)
    hands.open(made)
    made.line.setFocus()
    return made


@pytest.mark.parametrize(
    ("letter", "modifiers", "scan_code", "action"),
    [
        ("т", CTRL, 57, "case.new"),
        ("д", CTRL, 46, "vault.lock"),
        ("л", CTRL, 45, "go.palette"),
        ("Л", CTRL, 45, "go.palette"),  # Caps Lock
        ("ә", CTRL, 11, "go.people"),  # Kazakh: the letter on the key of 2
        ("а", CTRL | SHIFT, 41, "go.search"),
    ],
)
def test_a_cyrillic_letter_with_ctrl_is_the_latin_key_under_it(
    window: Window, hands: Hands, letter: str, modifiers: Qt.KeyboardModifier, scan_code: int, action: str
) -> None:
    hands.press_letter(letter, modifiers, scan_code)

    assert window.asked == [action]
    assert window.line.text() == ""


def test_letters_without_ctrl_are_typed(window: Window, hands: Hands) -> None:
    hands.type("Әділ Тлеу")

    assert window.line.text() == "Әділ Тлеу"
    assert window.asked == []


def test_editing_keys_of_a_field_work_under_a_cyrillic_layout(window: Window, hands: Hands) -> None:
    hands.type("Жанаозен")

    hands.press_letter("ф", CTRL)  # Ctrl+A
    hands.press_letter("ч", CTRL)  # Ctrl+X
    assert window.line.text() == ""
    hands.press_letter("м", CTRL)  # Ctrl+V
    hands.press_letter("м", CTRL)
    assert window.line.text() == "ЖанаозенЖанаозен"


def test_an_impossible_action_is_not_asked_for(window: Window, hands: Hands) -> None:
    window.actions_.bind("edit.undo", window, lambda: window.asked.append("undo"))

    hands.press_letter("я", CTRL)  # Ctrl+Z with nothing to undo

    assert window.asked == []


def test_every_key_of_the_table_can_be_pressed_under_a_russian_layout() -> None:
    letters = {key[-1] for action in ACTIONS for key in action.keys[:1] if key.startswith("Ctrl") and key[-1].isalpha()}

    assert {letter for letter in letters if letter.isupper()} <= set(LATIN)


def test_the_printed_layouts_have_a_letter_on_each_latin_key() -> None:
    assert len(RUSSIAN) == len(LATIN) == len(set(LATIN))


@pytest.mark.parametrize("text", ["", "n", "1", "ß", "\x0e", "漢"])
def test_what_is_not_cyrillic_has_no_latin_key_of_its_own(text: str) -> None:
    key = ord(text.upper()) if len(text.upper()) == 1 else 0

    assert latin_key(QKeyEvent(QKeyEvent.Type.KeyPress, key, CTRL, text)) is None
