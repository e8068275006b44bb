"""The kind that every line of a table is of, where no column says so."""

from PySide6.QtWidgets import QWidget

from desktop.documents.sheets.columns import columns_of, table_entities
from desktop.i18n import N_, _
from desktop.ui.inputs.choices import Group, kinds_of_event, terms_of
from desktop.ui.inputs.terms import TermInput
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import named, row


class ConstantKind(QWidget):
    """Asks for a term of the vocabulary that the records' kinds are of."""

    def __init__(self) -> None:
        super().__init__()
        self._entity = ""
        self._input = TermInput(self._offered, N_("Not stated"))
        self._input.name(_("Kind of every new line"))
        line = row(self, gap=2)
        title = named(Texts(self), N_("Kind of e&very new line"), self._input)
        title.setWordWrap(False)
        line.addWidget(title)
        line.addWidget(self._input, 1)

    def is_for(self, entity: str) -> bool:
        """Whether records of this list have a kind."""
        return "kind" in columns_of(table_entities()[entity])

    def show_for(self, entity: str) -> None:
        """Offer the kinds of other records."""
        self._entity = entity
        self._input.offer_again()

    def fill(self, kind: str | None) -> None:
        """Show a kind."""
        self._input.fill(kind)

    def constants(self) -> dict[str, str]:
        """What every line says besides its cells."""
        chosen = self._input.chosen()
        return {"kind": chosen} if chosen else {}

    def _offered(self) -> list[Group]:
        if self._entity == "events":
            return kinds_of_event()
        found = columns_of(table_entities()[self._entity]).get("kind") if self._entity else None
        return list(terms_of(found.vocabulary)()) if found else []
