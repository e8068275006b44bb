"""A sheet too narrow for two columns puts facts below their names instead of breaking words."""

from desktop.ui import markup
from desktop.ui.markup import Markup
from desktop.ui.widgets.sheet import Sheet
from tests.ui.hands import Hands


def told() -> Markup:
    return markup.facts([("Due & met", markup.plain("1")), ("Несовершеннолетнего", markup.plain("2"))])


def test_the_longest_word_among_names_is_found_whatever_is_escaped() -> None:
    assert markup.longest_name(told()) == "Несовершеннолетнего"
    assert markup.longest_name(markup.facts([("&&&&", markup.plain("Value"))])) == "&&&&"
    assert markup.longest_name(markup.plain("Nothing")) == ""


def test_facts_stand_below_their_names_where_words_would_break_and_beside_them_again(hands: Hands) -> None:
    sheet = Sheet("Record")
    sheet.show_text(told)
    sheet.resize(900, 400)
    hands.open(sheet)
    hands.wait(lambda: 'width="34%"' in sheet.toHtml())

    sheet.resize(200, 400)
    hands.wait(lambda: 'width="34%"' not in sheet.toHtml())
    assert sheet.toPlainText().split() == ["Due", "&", "met", "1", "Несовершеннолетнего", "2"]

    sheet.resize(900, 400)
    hands.wait(lambda: 'width="34%"' in sheet.toHtml())
