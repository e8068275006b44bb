"""Signing a rule: a lawyer puts their name and the day under it, having checked it against the law."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.errors import Fault
from desktop.i18n import N_, _
from desktop.logic import when
from desktop.logic.clocks.rulebook import Key
from desktop.operations.rules import sign_rule
from desktop.ui import times
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.inputs.texts import TextInput
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import said


class SigningEditor(Editor):
    """Asks who verified a rule and when."""

    def __init__(self, desk: Desk, key: Key, jurisdiction: str, parent: QWidget | None = None) -> None:
        super().__init__(N_("Sign the rule as verified"), desk, parent, letters=64)
        self._key, self._jurisdiction = key, jurisdiction
        told = N_(
            "Read the article in the official text first. From now on the rule shows your name, and an update of the "
            "program does not change it."
        )
        self.form.widen(said(Texts(self.form), told, "hint"))
        self.form.put("verified_by", N_("&Name of the lawyer"), TextInput(), is_wide=True)
        self.form.put("verified_on", N_("&Day"), TextInput(N_("2026-03-21")))
        now = int(desk.vault.clock().timestamp())
        today = when.to_local(now, times.zone_of(jurisdiction))[:10]
        self.form.fill({"verified_by": desk.vault.author, "verified_on": today})
        self.settle()
        self.form.input("verified_by").setFocus()

    def subject(self) -> Subject:
        """The draft of a signature is that of its version of the rule."""
        about = {"key": list(self._key), "jurisdiction": self._jurisdiction}
        return Subject("rule-signing", "rule-signing:" + "|".join(map(str, self._key)), None, about)

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """The day has to be one."""
        return [] if _day(values["verified_on"]) else [Fault("verified_on", _("Write the day as 2026-03-21."))]

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Sign."""
        day = _day(values["verified_on"]) or date.min
        return work(sign_rule, self.desk.vault, self._key, values["verified_by"] or "", day)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
