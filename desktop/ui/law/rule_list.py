"""The rules of law: a list to search and filter, and the rule beside it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.vault import Session
from desktop.i18n import N_, _, ngettext
from desktop.logic.clocks.rulebook import Entry
from desktop.operations import Touched
from desktop.operations.rules import TOUCHED, fault_words, rule_entries, rule_faults
from desktop.ui import labels, markup
from desktop.ui.desk import Desk
from desktop.ui.law import words
from desktop.ui.law.rule_filter import RuleFilter
from desktop.ui.law.rule_steps import RuleSteps
from desktop.ui.law.rule_view import tell_rule
from desktop.ui.markup import Markup
from desktop.ui.models.columns import Column
from desktop.ui.models.rows import RowModel
from desktop.ui.records.steps import copy_rows
from desktop.ui.refresh import concerns
from desktop.ui.widgets.banner import Banner, Tone
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.sheet import Sheet
from desktop.ui.widgets.splitter import RememberedSplitter
from desktop.ui.widgets.table import Table
from resources.rules import Fault

MOST_FAULTS = 5  # told one by one


class RuleList(QWidget):
    """Every version of every rule; ``counted`` tells how many are shown, ``situated`` how many are selected."""

    counted = Signal(str)
    situated = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._entries: Sequence[Entry] = ()
        self._model: RowModel[Entry] = RowModel(columns(), _id, self)
        self._table: Table[Entry] = Table("rules", N_("Rules"), self._model, desk.settings)
        self._filter, self._banner, self._sheet = RuleFilter(), Banner(), Sheet(N_("Rule"))
        self.steps = RuleSteps(desk)
        self._build()
        self._filter.changed.connect(self._sift)
        self._filter.left.connect(self._table.setFocus)
        self._table.selected.connect(self._choose)
        self._table.opened.connect(self.steps.edit)
        desk.actions.bind("list.find", self, self._filter.take_focus)
        desk.actions.bind("list.copy", self._table, partial(copy_rows, desk, self._table))
        desk.actions.bind("list.add", self, self.steps.add)
        desk.actions.bind("list.edit", self._table, self.steps.edit)
        desk.refresh.touched.connect(self._reread)
        self._read()

    def take_focus(self) -> None:
        """Start in the list."""
        self._table.setFocus()
        self.situated.emit(len(self._table.selected_ids()))

    def count_words(self) -> str:
        """How many rules are shown."""
        count = self._model.rowCount()
        return ngettext("{count} rule", "{count} rules", count).format(count=count)

    def _build(self) -> None:
        pane = QWidget()
        inside = column(pane, margin=1)
        inside.addWidget(self.steps)
        inside.addWidget(self._sheet, 1)
        layout = column(self)
        layout.addWidget(self._filter)
        layout.addWidget(self._banner)
        layout.addWidget(RememberedSplitter("rules", self._desk.settings, self._table, pane, shares=(3, 2)), 1)

    def _read(self) -> None:
        self._desk.read(self, _found, self._show)

    def _reread(self, touched: Touched) -> None:
        if concerns(touched, TOUCHED.kinds):
            self._read()

    def _show(self, found: tuple[Sequence[Entry], Sequence[Fault]]) -> None:
        self._entries, faults = found
        self._banner.hide()
        if faults:
            self._banner.tell(Tone.WARNING, _faults(faults))
        self._sift()

    def _sift(self) -> None:
        self._model.show([entry for entry in self._entries if self._filter.lets_through(entry)])
        if self._model.rowCount() and not self._table.selected_ids():
            self._table.select([self._model.id_at(0)])
        self._choose(self._table.selected_ids())
        self.counted.emit(self.count_words())

    def _choose(self, names: Sequence[str]) -> None:
        place = self._model.place_of(names[0]) if len(names) == 1 else None
        entry = self._model.row(place) if place is not None else None
        self.steps.offer(entry, self._entries)
        self._sheet.show_text(partial(_sheet, entry))
        self.situated.emit(len(names))


def columns() -> tuple[Column[Entry], ...]:
    """Which rule it is, what it limits, whose it is, and who verified it."""
    return (
        Column("id", N_("Rule"), _name, 14),
        Column("title", N_("Title"), _title, 36),
        Column("limit", N_("Limit"), _limit, 10),
        Column("side", N_("Side"), _side, 8),
        Column("where", N_("Jurisdiction"), _where, 10),
        Column("verified", N_("Verified"), _verified, 12),
        Column("state", N_("State"), _state, 10),
        Column("basis", N_("Basis"), _basis, 18, is_spare=True),
        Column("valid", N_("In force"), _valid, 20, is_spare=True),
        Column("version", N_("Version"), _version, 8, is_number=True, is_spare=True),
        Column("source", N_("Source"), _source, 18, is_spare=True),
    )


def _found(session: Session) -> tuple[Sequence[Entry], Sequence[Fault]]:
    return sorted(rule_entries(session), key=_place), rule_faults(session)


def _place(entry: Entry) -> int:
    known = list(words.JURISDICTIONS)
    where = entry.rule.jurisdiction
    return known.index(where) if where in known else len(known)


def _sheet(entry: Entry | None) -> Markup:
    return tell_rule(entry) if entry else markup.paragraph(markup.quiet(_("Choose a rule to read it.")))


def _faults(faults: Sequence[Fault]) -> str:
    count = len(faults)
    told = ngettext(
        "{count} fault in the rules. These do not run; all others do.",
        "{count} faults in the rules. These do not run; all others do.",
        count,
    )
    lines = [labels.joined([one.file, one.rule, one.key, fault_words(one.what)]) for one in faults[:MOST_FAULTS]]
    return "\n".join([told.format(count=count), *lines])


def _id(entry: Entry) -> str:
    return f"{entry.rule.id}|{entry.rule.variant}|{entry.rule.version}"


def _name(entry: Entry) -> str:
    return f"{entry.rule.id} / {entry.rule.variant}" if entry.rule.variant else entry.rule.id


def _title(entry: Entry) -> str:
    return words.said_in(entry.rule.title)


def _limit(entry: Entry) -> str:
    return words.limit_words(entry.rule)


def _side(entry: Entry) -> str:
    return _(words.SIDES[entry.rule.side])


def _where(entry: Entry) -> str:
    return words.jurisdiction_name(entry.rule.jurisdiction)


def _verified(entry: Entry) -> str:
    return words.verified_words(entry.rule)


def _state(entry: Entry) -> str:
    return words.state_words(entry)


def _basis(entry: Entry) -> str:
    return words.basis_words(entry.rule)


def _valid(entry: Entry) -> str:
    return words.valid_words(entry.rule)


def _version(entry: Entry) -> str:
    return str(entry.rule.version)


def _source(entry: Entry) -> str:
    return entry.rule.source
