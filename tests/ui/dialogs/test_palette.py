"""Ctrl+K: commands that are possible and records, by a few letters."""

from collections.abc import Sequence
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QWidget

from desktop.i18n import Language
from desktop.ui.action_table import ACTIONS
from desktop.ui.actions import Actions
from desktop.ui.dialogs.cheat_sheet import CheatSheet
from desktop.ui.dialogs.palette import Entry, Palette, Show
from desktop.ui.language import speech
from tests.ui.hands import Hands


class Office:
    """A window with a few actions and a record or two; remembers what was done and asked."""

    def __init__(self, hands: Hands) -> None:
        self.done: list[str] = []
        self.questions: list[tuple[str, Show]] = []
        self.window = QWidget()
        self.window.resize(900, 600)
        hands.open(self.window)
        self.actions = Actions(self.window, ACTIONS)
        for action in ("case.new", "vault.lock", "view.larger", "list.delete", "go.palette"):
            self.actions.bind(action, self.window, partial(self.done.append, action))
        self.palette = Palette(self.actions, self.search, self.window)
        hands.open(self.palette)

    def search(self, text: str, show: Show) -> None:
        self.questions.append((text, show))

    def answer(self, number: int, *names: str) -> None:
        """Answer a question with records of these names."""
        found: Sequence[Entry] = [
            Entry(name, "Case", "briefcase", lambda name=name: self.done.append(name)) for name in names
        ]
        self.questions[number][1](found)

    def lines(self) -> list[str]:
        """What the palette lists."""
        tree = self.palette.findChild(QTreeWidget)
        assert tree
        return [str(tree.model().index(row, 0).data()) for row in range(tree.topLevelItemCount())]


@pytest.fixture
def office(hands: Hands) -> Office:
    """It, with the palette open."""
    return Office(hands)


def test_it_offers_what_is_possible_now_and_not_itself(office: Office) -> None:
    assert office.lines() == ["New case…", "Lock", "Larger text"]


def test_a_few_letters_and_enter_do_it(office: Office, hands: Hands) -> None:
    hands.type("loc")
    hands.press("Return")

    assert office.done == ["vault.lock"]


def test_arrows_move_in_the_list_while_one_types(office: Office, hands: Hands) -> None:
    hands.press("Down")
    hands.press("Down")
    hands.press("Up")
    hands.press("Return")

    assert office.done == ["vault.lock"]


def test_records_follow_when_the_typing_pauses(office: Office, hands: Hands) -> None:
    hands.type("алм")
    hands.wait(lambda: office.questions)

    office.answer(0, "Алматы", "Алмагуль")

    assert [text for text, _show in office.questions] == ["алм"]
    assert office.lines() == ["Алматы", "Алмагуль"]


def test_an_answer_to_an_older_question_is_not_shown(office: Office, hands: Hands) -> None:
    hands.type("a")
    hands.wait(lambda: office.questions)
    hands.type("l")
    hands.wait(lambda: len(office.questions) == 2)

    office.answer(1, "Almaty")
    office.answer(0, "Astana")

    assert "Almaty" in office.lines()
    assert "Astana" not in office.lines()


def test_a_record_is_opened_by_a_click(office: Office, hands: Hands) -> None:
    hands.type("zhan")
    hands.wait(lambda: office.questions)
    office.answer(0, "Zhanaozen")
    tree = office.palette.findChild(QTreeWidget)
    assert tree

    spot = tree.visualRect(tree.model().index(0, 0)).center()
    hands.click_at(tree.viewport(), spot)

    assert office.done == ["Zhanaozen"]


def test_nothing_found_says_so_and_enter_does_nothing(office: Office, hands: Hands) -> None:
    hands.type("xyzzy")
    assert hands.can_read(office.palette, "Nothing found.")
    hands.press("Return")

    assert office.done == []


def test_an_english_word_finds_a_command_in_any_language(office: Office, hands: Hands) -> None:
    speech().switch(Language.KAZAKH)

    hands.type("larger")
    hands.press("Return")

    assert office.done == ["view.larger"]


def test_esc_closes_it(office: Office, hands: Hands) -> None:
    hands.press("Esc")
    hands.wait_gone(office.palette)

    assert office.done == []


def test_the_cheat_sheet_shows_every_offered_key_once(office: Office, hands: Hands) -> None:
    sheet = CheatSheet(office.actions, office.window)
    hands.open(sheet)

    for keys, text in (("Ctrl+N", "New case"), ("Ctrl+L", "Lock"), ("Del", "Move to trash"), ("Ctrl++", "Larger text")):
        assert hands.can_read(sheet, keys)
        assert hands.can_read(sheet, text)
    assert not hands.can_read(sheet, "Import a case")


def test_the_list_has_a_name_for_screen_readers(office: Office) -> None:
    tree = office.palette.findChild(QTreeWidget)

    assert tree
    assert tree.accessibleName() == "What was found"
    assert tree.focusPolicy() is Qt.FocusPolicy.NoFocus
