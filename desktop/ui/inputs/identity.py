"""The input for identity documents: kind, number, who issued them and when."""

from functools import partial
from typing import Any

from desktop.i18n import N_
from desktop.ui.inputs.choices import ChoiceInput, terms_of
from desktop.ui.inputs.rows import REMOVE, Line, RowsInput
from desktop.ui.inputs.texts import TextInput
from desktop.ui.inputs.times import EdtfInput
from desktop.ui.times import FALLBACK_ZONE

PARTS = ("kind", "number", "issuer", "issued")


class IdentityInput(RowsInput):
    """Any number of identity documents."""

    def __init__(self) -> None:
        super().__init__(_line, N_("Add an identity document"))

    def read(self, line: Line) -> dict[str, Any]:
        """One identity document: what is known of it."""
        return {part: value for part, value in line.values().items() if value}

    def write(self, line: Line, thing: Any) -> None:
        """Show one identity document."""
        for part in PARTS:
            line.inputs[part].fill(thing.get(part))


def _line() -> Line:
    parts = (
        ("kind", N_("Kind"), ChoiceInput(terms_of("identity-documents"))),
        ("number", N_("Number"), TextInput()),
        ("issuer", N_("Issued by"), TextInput()),
        ("issued", N_("Issued"), EdtfInput(N_("Issued"), partial(str, FALLBACK_ZONE))),
    )
    return Line(parts, REMOVE)
