"""What the program is, and what it does not protect against: said as plainly as what it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.i18n import N_, _
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets.layout import column, said

PROTECTED = (
    N_("A computer or stick that is lost, stolen or seized while the vault is locked: names, documents, the index "
       "and file names are unreadable without the passphrase or the recovery key."),
    N_("A file or a record that someone changes, swaps or cuts from outside: it is found before it is used."),
    N_("A power cut or a pulled stick: what was saved stays saved, and nothing is half there."),
)  # fmt: skip
NOT_PROTECTED = (
    N_("A computer with a spy program, a key-logger or hidden hardware on it."),
    N_("Someone who has both the vault and the passphrase. Nothing in the program can be hidden from them; there is no "
       "second passphrase that shows another content, because such tricks are found out."),
    N_("The time while the vault is open. Lock it with Ctrl+L before you leave the desk."),
    N_("What the operating system writes to its swap or when the computer sleeps to disk. Encrypt the whole disk."),
    N_("Files you saved outside the vault, and what other programs keep of them: previews, recent files, prints."),
    N_("The size of the vault, the number of its files and when they changed. These can be seen from outside."),
    N_("What was deleted, on flash memory and in old copies and backups: whoever has the key can recover it there."),
    N_("An old copy of the whole vault put in place of the new one, until it is compared with an export or with a "
       "colleague's copy."),
    N_("A lost passphrase without the recovery key. Then nobody can open the vault, and neither can we."),
)  # fmt: skip


class LimitsDialog(Dialog):
    """What this protects and what it does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(N_("What this does not protect"), parent, letters=84, has_heading=False)
        page = QWidget()
        layout = column(page, gap=3)
        for title, points in ((N_("What this does not protect"), NOT_PROTECTED), (N_("What it does"), PROTECTED)):
            layout.addWidget(said(self.texts, title, "title"))
            for point in points:
                part = said(self.texts, point)
                part.setIndent(self.fontMetrics().height())
                layout.addWidget(part)
        layout.addStretch(1)
        self.add(_scrolling(page), grows=True)
        self.verb(N_("Close"), self.accept, role="primary", is_default=True)
        self.resize(self.width(), self.fontMetrics().height() * 34)


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


def _scrolling(page: QWidget) -> QScrollArea:
    made = QScrollArea()
    made.setWidget(page)
    made.setWidgetResizable(True)
    made.setFrameShape(QScrollArea.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
