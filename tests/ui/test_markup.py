"""Text of a record never becomes markup, and parts that say nothing take no room."""

from PySide6.QtWidgets import QApplication

from desktop.ui import markup
from desktop.ui.markup import Markup
from desktop.ui.widgets.sheet import Sheet
from tests.ui.hands import Hands

NASTY = '<img src="file:///etc/passwd"> & "quoted"'


def test_everything_from_the_record_is_escaped(qapp: QApplication) -> None:
    whole = markup.joined(
        [markup.plain(NASTY), markup.bold(NASTY), markup.quiet(NASTY), markup.link("person", NASTY, NASTY),
         markup.step("unlink", NASTY, NASTY), markup.title(NASTY), markup.heading(NASTY),
         markup.facts([(NASTY, markup.plain(NASTY))]), markup.passage(NASTY, markup.plain(NASTY))]
    )  # fmt: skip

    assert "<img" not in whole
    assert 'passwd"' not in whole


def test_what_says_nothing_is_left_out() -> None:
    nothing = Markup()

    assert markup.joined([nothing, markup.plain("a"), nothing, markup.plain("b")]) == "a · b"
    assert markup.facts([("Name", nothing)]) == ""
    assert markup.paragraph(nothing) == ""
    assert markup.points([]) == ""
    assert markup.quiet("") == ""


def test_a_sheet_shows_the_text_as_it_was_written_and_loads_nothing(hands: Hands) -> None:
    sheet = Sheet("The record")
    hands.window(sheet)
    sheet.show_text(lambda: markup.paragraph(markup.plain(NASTY)))

    assert sheet.toPlainText() == NASTY
    assert not sheet.loadResource(2, "file:///etc/passwd")


def test_what_is_copied_from_a_sheet_is_marked_for_clipboard_histories(hands: Hands) -> None:
    sheet = Sheet("The record")
    hands.window(sheet)
    sheet.show_text(lambda: markup.plain("a name"))
    sheet.selectAll()

    assert sheet.createMimeDataFromSelection().hasFormat("x-kde-passwordManagerHint")
