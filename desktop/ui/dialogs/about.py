"""What the program is: its name, version and licences."""

from PySide6.QtWidgets import QWidget

from desktop.i18n import N_, _
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets.layout import said


class AboutDialog(Dialog):
    """Name, version, licences."""

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(N_("About Sandyq"), parent)
        self._version = version
        self.add(said(self.texts, N_("Case files for lawyers and monitors: encrypted, offline, in one folder.")))
        self.add(said(self.texts, self._edition, "hint"))
        self.add(
            said(
                self.texts,
                N_("It has no account, no server and no network access, and sends nothing anywhere."),
                "hint",
            )
        )
        self.content.addStretch(1)
        self.verb(N_("Close"), self.accept, role="primary", is_default=True)

    def _edition(self) -> str:
        return _("Version {version}. Licensed under Apache-2.0; fonts and icons under their own licences.").format(
            version=self._version
        )
