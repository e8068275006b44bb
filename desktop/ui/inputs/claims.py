"""The input for the value a passage gives for a field: of the type that the field has."""

from typing import Any

from desktop.i18n import N_
from desktop.ui.claimed import type_of
from desktop.ui.inputs.choices import ChoiceInput, terms_of, yes_or_no
from desktop.ui.inputs.input import Input, Unclear
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import TextInput
from desktop.ui.inputs.times import EdtfInput
from desktop.ui.widgets.layout import column


class ClaimInput(Input):
    """``ask_for`` says which field is meant; the value is text, as a citation keeps it."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone_name, self._field, self._name = zone, "", ""
        self._made: Input = TextInput()
        column(self)
        self._put(self._made)

    def ask_for(self, field: str | None) -> None:
        """Take values of another field; what stands here goes unless both take plain text."""
        if (field or "") == self._field:
            return
        is_first, self._field = not self._field, field or ""
        before, standing = self._made, self.raw()
        made = self._of_type()
        self._put(made)
        if is_first or type(made) is type(before) is TextInput:  # what a draft brings back before its field is known
            self.fill(standing)
        before.hide()
        before.deleteLater()

    def value(self) -> str | None:
        """The value as text. Raises ``Unclear``."""
        found = self._made.value()
        if isinstance(found, bool):
            return "true" if found else "false"
        return None if found is None else str(found)

    def fill(self, value: Any) -> None:
        """Show a value kept as text."""
        is_truth = isinstance(self._made, ChoiceInput) and value in ("true", "false")
        self._made.fill(value == "true" if is_truth else value)

    def raw(self) -> object:
        """What stands here."""
        try:
            return self.value()
        except Unclear:
            return str(self._made.raw())

    def mark(self, *, is_faulty: bool) -> None:
        """Mark the input that is shown."""
        self._made.mark(is_faulty=is_faulty)

    def name(self, words: str) -> None:
        """The input that is shown carries the name."""
        self._name = words
        self._made.name(words)

    def describe(self, words: str) -> None:
        """The input that is shown says what is wrong."""
        self._made.describe(words)

    def _put(self, made: Input) -> None:
        layout: Any = self.layout()
        layout.addWidget(made)
        made.changed.connect(self.changed)
        self._made = made
        self.setFocusProxy(made)
        if self._name:
            made.name(self._name)

    def _of_type(self) -> Input:
        kind = type_of(self._field)
        if kind.type == "when":
            return EdtfInput(N_("Time"), self._zone)
        if kind.type == "bool":
            return ChoiceInput(yes_or_no, N_("not said"))
        if kind.type == "safeguard":
            return ChoiceInput(terms_of("safeguards"), N_("not said"))
        if kind.vocabulary:
            return TermInput(terms_of(kind.vocabulary))
        return TextInput(N_("as the passage has it"))

    def _zone(self) -> str:
        return self._zone_name
