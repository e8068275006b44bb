"""Asks which ready-made issues are to be taken up, and for whom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop import i18n
from desktop.i18n import N_, _, ngettext
from desktop.ui import theme
from desktop.ui.desk import Desk
from desktop.ui.dialogs.dialog import Dialog
from desktop.ui.widgets.layout import label, labelled
from resources.issues import Tree, trees

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ReadyIssuesDialog(Dialog):
    """``chosen`` carries the ids of the trees and of the persons; ``persons`` are ids and names."""

    chosen = Signal(list, list)

    def __init__(self, desk: Desk, persons: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(N_("Add ready-made issues"), parent, letters=84)
        self.addAction(desk.actions.qt("vault.lock"))
        self.trees = _checks([(tree.id, _told(tree)) for tree in trees().values()])
        self.persons = _checks(persons)
        self._count = label("hint")
        self.add(labelled(self.texts, N_("&What is to be proved"), self.trees), grows=True)
        if persons:
            self.add(labelled(self.texts, N_("&For whom: each gets issues of their own"), self.persons), grows=True)
        self.add(self._count)
        self.verb(N_("Cancel"), self.reject)
        self._go = self.verb(N_("&Add issues"), self._decide, role="primary", is_default=True)
        self.trees.itemChanged.connect(self._tell)
        self.persons.itemChanged.connect(self._tell)
        self._tell()
        self.trees.setFocus()

    def _tell(self, _item: object = None) -> None:
        chosen = _chosen(self.trees)
        count = sum(len(trees()[tree].elements) for tree in chosen) * max(1, len(_chosen(self.persons)))
        told = ngettext("{count} issue will be added.", "{count} issues will be added.", count).format(count=count)
        self._count.setText(told if chosen else _("Tick what you want to prove."))
        self._go.setEnabled(bool(chosen))

    def _decide(self) -> None:
        found = _chosen(self.trees), _chosen(self.persons)
        self.accept()
        self.chosen.emit(*found)


def _checks(choices: Sequence[tuple[str, str]]) -> QListWidget:
    made = QListWidget()
    for name, words in choices:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(UNCHECKED)
        made.addItem(item)
    if made.count():
        made.setCurrentRow(0)
    made.setMinimumHeight(theme.unit() * 4 * 5)
    return made


def _chosen(made: QListWidget) -> list[str]:
    items = [made.item(place) for place in range(made.count())]
    return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is CHECKED]


def _told(tree: Tree) -> str:
    language, claim = i18n.current().value, tree.claim
    return _("{claim} ({basis})").format(claim=claim.labels[language], basis=claim.bases[language])
