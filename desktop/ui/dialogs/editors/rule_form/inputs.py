"""Inputs for what a rule says in three languages, for values of fields, and for lists of tables."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop.i18n import N_, _
from desktop.ui import theme
from desktop.ui.dialogs.editors.rule_form.choices import NO, YES, compared_fields, values_of
from desktop.ui.dialogs.editors.rule_form.part import Part, shown, written
from desktop.ui.inputs.choices import ChoiceInput
from desktop.ui.inputs.input import Input, told_by
from desktop.ui.inputs.rows import REMOVE, Line, RowsInput
from desktop.ui.inputs.terms import WIDEST, TermInput, TermsInput
from desktop.ui.inputs.texts import LongTextInput, TextInput
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import said

LANGUAGES = {"en": N_("English"), "ru": N_("Russian"), "kk": N_("Kazakh")}
_LONG = 2  # lines of a text that may have several
_LETTERS = 36  # of a line of words, at least


class SpokenInput(Input):
    """The same words in every language, a line each; a record has all of them or none."""

    def __init__(self, *, is_long: bool = False) -> None:
        super().__init__()
        texts = Texts(self)
        self.inputs: dict[str, Input] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.unit())
        layout.setColumnStretch(1, 1)
        for place, (language, title) in enumerate(LANGUAGES.items()):
            made = LongTextInput(_LONG) if is_long else TextInput()
            if not is_long:
                made.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
            self.inputs[language] = made
            layout.addWidget(said(texts, title, "hint"), place, 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(made, place, 1)
        told_by(self, *(made.changed for made in self.inputs.values()))
        self.setFocusProxy(next(iter(self.inputs.values())))

    def value(self) -> Any:
        """The words by language, only those that were written."""
        said = {language: made.value() for language, made in self.inputs.items()}
        return {language: text for language, text in said.items() if text}

    def fill(self, value: Any) -> None:
        """Show words by language, or what ``raw`` gave."""
        said = cast("Mapping[str, str]", value or {}) if isinstance(value, Mapping | None) else _by_language(value)
        for language, made in self.inputs.items():
            made.fill(said.get(language))

    def raw(self) -> object:
        """The text of every language."""
        return tuple(str(made.value() or "") for made in self.inputs.values())

    def name(self, words: str) -> None:
        """Each line carries the field and its language."""
        for language, made in self.inputs.items():
            made.name(_("{field}, {language}").format(field=words, language=_(LANGUAGES[language])))

    def mark(self, *, is_faulty: bool) -> None:
        """The lines that are empty are what is wrong, where any is."""
        empty = [made for made in self.inputs.values() if not made.value()]
        for made in self.inputs.values():
            made.mark(is_faulty=is_faulty and (not empty or made in empty))

    def describe(self, words: str) -> None:
        """Every line tells what is wrong."""
        for made in self.inputs.values():
            made.describe(words)


class FlagInput(ChoiceInput):
    """Yes or no, where a record that says nothing means no."""

    def __init__(self, choices: Callable[[], Any]) -> None:
        super().__init__(choices, blank=N_("No"))

    def value(self) -> Any:
        """Whether it is so."""
        return bool(super().value())

    def fill(self, value: Any) -> None:
        """Show whether it is so."""
        super().fill(value or None)

    def raw(self) -> object:
        """Yes, or nothing."""
        return self.value() or None


class ValuesInput(RowsInput):
    """Which values fields of an event must have: a line a field, any of its values."""

    def __init__(self) -> None:
        super().__init__(_values_line, N_("Add a field"))

    def value(self) -> Any:
        """The values by field. Raises ``Unclear``."""
        return {field: values for field, values in super().value() if field}

    def fill(self, value: Any) -> None:
        """Show values by field."""
        super().fill(tuple(cast("Mapping[str, Any]", value).items()) if isinstance(value, Mapping) else value)

    def read(self, line: Line) -> Any:
        """A field and its values, yes and no as the record has them."""
        values = line.values()
        return values["field"], [{YES: True, NO: False}.get(one, one) for one in values["values"]]

    def write(self, line: Line, thing: Any) -> None:
        """Show a field and its values."""
        field, values = thing
        line.inputs["field"].fill(field)
        line.inputs["values"].fill([_kept(one) for one in values])


class TablesInput(RowsInput):
    """A list of tables of the record, each a line with an input a part; what no part is of stays in its table."""

    def __init__(self, parts: Sequence[Part], add: str) -> None:
        super().__init__(partial(_line, parts), add)
        self.parts = parts

    def read(self, line: Line) -> Any:
        """The table of a line."""
        return written(line.kept or {}, line.values(), self.parts)

    def write(self, line: Line, thing: Any) -> None:
        """Show a table."""
        line.kept = dict(thing)
        for part in self.parts:
            line.inputs[part.key].fill(shown(thing, part))

    def raw(self) -> object:
        """What stands in every line, with what its table has beside."""
        return tuple((repr(line.kept), *(made.raw() for made in line.inputs.values())) for line in self.lines)

    def value(self) -> Any:
        """The tables; a line nothing was written in is none. Raises ``Unclear``."""
        return tuple(table for line in self.lines if (table := self.read(line)))


class WordsInput(TextInput):
    """Several words in one line, parted by commas."""

    def value(self) -> Any:
        """The words."""
        return tuple(word.strip() for word in self.line.text().split(",") if word.strip())

    def fill(self, value: Any) -> None:
        """Show the words."""
        super().fill(", ".join(map(str, value or ())) if not isinstance(value, str) else value)


class AnyValuesInput(WordsInput):
    """Values of whatever type, parted by commas: numbers, yes and no, ids of terms, texts."""

    def value(self) -> Any:
        """The values."""
        return tuple(_value_of(word) for word in super().value())

    def fill(self, value: Any) -> None:
        """Show the values."""
        super().fill(value if isinstance(value, str) else [_kept(one) for one in value or ()])


def _value_of(word: str) -> Any:
    answers: dict[str, Any] = {YES: True, NO: False}
    return answers.get(word, int(word) if word.isascii() and word.isdecimal() else word)


def _kept(value: Any) -> Any:
    return {True: YES, False: NO}[value] if isinstance(value, bool) else value


def _by_language(texts: Sequence[str]) -> Mapping[str, str]:
    return dict(zip(LANGUAGES, texts, strict=False))


def _line(parts: Sequence[Part]) -> Line:
    made = [(part.key, part.title, part.make()) for part in parts]
    line = Line(made, REMOVE, [part.key for part in parts if part.is_rare])
    texts = Texts(line)
    for part, (_key, _title, one) in zip(parts, made, strict=True):
        texts.put(one.setToolTip, part.why)
        texts.put(one.describe, part.why)
    return line


def _values_line() -> Line:
    field = TermInput(compared_fields, N_("Field"))
    values = TermsInput(values_of(field.chosen), N_("A value"))
    values.entry.setMinimumWidth(values.fontMetrics().averageCharWidth() * WIDEST)
    field.combo.currentTextChanged.connect(values.entry.offer_again)
    parts = [("field", N_("Field"), field), ("values", N_("has one of"), values)]
    return Line(parts, REMOVE)
