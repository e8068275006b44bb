"""The steps before the vault exists: language, place, passphrase, name."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton

from desktop import i18n
from desktop.i18n import N_, Language, _
from desktop.ui.dialogs.places import ask_folder
from desktop.ui.dialogs.wizard_page import WizardPage
from desktop.ui.unlock import SUFFIX, is_synced
from desktop.ui.widgets.button import button
from desktop.ui.widgets.layout import label, labelled, restyle, row, said
from desktop.ui.widgets.passphrase_field import NewPassphrase, Strength


class LanguagePage(WizardPage):
    """Which language the program speaks; it switches at once."""

    chosen = Signal(object)
    have_one = Signal()

    def __init__(self) -> None:
        super().__init__(
            N_("Language"),
            N_("The program speaks three languages; you can switch at any time. Documents have their own language."),
        )
        self._group = QButtonGroup(self)
        for language in Language:
            choice = QRadioButton(language.own_name)
            choice.setChecked(language is i18n.current())
            choice.toggled.connect(partial(self._choose, language))
            self._group.addButton(choice)
            self.content.addWidget(choice)
        self.content.addStretch(1)
        have_one = button(self.texts, N_("&Open a vault that exists already"), self.have_one.emit, role="link")
        self.content.addWidget(have_one)

    def enter(self) -> None:
        """Start at the language spoken now."""
        if chosen := self._group.checkedButton():
            chosen.setFocus()

    def _choose(self, language: Language, is_chosen: bool) -> None:
        if is_chosen:
            self.chosen.emit(language)


class PlacePage(WizardPage):
    """Where the vault lies and what its folder is called."""

    def __init__(self, place: Path) -> None:
        super().__init__(
            N_("Where the vault lies"),
            N_(
                "A vault is one folder with everything in it. It can lie on this computer or on a stick and be moved "
                "later. A neutral name tells nobody what is inside; the folder's name is the one thing that is not "
                "encrypted."
            ),
        )
        self._name = QLineEdit("archive")
        self.texts.put(self._name.setAccessibleName, N_("Name of the vault"))
        self._place = QLineEdit(str(place))
        self.texts.put(self._place.setAccessibleName, N_("Folder it lies in"))
        self._note = label("hint")
        self.content.addLayout(labelled(self.texts, N_("Na&me of the vault"), self._name))
        self.content.addLayout(labelled(self.texts, N_("&Folder it lies in"), self._place))
        choose = row()
        choose.addWidget(button(self.texts, N_("&Choose a folder…"), self._ask))
        choose.addStretch(1)
        self.content.addLayout(choose)
        self.content.addWidget(self._note)
        self.content.addStretch(1)
        self._name.textChanged.connect(self._look)
        self._place.textChanged.connect(self._look)
        self.texts.put(self._note.setText, self._remark)

    def enter(self) -> None:
        """Start at the name."""
        self._name.setFocus()
        self._name.selectAll()
        self._look()

    def folder(self) -> Path:
        """The folder the vault will be."""
        return (
            Path(self._place.text().strip()).expanduser() / f"{self._name.text().strip().removesuffix(SUFFIX)}{SUFFIX}"
        )

    def is_complete(self) -> bool:
        """Whether a vault can be made there."""
        name = self._name.text().strip()
        is_named = bool(name) and not set(name) & set('/\\:*?"<>|') and not name.startswith(".")
        return is_named and self.folder().is_absolute() and not self.folder().exists()

    def _ask(self) -> None:
        ask_folder(self, _("Choose the folder the vault lies in"), self._take, Path(self._place.text()))

    def _take(self, chosen: list[Path]) -> None:
        self._place.setText(str(chosen[0]))

    def _look(self) -> None:
        self._note.setText(self._remark())
        is_fine = self.is_complete() and not is_synced(self.folder())
        restyle(self._note, "level", "hint" if is_fine else "warning")
        self.changed.emit()

    def _remark(self) -> str:
        if self.folder().exists():
            return _("There is something with this name already. Choose another name.")
        if not self.is_complete():
            return _("Give a name without slashes and a full path to a folder.")
        if is_synced(self.folder()):
            return _(
                "This folder seems to be copied to a cloud service. The vault is encrypted, but others will have it."
            )
        return _("The vault will be {path}").format(path=self.folder())


class PassphrasePage(WizardPage):
    """The passphrase: one is offered, or one's own is judged."""

    def __init__(self, suggest: Callable[[str], str], judge: Callable[[str], Strength]) -> None:
        super().__init__(
            N_("Passphrase"),
            N_(
                "It is asked each time. Whoever takes the computer can try millions of guesses, so it must be long; "
                "words drawn by chance are strong and can be remembered. Nobody can reset it."
            ),
        )
        self._suggest = suggest
        self._phrase = label("phrase")
        self._phrase.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._phrase.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.content.addWidget(said(self.texts, N_("An offer, made by chance on this computer:")))
        self.content.addWidget(self._phrase)
        offers = row()
        offers.addWidget(button(self.texts, N_("Ta&ke this one"), self._take))
        offers.addWidget(button(self.texts, N_("Ano&ther"), self.offer))
        offers.addStretch(1)
        self.content.addLayout(offers)
        self._fields = NewPassphrase(judge)
        self._fields.changed.connect(self.changed)
        self.content.addWidget(self._fields)
        self.content.addStretch(1)

    def enter(self) -> None:
        """Offer a phrase in the language spoken now, unless one was typed already."""
        if not self._phrase.text():
            self.offer()
        self._fields.setFocus()

    def offer(self) -> None:
        """Offer another phrase."""
        self._phrase.setText(self._suggest(i18n.current().value))
        self._phrase.setAccessibleName(self._phrase.text())

    def passphrase(self) -> str:
        """The passphrase chosen."""
        return self._fields.passphrase()

    def is_complete(self) -> bool:
        """Whether it is strong enough and typed twice."""
        return self._fields.is_complete()

    def _take(self) -> None:
        self._fields.fill(self._phrase.text())


class AuthorPage(WizardPage):
    """Whose name stands in the journal."""

    def __init__(self) -> None:
        super().__init__(
            N_("Your name in the journal"),
            N_(
                "Every change is written into the vault's journal with its author: it is the history of the case and "
                "the custody log of the evidence. Initials or a role are enough; it stays inside the vault."
            ),
        )
        self._name = QLineEdit()
        self.texts.put(self._name.setAccessibleName, N_("Name in the journal"))
        self.content.addLayout(labelled(self.texts, N_("N&ame in the journal"), self._name))
        self.content.addStretch(1)
        self._name.textChanged.connect(self.changed)

    def enter(self) -> None:
        """Start at the name."""
        self._name.setFocus()

    def author(self) -> str:
        """The name given."""
        return self._name.text().strip()

    def is_complete(self) -> bool:
        """A journal without a name proves nothing."""
        return bool(self.author())
