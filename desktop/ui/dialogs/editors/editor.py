"""What every editor is made of: a form that scrolls, a line for what is wrong, Save and Cancel.

Ctrl+Enter saves. Esc closes, and asks before anything typed is lost. Saving happens in the vault's lane; until it is
done the window stays, and when it is refused nothing typed is lost.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db.errors import RecordTaken
from desktop.errors import Fault, InputFaults
from desktop.i18n import N_, _
from desktop.messages import explain
from desktop.operations import Done
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.editors.drafting import Drafting, typed_in
from desktop.ui.dialogs.editors.pages import Pages
from desktop.ui.dialogs.editors.subject import Subject, subject_of
from desktop.ui.inputs.form import Form, FormScroll
from desktop.ui.tasks import Job
from desktop.ui.widgets.banner import Banner, Tone

Result = TypeVar("Result")
Verb = Callable[[Job], Done[Result]]
SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")


class Editor(Dialog):
    """Writes one record; ``saved`` carries its id when that is done, just before the window closes."""

    saved = Signal(str)
    _row: Any = None  # the record being written; what its draft is kept under
    _drafting: Drafting | None = None

    def __init__(
        self, title: str, desk: Desk, parent: QWidget | None, *, letters: int = 88, book: Pages | None = None
    ) -> None:
        super().__init__(title, parent, letters=letters)
        self.desk = desk
        self.addAction(desk.actions.qt("vault.lock"))  # a modal window cuts off the main window's keys
        self.form = Form()
        self.forms: Sequence[Form] = (self.form,)  # in an order in which a draft can be put back
        self.banner = Banner()
        self.asked: Sequence[Form] = self.forms  # whose values make the record
        self._letters = letters
        self._clean: object = None
        self._scroll = book or FormScroll(self.form)
        self.add(self.banner)
        self.add(self._scroll, grows=True)
        self.verb(N_("Cancel"), self.reject)
        self._save = self.verb(N_("&Save"), self.save, role="primary")
        self.texts.put(self._save.setToolTip, N_("Ctrl+Enter"))
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self, self.save)

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """What writes the record with these values."""
        raise NotImplementedError

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """What the form alone knows to be wrong with its values; the operation checks the rest."""
        del values
        return []

    def mark(self, faults: Sequence[Fault]) -> list[Fault]:
        """Show each fault at its input; returns those that belong to none."""
        return self.form.mark(faults)

    def subject(self) -> Subject | None:
        """What the draft of this form is of; a form without one is kept nowhere."""
        case = getattr(self, "_case_id", None)  # the one it is written in
        return None if self._row is None else subject_of(self._row, case)

    def settle(self) -> None:
        """The form is filled: from now on anything typed is a change."""
        self._clean = [form.raw() for form in self.asked]

    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return [form.raw() for form in self.asked] != self._clean

    def save(self) -> None:
        """Write the record, or show what is wrong with it."""
        if not self._save.isEnabled():
            return
        values, faults = values_in(self.asked)
        faults = faults or self.check(values)
        if faults:
            self.show_refused(faults)
            return
        self.mark(())
        self._save.setEnabled(False)
        self.desk.perform(self, self.compose(values), then=self._finish, failed=partial(_refuse, self))

    def reject(self) -> None:
        """Close, after asking when something would be lost."""
        if not self.is_changed():
            super().reject()
            return
        lost = _("What you typed in this window is not saved.")
        Confirm(N_("Discard your changes?"), lost, N_("&Discard changes"), self._leave, parent=self).open()

    def open(self) -> None:
        """Begin as high as the form, but never higher or wider than the screen."""
        room = self.screen().availableGeometry().size() - QSize(theme.unit(), theme.unit()) * 12
        width = min(self.fontMetrics().averageCharWidth() * self._letters, room.width())
        self.setMinimumWidth(min(self.minimumWidth(), width))
        around = self.sizeHint().height() - self._scroll.sizeHint().height()
        self.resize(width, min(around + self._scroll.height_for(width - theme.unit() * 10), room.height()))
        super().open()
        subject = self.subject()
        if subject is not None:
            self._drafting = Drafting(self.desk, subject, typed_in(self.forms), self, self.banner)
            self._drafting.begin(is_suggested=self.is_changed())

    def _finish(self, record: str) -> None:
        self.settle()
        if self._drafting:
            self._drafting.end()
        self.saved.emit(record)
        self.accept()

    def _leave(self) -> None:
        if self._drafting:
            self._drafting.end()
        super().reject()

    def show_refused(self, faults: Sequence[Fault]) -> None:
        """Nothing was saved: show what is wrong, each fault at its field; the window can be saved again."""
        self._save.setEnabled(True)
        elsewhere = self.mark(faults)
        if elsewhere:
            self.banner.tell(Tone.DANGER, "\n".join(fault.what for fault in elsewhere))
        elif faults:
            self.banner.tell(Tone.WARNING, _("Nothing was saved yet. Correct the marked fields."))


def values_in(forms: Sequence[Form]) -> tuple[dict[str, Any], list[Fault]]:
    """What stands in forms that make one record together, and a fault for each input that makes no sense."""
    values, faults = dict[str, Any](), list[Fault]()
    for form in forms:
        told, wrong = form.values()
        values |= told
        faults += wrong
    return values, faults


def _refuse(editor: Editor, error: Exception) -> None:
    told = explain(error)
    if isinstance(error, InputFaults):
        editor.show_refused(error.faults)
    elif isinstance(error, RecordTaken):
        editor.show_refused([Fault(error.constraint.rpartition(".")[2], told.what)])
    else:
        editor.show_refused(())
        editor.banner.tell(Tone.DANGER, f"{told.what}\n{told.remedy}".strip())


def work(verb: Callable[..., Done[Result]], *arguments: Any, **named: Any) -> Verb[Result]:
    """An operation as work for the vault's lane."""
    return partial(_perform, partial(verb, *arguments, **named))


def _perform(verb: Callable[[], Done[Result]], _job: Job) -> Done[Result]:
    return verb()
