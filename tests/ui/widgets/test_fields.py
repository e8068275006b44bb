"""Fields: search, tags, dates, passphrases, choices."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar

from desktop.i18n import Language
from desktop.ui.language import speech
from desktop.ui.widgets.chips import TagChips
from desktop.ui.widgets.choice import Choice, language_choice
from desktop.ui.widgets.passphrase_field import NewPassphrase, PassphraseField, Strength
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.when_field import Reading, WhenField
from tests.ui.hands import Hands


def judge(text: str) -> Strength:
    """Ten letters are enough here."""
    return (
        Strength(4, is_enough=True, words="Strong.")
        if len(text) >= 10
        else Strength(1, is_enough=False, words="Short.")
    )


def understand(text: str) -> Reading:
    """Only years are understood here."""
    return Reading(f"in the year {text}") if text.isdecimal() else Reading("Not a year.", is_error=True)


def test_a_search_is_told_once_when_typing_pauses(hands: Hands) -> None:
    field = SearchField("Find")
    told: list[str] = []
    field.searched.connect(told.append)
    hands.open(field)

    hands.type("Дело")
    assert told == []
    hands.wait(lambda: told)

    assert told == ["Дело"]


def test_enter_searches_at_once_and_esc_empties(hands: Hands) -> None:
    field = SearchField("Find")
    told: list[str] = []
    field.searched.connect(told.append)
    hands.open(field)

    hands.type("ab")
    hands.press("Return")
    hands.press("Esc")
    hands.wait(lambda: len(told) == 2)

    assert told == ["ab", ""]


def test_down_goes_from_the_search_to_the_list(hands: Hands) -> None:
    field = SearchField("Find")
    left: list[str] = []
    field.left.connect(lambda: left.append("left"))
    hands.open(field)

    hands.press("Down")

    assert left == ["left"]


def test_tags_are_made_by_enter_comma_and_leaving(hands: Hands) -> None:
    field = TagChips()
    hands.window(field, QLineEdit())
    field.setFocus()

    hands.type("пытки")
    hands.press("Return")
    hands.type("airport,")
    hands.type("last")
    hands.press("Tab")

    assert field.tags() == ("пытки", "airport", "last")


def test_a_tag_stands_once_and_an_empty_one_not_at_all(hands: Hands) -> None:
    field = TagChips()
    field.set_tags(("one",))
    hands.open(field)
    field.setFocus()

    hands.type("one, ,")
    hands.press("Return")

    assert field.tags() == ("one",)


def test_backspace_in_an_empty_field_takes_the_last_tag_away(hands: Hands) -> None:
    field = TagChips()
    field.set_tags(("one", "two"))
    hands.open(field)
    field.setFocus()

    hands.press("Backspace")

    assert field.tags() == ("one",)


def test_a_date_is_told_back_as_it_was_understood(hands: Hands) -> None:
    field = WhenField("When", understand)
    hands.open(field)
    field.setFocus()

    hands.type("2022")
    hands.wait(lambda: hands.can_read(field, "in the year 2022"))

    assert field.is_valid()
    assert hands.field(field, "When").accessibleDescription() == "in the year 2022"


def test_a_date_that_makes_no_sense_says_so_and_is_not_valid(hands: Hands) -> None:
    field = WhenField("When", understand)
    hands.open(field)
    field.setFocus()

    hands.type("soon")

    assert not field.is_valid()
    assert field.words() == "Not a year."


def test_no_date_is_a_valid_answer(hands: Hands) -> None:
    field = WhenField("When", understand)
    hands.qtbot.addWidget(field)

    assert field.is_valid()
    assert field.text() == field.words() == ""


def test_a_passphrase_is_hidden_until_the_eye_is_used(hands: Hands) -> None:
    field = PassphraseField("Passphrase")
    hands.open(field)
    hands.type("secret")
    assert "secret" not in field.displayText()

    field.actions()[0].trigger()

    assert field.displayText() == "secret"


@pytest.mark.parametrize(
    ("first", "second", "is_complete"),
    [
        ("long enough", "long enough", True),
        ("long enough", "long enougH", False),
        ("long enough", "", False),
        ("short", "short", False),
        ("", "", False),
    ],
)
def test_a_new_passphrase_counts_when_strong_and_typed_twice(
    hands: Hands, first: str, second: str, *, is_complete: bool
) -> None:
    fields = NewPassphrase(judge)
    hands.open(fields)
    fields.setFocus()

    hands.type(first)
    fields.second.setFocus()
    hands.type(second)
    fields.weigh()

    assert fields.is_complete() is is_complete


def test_strength_is_told_in_words_and_as_a_bar(hands: Hands) -> None:
    fields = NewPassphrase(judge)
    hands.open(fields)
    fields.setFocus()

    hands.type("short")
    hands.wait(lambda: hands.can_read(fields, "Short."))
    hands.type(" no longer")
    hands.wait(lambda: hands.can_read(fields, "Strong."))

    bar = fields.findChild(QProgressBar)
    assert bar
    assert (bar.value(), bar.accessibleName()) == (4, "Strength")


def test_a_phrase_taken_over_is_readable_and_must_be_typed_once(hands: Hands) -> None:
    fields = NewPassphrase(judge)
    hands.open(fields)

    fields.fill("otter velvet quarry")
    assert fields.first.displayText() == "otter velvet quarry"
    assert fields.second.hasFocus()
    hands.type("otter velvet quarry")
    hands.wait(fields.is_complete)


def test_a_choice_keeps_its_value_in_another_language(hands: Hands) -> None:
    choice: Choice[int] = Choice("Number", [1, 2, 3], lambda number: str(number) * 2)
    hands.qtbot.addWidget(choice)
    choice.choose(2)

    speech().switch(Language.RUSSIAN)

    assert choice.value() == 2
    assert choice.currentText() == "22"


def test_each_language_is_called_by_its_own_name(hands: Hands) -> None:
    choice = language_choice()
    hands.open(choice)
    chosen: list[Language] = []
    choice.chosen.connect(chosen.append)

    choice.setFocus()
    hands.press("End")
    hands.press("Return")

    assert [choice.itemText(place) for place in range(choice.count())] == ["English", "Русский", "Қазақша"]
    assert choice.value() is Language.KAZAKH


def test_labels_are_bound_to_their_fields(hands: Hands) -> None:
    fields = NewPassphrase(judge)
    hands.qtbot.addWidget(fields)

    buddies = {label.text(): label.buddy() for label in fields.findChildren(QLabel) if label.buddy()}

    assert buddies == {"New &passphrase": fields.first, "The &same once more": fields.second}
