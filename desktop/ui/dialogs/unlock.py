"""The first window: which vault, and its passphrase."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from db.errors import WrongPassphrase
from db.recovery_key import RecoveryKeyMistyped
from desktop import i18n
from desktop.i18n import N_, _, ngettext
from desktop.messages import explain
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.places import ask_folder
from desktop.ui.language import Texts
from desktop.ui.tasks import Job, Lane, Tasks
from desktop.ui.unlock import Unlocking, wait_after
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.button import button
from desktop.ui.widgets.choice import Choice, language_choice
from desktop.ui.widgets.layout import busy_line, labelled, row
from desktop.ui.widgets.passphrase_field import PassphraseField

Opener = Callable[[Unlocking], object]


class Patience(QObject):
    """After each wrong passphrase the next try waits longer; ``ticked`` every second of it."""

    ticked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seconds = 0
        self._failures = 0
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._tick)

    def lose(self) -> None:
        """Another try failed."""
        self._failures += 1
        self.seconds = wait_after(self._failures)
        self._clock.start()
        self.ticked.emit()

    def _tick(self) -> None:
        self.seconds -= 1
        if self.seconds <= 0:
            self._clock.stop()
        self.ticked.emit()


class VaultChoice(QWidget):
    """The vaults that were found, and a button for any other folder."""

    def __init__(self, vaults: Sequence[Path]) -> None:
        super().__init__()
        texts = Texts(self)
        self.vault: Choice[Path] = Choice(N_("Vault"), vaults, _vault_name)
        layout = row(self)
        layout.addWidget(self.vault, 1)
        layout.addWidget(button(texts, N_("&Other folder…"), self._ask))

    def _ask(self) -> None:
        ask_folder(self, _("Choose the folder of a vault"), self._take, Path.home())

    def _take(self, chosen: list[Path]) -> None:
        self.vault.offer(chosen[0])
        self.vault.chosen.emit(chosen[0])


class UnlockWindow(Dialog):
    """Asks for vault and secret and opens it; ``opened`` carries the vault and how it was opened."""

    opened = Signal(object, object)
    new_asked = Signal()
    language_chosen = Signal(object)

    def __init__(self, tasks: Tasks, vaults: Sequence[Path], opener: Opener) -> None:
        super().__init__(N_("Unlock a vault"), letters=60)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._tasks = tasks
        self._opener = opener
        self._is_recovery = False
        self._is_busy = False
        self._patience = Patience(self)
        self._patience.ticked.connect(self._offer)
        self._banner = Banner()
        self._place = VaultChoice(vaults)
        self._secret = PassphraseField(N_("Passphrase"))
        self._secret.textChanged.connect(self._offer)
        self._build()
        self._unlock = self.verb(N_("&Unlock"), self._open, role="primary", is_default=True)
        self.texts.put(self._unlock.setText, self._verb)
        self._place.vault.chosen.connect(self._offer)
        self._secret.setFocus()
        self._offer()

    def choose(self, folder: Path) -> None:
        """Offer this vault and choose it."""
        self._place.vault.offer(folder)
        self._offer()

    def _build(self) -> None:
        self.add(self._banner)
        self.add(labelled(self.texts, N_("&Vault"), self._place.vault, self._place))
        self.add(labelled(self.texts, self._secret_name, self._secret))
        self._busy = busy_line()
        self.add(self._busy)
        self.add(button(self.texts, self._other_secret, self._switch_secret, role="link"))
        self.add(button(self.texts, N_("Create a &new vault…"), self.new_asked.emit, role="link"))
        languages = language_choice()
        languages.choose(i18n.current())
        languages.chosen.connect(self.language_chosen)
        self.content.addStretch(1)
        self.aside(languages)

    def _open(self) -> None:
        asked = Unlocking(self._place.vault.value(), self._secret.text(), self._is_recovery)
        self._banner.hide()
        self._is_busy = True
        self._offer()
        done = partial(self._welcome, asked)
        self._tasks.run(Lane.VAULT, partial(_open, self._opener, asked), owner=self, done=done, failed=self._refuse)

    def _welcome(self, asked: Unlocking, vault: object) -> None:
        self._secret.clear()
        self.opened.emit(vault, asked)

    def _refuse(self, error: Exception) -> None:
        self._is_busy = False
        self._banner.tell(Tone.DANGER, _told(error))
        self._secret.selectAll()
        self._secret.setFocus()
        if isinstance(error, WrongPassphrase) and not isinstance(error, RecoveryKeyMistyped):
            self._patience.lose()
        self._offer()

    def _offer(self) -> None:
        can_try = bool(self._secret.text()) and not self._place.vault.is_empty()
        self._unlock.setEnabled(can_try and not self._is_busy and self._patience.seconds <= 0)
        self._unlock.setText(self._verb())
        self._busy.setVisible(self._is_busy)

    def _switch_secret(self) -> None:
        self._is_recovery = not self._is_recovery
        self._secret.clear()
        self.texts.speak()
        self._secret.setFocus()

    def _verb(self) -> str:
        seconds = self._patience.seconds
        if seconds > 0:
            return ngettext("Wait {count} second", "Wait {count} seconds", seconds).format(count=seconds)
        return _("Opening…") if self._is_busy else _("&Unlock")

    def _secret_name(self) -> str:
        name = _("&Recovery key") if self._is_recovery else _("&Passphrase")
        self._secret.setAccessibleName(name.replace("&", ""))
        return name

    def _other_secret(self) -> str:
        return _("Use the pass&phrase") if self._is_recovery else _("Use the recovery &key")


def _told(error: Exception) -> str:
    """What went wrong and what to do; a slip in the recovery key names its group."""
    told = explain(error)
    if isinstance(error, RecoveryKeyMistyped) and error.group:
        return _("Group {number} is not as written: look at it again.").format(number=error.group)
    return f"{told.what}\n{told.remedy}"


def _open(opener: Opener, asked: Unlocking, _job: Job) -> object:
    return opener(asked)


def _vault_name(folder: Path) -> str:
    return folder.name
