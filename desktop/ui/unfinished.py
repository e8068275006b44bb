"""After unlocking: say that something was typed and not saved, and go on with it in its own form."""

from functools import partial

from PySide6.QtCore import QObject

from db.drafts import Draft
from desktop.i18n import _, ngettext
from desktop.operations.drafts import list_drafts
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.unfinished import UnfinishedDialog, read_unfinished
from desktop.ui.main_window import MainWindow
from desktop.ui.taking_up import take_up


class Unfinished(QObject):
    """Looks once, when the window has come up."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._found: tuple[list[Draft], dict[str, str]] = ([], {})

    def look(self) -> None:
        """Tell of the drafts there are."""
        drafts = partial(list_drafts, self._desk.vault)
        self._desk.read(self, partial(read_unfinished, drafts), self._tell)

    def _tell(self, found: tuple[list[Draft], dict[str, str]]) -> None:
        self._found = found
        count = len(found[0])
        if count:
            text = ngettext(
                "{count} entry was typed and not saved. Nothing is lost.",
                "{count} entries were typed and not saved. Nothing is lost.",
                count,
            ).format(count=count)
            self._desk.report.confirm(text, step=_("Show"), act=self._show)

    def _show(self) -> None:
        dialog = UnfinishedDialog(self._desk, *self._found, self._window)
        dialog.chosen.connect(self._go_on)
        dialog.open()

    def _go_on(self, draft: Draft) -> None:
        """Open the form the draft is of: it puts it back by itself."""
        if draft.case_id:
            self._window.screens.open_case(draft.case_id)
        take_up(draft, Editors(self._desk, self._window))
