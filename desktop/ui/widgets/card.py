"""An area with a heading, what can be done there, and what it says."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from desktop.ui.language import Texts
from desktop.ui.markup import Compose
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import column, row, said
from desktop.ui.widgets.rich_label import RichLabel


class Card(QFrame):
    """``followed`` carries the verb and target of a link in it."""

    followed = Signal(str, str)

    def __init__(self, title: str | Callable[[], str], parent: QFrame | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._texts = Texts(self)
        self._head = row(gap=1)
        heading = said(self._texts, title, "heading")
        self._head.addWidget(heading, 1)
        self.body = RichLabel()
        self._texts.put(self.body.setAccessibleName, title)
        self.body.followed.connect(self.followed)
        self.inside = column(self, margin=3, gap=2)
        self.inside.addLayout(self._head)
        self.inside.addWidget(self.body)

    def offer(self, text: str, act: Callable[[], object], *, icon: str = "") -> None:
        """A step that can be taken here, beside the heading."""
        self._head.addWidget(button(self._texts, text, act, role="link", icon=icon))

    def say(self, compose: Compose) -> None:
        """Show something else in it."""
        self.body.show_text(compose)
