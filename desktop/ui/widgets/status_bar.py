"""The line at the foot of the window: vault, case, count, saved or not, running task, language, lock."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from desktop import i18n
from desktop.i18n import N_, Language
from desktop.ui import icons
from desktop.ui.language import Texts
from desktop.ui.tasks import Tasks
from desktop.ui.widgets.button import tool
from desktop.ui.widgets.layout import label, row
from desktop.ui.widgets.task_bar import TaskBar


class StatusBar(QWidget):
    """Tells where one is; asks for another language or the lock."""

    language_chosen = Signal(str)
    lock_asked = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        texts = Texts(self)
        layout = row(self, gap=3)
        layout.setContentsMargins(layout.spacing(), 0, layout.spacing() // 3, 0)
        self._vault = self._part(texts, N_("Vault"))
        self._case = self._part(texts, N_("Case"))
        self._count = self._part(texts, N_("Shown"))
        self._saved = self._part(texts, N_("Saved state"))
        for part in (self._vault, self._case, self._count, self._saved):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(TaskBar(tasks))
        layout.addWidget(self._language_button(texts))
        layout.addWidget(tool(texts, N_("Lock (Ctrl+L)"), self.lock_asked.emit, icon="lock"))

    def show_vault(self, name: str) -> None:
        """Tell which vault is open."""
        self._put(self._vault, name)

    def show_case(self, ref: str) -> None:
        """Tell which case is open; empty for none."""
        self._put(self._case, ref)

    def show_count(self, text: str) -> None:
        """Tell how many rows the list shows; empty for none."""
        self._put(self._count, text)

    def show_saved(self, text: str) -> None:
        """Tell whether everything is saved."""
        self._put(self._saved, text)

    def _part(self, texts: Texts, name: str) -> QLabel:
        made = label(wraps=False)
        texts.put(made.setAccessibleDescription, name)
        texts.put(made.setToolTip, name)
        made.hide()
        return made

    def _put(self, part: QLabel, text: str) -> None:
        part.setText(text)
        part.setVisible(bool(text))

    def _language_button(self, texts: Texts) -> QToolButton:
        made = QToolButton()
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.keep_on(made, "languages", "muted", is_beside_text=True)
        menu = QMenu(made)
        for language in Language:
            menu.addAction(language.own_name).triggered.connect(partial(self.language_chosen.emit, language.value))
        made.setMenu(menu)
        texts.put(made.setText, _own_name)
        texts.put(made.setAccessibleName, N_("Language"))
        return made


def _own_name() -> str:
    return i18n.current().own_name
