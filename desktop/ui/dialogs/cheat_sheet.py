"""Ctrl+/: every key of the window, from the registry of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop.i18n import N_, _
from desktop.ui import theme
from desktop.ui.actions import Action, Actions, Context
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets.layout import column, label

FIXED_KEYS = (
    ("Tab", N_("to the next field or list")),
    ("Return", N_("open what is selected")),
    ("Esc", N_("close, or empty the filter")),
    ("Shift+F10", N_("what can be done here")),
)


class CheatSheet(Dialog):
    """The actions that have keys, by where they mean something."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(N_("Keys"), parent, letters=80)
        page = QWidget()
        layout = column(page, gap=2)
        offered = [action for action in actions.offered() if action.keys]
        for context in Context:
            here = [action for action in offered if action.context is context]
            if here:
                layout.addWidget(_heading(context.title()))
                layout.addLayout(_keys([(action.keys[0], _plain(action)) for action in here]))
        layout.addWidget(_heading(_("In any window")))
        layout.addLayout(_keys([(keys, _(text)) for keys, text in FIXED_KEYS]))
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName(_("Keys"))
        self.add(scroll, grows=True)
        self.verb(N_("Close"), self.accept, role="primary", is_default=True)
        self.resize(self.width(), self.fontMetrics().height() * 34)


def _keys(lines: list[tuple[str, str]]) -> QGridLayout:
    """Two pairs of columns: key and what it does."""
    made = QGridLayout()
    made.setVerticalSpacing(theme.unit())
    made.setHorizontalSpacing(theme.unit() * 2)
    half = (len(lines) + 1) // 2
    for number, (keys, text) in enumerate(lines):
        key = label("key", wraps=False)
        key.setText(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        what = label()
        what.setText(text)
        made.addWidget(key, number % half, number // half * 2, Qt.AlignmentFlag.AlignRight)
        made.addWidget(what, number % half, number // half * 2 + 1)
    made.setColumnStretch(1, 1)
    made.setColumnStretch(3, 1)
    return made


def _heading(text: str) -> QWidget:
    made = label("heading")
    made.setText(text)
    return made


def _plain(action: Action) -> str:
    return _(action.text).replace("&", "").rstrip("…")
