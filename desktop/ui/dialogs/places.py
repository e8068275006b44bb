"""Asking for a file or a folder without leaving a trace of where one looked.

The desktop's own dialogs keep lists of recent places; Qt's keeps them in its settings, which are wiped afterwards.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.i18n import _
from desktop.ui.settings import forget_visited_folders

Chosen = Callable[[list[Path]], object]


def ask_folder(parent: QWidget, title: str, chosen: Chosen, start: Path) -> QFileDialog:
    """Ask for one folder."""
    return _ask(parent, title, chosen, start, QFileDialog.FileMode.Directory)


def ask_files(parent: QWidget, title: str, chosen: Chosen, start: Path, kinds: tuple[str, ...] = ()) -> QFileDialog:
    """Ask for one or more files; ``kinds`` are name filters like ``Case files (*.json)``."""
    made = _ask(parent, title, chosen, start, QFileDialog.FileMode.ExistingFiles)
    if kinds:
        made.setNameFilters([*kinds])
    return made


def ask_new_file(parent: QWidget, title: str, chosen: Chosen, suggested: Path, suffix: str) -> QFileDialog:
    """Ask where to write a file; asks again before writing over one that is there."""
    made = _ask(parent, title, chosen, suggested.parent, QFileDialog.FileMode.AnyFile)
    made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    made.setDefaultSuffix(suffix)
    made.selectFile(suggested.name)
    return made


def _ask(parent: QWidget, title: str, chosen: Chosen, start: Path, mode: QFileDialog.FileMode) -> QFileDialog:
    made = QFileDialog(parent, title, str(start))
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.setOption(QFileDialog.Option.ShowDirsOnly, mode is QFileDialog.FileMode.Directory)
    made.setFileMode(mode)
    made.setAccessibleName(title)
    made.setLabelText(QFileDialog.DialogLabel.Reject, _("Cancel"))
    made.filesSelected.connect(partial(_tell, chosen))
    made.finished.connect(made.deleteLater)
    made.destroyed.connect(_forget)
    made.open()
    return made


def _tell(chosen: Chosen, names: list[str]) -> None:
    chosen([Path(name) for name in names])


def _forget() -> None:
    forget_visited_folders()
