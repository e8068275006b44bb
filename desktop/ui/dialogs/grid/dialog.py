"""Several events of one kind at once: a line each, typed, pasted from a spreadsheet or filled down."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.documents.exchange.table import EVENT
from desktop.documents.sheets.columns import Column, columns_of
from desktop.documents.sheets.lines import Line, Table
from desktop.documents.sheets.mapping import ColumnMap
from desktop.documents.sheets.titles import title_of
from desktop.i18n import N_, _, current
from desktop.operations.table_import import CellFault
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import SAVE_KEYS
from desktop.ui.dialogs.grid.cells import GridCells
from desktop.ui.dialogs.grid.sheet_dialog import SheetDialog
from desktop.ui.inputs.choices import Group, kinds_of_event
from desktop.ui.inputs.terms import TermInput
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.layout import labelled, row, said
from resources.vocabularies import event_kinds

_ROLES = {"custody": "detainee", "filings": "complainant", "health": "patient"}  # by group of kinds; else a victim
_LINES = 12  # seen at the beginning


class SeveralDialog(SheetDialog):
    """Asks for the kind, then for the events; saved as one step of undo."""

    def __init__(self, desk: Desk, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(N_("Enter several events"), desk, case_id, parent, label="enter-events")
        self._keys: list[str] = []
        self._columns = columns_of(EVENT)
        self._kind = TermInput(kinds_of_event, N_("Choose a kind"))
        self._more = TermInput(self._offered, N_("Add a column"))
        self._kind.name(_("Kind of the events"))
        self._more.name(_("Another column"))
        self._build()
        self._kind.changed.connect(self._take_kind)
        self._more.changed.connect(self._take_more)
        self.model.show([], GridCells(0))
        self._kind.setFocus()
        self.view.setMinimumHeight(self.view.verticalHeader().defaultSectionSize() * _LINES)

    def _build(self) -> None:
        heads = row(gap=4)
        heads.addLayout(labelled(self.texts, N_("&Kind of the events"), self._kind), 1)
        heads.addLayout(labelled(self.texts, N_("Another c&olumn"), self._more), 1)
        for part in (self.banner, heads):
            self.add(part)
        self.add(said(self.texts, _keys_told, "hint"))
        self.add(self.view, grows=True)
        self.add(self.faults)
        self.add(self.creates)
        self.verb(N_("Cancel"), self.reject)
        self.verb(N_("C&heck"), self.look)
        self.verb(N_("&Save"), self.bring_in, role="primary")
        for keys in SAVE_KEYS:
            QShortcut(QKeySequence(keys), self, self.bring_in)

    def compose(self) -> tuple[Table, ColumnMap] | None:
        """The lines that say something, as a table of events of one kind."""
        kind = self._kind.chosen()
        lines = tuple(
            Line(number, tuple(cells)) for number, cells in enumerate(self.model.cells.lines, start=1) if any(cells)
        )
        if not kind or not lines:
            missing = _("Type or paste at least one line.") if kind else _("Choose what kind of event this is.")
            self.banner.tell(Tone.WARNING, missing)
            return None
        titles = Line(0, tuple(self._titles()))
        return Table("grid", titles, lines), ColumnMap(EVENT.key, dict(enumerate(self._keys)), {"kind": kind})

    def column(self, place: int) -> Column | None:
        """What a column means."""
        return self._columns[self._keys[place]] if place < len(self._keys) else None

    def where(self, fault: CellFault) -> str:
        """The line, and the title of the column."""
        line = _("Line {number}").format(number=fault.row)
        return line if fault.column is None else f"{line}, {self._titles()[fault.column]}"

    def _take_kind(self) -> None:
        """Other columns for another kind; what was typed in columns that stay, stays."""
        kind = self._kind.chosen()
        if not kind:
            return
        found = event_kinds()[kind]
        role = f"participants.{_ROLES.get(found.group, 'victim')}"
        until = ("until",) if found.span else ()
        self._set_keys([
            "when", *until, "place", role, "title", "text", *(f"fields.{field}" for field in found.fields),
        ])  # fmt: skip

    def _take_more(self) -> None:
        key = self._more.chosen()
        if key and key not in self._keys:
            self._set_keys([*self._keys, key])
        self._more.fill(None)

    def _set_keys(self, keys: Sequence[str]) -> None:
        before = self._keys
        kept = [key for key in before if key not in keys and self._has_text(before.index(key))]
        self._keys = [key for key in [*keys, *kept] if key in self._columns]
        lines = [
            [line[before.index(key)] if key in before else "" for key in self._keys]
            for line in self.model.cells.lines
            if any(line)
        ]
        self.model.show(self._titles(), GridCells(len(self._keys), lines, grows=True))
        self.view.go(0, 0)

    def _has_text(self, place: int) -> bool:
        return any(line[place] for line in self.model.cells.lines)

    def _titles(self) -> list[str]:
        return [title_of(EVENT.key, key, current().value) for key in self._keys]

    def _offered(self) -> list[Group]:
        language = current().value
        return [Group("", [(key, title_of(EVENT.key, key, language)) for key in columns_of(EVENT) if key != "kind"])]


def _keys_told() -> str:
    return _("Ctrl+V pastes from a spreadsheet, Ctrl+D fills down, Ctrl+Enter saves. Part several names by semicolons.")
