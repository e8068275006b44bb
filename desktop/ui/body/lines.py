"""What the list of injuries shows of each: its number, what it is, when it was seen."""

from dataclasses import dataclass

from db.queries.injuries import InjuryLine
from desktop.i18n import N_
from desktop.ui import labels, times
from desktop.ui.body.words import called
from desktop.ui.models.columns import Column


@dataclass(frozen=True, slots=True)
class Numbered:
    """An injury and its number, which stays the same whatever is filtered."""

    number: int
    line: InjuryLine


def identify(one: Numbered) -> str:
    """The id of the injury."""
    return one.line.injury.id


def _number(one: Numbered) -> str:
    return str(one.number)


def _rank(one: Numbered) -> int:
    return one.number


def _what(one: Numbered) -> str:
    words = called(one.line.injury)
    return words[:1].upper() + words[1:]


def _who(one: Numbered) -> str:
    return labels.member(one.line.person)


def _seen(one: Numbered) -> str:
    return times.told_short(one.line.injury.observed)


def _seen_at(one: Numbered) -> int:
    observed = one.line.injury.observed
    return observed.earliest or 0 if observed else 0


def _level(one: Numbered) -> str:
    return labels.term("istanbul-levels", one.line.injury.istanbul)


def _colour(one: Numbered) -> str:
    return one.line.injury.colour or ""


def _size(one: Numbered) -> str:
    return one.line.injury.size or ""


COLUMNS: tuple[Column[Numbered], ...] = (
    Column("number", N_("No."), _number, 5, order=_rank, is_number=True),
    Column("what", N_("Injury"), _what, 30),
    Column("seen", N_("Observed"), _seen, 16, order=_seen_at),
    Column("level", N_("Istanbul Protocol level"), _level, 18),
    Column("size", N_("Size"), _size, 10),
    Column("colour", N_("Colour"), _colour, 12, is_spare=True),
    Column("person", N_("Person"), _who, 20, is_spare=True),
)
