"""A published figure in words, and what its links offer."""

from functools import partial

from PySide6.QtWidgets import QWidget

from db.queries.indicators import IndicatorLine
from db.rows import IndicatorRow
from db.types import Kind
from desktop.i18n import _
from desktop.operations.trash import trash_record
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import work
from desktop.ui.dialogs.editors.opening import Editors
from desktop.ui.dialogs.editors.work_opening import open_indicator
from desktop.ui.records.steps import tell_trashed

FIGURE, ADD_FIGURE, TRASH_FIGURE = "figure", "add-figure", "trash-figure"
VERBS = frozenset((FIGURE, ADD_FIGURE, TRASH_FIGURE))


def figure(row: IndicatorRow) -> str:
    """The figure itself: ``236 of 329 complaints``."""
    if row.value is None:
        return _("no figure")
    value = number(row.value)
    if row.out_of is not None:
        value = _("{value} of {whole}").format(value=value, whole=number(row.out_of))
    unit = labels.term("units", row.unit)
    return " ".join(part for part in (value, unit[:1].lower() + unit[1:]) if part)


def source_of(line: IndicatorLine) -> str:
    """Who published it and where it stands."""
    page = _("p. {page}").format(page=line.indicator.page) if line.indicator.page else ""
    return labels.joined([line.indicator.publisher or "", line.source, page]) or _("no source")


def number(value: float) -> str:
    """A number with thin spaces between thousands and no needless point."""
    whole = f"{value:,.0f}" if value.is_integer() else f"{value:,g}"
    return whole.replace(",", "\u202f")


def follow_figure(desk: Desk, pane: QWidget, case_id: str, verb: str, target: str) -> None:
    """Take the step that a link stands for."""
    if verb == TRASH_FIGURE:
        trash = work(trash_record, desk.vault, Kind.INDICATOR, target, case_id=case_id or None)
        desk.perform(pane, trash, partial(tell_trashed, desk))
        return
    row = IndicatorRow(id="" if verb == ADD_FIGURE else target, case_id=case_id, title="")
    open_indicator(Editors(desk, pane.window()), row)
