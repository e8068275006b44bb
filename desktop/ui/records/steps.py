"""Small steps every list of records offers."""

from functools import partial

from desktop.i18n import _
from desktop.ui.desk import Desk
from desktop.ui.models.columns import Row
from desktop.ui.widgets.table import Table


def copy_rows(desk: Desk, table: Table[Row]) -> None:
    """Copy the selected rows for a spreadsheet."""
    desk.clipboard.copy(*table.selection_as_table())


def tell_moved(desk: Desk, was_possible: bool) -> None:
    """Say why an event stays where it is; that it moved is seen."""
    if not was_possible:
        desk.report.confirm(_("Only events that begin at the same moment can be put in another order."))


def tell_trashed(desk: Desk, _nothing: object = None) -> None:
    """Say that something went to the trash, with the way back."""
    undo = partial(desk.actions.perform, "edit.undo")
    desk.report.confirm(_("Moved to the trash."), step=_("Undo"), act=undo)
