"""What the columns of a table mean: said for one column after the other, and for every line at once."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.documents.sheets.columns import Column, every_column, table_entities
from desktop.documents.sheets.lines import Line
from desktop.documents.sheets.mapping import ColumnMap, guess
from desktop.documents.sheets.titles import title_of
from desktop.i18n import N_, _, current
from desktop.ui.dialogs.tables.again_bar import AgainBar
from desktop.ui.dialogs.tables.constant_kind import ConstantKind
from desktop.ui.inputs.choices import Group
from desktop.ui.inputs.terms import TermInput
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import column, label, named, row

_LEFT_OUT = "-"  # chosen for a column that is not wanted, so that nothing is said of it again


class MeaningBar(QWidget):
    """Holds the map; ``changed`` is told when a column means something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._titles, self._place = Line(1, ()), -1
        self._chosen = ColumnMap("events")
        self._columns: Mapping[str, Column] = {}
        texts = Texts(self)
        self._which, self._kind, self.again = label(wraps=False), ConstantKind(), AgainBar()
        self._means = TermInput(self._offered, N_("Not imported"))
        texts.put(self._which.setText, N_("Column"))
        both = column(self, gap=2)
        line = row(gap=4)
        both.addLayout(line)
        both.addWidget(self.again)
        for part in (self._which, named(texts, N_("mea&ns"), self._means)):
            line.addWidget(part)
        line.addWidget(self._means, 1)
        line.addWidget(self._kind, 1)
        self._means.name(_("What the column means"))
        self._means.changed.connect(self._take_meaning)

    def guess(self, entity: str, titles: Line) -> None:
        """Begin with what the titles of a table suggest."""
        self._titles = titles
        self.take(guess(entity, titles))

    def take(self, chosen: ColumnMap) -> None:
        """Take another map."""
        self._chosen, self._columns = chosen, every_column(table_entities()[chosen.entity])
        self._kind.show_for(chosen.entity)
        self._kind.fill(chosen.constants.get("kind"))
        self._means.offer_again()
        self._tell()

    def map(self) -> ColumnMap:
        """The map as it stands."""
        columns = self._chosen.columns
        constants = {} if "kind" in columns.values() else self._kind.constants()
        again, clears, left_out = self.again.key(), self.again.clears(), self._chosen.left_out
        return ColumnMap(self._chosen.entity, columns, constants, again, clears=clears, left_out=left_out)

    def column(self, place: int) -> Column | None:
        """What a column means."""
        return self._columns.get(self._chosen.columns.get(place, ""))

    def follow(self, place: int) -> None:
        """Ask for the meaning of another column."""
        self._place = place
        if place >= 0:
            self._which.setText(_("Column “{title}”").format(title=self.title(place)))
            self._means.fill(_LEFT_OUT if place in self._chosen.left_out else self._chosen.columns.get(place))

    def title(self, place: int) -> str:
        """The title of a column in the table."""
        return self._titles.cell(place) or _("no title")

    def header(self, place: int) -> str:
        """The title of a column, and what it means."""
        key = self._chosen.columns.get(place)
        unmeant = _("left out") if place in self._chosen.left_out else "—"
        return f"{self.title(place)}\n→ {title_of(self._chosen.entity, key, current().value) if key else unmeant}"

    def _take_meaning(self) -> None:
        key = self._means.chosen()
        if self._place < 0 or (key is None and self._means.raw()):
            return
        columns = {place: other for place, other in self._chosen.columns.items() if place != self._place}
        left_out = self._chosen.left_out - {self._place}
        if key == _LEFT_OUT:
            left_out |= {self._place}
        elif key:
            columns[self._place] = key
        self._chosen = ColumnMap(self._chosen.entity, columns, left_out=left_out)
        self._tell()

    def _tell(self) -> None:
        entity = self._chosen.entity
        self._kind.setVisible(self._kind.is_for(entity) and "kind" not in self._chosen.columns.values())
        self.again.show_for(self._chosen, self._columns)
        self._chosen = replace(self._chosen, key="", clears=False)  # from now on the bar says so
        self.follow(self._place)
        self.changed.emit()

    def _offered(self) -> list[Group]:
        entity, language = self._chosen.entity, current().value
        titles = [(key, title_of(entity, key, language)) for key in self._columns]
        return [Group("", [(_LEFT_OUT, _("Leave this column out")), *titles])]
