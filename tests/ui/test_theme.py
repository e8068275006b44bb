"""Two looks that everyone can read, at any size of text."""

import re
from itertools import product

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel

from desktop.ui import theme
from desktop.ui.settings import TEXT_PERCENTS, Look
from desktop.ui.theme import DARK, LIGHT, Colours
from resources import resource

LOOKS = {"light": LIGHT, "dark": DARK}
GROUNDS = ("window", "base", "stripe", "raised", "hover")
TEXT_PAIRS = [
    *product(("text", "muted", "accent"), GROUNDS),
    ("on_accent", "accent"),
    ("on_selected", "selected"),
    ("text", "resting"),
    ("on_danger", "danger"),
    *product(("danger", "warning", "good"), ("window", "base", "stripe")),
    ("danger", "danger_ground"),
    ("warning", "warning_ground"),
    ("good", "good_ground"),
]
EDGE_PAIRS = [*product(("edge", "accent"), ("window", "base", "raised")), ("accent", "selected")]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    seen = QColor(colour)
    parts = (seen.redF(), seen.greenF(), seen.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, WCAG 2.2."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read_on_its_ground(look: str, text: str, ground: str) -> None:
    colours: Colours = LOOKS[look]

    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_of_fields_and_the_focus_can_be_seen(look: str, edge: str, ground: str) -> None:
    colours: Colours = LOOKS[look]

    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= 3.0


def test_the_stylesheet_fixes_no_size_of_text_in_pixels() -> None:
    text = resource("styles", "window.qss").read_text(encoding="utf-8")

    assert re.findall(r"font-size:[^;]*px", text) == []
    assert set(re.findall(r"[^$}\w](\d+)px", text)) <= {"0", "1", "2"}  # lines and rings, nothing that holds text


def test_a_look_changes_the_colours_of_the_application(qapp: QApplication) -> None:
    theme.worn().wear(Look.DARK, 100)

    assert qapp.palette().window().color().name() == DARK.window
    assert theme.colours() is DARK


@pytest.mark.parametrize("percent", TEXT_PERCENTS)
def test_text_takes_the_size_asked_for_and_gaps_grow_with_it(qapp: QApplication, percent: int) -> None:
    theme.worn().wear(Look.LIGHT, 100)
    points = qapp.font().pointSizeF()

    theme.worn().wear(Look.LIGHT, percent)

    assert qapp.font().pointSizeF() == pytest.approx(points * percent / 100)
    assert theme.unit() == pytest.approx(QFontMetricsF(qapp.font()).height() / 4, abs=0.51)


def test_the_window_s_own_font_writes_kazakh_and_russian(qapp: QApplication) -> None:
    metrics = QFontMetricsF(QFont(theme.FAMILY))

    assert qapp.font().family() == theme.FAMILY
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЪъ₸")


def test_widgets_on_the_screen_change_with_the_look(qapp: QApplication) -> None:
    label = QLabel("text")
    label.ensurePolished()
    theme.worn().wear(Look.DARK, 100)

    assert label.palette().windowText().color().name() == DARK.text
