"""The fonts the program carries can write what its users write."""

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from resources import resource

FAMILIES = ("Tinos", "NotoSans")
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
RUSSIAN = "".join(chr(code) for code in range(ord("А"), ord("я") + 1)) + "Ёё"
SIGNS = "₸№«»—–„“”’…§°•×"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_font_draws_russian_kazakh_and_the_signs_of_briefs(family: str, style: str) -> None:
    with resource("fonts", f"{family}-{style}.ttf").open("rb") as file:
        glyphs: dict[int, int] = TTFontFile(file).charToGlyph

    missing = [letter for letter in KAZAKH + RUSSIAN + SIGNS if ord(letter) not in glyphs]

    assert missing == []


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_comes_with_its_licence(family: str) -> None:
    assert "SIL Open Font License" in resource("fonts", f"{family}-LICENSE.txt").read_text(encoding="utf-8")
