"""A drawing carries the letters it uses, and no others."""

from base64 import b64decode

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QRawFont

from desktop.ui.timeline.web_font import packed_face


def face(text: str) -> QRawFont:
    """The face a drawing with this text carries."""
    return QRawFont(QByteArray(b64decode(packed_face(text).partition(",")[2])), 20)


def test_every_letter_of_three_languages_is_there_and_others_are_empty() -> None:
    used = "Қанат Әбдіғалиұлы, Ёжик é 2022 – №"
    packed = face(used)

    assert packed.isValid()
    for letter in used.replace(" ", ""):
        (glyph,) = packed.glyphIndexesForString(letter)
        assert not packed.pathForGlyph(glyph).isEmpty()
    (unused,) = packed.glyphIndexesForString("Щ")
    assert packed.pathForGlyph(unused).isEmpty()


def test_it_is_small() -> None:
    assert len(packed_face("Қанат Әбдіғалиұлы")) < 60_000
