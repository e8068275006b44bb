"""What a table that tells of records again changes, in words: how many of each, and every cell with old and new."""

from textwrap import shorten

from desktop.documents.sheets.titles import title_of
from desktop.i18n import _, current, ngettext
from desktop.operations.table_import import CellFault, TableReport

_REMARKS = 3  # told after an import; a check lists them all
_SHOWN = 90  # characters of a cell


def no_faults(report: TableReport) -> str:
    """What importing would do."""
    said = _("No faults. New: {new}. Changed: {changed}. Unchanged: {unchanged}.")
    return said.format(new=_new(report), changed=len(report.changed), unchanged=len(report.unchanged))


def finished(report: TableReport) -> str:
    """What importing did, and what of it is worth a look: columns left behind, rows that were there already."""
    if report.changed or report.unchanged:
        count = len(report.changed)
        said = ngettext("{count} record is changed; new: {new}.", "{count} records are changed; new: {new}.", count)
        told = said.format(count=count, new=_new(report))
    else:
        said = ngettext("{count} record is made.", "{count} records are made.", _new(report))
        told = said.format(count=_new(report))
    remarks = list(dict.fromkeys(remark.what for remark in report.remarks))
    return " ".join([told, *remarks[:_REMARKS], *(["…"] if len(remarks) > _REMARKS else [])])


def told_changes(report: TableReport, entity: str) -> list[CellFault]:
    """Each changed cell, to be listed with its place."""
    language = current().value
    return [
        CellFault(
            change.place,
            _("{title}: {old} → {new}").format(
                title=title_of(entity, change.key, language), old=_short(change.old), new=_short(change.new)
            ),
            change.row,
            change.column,
        )
        for change in report.changes
    ]


def _new(report: TableReport) -> int:
    return sum(report.counts.values())


def _short(text: str) -> str:
    return shorten(text, _SHOWN, placeholder="…") or "—"
