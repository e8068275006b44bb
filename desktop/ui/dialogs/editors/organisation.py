"""The editor of an organisation: its names, what it is, what it is part of."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import OrganisationRow
from desktop.i18n import N_
from desktop.operations.members import save_member
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.alikes import Alikes
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import terms_of
from desktop.ui.inputs.names import NamesInput
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.terms import TermInput


class OrganisationEditor(Editor):
    """Writes an organisation; ``parent_unit`` is what it is part of."""

    def __init__(
        self,
        desk: Desk,
        row: OrganisationRow,
        case_id: str | None,
        finder: Finder,
        parent_unit: Candidate | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(N_("Organisation") if row.id else N_("New organisation"), desk, parent)
        self._row, self._case_id = row, case_id
        names = NamesInput()
        self.form.put("names", N_("Names"), names, is_wide=True, level="heading")
        self.form.put("kind", N_("&Kind"), TermInput(terms_of("organisation-kinds")))
        self.form.put("parent_id", N_("Part &of"), RecordPicker(desk, finder, N_("an organisation above it")))
        self.form.fill({"names": row.names, "kind": row.kind, "parent_id": parent_unit})
        self.settle()
        self.alikes = Alikes(desk, row, names, self.banner)
        names.setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the organisation."""
        above: Candidate | None = values["parent_id"]
        values["parent_id"] = above.id if above else None
        return work(save_member, self.desk.vault, replace(self._row, **values), case_id=self._case_id)

    def offer_instead(self, instead: Callable[[str], object]) -> None:
        """Where one of this name is known already, offer to take that."""
        self.alikes.offer(instead, self._leave)
