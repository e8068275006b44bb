"""The first-run wizard: language, place, passphrase, name; then the vault is made and its recovery key written down."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from db.errors import WeakPassphrase
from desktop.i18n import N_, _
from desktop.messages import explain
from desktop.ui.clipboard import Clipboard
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.wizard_page import WizardPage
from desktop.ui.dialogs.wizard_pages import AuthorPage, LanguagePage, PassphrasePage, PlacePage
from desktop.ui.dialogs.wizard_recovery import CreatingPage, RecoveryPage, TypeBackPage
from desktop.ui.tasks import Job, Lane, Tasks
from desktop.ui.unlock import NewVault
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.layout import said
from desktop.ui.widgets.passphrase_field import Strength

Create = Callable[[NewVault], tuple[object, str]]


class Wizard(Dialog):
    """Walks through the steps; ``created`` carries the open vault."""

    created = Signal(object)
    language_chosen = Signal(object)
    have_one = Signal()

    def __init__(
        self, tasks: Tasks, create: Create, suggest: Callable[[str], str], judge: Callable[[str], Strength], place: Path
    ) -> None:
        super().__init__(N_("A new vault"), letters=76, has_heading=False)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._tasks = tasks
        self._create = create
        self._vault: object | None = None
        self._language = LanguagePage()
        self._place = PlacePage(place)
        self._passphrase = PassphrasePage(suggest, judge)
        self._author = AuthorPage()
        self._creating = CreatingPage()
        self._recovery = RecoveryPage(Clipboard(self))
        self._type_back = TypeBackPage()
        self._language.chosen.connect(self.language_chosen)
        self._language.have_one.connect(self.have_one)
        self._banner = Banner()
        self._stack = QStackedWidget()
        self._fill()
        self.aside(said(self.texts, self._step, "hint"))
        self._back = self.verb(N_("&Back"), self._go_back)
        self._next = self.verb(N_("&Next"), self._go_on, role="primary", is_default=True)
        self.texts.put(self._next.setText, self._next_name)
        self._show(self._language)

    def _fill(self) -> None:
        self._pages: tuple[WizardPage, ...] = (
            self._language,
            self._place,
            self._passphrase,
            self._author,
            self._creating,
            self._recovery,
            self._type_back,
        )
        for page in self._pages:
            self._stack.addWidget(page)
            page.changed.connect(self._offer)
        self.add(self._banner)
        self.add(self._stack, grows=True)

    def reject(self) -> None:
        """Esc or the cross: ask before leaving a vault whose key is on no paper."""
        if self._page() is self._creating:
            return
        if self._vault is None:
            super().reject()
            return
        Confirm(
            N_("Leave without the recovery key?"),
            _("The vault is made. If the passphrase is ever lost, nothing will open it."),
            N_("&Leave without it"),
            self._finish,
            is_grave=True,
            parent=self,
        ).open()

    def _page(self) -> WizardPage:
        return self._pages[self._stack.currentIndex()]

    def _show(self, page: WizardPage) -> None:
        self._stack.setCurrentWidget(page)
        self._banner.hide()
        self._offer()
        page.enter()

    def _offer(self) -> None:
        page = self._page()
        self._back.setEnabled(page.can_go_back() and page is not self._language)
        self._next.setEnabled(page.is_complete())
        self.texts.speak()

    def _go_back(self) -> None:
        self._show(self._pages[self._stack.currentIndex() - 1])

    def _go_on(self) -> None:
        if self._page() is self._type_back:
            self._finish()
            return
        self._show(self._pages[self._stack.currentIndex() + 1])
        if self._page() is self._creating:
            plan = NewVault(self._place.folder(), self._passphrase.passphrase(), self._author.author())
            work = partial(_make, self._create, plan)
            self._tasks.run(Lane.VAULT, work, owner=self, done=self._take, failed=self._refuse)

    def _take(self, made: tuple[object, str]) -> None:
        self._vault, self._type_back.key = made
        self._recovery.show_key(made[1])
        self._show(self._recovery)

    def _refuse(self, error: Exception) -> None:
        told = explain(error)
        self._show(self._passphrase if isinstance(error, WeakPassphrase) else self._place)
        self._banner.tell(Tone.DANGER, f"{told.what}\n{told.remedy}")

    def _finish(self) -> None:
        self.created.emit(self._vault)
        self.accept()

    def _next_name(self) -> str:
        if self._page() is self._author:
            return _("&Make the vault")
        return _("&Open the vault") if self._page() is self._type_back else _("&Next")

    def _step(self) -> str:
        return _("Step {number} of {count}").format(number=self._stack.currentIndex() + 1, count=len(self._pages))


def _make(create: Create, plan: NewVault, _job: Job) -> tuple[object, str]:
    return create(plan)
