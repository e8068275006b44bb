"""A list on its way out of a case: which, with which columns, in which form, and how protected persons stand in it."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QWidget

from desktop.documents.sheets.columns import ID, columns_of, table_entities
from desktop.documents.sheets.titles import table_title, title_of
from desktop.i18n import N_, _, current, ngettext
from desktop.operations import Done
from desktop.operations.table_export import TableWritten, export_table, filled_columns, told_unnamed
from desktop.ui import labels
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.dialogs.places import ask_new_file
from desktop.ui.tasks import Job, Lane
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.layout import label, labelled, row, said
from resources.vocabularies import vocabulary

_KEY = Qt.ItemDataRole.UserRole


class TableExportDialog(Dialog):
    """Asks, and writes the table away from the window."""

    def __init__(self, desk: Desk, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(N_("Export a list as a table"), parent, letters=80)
        self.addAction(desk.actions.qt("vault.lock"))
        self._desk, self._case_id = desk, case_id
        self._list: Choice[str] = Choice(N_("List"), list(table_entities()), _table_name)
        self._list.choose("events")
        self._form: Choice[str] = Choice(N_("Format"), [".xlsx", ".csv"], _form_name)
        self._purpose: Choice[str] = Choice(N_("For"), ["", *vocabulary("consent-purposes")], _purpose_name)
        self._columns = QListWidget()
        self._plain, self._ids, self._warning = QCheckBox(), QCheckBox(), label("warning")
        self.texts.put(self._ids.setText, N_("With &ids, to bring corrections back"))
        self.texts.put(self._plain.setText, N_("Write &names of protected persons"))
        self.texts.put(self._warning.setText, N_("Whoever gets the file learns who they are."))
        self._warning.hide()
        self._lay_out()
        self._list.chosen.connect(self._read)
        self._purpose.chosen.connect(self._obey)
        self._plain.toggled.connect(self._warning.setVisible)
        self._columns.itemChanged.connect(self._judge)
        self._read("events")

    def _lay_out(self) -> None:
        heads = row(gap=4)
        heads.addLayout(labelled(self.texts, N_("&List"), self._list), 1)
        heads.addLayout(labelled(self.texts, N_("&Format"), self._form), 1)
        heads.addLayout(labelled(self.texts, N_("F&or"), self._purpose), 1)
        self.add(heads)
        self.add(labelled(self.texts, N_("&Columns"), self._columns), grows=True)
        self.add(said(self.texts, N_("The file is not encrypted: whoever finds it can read it."), "hint"))
        self.add(self._ids)
        self.add(self._plain)
        self.add(self._warning)
        self.verb(N_("Cancel"), self.reject)
        self._verb = self.verb(N_("Choose &where…"), self._choose, role="primary", is_default=True)

    def _read(self, part: str) -> None:
        """Find out in which columns anything stands; they are chosen at first."""
        self._verb.setEnabled(False)
        self._columns.clear()
        work = partial(_filled, self._desk, self._case_id, part)
        take = partial(self._offer, part)
        self._desk.tasks.run(Lane.VAULT, work, owner=self, done=take, failed=self._desk.report.tell)

    def _offer(self, part: str, filled: list[str]) -> None:
        if part != self._list.value():
            return
        language = current().value
        for key in [*filled, *(key for key in columns_of(table_entities()[part]) if key not in filled)]:
            item = QListWidgetItem(title_of(part, key, language))
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in filled else Qt.CheckState.Unchecked)
            self._columns.addItem(item)
        self._judge()

    def _judge(self) -> None:
        self._verb.setEnabled(bool(self._keys()))

    def _keys(self) -> list[str]:
        items = (self._columns.item(place) for place in range(self._columns.count()))
        return [str(item.data(_KEY)) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _obey(self, purpose: str) -> None:
        """For a purpose consents count: names of protected persons are no choice then."""
        if purpose:
            self._plain.setChecked(False)
        self._plain.setEnabled(not purpose)

    def _asked(self) -> list[str]:
        return [*([ID] if self._ids.isChecked() else []), *self._keys()]

    def _choose(self) -> None:
        name = f"{_table_name(self._list.value())}{self._form.value()}"
        suffix = self._form.value().removeprefix(".")
        ask_new_file(self, _("Export a table"), self._write, Path.home() / name, suffix)

    def _write(self, targets: list[Path]) -> None:
        ways = {"purpose": self._purpose.value(), "is_plain": self._plain.isChecked()}
        verb = partial(_export, self._desk, self._case_id, self._list.value(), targets[0], self._asked(), ways)
        self._desk.perform(self, verb, self._tell, title=_("Exporting a table"))

    def _tell(self, written: TableWritten) -> None:
        said = ngettext(
            "The table is written, with {count} row; that it was made is on the log.",
            "The table is written, with {count} rows; that it was made is on the log.",
            written.rows,
        )
        told = [said.format(count=written.rows), *written.consents]
        if written.left_out:
            left = ngettext("{count} row is left out.", "{count} rows are left out.", written.left_out)
            told.append(left.format(count=written.left_out))
        if written.unnamed:
            told.append(told_unnamed(written.unnamed))
        self._desk.report.confirm(" ".join(told))
        self.accept()


def _filled(desk: Desk, case_id: str, part: str, _job: Job) -> list[str]:
    return filled_columns(desk.vault, case_id, part)


def _export(
    desk: Desk, case_id: str, part: str, target: Path, keys: list[str], ways: dict[str, Any], job: Job
) -> Done[TableWritten]:
    return export_table(desk.vault, case_id, part, target, keys, is_cancelled=job.is_cancelled, **ways)


def _table_name(part: str) -> str:
    return table_title(part, current().value)


def _form_name(form: str) -> str:
    return {".xlsx": _("Workbook (.xlsx)"), ".csv": _("Text (.csv)")}[form]


def _purpose_name(purpose: str) -> str:
    return labels.term("consent-purposes", purpose) if purpose else _("My own use")
