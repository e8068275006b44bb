"""The two columns of a merge: the names of both, and for each part that differs a choice between two values."""

import textwrap

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from desktop.i18n import N_, _
from desktop.operations.merging import PART_NAMES, MergePlan
from desktop.ui import labels, theme
from desktop.ui.language import Texts
from desktop.ui.widgets.layout import label

LETTERS, LINES = 34, 8  # of a value in its column


class Sides(QWidget):
    """Shows a plan; ``taken`` are the parts of which the right value was chosen."""

    def __init__(self, plan: MergePlan) -> None:
        super().__init__()
        self._plan = plan
        self._choices: dict[str, QRadioButton] = {}
        self._groups: list[QButtonGroup] = []
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(theme.unit() * 4)
        self._grid.setVerticalSpacing(theme.unit() * 3)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._texts = Texts(self)
        self._texts.put(self.setAccessibleName, N_("The two records"))
        self._texts.put(self._speak, N_("The two records"))

    def show_plan(self, plan: MergePlan) -> None:
        """Show another pair."""
        self._plan = plan
        self._choices = {}
        self._build()

    def taken(self) -> frozenset[str]:
        """The parts in which the right one's value is to stand."""
        return frozenset(part for part, made in self._choices.items() if made.isChecked())

    def _speak(self, _name: str) -> None:
        taken = self.taken()
        self._build()
        for part in taken:
            self._choices[part].setChecked(True)

    def _build(self) -> None:
        while self._grid.count():
            entry = self._grid.takeAt(0)
            if entry and (widget := entry.widget()):
                widget.hide()
                widget.deleteLater()
        self._groups, self._choices = [], {}
        self._row(0, "", _("Stays"), _("Goes to the trash"), level="hint")
        kept, lost = self._plan.kept, self._plan.lost
        self._row(1, "", labels.member(kept), labels.member(lost), level="heading")
        self._row(2, _("Names"), _spelled(kept), _spelled(lost))
        for place, one in enumerate(self._plan.differences, start=3):
            self._choice(place, one.part)
        if not self._plan.differences:
            self._row(3, "", _("Nothing they both say differs."), "", level="hint")
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _row(self, place: int, name: str, left: str, right: str, *, level: str = "") -> None:
        for column, text in enumerate((name, left, right)):
            made = label(level if column else "hint")
            made.setText(text)
            self._grid.addWidget(made, place, column)

    def _choice(self, place: int, part: str) -> None:
        """One part that differs: its name marked, and the two values of which one is chosen."""
        name: QLabel = label("warning")
        field = _(PART_NAMES[part])
        name.setText(_("{field} ≠").format(field=field))
        self._grid.addWidget(name, place, 0)
        group = QButtonGroup(self)
        for column, value in enumerate(self._plan.words[part], start=1):
            made = QRadioButton(_folded(value))
            made.setToolTip(value)
            made.setAccessibleName(_("{field}: {value}").format(field=field, value=value))
            made.setChecked(column == 1)
            group.addButton(made)
            self._grid.addWidget(made, place, column)
            if column > 1:
                self._choices[part] = made
        self._groups.append(group)


def _spelled(row: labels.Member) -> str:
    return "\n".join(labels.spelled(name) for name in row.names) or "—"


def _folded(text: str) -> str:
    """A value in short lines, the first of them, with no letter taken for a key."""
    lines = textwrap.wrap(text.replace("&", "&&"), LETTERS, max_lines=LINES, placeholder=" …")
    return "\n".join(lines)
