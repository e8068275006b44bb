"""Switching the language while windows are open, in our words and in Qt's."""

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.i18n import Language
from desktop.ui.language import Texts, speech


def test_a_sentence_is_asked_again_in_each_language(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    Texts(label).put(label.setText, lambda: f"in {i18n.current().own_name}")
    assert label.text() == "in English"

    speech().switch(Language.KAZAKH)

    assert label.text() == "in Қазақша"


def test_a_widget_that_is_gone_is_not_spoken_to(qtbot: QtBot) -> None:
    owner = QObject()
    said: list[str] = []
    Texts(owner).put(said.append, lambda: "something")
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()

    speech().switch(Language.RUSSIAN)

    assert said == ["something"]


@pytest.mark.parametrize(("language", "cancel"), [(Language.RUSSIAN, "Отмена"), (Language.KAZAKH, "Бас тарту")])
def test_qt_s_own_buttons_speak_too(qtbot: QtBot, language: Language, cancel: str) -> None:
    speech().switch(language)

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)

    assert box.buttons()[0].text().replace("&", "") == cancel


def test_english_is_back_when_it_is_chosen_again() -> None:
    speech().switch(Language.RUSSIAN)

    speech().switch(Language.ENGLISH)

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
