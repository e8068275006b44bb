"""The editor of a rule of law: the whole record on pages, and below them what it would make of an event."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from db.vault import Session
from desktop.errors import Fault
from desktop.i18n import N_, _
from desktop.logic.clocks.rule import Confidence, Side, Unit
from desktop.operations.rules import rule_entries, save_rule
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, values_in, work
from desktop.ui.dialogs.editors.pages import Pages
from desktop.ui.dialogs.editors.rule_form.choices import RuleNames
from desktop.ui.dialogs.editors.rule_form.page_form import PageForm
from desktop.ui.dialogs.editors.rule_form.pages_of_rule import pages
from desktop.ui.dialogs.editors.rule_form.record import placed, shown_in_form, untold_keys, written_from_form
from desktop.ui.dialogs.editors.rule_form.trial import StoredView, Trial
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.inputs.terms import TermsInput
from desktop.ui.law import words
from desktop.ui.widgets.layout import label

IDENTITY = ("id", "variant", "version")
_REFERRING = ("before", "on_expiry.next")


class RuleEditor(Editor):
    """Writes one version of a rule; ``body`` is what the form begins with."""

    def __init__(self, desk: Desk, body: Mapping[str, Any], parent: QWidget | None = None, *, is_new: bool) -> None:
        names, trial, stored = RuleNames(), Trial(desk, str(body.get("jurisdiction", ""))), StoredView()
        laid = pages(names)
        values = shown_in_form(body, [part for page in laid for part in page.parts])
        forms = [PageForm(page, values) for page in laid]
        book = Pages(trial)  # made whole before the buttons are, so that the keyboard comes to them last
        for form in forms:
            book.add_form(form.page.title, form)
        book.add_page(N_("As stored"), stored)
        super().__init__(N_("New rule") if is_new else N_("Rule"), desk, parent, letters=124, book=book)
        self._body, self._is_new, self._book = body, is_new, book
        self._names, self._pages, self._trial, self._stored = names, forms, trial, stored
        self._parts = [part for form in self._pages for part in form.page.parts]
        self.asked = self.forms = self._pages
        self.form = self._pages[0]
        self._lay_out()
        self.settle()
        self._tell_soon()
        self.form.input("id" if is_new else "title").setFocus()
        desk.read(self, _names_of_rules, self._offer_names)

    def subject(self) -> Subject:
        """The draft is of this version of the rule, or of a new rule begun from it."""
        named = "|".join(str(self._body.get(part, "")) for part in IDENTITY)
        about = {"body": dict(self._body), "is_new": self._is_new}
        return Subject("rule", f"rule:{'new:' if self._is_new else ''}{named}", None, about)

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the rule."""
        return work(save_rule, self.desk.vault, self.written(values))

    def written(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The record that these values of the form describe."""
        return written_from_form(self._body, values, self._parts)

    def mark(self, faults: Sequence[Fault]) -> list[Fault]:
        """Show each fault of the record at its field, mark its page, and turn to the first."""
        left = [placed(fault, self._parts) for fault in faults]
        faulty = [number for number, form in enumerate(self._pages) if any(form.holds(fault.place) for fault in left)]
        self._book.mark(faulty)
        if faulty:
            self._book.show_page(faulty[0])
        for form in reversed(self._pages):  # the first page is asked last, and has the keyboard
            left = form.mark(left)
        return left

    def _lay_out(self) -> None:
        for form in self._pages:
            form.changed.connect(self._tell_soon)
        self._trial.asked.connect(self._tell_record)
        self._trial.counted.connect(self._stored.show_steps)
        for part in IDENTITY:
            self._pages[0].reveal(part, is_shown=self._is_new)
        if not self._is_new:
            called = label("hint", wraps=False)
            self.texts.put(called.setText, partial(_called, self._body))
            self.aside(called)
        untold = untold_keys(self._body, self._parts)
        if untold:
            told = label("hint")
            self.texts.put(told.setText, partial(_untold, untold))
            self.add(told)

    def _tell_record(self) -> None:
        values, faults = values_in(self.asked)
        body = None if faults else self.written(values)
        self._stored.show_record(body)
        self._trial.count(body)

    def _tell_soon(self) -> None:
        self._trial.count_soon()

    def _offer_names(self, found: Sequence[tuple[str, str]]) -> None:
        self._names.known = found
        for form in self._pages:
            for key in set(_REFERRING) & set(form.parts()):
                made = form.input(key)
                if isinstance(made, TermsInput):
                    made.entry.offer_again()
                    made.fill(_chosen_in(made))


def _chosen_in(made: TermsInput) -> Sequence[str]:
    """What is chosen there, whatever is half typed beside."""
    chosen: Any = made.raw()
    return chosen[0]


def _names_of_rules(session: Session) -> Sequence[tuple[str, str]]:
    return list({entry.rule.id: words.said_in(entry.rule.title) for entry in rule_entries(session)}.items())


def _called(body: Mapping[str, Any]) -> str:
    name = f"{body['id']} / {body['variant']}" if body.get("variant") else body["id"]
    return _("{name}, version {number}").format(name=name, number=body.get("version", 1))


def _untold(keys: Sequence[str]) -> str:
    told = _("The form has no field for {keys}. That stays in the rule as it is.")
    return told.format(keys=", ".join(keys))


EMPTY: Mapping[str, Any] = {
    "jurisdiction": "kz", "calendar": "kz", "side": Side.OURS.value, "unit": Unit.SUTKI.value,
    "confidence": Confidence.OFFICIAL.value,
}  # fmt: skip
