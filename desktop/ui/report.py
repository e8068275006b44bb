"""Errors told to the person: what happened, what is safe, what to do next; in a banner, the grave ones in a window."""

import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.errors import ExitCode, InputFaults
from desktop.messages import explain
from desktop.ui.clipboard import Clipboard
from desktop.ui.widgets.banner import Banner, Tone

GRAVE = frozenset({ExitCode.OUR_BUG, ExitCode.DAMAGED, ExitCode.DISK, ExitCode.TOO_NEW})


class Report(QObject):
    """Where every error of a window ends up."""

    def __init__(self, window: QWidget, banner: Banner, clipboard: Clipboard) -> None:
        super().__init__(window)
        self._window = window
        self._banner = banner
        self._clipboard = clipboard

    def tell(self, error: BaseException) -> None:
        """Show an error; its own text only if it was written for people."""
        told = explain(error)
        if told.code in GRAVE or isinstance(told, InputFaults):
            from desktop.ui.dialogs.fault import FaultDialog

            FaultDialog(told, error, self._clipboard, self._window).open()
        elif told.code is not ExitCode.CANCELLED:
            self._banner.tell(Tone.DANGER, f"{told.what}\n{told.remedy}".strip())

    def confirm(self, text: str, *, step: str = "", act: Callable[[], object] | None = None) -> None:
        """Say quietly that something was done, with a button for what may follow."""
        self._banner.tell(Tone.GOOD, text, step=step, act=act)

    def catch_all(self) -> None:
        """Let errors that nobody caught be told here instead of being printed with what they carry."""
        sys.excepthook = self._catch

    def _catch(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.tell(error)
