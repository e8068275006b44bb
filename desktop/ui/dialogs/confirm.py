"""A question before something that cannot be taken back lightly; the button says what it will do."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.i18n import N_
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets.layout import label


class Confirm(Dialog):
    """Asks once: ``title`` is the question, ``verb`` the button (both ``N_``), ``what`` the consequence, translated."""

    def __init__(
        self,
        title: str,
        what: str,
        verb: str,
        act: Callable[[], object],
        *,
        is_grave: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent, letters=52)
        self._act = act
        text = label()
        text.setText(what)
        self.add(text)
        self.verb(N_("Cancel"), self.reject, is_default=is_grave)
        self.verb(verb, self._go, role="danger" if is_grave else "primary", is_default=not is_grave)

    def _go(self) -> None:
        self.accept()
        self._act()
