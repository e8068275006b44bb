"""Asked once before files are taken in: what they are, from whom, how they came, in what language."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import N_, ngettext
from desktop.operations.documents import Intake
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.inputs.choices import terms_of
from desktop.ui.inputs.form import Form
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import TextInput
from desktop.ui.widgets.layout import label

MOST_NAMED = 4


class IntakeDialog(Dialog):
    """``decided`` carries the ``Intake`` for all of them; nothing has to be filled in."""

    decided = Signal(object)

    def __init__(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(N_("Add files"), parent, letters=72)
        self.form = Form()
        what, hint = label(), label("hint")
        self.texts.put(what.setText, partial(_names, paths))
        self.texts.put(
            hint.setText,
            N_("The same for all of them, as far as it is known; each can be corrected later. The files are copied "
               "into the vault and encrypted there; yours stay where they are."),
        )  # fmt: skip
        put = self.form.put
        put("kind", N_("&Kind"), TermInput(terms_of("document-kinds")))
        put("received_from", N_("Received &from"), TextInput(N_("person, office or archive")))
        put("received_how", N_("Received &how"), TermInput(terms_of("channels")))
        put("language", N_("&Language"), TermInput(terms_of("languages")))
        for part in (what, hint, self.form):
            self.add(part)
        self.verb(N_("Cancel"), self.reject)
        self.verb(N_("&Add"), self._decide, role="primary", is_default=True)
        self.form.input("kind").setFocus()

    def _decide(self) -> None:
        values, faults = self.form.values()
        self.form.mark(faults)
        if not faults:
            self.decided.emit(Intake(**values))
            self.accept()


def _names(paths: Sequence[Path]) -> str:
    named = ", ".join(path.name for path in paths[:MOST_NAMED])
    more = len(paths) - MOST_NAMED
    if more <= 0:
        return named
    return ngettext("{names} and {count} more", "{names} and {count} more", more).format(names=named, count=more)
