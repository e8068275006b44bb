"""A PDF in the preview, used with mouse and keys: choose, copy, find, zoom, turn pages, quote."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.preview.zoom import LARGEST, SMALLEST
from tests.documents.papers import PROTOCOL, letter
from tests.ui.preview.hands import Hands

TEXT = "\n".join(PROTOCOL)
PAGES = [(f"Бет {number}", *PROTOCOL) for number in range(1, 8)]


def test_a_passage_dragged_over_two_lines_is_exactly_its_text(hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    told: list[tuple[str, int]] = []

    def hear(text: str, page: int) -> None:
        told.append((text, page))

    hands.preview.text_selected.connect(hear)
    hands.drag(hands.point(0, "Алматы"), hands.point(0, "доставлен", at_end=True))
    assert told == [("Алматы қаласы, әуежай\nЗадержанный доставлен", 1)]


def test_dragging_upwards_chooses_the_same(hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    hands.drag(hands.point(0, "доставлен", at_end=True), hands.point(0, "Алматы"))
    assert hands.preview.stack.pdf.chooser.words() == "Алматы қаласы, әуежай\nЗадержанный доставлен"


def test_a_double_click_takes_the_word_and_a_third_the_line(hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    point, surface = hands.point(0, "әкімдігі"), hands.view.viewport()
    QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseDClick(surface, Qt.MouseButton.LeftButton, pos=point)
    assert hands.preview.stack.pdf.chooser.words() == "әкімдігі"
    QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=point)
    assert hands.preview.stack.pdf.chooser.words() == PROTOCOL[3]


def test_shift_and_click_extends_and_a_click_chooses_nothing(hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    surface, chooser = hands.view.viewport(), hands.preview.stack.pdf.chooser
    QTest.mouseClick(surface, Qt.MouseButton.LeftButton, pos=hands.point(0, "Алматы"))
    assert chooser.words() == ""
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(surface, Qt.MouseButton.LeftButton, shift, hands.point(0, "Алматы", at_end=True))
    assert chooser.words() == "Алматы"


def test_a_passage_runs_over_the_end_of_a_page(hands: Hands) -> None:
    hands.open_pdf(letter(("соңы",), ("басы",), size=(595, 300)))
    hands.wait_for_text(1)
    hands.drag(hands.point(0, "соңы"), hands.point(1, "басы", at_end=True))
    assert hands.preview.stack.pdf.chooser.words() == "соңы\nбасы"


def test_the_page_is_chosen_and_copied_with_keys(hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    hands.view.setFocus()
    hands.press("Ctrl+A")
    hands.press("Ctrl+C")
    assert QApplication.clipboard().text() == TEXT
    assert "x-kde-passwordManagerHint" in QApplication.clipboard().mimeData().formats()


def test_a_passage_can_be_chosen_without_a_mouse(hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    hands.view.setFocus()
    for _word in range(3):
        hands.press("Ctrl+Shift+Right")
    hands.press("Shift+Left")
    chooser = hands.preview.stack.pdf.chooser
    assert chooser.words() == "ХАТТАМА 202"
    hands.press("Shift+Down")
    assert chooser.words().startswith(PROTOCOL[0] + "\nҚазақ")
    hands.press("Shift+Up")
    assert chooser.words() == "ХАТТАМА 202"


def test_words_are_found_on_every_page_and_the_place_is_the_chosen_passage(hands: Hands) -> None:
    hands.open_pdf(letter(*PAGES))
    hands.view.setFocus()
    pdf = hands.preview.stack.pdf
    hands.press("Ctrl+F")
    hands.type("бет 5")
    hands.qtbot.waitUntil(lambda: pdf.chooser.words() == "Бет 5", timeout=5000)
    assert hands.view.page == 4
    assert pdf.find_bar.field_text() == ("бет 5", "1 of 1 place")


def test_f3_goes_round_the_places_and_back(hands: Hands) -> None:
    hands.open_pdf(letter(*PAGES[:3]))
    hands.view.setFocus()
    hands.press("Ctrl+F")
    hands.type("хаттама")
    pdf = hands.preview.stack.pdf
    hands.qtbot.waitUntil(lambda: "of 3" in pdf.find_bar.field_text()[1], timeout=5000)
    seen = [pdf.chooser.page()]
    for key in ("F3", "F3", "F3", "Shift+F3"):
        hands.press(key)
        seen.append(pdf.chooser.page())
    assert seen == [1, 2, 3, 1, 3]


def test_what_is_not_there_is_said_to_be_not_found(hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    hands.view.setFocus()
    hands.press("Ctrl+F")
    hands.type("жоқ сөз")
    pdf = hands.preview.stack.pdf
    hands.qtbot.waitUntil(lambda: pdf.find_bar.field_text()[1] == "Not found", timeout=5000)
    hands.press("Esc")
    hands.press("Esc")
    assert not pdf.find_bar.isVisible()
    assert hands.view.hasFocus()


def test_keys_of_the_pages_come_before_those_of_the_window(hands: Hands) -> None:
    taken: list[bool] = []
    action = QAction(hands.preview)
    action.setShortcut(QKeySequence("Ctrl+F"))
    action.triggered.connect(taken.append)
    hands.preview.addAction(action)
    hands.open_pdf(letter(PROTOCOL))
    hands.view.setFocus()
    hands.press("Ctrl+F")
    assert hands.preview.stack.pdf.find_bar.isVisible()
    assert taken == []


def test_zoom_keeps_the_place_under_the_pointer_and_stays_within_bounds(hands: Hands) -> None:
    hands.open_pdf(letter(*PAGES))
    hands.view.go_to(3)
    middle = hands.view.viewport().rect().center()
    before = hands.view.place_of(middle)
    hands.turn_wheel(3)
    after = hands.view.place_of(middle)
    assert before
    assert after
    assert after.page == before.page
    assert abs(after.y - before.y) < 2
    for notches, bound in ((90, LARGEST), (-180, SMALLEST)):
        hands.turn_wheel(notches)
        assert hands.view.zoom == pytest.approx(bound)


def test_keys_zoom_and_fit(hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    hands.view.setFocus()
    fitted = hands.view.zoom
    hands.press("Ctrl++")
    assert hands.view.zoom == pytest.approx(fitted * 1.25)
    hands.press("Ctrl+-")
    hands.press("Ctrl+-")
    assert hands.view.zoom == pytest.approx(fitted / 1.25)
    hands.press("Ctrl+0")
    assert hands.view.zoom == pytest.approx(fitted)


def test_a_fitted_page_follows_the_width_of_the_window(hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    wide = hands.view.zoom
    hands.preview.resize(500, 900)
    hands.qtbot.waitUntil(lambda: hands.view.zoom < wide)
    assert hands.view.horizontalScrollBar().maximum() == 0


def test_a_page_is_turned_to_by_its_number(hands: Hands) -> None:
    hands.open_pdf(letter(*PAGES))
    hands.view.setFocus()
    hands.press("Ctrl+G")
    hands.press("6")
    hands.press("Return")
    assert hands.view.page == 5
    assert hands.view.hasFocus()
    hands.press("Ctrl+G")
    assert hands.field().text() == "6"
    hands.press("9")
    hands.press("9")
    hands.press("Return")
    assert hands.view.page == 6


def test_quotations_are_offered_only_while_somebody_listens(hands: Hands) -> None:
    choice = hands.preview.stack.pdf.choice
    hands.open_pdf(letter(*PAGES))
    assert not choice.button.isVisible()
    assert [action.text() for action in choice.menu().actions()] == ["Copy text", "Select the page"]
    heard: list[tuple[int, str]] = []

    def hear(page: int, text: str) -> None:
        heard.append((page, text))

    hands.preview.quotation_wanted.connect(hear)
    hands.view.go_to(1)
    hands.wait_for_text(1)
    hands.drag(hands.point(1, "Задержанный"), hands.point(1, "полиции", at_end=True))
    assert choice.button.isEnabled()
    assert "New event from quotation" in [action.text() for action in choice.menu().actions()]
    QTest.mouseClick(choice.button, Qt.MouseButton.LeftButton)
    assert heard == [(2, "Задержанный доставлен в отдел полиции")]


def test_pages_are_drawn_and_their_pictures_kept_within_bounds(hands: Hands) -> None:
    hands.open_pdf(letter(*PAGES))
    hands.qtbot.waitUntil(lambda: any(tile.page == 0 for tile in hands.view.images._kept), timeout=5000)
    shot = hands.view.viewport().grab().toImage()
    point = hands.point(0, "Бет")
    near = {shot.pixelColor(point.x() + x, point.y() + y).value() for x in range(-4, 12) for y in range(-6, 6)}
    assert min(near) < 100 < max(near)


def test_a_screen_reader_is_given_the_page_and_its_text(hands: Hands) -> None:
    hands.open_pdf(letter(*PAGES))
    hands.qtbot.waitUntil(lambda: "ХАТТАМА" in hands.view.accessibleDescription())
    assert hands.view.accessibleName() == "Page 1 of 7"


def test_every_control_has_a_name(preview: DocumentPreview, hands: Hands) -> None:
    hands.open_pdf(letter(PROTOCOL))
    hands.view.setFocus()
    hands.press("Ctrl+F")
    controls = [child for child in preview.stack.pdf.findChildren(QWidget) if child.isVisible()]
    reachable = [
        child for child in controls if child.focusPolicy() is not Qt.FocusPolicy.NoFocus and not child.focusProxy()
    ]
    named = [
        child for child in reachable if child.accessibleName() or (isinstance(child, QAbstractButton) and child.text())
    ]
    assert len(reachable) > 8
    assert [type(child).__name__ for child in reachable if child not in named] == []
