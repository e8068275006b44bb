"""The manual opens beside the work at the page that fits it, is searched, and never leads outside."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QListWidget, QTextBrowser, QWidget

from db.rows import CaseRow
from db.vault import Vault
from desktop.i18n import Language
from desktop.operations.cases import save_case
from desktop.ui import theme
from desktop.ui.action_table import ACTIONS
from desktop.ui.actions import Actions
from desktop.ui.help.pages import PAGES, page
from desktop.ui.help.rendering import bare, composed, words
from desktop.ui.help.window import HelpWindow, open_manual
from desktop.ui.language import speech
from desktop.ui.open_vault import OpenVault
from desktop.ui.settings import Look, Settings
from tests.ui.hands import Hands


@pytest.fixture
def manual(hands: Hands, settings: Settings) -> HelpWindow:
    """The manual at its first page."""
    made = HelpWindow(settings)
    made.show_page("first-steps")
    hands.open(made)
    return made


def read(manual: HelpWindow) -> str:
    """The text of the page in view."""
    return manual.findChildren(QTextBrowser)[0].toPlainText()


def listed(manual: HelpWindow) -> Sequence[str]:
    """The titles at the left."""
    pages = manual.findChildren(QListWidget)[0]
    return [pages.item(place).text() for place in range(pages.count())]


def follow(manual: HelpWindow, address: str) -> None:
    """Follow a link as the mouse does."""
    manual.findChildren(QTextBrowser)[0].anchorClicked.emit(QUrl(address))


def test_it_opens_at_the_first_page_with_all_pages_listed(manual: HelpWindow) -> None:
    assert read(manual).startswith("First steps")
    assert listed(manual) == [page(Language.ENGLISH, name).title for name in PAGES]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("name", PAGES)
def test_no_placeholder_and_no_markdown_is_left_in_a_page(name: str, language: Language) -> None:
    speech().switch(language)

    shown = words(name).replace("**bold**", "").replace("**полужирный**", "").replace("**қалың**", "")  # as an example
    assert [sign for sign in ("{", "}", "](", "**", "|", "# ") if sign in shown] == []


def test_the_keys_page_holds_every_action_that_has_a_key() -> None:
    text = words("keys")

    assert [action.id for action in ACTIONS if action.keys and bare(action.text).lower() not in text] == []
    assert "ctrl+shift+z" in text


def test_actions_stand_in_the_language_of_the_window() -> None:
    english = composed("first-steps")
    speech().switch(Language.RUSSIAN)

    assert "<b>New case</b> (Ctrl+N)" in english
    assert "<b>Новое дело</b> (Ctrl+N)" in composed("first-steps")


def test_a_link_leads_to_a_page_and_back(manual: HelpWindow, hands: Hands) -> None:
    follow(manual, "page:passphrase")
    assert read(manual).startswith("Passphrase")

    hands.press("Alt+Left")
    assert read(manual).startswith("First steps")
    assert not hands.can_press(manual, "Back")


@pytest.mark.parametrize("address", ["https://example.org", "file:///etc/passwd", "page:nowhere", "first-steps"])
def test_no_link_leads_outside(manual: HelpWindow, address: str) -> None:
    follow(manual, address)

    assert read(manual).startswith("First steps")


def test_a_search_leaves_the_pages_that_hold_every_word(manual: HelpWindow, hands: Hands) -> None:
    hands.press("Ctrl+F")
    hands.type("swap hibern")
    hands.press("Return")
    assert listed(manual) == []
    assert hands.can_read(manual, "No page holds all these words.")

    hands.press("Esc")
    hands.type("SWAP memory")
    hands.press("Return")
    assert "What this does not protect" in listed(manual)
    assert "swap" in manual.findChildren(QTextBrowser)[0].textCursor().selectedText().lower()


def test_the_keyboard_scrolls_the_page_and_walks_its_links(manual: HelpWindow, hands: Hands) -> None:
    page_view = manual.findChildren(QTextBrowser)[0]
    assert hands.focus() is page_view

    hands.press("PgDown")
    assert page_view.verticalScrollBar().value() > 0
    hands.press("Tab")
    hands.press("Return")
    assert not read(manual).startswith("First steps")


def test_escape_closes_it(manual: HelpWindow, hands: Hands) -> None:
    hands.press("Esc")
    hands.wait_gone(manual)


def test_language_and_look_change_while_it_is_open(manual: HelpWindow) -> None:
    follow(manual, "page:limits")
    speech().switch(Language.KAZAKH)
    theme.worn().wear(Look.DARK, 150)

    assert read(manual).startswith("Бағдарлама неден қорғамайды")
    assert listed(manual)[0] == "Алғашқы қадамдар"


def opened_manual(opened: OpenVault) -> HelpWindow | None:
    """The manual that stands beside the window."""
    return opened.window.findChild(HelpWindow)


@pytest.mark.parametrize(
    ("keys", "title"), [("Ctrl+1", "Cases"), ("Ctrl+3", "Documents"), ("Ctrl+4", "Lists"), ("Ctrl+5", "Undo")]
)
def test_f1_opens_the_page_that_fits(opened: OpenVault, hands: Hands, keys: str, title: str) -> None:
    hands.press(keys, opened.window)
    hands.press("F1", opened.window)
    hands.wait(partial(opened_manual, opened))

    manual = opened_manual(opened)
    assert manual
    assert read(manual).startswith(title)


def test_it_is_opened_once_and_the_window_goes_on_working(settings: Settings, hands: Hands) -> None:
    window = QWidget()
    actions = Actions(window, ACTIONS)
    hands.open(window)
    first = open_manual(settings, actions, window, "cases")
    second = open_manual(settings, actions, window, "limits")

    assert first is second
    assert read(first).startswith("What this does not protect")
    assert not first.isModal()


@pytest.mark.parametrize(
    ("keys", "title"),
    [("Alt+1", "The call at night"), ("Alt+2", "Events"), ("Alt+3", "People"), ("Alt+7", "Briefs"), ("Alt+8", "Undo")],
)
def test_f1_in_a_case_opens_the_page_of_its_tab(
    opened: OpenVault, vault: Vault, hands: Hands, keys: str, title: str
) -> None:
    row = CaseRow(id="", ref="KZ-2026-1", title="A case", jurisdiction="kz", language="ru")
    opened.window.screens.open_case(save_case(vault, row).result)
    hands.press(keys, opened.window)
    hands.press("F1", opened.window)
    hands.wait(partial(opened_manual, opened))

    manual = opened_manual(opened)
    assert manual
    assert read(manual).startswith(title)


def test_the_vault_can_be_locked_from_the_manual(opened: OpenVault, relocked: list[Path], hands: Hands) -> None:
    hands.press("F1", opened.window)
    hands.wait(partial(opened_manual, opened))
    manual = opened_manual(opened)
    assert manual
    hands.wait(manual.isActiveWindow)

    hands.press("Ctrl+L")

    hands.wait(partial(bool, relocked))
