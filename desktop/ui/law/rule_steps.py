"""What can be done with a rule: change, copy, switch off, sign, and go back to what the program carries."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.i18n import N_, _
from desktop.logic.clocks.rulebook import Entry, Origin, key_of_rule, next_version
from desktop.operations.rules import switch_rule, unsign_rule, withdraw_rule
from desktop.ui.desk import Desk
from desktop.ui.dialogs.confirm import Confirm
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.rule import EMPTY, RuleEditor
from desktop.ui.dialogs.editors.rule_signing import SigningEditor
from desktop.ui.language import Texts
from desktop.ui.widgets.button import button
from desktop.ui.widgets.flow import FlowLayout


class RuleSteps(QWidget):
    """Buttons for the rule that is ``offer``ed; the list calls the same verbs for its keys."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entry: Entry | None = None
        self._entries: Sequence[Entry] = ()
        texts, layout = Texts(self), FlowLayout(self)
        self._always = button(texts, N_("New rule…"), self.add, icon="plus")
        self._sign = button(texts, N_("Sign as verified…"), self.sign, role="primary", icon="check")
        self._unsign = button(texts, N_("Take signature back"), self.unsign)
        self._edit = button(texts, N_("Change…"), self.edit, icon="pencil")
        self._copy = button(texts, N_("Copy as a new version…"), self.copy, icon="files")
        self._off = button(texts, N_("Switch off"), self.switch, icon="eye-off")
        self._on = button(texts, N_("Switch on"), self.switch, icon="eye")
        self._back = button(texts, N_("Back to the shipped rule…"), self.ask_back, icon="rotate-cw")
        self._remove = button(texts, N_("Remove my rule…"), self.ask_back, icon="trash-2")
        for made in self._buttons():
            layout.addWidget(made)
        self.offer(None, ())

    def offer(self, entry: Entry | None, entries: Sequence[Entry]) -> None:
        """Show what can be done with this rule, one of these."""
        self._entry, self._entries = entry, entries
        rule = entry.rule if entry else None
        origin = entry.origin if entry else None
        self._sign.setVisible(rule is not None and not rule.verified_by)
        self._unsign.setVisible(rule is not None and bool(rule.verified_by))
        self._edit.setVisible(rule is not None)
        self._copy.setVisible(rule is not None)
        self._off.setVisible(rule is not None and rule.is_on)
        self._on.setVisible(rule is not None and not rule.is_on)
        self._back.setVisible(origin is Origin.CHANGED)
        self._remove.setVisible(origin is Origin.OWN)

    def add(self) -> None:
        """Write a rule of one's own."""
        RuleEditor(self._desk, EMPTY, self.window(), is_new=True).open()

    def copy(self) -> None:
        """Write a new version that begins as this one stands."""
        if self._entry:
            rule = self._entry.rule
            body = dict(self._entry.body) | {"version": next_version(self._entries, rule.id, rule.variant)}
            RuleEditor(self._desk, body, self.window(), is_new=True).open()

    def edit(self) -> None:
        """Change the rule."""
        if self._entry:
            RuleEditor(self._desk, self._entry.body, self.window(), is_new=False).open()

    def switch(self) -> None:
        """Switch the rule off, or on again."""
        if self._entry:
            rule = self._entry.rule
            self._desk.perform(self, work(switch_rule, self._desk.vault, key_of_rule(rule), is_on=not rule.is_on))

    def sign(self) -> None:
        """Put a lawyer's name under the rule."""
        if self._entry:
            rule = self._entry.rule
            SigningEditor(self._desk, key_of_rule(rule), rule.jurisdiction, self.window()).open()

    def unsign(self) -> None:
        """Take the signature back."""
        if self._entry:
            self._desk.perform(self, work(unsign_rule, self._desk.vault, key_of_rule(self._entry.rule)))

    def ask_back(self) -> None:
        """Ask before a change or a rule of one's own goes."""
        if self._entry is None:
            return
        act = partial(self._go_back, self._entry)
        if self._entry.origin is Origin.OWN:
            told, title, verb = _("Limits it gave are no longer counted."), N_("Remove this rule?"), N_("&Remove")
        else:
            told = _("Your changes and the signature on it go. The rule stands as the program carries it.")
            title, verb = N_("Go back to the shipped rule?"), N_("&Go back")
        Confirm(title, told, verb, act, parent=self.window()).open()

    def _go_back(self, entry: Entry) -> None:
        self._desk.perform(self, work(withdraw_rule, self._desk.vault, key_of_rule(entry.rule)))

    def _buttons(self) -> list[QPushButton]:
        return [
            self._always, self._sign, self._unsign, self._edit, self._copy, self._off, self._on, self._back,
            self._remove,
        ]  # fmt: skip
