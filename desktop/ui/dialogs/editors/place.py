"""The editor of a place: its names, where it is, what clock it keeps."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.rows import PlaceRow
from desktop.i18n import N_
from desktop.operations.members import save_member
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.alikes import Alikes
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.inputs.choices import terms_of
from desktop.ui.inputs.coordinates import CoordinatesInput
from desktop.ui.inputs.names import NamesInput
from desktop.ui.inputs.picker import Candidate, Finder, RecordPicker
from desktop.ui.inputs.regions import zones
from desktop.ui.inputs.terms import TermInput
from desktop.ui.inputs.texts import NumberInput, TextInput


class PlaceEditor(Editor):
    """Writes a place; ``around`` is the place it is part of."""

    def __init__(
        self,
        desk: Desk,
        row: PlaceRow,
        case_id: str | None,
        finder: Finder,
        around: Candidate | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(N_("Place") if row.id else N_("New place"), desk, parent)
        self._row, self._case_id = row, case_id
        names = NamesInput()
        self.form.put("names", N_("Names"), names, is_wide=True, level="heading")
        self._build(finder)
        point = None if row.latitude is None or row.longitude is None else (row.latitude, row.longitude)
        plain = {part: getattr(row, part) for part in ("names", "kind", "address", "region", "zone", "capacity")}
        self.form.fill(plain | {"parent_id": around, "point": point})
        self.settle()
        self.alikes = Alikes(desk, row, names, self.banner)
        names.setFocus()

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the place."""
        above: Candidate | None = values["parent_id"]
        values["parent_id"] = above.id if above else None
        values["latitude"], values["longitude"] = values.pop("point") or (None, None)
        return work(save_member, self.desk.vault, replace(self._row, **values), case_id=self._case_id)

    def offer_instead(self, instead: Callable[[str], object]) -> None:
        """Where one of this name is known already, offer to take that."""
        self.alikes.offer(instead, self._leave)

    def _build(self, finder: Finder) -> None:
        put = self.form.put
        put("kind", N_("&Kind"), TermInput(terms_of("place-kinds")))
        put("address", N_("&Address"), TextInput())
        put("region", N_("&Region"), TextInput())
        put("parent_id", N_("Part &of"), RecordPicker(self.desk, finder, N_("the place it lies in")))
        put("point", N_("&Coordinates"), CoordinatesInput())
        put("zone", N_("Time &zone"), TermInput(zones, N_("as in the case's jurisdiction")))
        put("capacity", N_("Ca&pacity"), NumberInput(is_whole=True))
