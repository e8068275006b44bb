"""Another passphrase for the vault; after opening with the recovery key the old one is not asked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop import i18n
from desktop.i18n import N_, _
from desktop.messages import explain
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.tasks import Job, Lane, Tasks
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import labelled, said
from desktop.ui.widgets.passphrase_field import NewPassphrase, PassphraseField, Strength

Change = Callable[[str | None, str], object]


class PassphraseDialog(Dialog):
    """Asks old and new; ``change`` gets both in a lane, the old one ``None`` when it is not asked."""

    def __init__(
        self,
        tasks: Tasks,
        change: Change,
        suggest: Callable[[str], str],
        judge: Callable[[str], Strength],
        *,
        asks_old: bool = True,
        changed: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(N_("Change the passphrase"), parent)
        self._tasks, self._change, self._suggest, self._changed = tasks, change, suggest, changed
        self._banner = Banner()
        self.add(self._banner)
        self._old = PassphraseField(N_("Passphrase now")) if asks_old else None
        if self._old:
            self.add(labelled(self.texts, N_("Passphrase no&w"), self._old))
            self._old.textChanged.connect(self._offer)
        self._new = NewPassphrase(judge)
        self._new.changed.connect(self._offer)
        self.add(self._new)
        self.add(button(self.texts, N_("&Offer a phrase"), self._fill, role="link"))
        warning = N_("Old copies of the vault, also backups, still open with the old passphrase.")
        self.add(said(self.texts, warning, "hint"))
        self.content.addStretch(1)
        self.verb(N_("Cancel"), self.reject)
        self._verb = self.verb(N_("&Change the passphrase"), self._go, role="primary", is_default=True)
        self._offer()

    def _offer(self) -> None:
        self._verb.setEnabled(self._new.is_complete() and (self._old is None or bool(self._old.text())))

    def _fill(self) -> None:
        self._new.fill(self._suggest(i18n.current().value))

    def _go(self) -> None:
        self._verb.setEnabled(False)
        old = self._old.text() if self._old else None
        work = partial(_change, self._change, old, self._new.passphrase())
        self._tasks.run(
            Lane.VAULT,
            work,
            owner=self,
            done=self._finish,
            failed=self._refuse,
            title=_("Changing the passphrase"),
        )

    def _finish(self, _result: object) -> None:
        self.accept()
        self._changed()

    def _refuse(self, error: Exception) -> None:
        told = explain(error)
        self._banner.tell(Tone.DANGER, f"{told.what}\n{told.remedy}".strip())
        self._offer()


def _change(change: Change, old: str | None, new: str, _job: Job) -> object:
    return change(old, new)
