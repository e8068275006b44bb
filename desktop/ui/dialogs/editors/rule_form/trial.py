"""A line below the form of a rule: what it would make of an event at some moment, counted by the engine."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from db.types import When
from db.vault import Session
from desktop.i18n import N_, _, current
from desktop.operations.rule_preview import RulePreview, preview_rule
from desktop.ui import times
from desktop.ui.desk import Desk
from desktop.ui.inputs.input import Unclear
from desktop.ui.inputs.times import WhenInput
from desktop.ui.language import Texts, speech
from desktop.ui.widgets.layout import column, label, labelled, row, said

PAUSE_MILLISECONDS = 300
_FIRST = "2026-03-05T22:40"  # the first moment tried: an evening before days off
_LETTERS = 34


class Trial(QWidget):
    """``asked`` when it wants the rule to be counted anew; ``counted`` carries the steps of the count."""

    asked = Signal()
    counted = Signal(object)

    def __init__(self, desk: Desk, jurisdiction: str) -> None:
        super().__init__()
        self._desk, self._jurisdiction = desk, jurisdiction
        texts = Texts(self)
        self._when = WhenInput(N_("An event at"), self._zone)
        self._when.fill(times.parsed(_FIRST, self._zone()))
        self._when.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self._told = label()
        layout = row(self, gap=4)
        layout.addLayout(labelled(texts, N_("Try it with an event &at"), self._when))
        layout.addWidget(self._told, 1)
        self._pause = QTimer(self, interval=PAUSE_MILLISECONDS, singleShot=True)
        self._pause.timeout.connect(self.asked)
        self._when.changed.connect(self._pause.start)
        speech().changed.connect(self._pause.start)

    def count_soon(self) -> None:
        """Something in the form changed."""
        self._pause.start()

    def count(self, body: Mapping[str, Any] | None) -> None:
        """Count by this record; ``None`` where the form makes none yet."""
        moment = self._moment()
        if body is None or moment is None:
            self._show(None)
            return
        ask = partial(_preview, body, moment, current().value)
        self._desk.read(self, ask, self._show, failed=self._give_up)

    def _show(self, preview: RulePreview | None) -> None:
        self._told.setText(_told(preview, times.told(self._moment())))
        self.counted.emit(preview.steps if preview else ())

    def _give_up(self, _error: Exception) -> None:
        self._show(None)

    def _moment(self) -> When | None:
        try:
            return self._when.value()
        except Unclear:
            return None

    def _zone(self) -> str:
        return times.zone_of(self._jurisdiction)


class StoredView(QWidget):
    """The record as it would be kept, and how the trial was counted; to read, not to write in."""

    def __init__(self) -> None:
        super().__init__()
        texts = Texts(self)
        self._steps, self._record = _reading(texts, N_("The count, step by step")), _reading(texts, N_("As stored"))
        layout = column(self, margin=1, gap=2)
        for title, part, share in (
            (N_("The count, step by step"), self._steps, 2),
            (N_("As stored"), self._record, 3),
        ):
            layout.addWidget(said(texts, title, "heading"))
            layout.addWidget(part, share)

    def show_record(self, body: Mapping[str, Any] | None) -> None:
        """Show the record; nothing while the form makes none."""
        self._record.setPlainText(json.dumps(body, ensure_ascii=False, indent=2) if body else "")

    def show_steps(self, steps: tuple[str, ...]) -> None:
        """Show the count."""
        self._steps.setPlainText("\n".join(steps))


def _reading(texts: Texts, name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    texts.put(made.setAccessibleName, name)
    return made


def _told(preview: RulePreview | None, moment: str) -> str:
    if preview is None:
        return _("The due is shown here as soon as the form says how to count.")
    if preview.trouble:
        return preview.trouble
    if not preview.is_in_force:
        return _("This version is not in force on that day.")
    if not preview.due:
        return _("This rule sets no time.")
    return _("An event on {moment} would be due: {due}").format(moment=moment, due=preview.due)


def _preview(body: Mapping[str, Any], moment: When, language: str, session: Session) -> RulePreview | None:
    return preview_rule(session, body, moment, language)
