"""The preview as a whole: every kind of document, what fails, what is left behind."""

import contextlib
import hashlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from db.errors import DocumentDamaged
from desktop.i18n import Language
from desktop.ui.language import speech
from desktop.ui.preview.document_preview import DocumentPreview
from tests.documents.papers import PROTOCOL, fax, letter, locked, photograph
from tests.ui.preview.hands import Hands

TEXT = "\n".join(PROTOCOL)
RED, BLUE = "#fe0000", "#0000fe"


def readers() -> set[int]:
    """The processes this one has started and that are alive."""
    found: set[int] = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it ended meanwhile
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            if parent == str(os.getpid()) and state != "Z":
                found.add(int(stat.parent.name))
    return found


def test_without_a_document_it_says_what_goes_here(preview: DocumentPreview) -> None:
    assert preview.stack.notice.heading() == "No document chosen"


@pytest.mark.parametrize(
    ("content", "heading", "can_retry"),
    [
        (locked(), "This document asks for a password of its own.", False),
        (b"%PDF-1.7", "This document is damaged or not what it claims to be.", False),
        (b"", "This document is empty.", False),
    ],
)
def test_a_document_that_cannot_be_shown_says_why(hands: Hands, content: bytes, heading: str, can_retry: bool) -> None:  # noqa: FBT001 - an expectation
    hands.show("application/pdf", content, hands.preview.stack.notice)
    assert hands.preview.stack.notice.heading() == heading
    assert hands.preview.stack.notice.offers() == (can_retry, True)


def test_a_reader_that_dies_is_told_in_place_and_trying_again_shows_the_document(hands: Hands) -> None:
    before = readers()
    hands.open_pdf(letter(*[PROTOCOL] * 9))
    for pid in readers() - before:
        os.killpg(pid, signal.SIGKILL)
    hands.view.go_to(8)
    hands.wait_for(hands.preview.stack.notice)
    assert hands.preview.stack.notice.heading() == "Showing this document failed."
    hands.preview.stack.notice.setFocus()
    hands.press("Tab")
    hands.press("Space")
    hands.wait_for(hands.preview.stack.pdf)
    hands.wait_for_text(0)


def test_damage_in_the_vault_is_told_as_such(hands: Hands) -> None:
    def broken() -> Iterator[bytes]:
        yield b"%PDF-1.7"
        raise DocumentDamaged("00", "chunk")

    hands.show("application/pdf", broken, hands.preview.stack.notice)
    assert "damaged" in hands.preview.stack.notice.heading()


def test_a_kind_without_preview_shows_its_facts_and_offers_a_copy(hands: Hands) -> None:
    content = b"PK\x03\x04" * 1000
    notice = hands.preview.stack.notice
    hands.show("application/zip", content, notice)
    hands.qtbot.waitUntil(lambda: notice.heading() == "No preview for this kind of document")
    texts = notice.texts()
    assert "ZIP archive" in texts
    assert any("4,000 bytes" in text for text in texts)
    assert hashlib.sha256(content).hexdigest() in "".join(texts).replace(" ", "")
    with hands.qtbot.waitSignal(hands.preview.export_wanted):
        notice.setFocus()
        hands.press("Tab")
        hands.press("Space")


def test_what_is_known_already_is_not_read_again(hands: Hands) -> None:
    def never() -> bytes:
        raise AssertionError

    hands.preview.show_document("Іс", "video/mp4", never, size=5, sha256="ab" * 32)
    hands.qtbot.waitUntil(lambda: "Video (MP4)" in hands.preview.stack.notice.texts())


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photograph_is_upright_and_may_be_turned(hands: Hands, orientation: int) -> None:
    pane = hands.preview.stack.image
    hands.show("image/jpeg", photograph((400, 300), orientation=orientation), pane)
    assert (pane.view.size_shown().width(), pane.view.size_shown().height()) == (400, 300)
    assert corner(hands, 5, 5) == RED
    pane.view.setFocus()
    hands.press("Ctrl+R")
    assert (pane.view.size_shown().width(), pane.view.size_shown().height()) == (300, 400)
    assert corner(hands, 5, 5) == BLUE
    assert corner(hands, 295, 5) == RED
    hands.press("Ctrl+Shift+R")
    assert corner(hands, 5, 5) == RED


def corner(hands: Hands, x: int, y: int) -> str:
    """The colour on the screen of a pixel of the picture, shown one for one."""
    view = hands.preview.stack.image.view
    view.zoom_to(1.0)
    size, room = view.size_shown(), view.viewport().size()
    left, top = max(0, (room.width() - size.width()) // 2), max(0, (room.height() - size.height()) // 2)
    return view.viewport().grab().toImage().pixelColor(left + x, top + y).name()


def test_what_the_camera_wrote_stands_beside_the_picture(hands: Hands) -> None:
    pane = hands.preview.stack.image
    hands.show("image/jpeg", photograph(tags={271: "Samsung"}), pane)
    assert ("Camera maker", "Samsung") in pane.facts.shown()
    assert ("Pixels", "40 × 30") in pane.facts.shown()
    assert pane.facts.isVisible()
    pane.view.setFocus()
    hands.press("Alt+Return")
    assert not pane.facts.isVisible()


def test_a_fax_is_turned_page_by_page(hands: Hands) -> None:
    pane = hands.preview.stack.image
    hands.show("image/tiff", fax(3), pane)
    pane.view.setFocus()
    hands.press("Ctrl+G")
    hands.press("3")
    hands.press("Return")
    hands.qtbot.waitUntil(lambda: pane.view.size_shown().width() == 32)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "kz1048"])
