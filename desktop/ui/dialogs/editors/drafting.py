"""The draft of an editor: kept a moment after typing, and on locking; put back when the same form opens again.

It lies encrypted in the vault and goes when the record is saved or the changes are discarded.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from db.drafts import Draft
from db.errors import VaultError
from db.queries.records import KINDS
from desktop.i18n import _
from desktop.operations.drafts import drop_draft, find_draft, keep_draft
from desktop.ui import times
from desktop.ui.desk import Desk
from desktop.ui.inputs.form import Form
from desktop.ui.inputs.keeping import keep_form, restore_form
from desktop.ui.tasks import Job, Lane
from desktop.ui.widgets.banner import Banner, Tone

PAUSE_MILLISECONDS = 1500  # how long nothing is typed before it is kept


def draft_key(row: Any) -> str:
    """What the draft of a record is kept under: its kind, and its id or, for a new one, its case."""
    kind = KINDS[row.__class__].value
    return f"{kind}:{row.id}" if row.id else f"{kind}:new:{getattr(row, 'case_id', '') or ''}"


class Drafting(QObject):
    """Keeps what stands in ``forms``; ``restored`` is told when an older draft was put back."""

    restored = Signal()

    def __init__(self, desk: Desk, row: Any, forms: Sequence[Form], banner: Banner, owner: QObject) -> None:
        super().__init__(owner)
        self._desk, self._forms, self._banner = desk, forms, banner
        self._key, self._case = draft_key(row), getattr(row, "case_id", None)
        self._clean: object = None
        self._is_over = False
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self._keep)

    def begin(self, *, is_suggested: bool) -> None:
        """The form is open: look for an older draft, and watch from now on.

        Where the form opened with something suggested in it, the draft is only offered.
        """
        self._clean = self._content()
        for form in self._forms:
            form.changed.connect(self._pause.start)
        self._desk.refresh.leaving.connect(self._keep_now)
        look = partial(_find, self._desk, self._key)
        self._desk.tasks.run(
            Lane.VAULT, look, owner=self, done=partial(self._offer, is_suggested), failed=self._desk.report.tell
        )

    def end(self) -> None:
        """The record is saved, or what was typed is not wanted: forget the draft."""
        self._is_over = True
        self._pause.stop()
        self._desk.tasks.run(
            Lane.VAULT, partial(_drop, self._desk, self._key), owner=self._desk.refresh, done=_nothing, failed=_nothing
        )

    def _offer(self, is_suggested: bool, draft: Draft | None) -> None:
        if draft is None or draft.body == {"forms": self._content()}:
            return
        if is_suggested or self._content() != self._clean:
            words = _("There is an unfinished entry from {moment}.").format(moment=times.moment(draft.at))
            self._banner.tell(Tone.NOTE, words, step=_("Take it up"), act=partial(self._restore, draft.body))
            return
        self._restore(draft.body)
        words = _("What you typed on {moment} and had not saved is back.").format(moment=times.moment(draft.at))
        self._banner.tell(Tone.NOTE, words, step=_("Start afresh"), act=self._start_afresh)

    def _restore(self, body: Mapping[str, Any]) -> None:
        for form, kept in zip(self._forms, body["forms"], strict=False):
            restore_form(form, kept)
        self.restored.emit()

    def _start_afresh(self) -> None:
        clean: Any = self._clean
        self._restore({"forms": clean})
        self._keep()

    def _content(self) -> list[dict[str, Any]]:
        """What stands in the forms, as it will be when it is read back."""
        return json.loads(json.dumps([keep_form(form) for form in self._forms], default=_unkept))

    def _keep(self) -> None:
        if not self._is_over:
            self._desk.tasks.run(
                Lane.VAULT, partial(self._write, self._content()), owner=self, done=_nothing, failed=_nothing
            )

    def _keep_now(self) -> None:
        """The vault is about to close: write at once, on this thread."""
        if not self._is_over and self._content() != self._clean:
            with suppress(VaultError):  # a full disk must not keep anyone from locking
                self._write(self._content(), None)

    def _write(self, content: list[dict[str, Any]], _job: Job | None) -> None:
        if content == self._clean:
            drop_draft(self._desk.vault, self._key)
        else:
            keep_draft(self._desk.vault, self._key, self._case, {"forms": content})


def _find(desk: Desk, key: str, _job: Job) -> Draft | None:
    return find_draft(desk.vault, key)


def _drop(desk: Desk, key: str, _job: Job) -> None:
    drop_draft(desk.vault, key)


def _unkept(_value: object) -> None:
    """What is no plain value stays out of the draft."""


def _nothing(_result: object) -> None:
    """A draft that could not be kept is not worth stopping anyone; the form still has it."""
