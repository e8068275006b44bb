"""A grave error in a window of its own: what happened and is safe, what to do next, and for our bugs where it broke."""

import traceback
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.errors import ExitCode, InputFaults, UserError
from desktop.i18n import N_, _
from desktop.ui.clipboard import Clipboard
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets.layout import label

TITLES = {
    ExitCode.OUR_BUG: N_("The program made a mistake"),
    ExitCode.DAMAGED: N_("Something in the vault is damaged"),
    ExitCode.DISK: N_("The disk does not answer"),
    ExitCode.TOO_NEW: N_("A newer version is needed"),
}


class FaultDialog(Dialog):
    """Shows one error; nothing in it comes from the case."""

    def __init__(self, told: UserError, error: BaseException, clipboard: Clipboard, parent: QWidget | None) -> None:
        super().__init__(TITLES.get(told.code, N_("This did not work")), parent)
        for text, level in ((told.what, ""), (told.remedy, "hint")):
            if text:
                part = label(level)
                part.setText(text)
                part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self.add(part)
        if isinstance(told, InputFaults):
            self._list(N_("Faults"), "\n".join(f"{fault.place}: {fault.what}" for fault in told.faults))
        if told.code is ExitCode.OUR_BUG:
            where = place_of(error)
            self._list(N_("Where it broke"), where)
            self.verb(N_("&Copy the technical note"), partial(clipboard.copy, where))
        self.verb(N_("Close"), self.accept, role="primary", is_default=True)

    def _list(self, name: str, text: str) -> None:
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setAccessibleName(_(name))
        self.add(shown, grows=True)


def place_of(error: BaseException) -> str:
    """The type of an error and the lines of our code it passed: never its text, which may quote the case."""
    lines = [
        f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return "\n".join([type(error).__name__, *lines])
