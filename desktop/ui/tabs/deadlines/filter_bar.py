"""Which deadlines of a case are listed: by whose duty and by how they stand."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import N_, _
from desktop.logic.clocks.deadline import Status
from desktop.logic.clocks.rule import Side
from desktop.ui import labels
from desktop.ui.deadlines.lines import DeadlineLine
from desktop.ui.law import words
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.layout import row


class Standing(StrEnum):
    """How deadlines stand, as far as one asks for."""

    ANY = ""
    LATE = "late"
    OPEN = "open"
    UNPROVEN = "unproven"
    SETTLED = "settled"


class DeadlineFilter(QWidget):
    """``changed`` when something else is wanted."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._side: Choice[str] = Choice(N_("Side"), ["", *(side.value for side in Side)], _side)
        self._standing: Choice[Standing] = Choice(N_("How it stands"), list(Standing), _standing)
        layout = row(self)
        for choice in (self._side, self._standing):
            layout.addWidget(choice)
            choice.chosen.connect(self._tell)

    def sifted(self, lines: Sequence[DeadlineLine]) -> list[DeadlineLine]:
        """Those that are wanted."""
        side, stands = self._side.value(), _STANDS[self._standing.value()]
        return [line for line in lines if (not side or line.deadline.rule.side.value == side) and stands(line)]

    def clear(self) -> None:
        """Everything is wanted."""
        self._side.choose("")
        self._standing.choose(Standing.ANY)
        self.changed.emit()

    def _tell(self, _value: object) -> None:
        self.changed.emit()


def _is_any(_line: DeadlineLine) -> bool:
    return True


def _is_late(line: DeadlineLine) -> bool:
    return line.deadline.status in (Status.BREACHED, Status.MISSED, Status.REFUSED)


def _is_open(line: DeadlineLine) -> bool:
    return line.deadline.status in (Status.OPEN, Status.RESTORATION_ASKED)


def _is_unproven(line: DeadlineLine) -> bool:
    return line.deadline.status is Status.UNPROVEN


def _is_settled(line: DeadlineLine) -> bool:
    return line.deadline.status in (Status.MET, Status.RESTORED, Status.WAIVED)


_STANDS: dict[Standing, Callable[[DeadlineLine], bool]] = {
    Standing.ANY: _is_any,
    Standing.LATE: _is_late,
    Standing.OPEN: _is_open,
    Standing.UNPROVEN: _is_unproven,
    Standing.SETTLED: _is_settled,
}


def _side(side: str) -> str:
    return _(words.SIDES[Side(side)]) if side else _("Both sides")


def _standing(standing: Standing) -> str:
    return {
        Standing.ANY: _("All deadlines"),
        Standing.LATE: _("Breached or missed"),
        Standing.OPEN: labels.term("deadline-statuses", Status.OPEN.value),
        Standing.UNPROVEN: labels.term("deadline-statuses", Status.UNPROVEN.value),
        Standing.SETTLED: _("Met or settled"),
    }[standing]
