"""Telling a screen reader what is chosen in a painted widget."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Describe the widget by ``text`` from now on, and say it at once where somebody listens and stands there."""
    widget.setAccessibleDescription(text)
    if QAccessible.isActive():
        changed = QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(changed)
        if widget.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
