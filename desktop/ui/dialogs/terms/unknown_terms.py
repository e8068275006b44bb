"""A case file names terms that nobody knows: they are listed with their places, and can be added all at once."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.documents.exchange.faults import UnknownTerms
from desktop.i18n import N_
from desktop.ui.clipboard import Clipboard
from desktop.ui.dialogs.fault import FaultDialog


class UnknownTermsDialog(FaultDialog):
    """Shows what is unknown; ``add`` imports the file once more and adds it."""

    def __init__(
        self, refusal: UnknownTerms, clipboard: Clipboard, add: Callable[[], object], parent: QWidget | None
    ) -> None:
        super().__init__(refusal, refusal, clipboard, parent)
        self._import = add
        self.verb(N_("&Add unknown terms"), self._add)

    def _add(self) -> None:
        self.accept()
        self._import()
