"""The clocks of the law: rules as data, counted on the facts of a case, with a trace a judge could follow."""

from desktop.logic.clocks.calendar import Calendar, NoWorkingDay
from desktop.logic.clocks.counting import TooFar
from desktop.logic.clocks.deadline import Certainty, Clocks, Deadline, Fault, Status
from desktop.logic.clocks.engine import Law, clocks_of
from desktop.logic.clocks.facts import Decision, Facts, Span
from desktop.logic.clocks.lawbook import key_of
from desktop.logic.clocks.reading import facts_of

__all__ = [
    "Calendar",
    "Certainty",
    "Clocks",
    "Deadline",
    "Decision",
    "Facts",
    "Fault",
    "Law",
    "NoWorkingDay",
    "Span",
    "Status",
    "TooFar",
    "clocks_of",
    "facts_of",
    "key_of",
]
