"""The icons are ones the window can colour, and are ours to ship."""

import re
from pathlib import Path

import pytest

ICONS = sorted((Path(__file__).parent.parent.parent / "resources" / "icons").glob("*.svg"))


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_takes_its_colour_from_the_window(icon: Path) -> None:
    text = icon.read_text(encoding="utf-8")
    colours = set(re.findall(r'(?:stroke|fill)="([^"]+)"', text))

    assert "currentColor" in colours
    assert colours <= {"currentColor", "none"}


def test_the_icons_come_with_their_licence() -> None:
    assert len(ICONS) >= 60
    assert "ISC License" in ICONS[0].with_name("LICENSE").read_text(encoding="utf-8")
