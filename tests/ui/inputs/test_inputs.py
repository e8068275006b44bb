"""Inputs give back what they show, say when it makes no sense, and keep what they do not know."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from db.types import Name
from desktop.i18n import Language
from desktop.logic import when
from desktop.ui.inputs.choices import ChoiceInput, kinds_of_event, terms_of, yes_or_no
from desktop.ui.inputs.coordinates import CoordinatesInput
from desktop.ui.inputs.form import Form, FormScroll
from desktop.ui.inputs.identity import IdentityInput
from desktop.ui.inputs.input import Input, Unclear, says_something
from desktop.ui.inputs.names import NamesInput
from desktop.ui.inputs.regions import countries, country, jurisdiction, zones
from desktop.ui.inputs.terms import TermInput, TermsInput
from desktop.ui.inputs.texts import LinesInput, LongTextInput, MoneyInput, NumberInput, TextInput
from desktop.ui.inputs.times import EdtfInput, WhenInput
from desktop.ui.language import speech
from tests.ui.hands import Hands

ALMATY = "Asia/Almaty"


@pytest.mark.parametrize(
    ("made", "value"),
    [
        (TextInput, "Қонаев"),
        (LongTextInput, "one\ntwo"),
        (LinesInput, ("one", "two")),
        (NumberInput, 12),
        (NumberInput, 0.5),
        (MoneyInput, "313000000 KZT"),
        (MoneyInput, "12.50 USD"),
        (CoordinatesInput, (43.3521, -77.0405)),
        (IdentityInput, ({"kind": "passport", "number": "N1"},)),
        (NamesInput, (Name("A", "kk-Latn", "alias"), Name("Б"))),
        (partial(TermInput, kinds_of_event), "detention"),
        (partial(TermInput, terms_of("roles")), "a-term-of-the-future"),
        (partial(TermsInput, countries), ("KZ", "IT")),
        (partial(ChoiceInput, yes_or_no), False),
        (partial(ChoiceInput, terms_of("standings")), "a-term-of-the-future"),
    ],
)
def test_a_value_shown_is_the_value_given_back(qapp: QApplication, made: type[Input], value: object) -> None:
    made_one = made()
    made_one.fill(value)

    assert made_one.value() == value
    assert says_something(made_one.raw())


@pytest.mark.parametrize(
    ("made", "nothing"),
    [
        (TextInput, None), (LinesInput, ()), (NumberInput, None), (MoneyInput, None), (CoordinatesInput, None),
        (NamesInput, ()), (partial(TermInput, kinds_of_event), None), (partial(TermsInput, countries), ()),
        (partial(ChoiceInput, yes_or_no), None),
    ],
)  # fmt: skip
def test_an_empty_input_says_nothing(qapp: QApplication, made: type[Input], nothing: object) -> None:
    empty = made()
    before = empty.raw()
    empty.fill(None)

    assert empty.value() == nothing
    assert empty.raw() == before
    assert not says_something(before)


@pytest.mark.parametrize(
    ("made", "typed"),
    [
        (NumberInput, "many"),
        (partial(NumberInput, is_whole=True), "1.5"),
        (CoordinatesInput, "43.35"),
        (CoordinatesInput, "91, 10"),
        (CoordinatesInput, "10, 181"),
    ],
)
def test_what_makes_no_sense_is_said(qapp: QApplication, made: type[TextInput], typed: str) -> None:
    wrong = made()
    wrong.line.setText(typed)

    with pytest.raises(Unclear) as unclear:
        wrong.value()
    assert unclear.value.what


def test_numbers_are_read_as_people_write_them(qapp: QApplication) -> None:
    number = NumberInput()
    number.line.setText("1 234,5")

    assert number.value() == 1234.5


def test_a_term_is_found_by_any_part_of_its_words(hands: Hands) -> None:
    kind = TermInput(kinds_of_event)
    hands.window(kind)
    kind.setFocus()
    hands.type("prosec")
    hands.press("Return")

    assert kind.value() == "notice-to-prosecutor"


def test_half_a_word_is_no_term(hands: Hands) -> None:
    kind = TermInput(kinds_of_event)
    hands.window(kind)
    kind.setFocus()
    hands.type("deten")

    with pytest.raises(Unclear):
        kind.value()


def test_terms_speak_another_language_and_stay_the_same(qapp: QApplication) -> None:
    kind, several = TermInput(kinds_of_event), TermsInput(terms_of("methods"))
    kind.fill("detention")
    several.fill(("beating",))
    speech().switch(Language.RUSSIAN)

    assert kind.combo.currentText() == "Задержание"
    assert kind.value() == "detention"
    assert several.value() == ("beating",)


def test_the_wheel_over_a_form_changes_nothing(hands: Hands) -> None:
    standing = ChoiceInput(terms_of("standings"))
    hands.window(standing)
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(standing.combo, wheel)

    assert standing.value() is None


@pytest.mark.parametrize(
    "edtf", ["2022-01-05T20:00", "2022-01~", "[2022-01-05..2022-01-09]", "2022-XX", "../2022-01-12"]
)
def test_a_time_that_nobody_touched_stays_as_it_was(qapp: QApplication, edtf: str) -> None:
    moment = when.parse(edtf, "Europe/Rome")
    shown = WhenInput("When", partial(str, ALMATY))
    shown.fill(moment)

    assert shown.value() is moment


def test_a_time_typed_anew_counts_at_the_zone_asked_for(qapp: QApplication) -> None:
    shown = WhenInput("When", partial(str, ALMATY))
    shown.fill(when.parse("2022-01-05", "Europe/Rome"))
    shown.field.set_text("6 January 2022")

    assert shown.value() == when.parse("2022-01-06", ALMATY)


def test_a_time_that_cannot_be_read_is_kept_in_view(qapp: QApplication) -> None:
    shown = EdtfInput("When", partial(str, ALMATY))
    shown.fill("nonsense")

    assert shown.raw() == "nonsense"
    with pytest.raises(Unclear):
        shown.value()


def test_the_world_is_named_in_the_language_of_the_window(qapp: QApplication) -> None:
    assert country("KZ") == "Kazakhstan"
    assert jurisdiction("echr") == "European Court of Human Rights"
    speech().switch(Language.KAZAKH)
    assert country("KZ") == "Қазақстан"
    assert country("??") == "??"
    assert "Asia/Almaty" in [zone for zone, _words in zones()[0].choices]


def test_a_long_text_is_as_high_as_its_lines_up_to_a_dozen(hands: Hands) -> None:
    form = Form()
    text = LongTextInput(2)
    form.put("text", "Text", text, is_wide=True)
    window = hands.window(FormScroll(form))
    low = text.height()
    text.fill("word " * 60)
    hands.wait(lambda: text.height() > low)
    text.fill("word " * 4000)
    hands.wait(lambda: text.height() > low)

    assert text.height() < window.fontMetrics().lineSpacing() * 14


def test_what_an_input_says_itself_is_not_said_twice(hands: Hands) -> None:
    form = Form()
    moment = WhenInput("When", partial(str, ALMATY))
    form.put("when", "When", moment)
    window = hands.window(form)
    moment.field.set_text("30 February 2022")
    form.mark(form.values()[1])
    seen = [one for one in window.findChildren(QLabel) if one.isVisible() and "calendar" in one.text()]

    assert len(seen) == 1


def test_a_chip_taken_away_leaves_the_others(hands: Hands) -> None:
    several = TermsInput(countries)
    hands.window(several)
    several.fill(("KZ", "IT", "PL"))
    cross = next(one for one in several.findChildren(QToolButton) if one.accessibleName() == "Remove Italy")
    cross.click()

    assert several.value() == ("KZ", "PL")
