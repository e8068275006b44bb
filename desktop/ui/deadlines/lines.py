"""What lists show of a deadline: when, what, whom, whose duty, how it stands and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.rows import CaseRow, PersonRow
from desktop.documents.clocks.standing import status_words
from desktop.i18n import _, current
from desktop.logic.clocks import Deadline, Span, key_of
from desktop.logic.clocks.deadline import Certainty, Status
from desktop.logic.clocks.rule import Side
from desktop.logic.when import to_local
from desktop.operations.deadlines import CaseClocks
from desktop.ui import labels, times
from desktop.ui.law import words

SOON = 3 * 24 * 3600  # seconds before it is due from which an open deadline presses, where its rule says no other
DUE = "due"
_MARKS: Mapping[str, tuple[str, str]] = {  # icon and colour of the look
    Status.MISSED: ("circle-alert", "danger"),
    Status.BREACHED: ("gavel", "danger"),
    DUE: ("timer", "warning"),
    Status.RESTORATION_ASKED: ("timer", "warning"),
    Status.REFUSED: ("circle-alert", "danger"),
    Status.UNPROVEN: ("circle-help", "warning"),
    Status.OPEN: ("clock", "accent"),
    Status.RESTORED: ("circle-check", "good"),
    Status.MET: ("circle-check", "good"),
    Status.WAIVED: ("x", "muted"),
}


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A deadline with whom it protects or binds; ``as_of`` is the moment it was reckoned at (Unix seconds).

    ``id`` tells it from every other of its case; it is put together once, in the lane: the window asks often.
    """

    deadline: Deadline
    case: CaseRow
    person: PersonRow | None
    as_of: int
    id: str = field(init=False)

    def __post_init__(self) -> None:
        one = self.deadline
        told = "|".join((key_of(one.rule), one.person or "", one.event, one.anchor.value))
        object.__setattr__(self, "id", told)

    @property
    def is_ours(self) -> bool:
        """Whether we must act."""
        return self.deadline.rule.side is Side.OURS

    @property
    def is_due(self) -> bool:
        """Whether it is open and presses: a reminder has come, or little time is left."""
        one = self.deadline
        if one.status is not Status.OPEN or one.cautious is None:
            return False
        return one.cautious - self.as_of <= SOON or any(moment <= self.as_of for moment in one.reminders)


def lines_of(found: CaseClocks) -> list[DeadlineLine]:
    """A line for every deadline of a case, by its due."""
    people = {person.id: person for person in found.file.persons}
    return [DeadlineLine(one, found.case, people.get(one.person or ""), found.as_of) for one in found.clocks.deadlines]


def title(line: DeadlineLine) -> str:
    """What the limit is called."""
    return words.said_in(line.deadline.rule.title)


def person(line: DeadlineLine) -> str:
    """Whom it is about."""
    return labels.member(line.person) if line.person else ""


def side(line: DeadlineLine) -> str:
    """Whose duty it is."""
    return _(words.SIDES[line.deadline.rule.side])


def mark(line: DeadlineLine) -> tuple[str, str]:
    """The icon of how it stands, and its colour."""
    return _MARKS[DUE if line.is_due else line.deadline.status]


def status(line: DeadlineLine) -> str:
    """How it stands."""
    return _("Due soon") if line.is_due else status_words(line.deadline, current().value)


def standing(line: DeadlineLine) -> str:
    """How it stands, and where that is only possible, so told."""
    told = status(line)
    return told if line.deadline.certainty is Certainty.CERTAIN else _("{status}, possibly").format(status=told)


def certainty(line: DeadlineLine) -> str:
    """Whether that holds however the facts are read."""
    return _("Certain") if line.deadline.certainty is Certainty.CERTAIN else _("Possible")


def verified(line: DeadlineLine) -> str:
    """Whether a lawyer signed the rule."""
    return _("Verified") if line.deadline.is_verified else _("Not verified")


def due(line: DeadlineLine) -> str:
    """When it falls due, in figures."""
    return span_words(line.deadline.due, line.deadline.zone)


def due_rank(line: DeadlineLine) -> tuple[bool, int]:
    """By the earliest due, else the latest; what has none comes last."""
    span = line.deadline.due or Span(None, None)
    moment = span.earliest if span.earliest is not None else span.latest
    return moment is None, moment or 0


def rule_name(line: DeadlineLine) -> str:
    """The id of the rule and its article."""
    rule = line.deadline.rule
    return labels.joined((key_of(rule), words.basis_words(rule)))


def span_words(span: Span | None, zone: str) -> str:
    """A moment, or the first and last it can be, in figures; a dash where the law sets no time."""
    if span is None:
        return "—"
    first, last = _moment(span.earliest, zone), _moment(span.latest, zone)
    return first if first == last else f"{first} – {last}"


def _moment(at: int | None, zone: str) -> str:
    """A moment to the minute; the end of a day is told as the day."""
    if at is None:
        return "…"
    local = to_local(at, zone)
    hour = local[11:16]
    return times.day(at, zone) if hour == "23:59" else f"{times.day(at, zone)} {hour}"
