"""Which rules are shown: words, jurisdiction, side, and how they stand."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.i18n import N_, _
from desktop.logic.clocks.rule import Side
from desktop.logic.clocks.rulebook import Entry, Origin
from desktop.logic.names import fold
from desktop.ui.law import words
from desktop.ui.widgets.choice import Choice
from desktop.ui.widgets.layout import row
from desktop.ui.widgets.search_field import SearchField


class Standing(StrEnum):
    """How a rule stands."""

    ANY = ""
    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    OWN = "own"
    OFF = "off"


class RuleFilter(QWidget):
    """``changed`` when something else is wanted; ``left`` when the keyboard goes on to the list."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = SearchField(N_("Find by id, title, article or source"))
        self._where: Choice[str] = Choice(N_("Jurisdiction"), ["", *words.JURISDICTIONS], _where)
        self._side: Choice[str] = Choice(N_("Side"), ["", *(side.value for side in Side)], _side)
        self._standing: Choice[Standing] = Choice(N_("How it stands"), list(Standing), _standing)
        layout = row(self)
        layout.addWidget(self._words, 1)
        for choice in (self._where, self._side, self._standing):
            layout.addWidget(choice)
            choice.chosen.connect(self.changed)
        self._words.searched.connect(self.changed)
        self._words.left.connect(self.left)

    def take_focus(self) -> None:
        """Go to the words."""
        self._words.setFocus()

    def lets_through(self, entry: Entry) -> bool:
        """Whether this rule is wanted."""
        rule = entry.rule
        if self._where.value() not in ("", rule.jurisdiction) or self._side.value() not in ("", rule.side.value):
            return False
        return _STANDS[self._standing.value()](entry) and self._has_words(entry)

    def _has_words(self, entry: Entry) -> bool:
        wanted = fold(self._words.text()).split()
        if not wanted:
            return True
        rule = entry.rule
        said = fold(" ".join((rule.id, rule.variant, *rule.title.values(), words.basis_words(rule), rule.source)))
        return all(word in said for word in wanted)


def _is_any(_entry: Entry) -> bool:
    return True


def _is_unverified(entry: Entry) -> bool:
    return not entry.rule.verified_by


def _is_verified(entry: Entry) -> bool:
    return bool(entry.rule.verified_by)


def _is_own(entry: Entry) -> bool:
    return entry.origin is not Origin.SHIPPED


def _is_off(entry: Entry) -> bool:
    return not entry.rule.is_on


_STANDS: dict[Standing, Callable[[Entry], bool]] = {
    Standing.ANY: _is_any,
    Standing.UNVERIFIED: _is_unverified,
    Standing.VERIFIED: _is_verified,
    Standing.OWN: _is_own,
    Standing.OFF: _is_off,
}


def _where(jurisdiction: str) -> str:
    return words.jurisdiction_name(jurisdiction) if jurisdiction else _("Every jurisdiction")


def _side(side: str) -> str:
    return _(words.SIDES[Side(side)]) if side else _("Both sides")


def _standing(standing: Standing) -> str:
    return {
        Standing.ANY: _("All rules"),
        Standing.UNVERIFIED: _("Not verified"),
        Standing.VERIFIED: _("Verified"),
        Standing.OWN: _("Own and changed"),
        Standing.OFF: _("Switched off"),
    }[standing]
