"""One step of the first-run wizard: a question, why it is asked, and whether it is answered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.language import Texts
from desktop.ui.widgets.layout import column, said


class WizardPage(QWidget):
    """A step; ``changed`` is told when ``is_complete`` may have, ``finished`` when it wants to go on by itself."""

    changed = Signal()
    finished = Signal()

    def __init__(self, title: str, why: str) -> None:
        super().__init__()
        self.title = title
        self.texts = Texts(self)
        self.texts.put(self.setAccessibleName, title)
        self.texts.put(self.setAccessibleDescription, why)
        self.content = column(self, gap=3)
        self.content.addWidget(said(self.texts, title, "title"))
        self.content.addWidget(said(self.texts, why, "hint"))

    def enter(self) -> None:
        """The step is shown; put the keyboard where the answer goes."""
        self.focusNextChild()

    def is_complete(self) -> bool:
        """Whether one may go on."""
        return True

    def can_go_back(self) -> bool:
        """Whether one may return to the step before."""
        return True
