"""The steps after: the vault is made, its recovery key is shown once and typed back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from db.recovery_key import RecoveryKeyMistyped, read
from desktop.i18n import N_, _, ngettext
from desktop.ui.clipboard import Clipboard
from desktop.ui.dialogs.wizard_page import WizardPage
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import busy_line, label, labelled, restyle, row

GROUPS_IN_LINE = 4


class CreatingPage(WizardPage):
    """Waits while the vault is made."""

    def __init__(self) -> None:
        super().__init__(
            N_("Making the vault"),
            N_("The computer tries how much work each guess of the passphrase shall cost; this takes a few seconds."),
        )
        self._line = busy_line()
        self.content.addWidget(self._line)
        self.content.addStretch(1)

    def enter(self) -> None:
        """Show that something is going on."""
        self._line.show()

    def is_complete(self) -> bool:
        """It goes on by itself."""
        return False

    def can_go_back(self) -> bool:
        """What has begun is finished first."""
        return False


class RecoveryPage(WizardPage):
    """Shows the recovery key, to be written on paper."""

    def __init__(self, clipboard: Clipboard) -> None:
        super().__init__(
            N_("Recovery key"),
            N_(
                "Write it on paper now and keep it away from the computer, best with someone you trust abroad. It "
                "opens the vault if the passphrase is lost. It is shown this once; on the next page you type it back."
            ),
        )
        self._clipboard = clipboard
        self.key = ""
        self._shown = label("phrase")
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.content.addWidget(self._shown)
        copies = row()
        copies.addWidget(button(self.texts, N_("&Copy for ten seconds"), self._copy))
        copies.addStretch(1)
        self.content.addLayout(copies)
        self.content.addStretch(1)

    def show_key(self, key: str) -> None:
        """Show the key of the vault that was just made."""
        self.key = key
        groups = key.split("-")
        lines = [groups[start : start + GROUPS_IN_LINE] for start in range(0, len(groups), GROUPS_IN_LINE)]
        self._shown.setText("\n".join("  ".join(line) for line in lines))
        self._shown.setAccessibleName(" ".join(groups))

    def can_go_back(self) -> bool:
        """The vault exists; nothing before this can be changed here."""
        return False

    def _copy(self) -> None:
        self._clipboard.copy_secret(self.key)


class TypeBackPage(WizardPage):
    """The key typed from the paper: proves that the paper is right."""

    def __init__(self) -> None:
        super().__init__(
            N_("Type the recovery key from your paper"),
            N_("A slip of the pen would cost everything on the day the key is needed. Spaces and case do not matter."),
        )
        self.key = ""
        self._entry = QPlainTextEdit()
        self._entry.setTabChangesFocus(True)
        self._entry.setMaximumHeight(self.fontMetrics().height() * 5)
        self.texts.put(self._entry.setAccessibleName, N_("Recovery key"))
        self._remark = label("hint")
        self.content.addLayout(labelled(self.texts, N_("&Recovery key"), self._entry))
        self.content.addWidget(self._remark)
        self.content.addStretch(1)
        self._entry.textChanged.connect(self._compare)

    def enter(self) -> None:
        """Start typing."""
        self._entry.setFocus()

    def is_complete(self) -> bool:
        """Whether what was typed is the key."""
        try:
            return bool(self.key) and read(self._entry.toPlainText()) == read(self.key)
        except RecoveryKeyMistyped:
            return False

    def _compare(self) -> None:
        is_right = self.is_complete()
        self._remark.setText(_("That is the key.") if is_right else self._fault())
        self._entry.setAccessibleDescription(self._remark.text())
        restyle(self._remark, "level", "good" if is_right else "hint")
        self.changed.emit()

    def _fault(self) -> str:
        typed = "".join(filter(str.isalnum, self._entry.toPlainText()))
        whole = len(typed) // 5
        try:
            read(self._entry.toPlainText())
        except RecoveryKeyMistyped as mistyped:
            if mistyped.group and mistyped.group <= whole:
                return _("Group {number} is not as written: look at it again.").format(number=mistyped.group)
            left = self.key.count("-") + 1 - whole
            return ngettext("{count} group to go.", "{count} groups to go.", left).format(count=left)
        return _("This is a recovery key, but of another vault.")