def test_a_text_is_shown_with_its_encoding_and_chosen_by_paragraph(hands: Hands, encoding: str) -> None:
    pane = hands.preview.stack.text
    hands.show("text/plain", TEXT.replace("₸", "тг").encode(encoding), pane)
    assert pane.view.accessibleName() == f"Encoding {encoding.upper()}"
    heard: list[tuple[int, str]] = []

    def hear(paragraph: int, text: str) -> None:
        heard.append((paragraph, text))

    hands.preview.quotation_wanted.connect(hear)
    pane.view.setFocus()
    hands.press("Ctrl+F")
    hands.type("отдел полиции")
    hands.qtbot.waitUntil(lambda: pane.view.words() == "отдел полиции")
    assert hands.preview.locator() == "paragraph"
    QTest.mouseClick(pane.choice.button, Qt.MouseButton.LeftButton)
    assert heard == [(3, "отдел полиции")]


def test_a_place_after_letters_of_two_units_is_found_exactly(hands: Hands) -> None:
    pane = hands.preview.stack.text
    hands.show("text/plain", "𝒜𝒜 one 𝒜 two".encode(), pane)
    pane.view.setFocus()
    hands.press("Ctrl+F")
    hands.type("two")
    hands.qtbot.waitUntil(lambda: pane.view.words() == "two")


def test_binary_that_calls_itself_text_is_an_error_in_place(hands: Hands) -> None:
    hands.show("text/plain", bytes(range(256)) * 9, hands.preview.stack.notice)
    assert "not what it claims to be" in hands.preview.stack.notice.heading()


def test_only_the_document_chosen_last_is_shown(hands: Hands) -> None:
    for number in range(4):
        hands.preview.show_document(str(number), "application/pdf", letter([f"Бет {number}"]))
    hands.wait_for(hands.preview.stack.pdf)
    hands.wait_for_text(0)
    text = hands.view.texts.find(0)
    assert text
    assert text.text == "Бет 3"


def test_choosing_another_document_stops_the_loading_of_the_first(hands: Hands) -> None:
    given: list[int] = []

    def endless() -> Iterator[bytes]:
        while len(given) < 10_000:
            given.append(1)
            yield bytes(4096)

    hands.preview.show_document("long", "text/plain", endless)
    hands.qtbot.waitUntil(lambda: bool(given))
    hands.open_pdf(letter(PROTOCOL))
    assert len(given) < 10_000


def test_nothing_of_a_document_stays_when_it_is_cleared(hands: Hands) -> None:
    before = readers()
    hands.open_pdf(letter(PROTOCOL))
    assert len(readers() - before) == 1
    hands.preview.clear()
    assert readers() <= before
    assert hands.view.texts.find(0) is None
    assert not hands.view.images._kept
    assert hands.preview.accessibleName() == ""


def test_a_document_leaves_no_copy_in_any_temporary_folder(hands: Hands) -> None:
    places = [Path(place) for place in ("/tmp", "/var/tmp", "/dev/shm", os.environ["HOME"]) if Path(place).is_dir()]  # noqa: S108 - watched, not used
    before = {path for place in places for path in place.iterdir()}
    canary = b"canary-of-the-preview-93ae"
    hands.open_pdf(letter(PROTOCOL, title=canary.decode()))
    new = {path for place in places for path in place.iterdir()} - before
    assert not [path for path in new if path.is_file() and canary in path.read_bytes()]


def test_another_language_reaches_every_word_on_the_screen(hands: Hands) -> None:
    hands.show("application/zip", b"PK" * 2000, hands.preview.stack.notice)
    hands.qtbot.waitUntil(lambda: "ZIP archive" in hands.preview.stack.notice.texts())
    texts = set(hands.preview.stack.notice.texts())
    try:
        speech().switch(Language.RUSSIAN)
        assert any(text.startswith("4,0 ") for text in hands.preview.stack.notice.texts())
    finally:
        speech().switch(Language.ENGLISH)
    assert set(hands.preview.stack.notice.texts()) == texts


def test_a_preview_that_is_gone_leaves_no_reader_behind(qtbot: QtBot) -> None:
    before = readers()
    preview = DocumentPreview()
    preview.show_document("Іс", "application/pdf", letter(PROTOCOL))
    qtbot.waitUntil(lambda: preview.stack.currentWidget() is preview.stack.pdf, timeout=10_000)
    assert readers() > before
    preview.deleteLater()
    qtbot.waitUntil(lambda: readers() <= before)
