"""The input for the names of a person, organisation or place: each with its language and kind."""

from typing import Any

from db.types import Name
from desktop.i18n import N_
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.rows import REMOVE, Line, RowsInput
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import TextInput

OFFICIAL = "official"


class NamesInput(RowsInput):
    """Any number of spellings; the first line is there from the start."""

    def __init__(self) -> None:
        super().__init__(_line, N_("Add another spelling"))
        self.fill(())

    def fill(self, value: Any) -> None:
        """Show these names; an empty line where there are none."""
        super().fill(value)
        if not self.lines:
            self.add()
        self.setFocusProxy(self.lines[0].inputs["text"])

    def raw(self) -> object:
        """What stands in the lines that have a text."""
        return tuple(tuple(made.raw() for made in line.inputs.values()) for line in self._named())

    def value(self) -> Any:
        """The names. Raises ``Unclear``."""
        return tuple(self.read(line) for line in self._named())

    def texts(self) -> list[str]:
        """The spellings as they are being typed."""
        return [str(line.inputs["text"].raw()) for line in self._named()]

    def read(self, line: Line) -> Name:
        """One name."""
        values = line.values()
        return Name(values["text"] or "", values["lang"], values["kind"] or OFFICIAL)

    def write(self, line: Line, thing: Any) -> None:
        """Show one name."""
        line.inputs["text"].fill(thing.text)
        line.inputs["lang"].fill(thing.lang)
        line.inputs["kind"].fill(thing.kind)

    def _named(self) -> list[Line]:
        return [line for line in self.lines if line.inputs["text"].raw() or line.inputs["lang"].raw()]


def _line() -> Line:
    text = TextInput()
    text.line.setMinimumWidth(text.fontMetrics().averageCharWidth() * 27)
    kind = ChoiceInput(terms_of("name-kinds"))
    kind.fill(OFFICIAL)
    parts = (
        ("text", N_("Name"), text),
        ("lang", N_("Language"), TermInput(terms_of("languages"))),
        ("kind", N_("Kind of name"), kind),
    )
    return Line(parts, REMOVE)
