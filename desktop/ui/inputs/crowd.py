"""Many at once: who they are and in what role, as a table in which one role can be set for all that are selected."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from db.rows import ParticipationRow
from db.types import Kind
from desktop.i18n import N_, _
from desktop.ui import labels, theme
from desktop.ui.desk import Desk
from desktop.ui.inputs.choices import terms_of
from desktop.ui.inputs.input import Unclear
from desktop.ui.inputs.picker import Candidate
from desktop.ui.inputs.terms import TermInput
from desktop.ui.language import Texts
from desktop.ui.models.columns import Column
from desktop.ui.models.rows import RowModel
from desktop.ui.widgets.button import button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout import column
from desktop.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class Fellow:
    """One of many: who (without an id still to be written down), and how they took part."""

    key: str
    who: Candidate
    part: ParticipationRow


def fellow(key: str, who: Candidate, part: ParticipationRow) -> Fellow:
    """Somebody with their part; whom the part names is whoever ``who`` is."""
    is_person = who.kind is Kind.PERSON
    person, organisation = (who.id or None, None) if is_person else (None, who.id or None)
    return Fellow(key, who, replace(part, person_id=person, organisation_id=organisation))


class Crowd(QWidget):
    """A table of them; ``edit_asked`` carries the one to be shown with all its parts."""

    changed = Signal()
    edit_asked = Signal(object)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._fellows: list[Fellow] = []
        self._model: RowModel[Fellow] = RowModel(_columns(), _identify, self)
        self.table: Table[Fellow] = Table(name, N_("Who took part"), self._model, desk.settings)
        self.table.setMinimumHeight(theme.unit() * 60)
        self.table.opened.connect(self._edit)
        self._role = TermInput(terms_of("roles"), N_("Choose a role"))
        texts = Texts(self)
        texts.put(self._role.setAccessibleName, N_("Role for the selected"))
        self._role.name(_("Role for the selected"))
        steps = FlowLayout()
        steps.addWidget(self._role)
        steps.addWidget(button(texts, N_("Set this role for the selected"), self.set_role, icon="check"))
        steps.addWidget(button(texts, N_("Take out the selected"), self.take_out, icon="x"))
        layout = column(self, gap=1)
        layout.addLayout(steps)
        layout.addWidget(self.table)
        QShortcut(QKeySequence("Del"), self.table, self.take_out)

    def fellows(self) -> Sequence[Fellow]:
        """All of them, in order."""
        return tuple(self._fellows)

    def show_all(self, fellows: Sequence[Fellow]) -> None:
        """Show these."""
        self._fellows = list(fellows)
        self._model.show(self._fellows)

    def set_role(self) -> None:
        """Give the selected (where none is, all) the role that is chosen."""
        try:
            role = self._role.value()
        except Unclear:
            role = None
        if not role:
            self._role.setFocus()
            return
        chosen = set(self.table.selected_ids()) or {one.key for one in self._fellows}
        self._put(
            [replace(one, part=replace(one.part, role=role)) if one.key in chosen else one for one in self._fellows]
        )

    def take_out(self) -> None:
        """Leave the selected out."""
        gone = set(self.table.selected_ids())
        self._put([one for one in self._fellows if one.key not in gone])

    def _put(self, fellows: Sequence[Fellow]) -> None:
        self.show_all(fellows)
        self.changed.emit()

    def _edit(self, key: str) -> None:
        self.edit_asked.emit(next(one for one in self._fellows if one.key == key))


def _columns() -> list[Column[Fellow]]:
    return [
        Column("who", N_("Who"), _who, 36),
        Column("role", N_("Role"), _role, 22),
        Column("known", N_("On record"), _known, 22),
        Column("certainty", N_("Certainty"), _certainty, 14, is_spare=True),
    ]


def _identify(one: Fellow) -> str:
    return one.key


def _who(one: Fellow) -> str:
    return one.who.title


def _role(one: Fellow) -> str:
    return labels.term("roles", one.part.role) or "—"


def _known(one: Fellow) -> str:
    return one.who.detail if one.who.id else _("new")


def _certainty(one: Fellow) -> str:
    return labels.term("certainties", one.part.certainty)
