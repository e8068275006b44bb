"""Several events of one kind at once: a line each, typed, pasted from a spreadsheet or filled down."""

from collections.abc import Mapping, Sequence
from typing import Any

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
from desktop.ui.dialogs.editors.drafting import Drafting, Typed
from desktop.ui.dialogs.editors.editor import SAVE_KEYS
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.dialogs.grid.cells import GridCells
from desktop.ui.dialogs.grid.sheet_dialog import SheetDialog
from desktop.ui.inputs.choices import Group, kinds_of_event
from desktop.ui.inputs.terms import TermInput
from desktop.ui.widgets.banner import Tone
from desktop.ui.widgets.layout import labelled, row, said
from resources.vocabularies import event_kinds

_ROLES = {"custody": "detainee", "filings": "complainant", "health": "patient"}  # by group of kinds; else a victim
_LINES = 12  # seen at the beginning


class EventGrid(SheetDialog):
    """Asks for the kind, then for the events; saved as one step of undo."""

    def __init__(self, desk: Desk, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(N_("Enter several events"), desk, case_id, parent, label="enter-events")
        self._keys: list[str] = []
        self._columns = columns_of(EVENT)
        self._kind = TermInput(kinds_of_event, N_("Choose a kind"))
        self._more = TermInput(_offered, N_("Add a column"))
        self._kind.name(_("Kind of the events"))
        self._more.name(_("Another column"))
        self._build()
        self._kind.changed.connect(self._take_kind)
        self._more.changed.connect(self._take_more)
        self.model.show([], GridCells(0))
        self._kind.setFocus()
        self.view.setMinimumHeight(self.view.verticalHeader().defaultSectionSize() * _LINES)
        subject = Subject("event-grid", f"event-grid:{case_id}", case_id)
        typed = Typed(self.half_typed, self.take_up, (self.model.edited, self._kind.changed, self._more.changed))
        self._drafting = Drafting(desk, subject, typed, self, self.banner)
        self._drafting.begin(is_suggested=False)
        self.imported.connect(self._drafting.end)

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
        titles = Line(0, tuple(_titles(self._keys)))
        return Table("grid", titles, lines), ColumnMap(EVENT.key, dict(enumerate(self._keys)), {"kind": kind})

    def column(self, place: int) -> Column | None:
        """What a column means."""
        return self._columns[self._keys[place]] if place < len(self._keys) else None

    def where(self, fault: CellFault) -> str:
        """The line, and the title of the column."""
        line = _("Line {number}").format(number=fault.row)
        return line if fault.column is None else f"{line}, {_titles(self._keys)[fault.column]}"

    def half_typed(self) -> dict[str, Any]:
        """Everything that stands here, for the draft; a cell that is being typed in, too."""
        lines = [list(line) for line in self.model.cells.lines]
        typing = self.view.half_typed()
        if typing:
            (row_, place), text = typing
            lines[row_][place] = text
        while lines and not any(lines[-1]):
            lines.pop()
        return {"kind": self._kind.raw(), "keys": list(self._keys), "lines": lines, "makes": self.creates.isChecked()}

    def take_up(self, kept: Mapping[str, Any]) -> None:
        """Put back what stood here."""
        self._kind.fill(kept["kind"] if kept["kind"] in event_kinds() else None)
        self._keys = [key for key in kept["keys"] if key in self._columns]
        wide = [place for place, key in enumerate(kept["keys"]) if key in self._columns]
        lines = [[line[place] for place in wide] for line in kept["lines"]]
        self.model.show(_titles(self._keys), GridCells(len(self._keys), lines, grows=bool(self._keys)))
        self.model.is_edited = True
        self.creates.setChecked(kept["makes"])

    def leave(self) -> None:
        """Close; the draft goes too."""
        self._drafting.end()
        super().leave()

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
        kept = [key for key in before if key not in keys and _has_text(self.model.cells, before.index(key))]
        self._keys = [key for key in [*keys, *kept] if key in self._columns]
        lines = [
            [line[before.index(key)] if key in before else "" for key in self._keys]
            for line in self.model.cells.lines
            if any(line)
        ]
        self.model.show(_titles(self._keys), GridCells(len(self._keys), lines, grows=True))
        self.view.go(0, 0)


def _has_text(cells: GridCells, place: int) -> bool:
    return any(line[place] for line in cells.lines)


def _titles(keys: Sequence[str]) -> list[str]:
    return [title_of(EVENT.key, key, current().value) for key in keys]


def _offered() -> list[Group]:
    return [Group("", [(key, _titles([key])[0]) for key in columns_of(EVENT) if key != "kind"])]


def _keys_told() -> str:
    return _("Ctrl+V pastes from a spreadsheet, Ctrl+D fills down, Ctrl+Enter saves. Part several names by semicolons.")
