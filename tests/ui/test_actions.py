"""One registry: who answers an action, when it is possible, and that everything reads from the same table."""

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desktop.i18n import Language
from desktop.ui.action_table import ACTIONS
from desktop.ui.actions import Action, Actions, Menu
from desktop.ui.language import speech
from desktop.ui.menus import Menus
from desktop.ui.widgets.layout import column
from resources import resource
from tests.ui.hands import Hands


class Window(QWidget):
    """A window with two fields, each the place of a screen."""

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = QLineEdit(), QLineEdit()
        layout = column(self)
        layout.addWidget(self.left)
        layout.addWidget(self.right)
        self.actions_ = Actions(self, ACTIONS)
        self.heard: list[str] = []


@pytest.fixture
def window(hands: Hands) -> Window:
    """The window on the screen."""
    made = Window()
    hands.open(made)
    return made


def test_ids_are_used_once() -> None:
    assert [name for name, count in Counter(action.id for action in ACTIONS).items() if count > 1] == []


def test_no_two_actions_share_a_key() -> None:
    keys = [QKeySequence(key).toString() for action in ACTIONS for key in action.keys]

    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert "" not in keys


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_a_text_a_mnemonic_and_an_icon_that_exists(action: Action) -> None:
    assert action.text.count("&") == 1
    assert not action.icon or resource("icons", f"{action.icon}.svg").is_file()


@pytest.mark.parametrize("menu", Menu)
def test_mnemonics_of_a_menu_do_not_collide(menu: Menu) -> None:
    letters = [action.text[action.text.index("&") + 1].lower() for action in ACTIONS if action.menu is menu]

    assert [letter for letter, count in Counter(letters).items() if count > 1] == []


def test_what_nobody_answers_is_shown_nowhere(window: Window) -> None:
    window.actions_.bind("case.new", window, lambda: None)

    assert [action.id for action in window.actions_.offered()] == ["case.new"]
    assert not window.actions_.qt("case.import").isVisible()


def test_an_action_works_by_its_key(window: Window, hands: Hands) -> None:
    window.actions_.bind("case.new", window, lambda: window.heard.append("new"))

    hands.press("Ctrl+N")

    assert window.heard == ["new"]


def test_the_screen_that_has_the_keyboard_answers(window: Window, hands: Hands) -> None:
    window.actions_.bind("list.find", window.left, lambda: window.heard.append("left"))
    window.actions_.bind("list.find", window.right, lambda: window.heard.append("right"))

    window.left.setFocus()
    hands.press("Ctrl+F")
    window.right.setFocus()
    hands.press("Ctrl+F")

    assert window.heard == ["left", "right"]


def test_without_the_keyboard_the_one_bound_last_that_can_be_seen_answers(window: Window) -> None:
    window.actions_.bind("list.find", window.left, lambda: window.heard.append("left"))
    window.actions_.bind("list.find", window.right, lambda: window.heard.append("right"))
    window.left.clearFocus()
    window.right.hide()

    window.actions_.perform("list.find")

    assert window.heard == ["left"]


def test_an_action_stops_with_the_screen_that_answered_it(window: Window, hands: Hands) -> None:
    window.actions_.bind("list.find", window.left, lambda: window.heard.append("left"))
    with hands.qtbot.waitSignal(window.left.destroyed):
        window.left.deleteLater()

    window.actions_.perform("list.find")

    assert window.heard == []
    assert window.actions_.offered() == []


def test_an_impossible_action_does_nothing(window: Window, hands: Hands) -> None:
    window.actions_.bind("list.delete", window, lambda: window.heard.append("gone"))

    hands.press("Del", window)
    window.actions_.perform("list.delete")
    assert window.heard == []

    window.actions_.situate(replace(window.actions_.situation, selected=2))
    window.actions_.perform("list.delete")
    assert window.heard == ["gone"]


def test_undo_says_what_it_takes_back(window: Window) -> None:
    window.actions_.bind("edit.undo", window, lambda: None)

    window.actions_.situate(replace(window.actions_.situation, undo_name="Add case"))

    assert window.actions_.qt("edit.undo").text() == "&Undo: Add case"
    assert window.actions_.qt("edit.undo").isEnabled()


def test_menus_hold_what_is_answered_and_hide_when_empty(window: Window) -> None:
    from PySide6.QtWidgets import QMenuBar

    bar = QMenuBar(window)
    Menus(bar, window.actions_)
    window.actions_.bind("go.palette", window, lambda: None)

    shown = [menu.title() for menu in bar.findChildren(QMenu) if menu.menuAction().isVisible()]

    assert shown == ["&Go"]


def test_actions_speak_the_new_language_at_once(window: Window) -> None:
    told: list[str] = []
    window.actions_.changed.connect(lambda: told.append("changed"))

    speech().switch(Language.RUSSIAN)

    assert told
