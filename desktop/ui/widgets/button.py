"""Buttons that carry a verb."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from desktop.ui import icons
from desktop.ui.language import Texts

ICON_ROLES = {"primary": "on_accent", "danger": "on_danger", "link": "accent"}


def button(
    texts: Texts,
    text: str | Callable[[], str],
    pressed: Callable[[], object],
    *,
    role: str = "",
    icon: str = "",
    is_default: bool = False,
) -> QPushButton:
    """A push button; ``role`` is ``primary``, ``danger``, ``link`` or nothing; the default answers Enter."""
    made = QPushButton()
    texts.put(made.setText, text)
    made.setAutoDefault(is_default)
    made.setDefault(is_default)
    if role:
        made.setProperty("role", role)
    if icon:
        icons.keep_on(made, icon, ICON_ROLES.get(role, "text"), is_beside_text=True)
    made.clicked.connect(pressed)
    return made


def tool(texts: Texts, name: str, pressed: Callable[[], object], *, icon: str) -> QToolButton:
    """A small button with an icon only; ``name`` is its tool tip and what a screen reader says."""
    made = QToolButton()
    icons.keep_on(made, icon)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    texts.put(made.setToolTip, name)
    texts.put(made.setAccessibleName, name)
    made.clicked.connect(pressed)
    return made
