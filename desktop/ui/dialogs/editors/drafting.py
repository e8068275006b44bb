"""The draft of a form: kept a moment after typing, and on locking; put back when the same form opens again.

It lies encrypted in the vault and goes when the record is saved or the changes are discarded.
"""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from db.drafts import Draft
from db.errors import VaultError
from desktop.i18n import _
from desktop.operations.drafts import drop_draft, find_draft, keep_draft
from desktop.ui import times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.inputs.form import Form
from desktop.ui.inputs.keeping import keep_form, restore_form
from desktop.ui.tasks import Job, Lane
from desktop.ui.widgets.banner import Banner, Tone

PAUSE_MILLISECONDS = 1500  # how long nothing is typed before it is kept


@dataclass(frozen=True, slots=True)
class Typed:
    """What can be half typed: ``keep`` says it in plain values, ``restore`` puts such back, ``changes`` are signals."""

    keep: Callable[[], Any]
    restore: Callable[[Any], object]
    changes: Sequence[Any]


def typed_in(forms: Sequence[Form]) -> Typed:
    """What stands in the inputs of forms."""
    return Typed(partial(_keep_all, forms), partial(_restore_all, forms), [form.changed for form in forms])


class Drafting(QObject):
    """Keeps what was ``typed``; ``restored`` is told when an older draft was put back, by ``banner`` where given."""

    restored = Signal()

    def __init__(
        self, desk: Desk, subject: Subject, typed: Typed, owner: QObject, banner: Banner | None = None
    ) -> None:
        super().__init__(owner)
        self._desk, self._subject, self._typed, self._banner = desk, subject, typed, banner
        self._clean: object = None
        self._is_over = False
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.keep)

    def begin(self, *, is_suggested: bool) -> None:
        """The form is open: look for an older draft, and watch from now on.

        Where the form opened with something suggested in it, the draft is only offered.
        """
        self._clean = self._content()
        for changed in self._typed.changes:
            changed.connect(self._pause.start)
        self._desk.refresh.leaving.connect(self._keep_now)
        look = partial(_find, self._desk, self._subject.key)
        self._desk.tasks.run(
            Lane.VAULT, look, owner=self, done=partial(self._offer, is_suggested), failed=self._desk.report.tell
        )

    def keep(self) -> None:
        """Keep what stands there now."""
        if not self._is_over:
            self._desk.tasks.run(
                Lane.VAULT, partial(self._write, self._content()), owner=self, done=_nothing, failed=_nothing
            )

    def end(self) -> None:
        """The record is saved, or what was typed is not wanted: forget the draft."""
        self._is_over = True
        self._pause.stop()
        self._desk.tasks.run(
            Lane.VAULT, partial(_drop, self._desk, self._subject.key),
            owner=self._desk.refresh, done=_nothing, failed=_nothing,
        )  # fmt: skip

    def _offer(self, is_suggested: bool, draft: Draft | None) -> None:
        if draft is None or draft.body["forms"] == self._content():
            return
        if self._banner is None:
            if self._content() == self._clean:
                self._restore(draft.body["forms"])
            return
        if is_suggested or self._content() != self._clean:
            words = _("There is an unfinished entry from {moment}.").format(moment=times.moment(draft.at))
            act = partial(self._restore, draft.body["forms"])
            self._banner.tell(Tone.NOTE, words, step=_("Take it up"), act=act)
            return
        self._restore(draft.body["forms"])
        words = _("What you typed on {moment} and had not saved is back.").format(moment=times.moment(draft.at))
        self._banner.tell(Tone.NOTE, words, step=_("Start afresh"), act=self._start_afresh)

    def _restore(self, content: Any) -> None:
        self._typed.restore(content)
        self.restored.emit()

    def _start_afresh(self) -> None:
        self._restore(self._clean)
        self.keep()

    def _content(self) -> Any:
        """What stands there, as it will be when it is read back."""
        return json.loads(json.dumps(self._typed.keep(), default=_unkept))

    def _keep_now(self) -> None:
        """The vault is about to close: write at once, on this thread."""
        if not self._is_over and self._content() != self._clean:
            with suppress(VaultError):  # a full disk must not keep anyone from locking
                self._write(self._content(), None)

    def _write(self, content: Any, _job: Job | None) -> None:
        subject = self._subject
        if content == self._clean:
            drop_draft(self._desk.vault, subject.key)
        else:
            body = {"form": subject.form, "about": dict(subject.about), "forms": content}
            keep_draft(self._desk.vault, subject.key, subject.case_id, body)


def _keep_all(forms: Sequence[Form]) -> list[dict[str, Any]]:
    return [keep_form(form) for form in forms]


def _restore_all(forms: Sequence[Form], content: Any) -> None:
    for form, kept in zip(forms, content, strict=False):
        restore_form(form, kept)


def _find(desk: Desk, key: str, _job: Job) -> Draft | None:
    return find_draft(desk.vault, key)


def _drop(desk: Desk, key: str, _job: Job) -> None:
    drop_draft(desk.vault, key)


def _unkept(_value: object) -> None:
    """What is no plain value stays out of the draft."""


def _nothing(_result: object) -> None:
    """A draft that could not be kept is not worth stopping anyone; the form still has it."""
