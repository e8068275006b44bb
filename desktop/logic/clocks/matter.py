"""What a condition of a rule is asked about, and what it answers: yes, no, or ``None`` where it is open."""

from dataclasses import dataclass

from desktop.logic.clocks import steps
from desktop.logic.clocks.facts import Facts, Happening, Person, Span
from desktop.logic.clocks.index import CaseIndex
from desktop.logic.clocks.steps import Step

Answer = tuple[bool | None, list[Step]]


@dataclass(frozen=True, slots=True)
class Matter:
    """What the conditions are asked about: an event, the moment the rule looks at, and whose clock it would be.

    ``is_supposed``: asked what else may apply, so that an exception of which the file is silent stays open.
    """

    index: CaseIndex
    event: Happening
    moment: Span
    person: str | None
    is_supposed: bool = False

    @property
    def facts(self) -> Facts:
        """The case."""
        return self.index.facts

    @property
    def who(self) -> Person | None:
        """The person, if on file."""
        return self.facts.persons.get(self.person) if self.person else None


def wanted(asked: bool, found: bool | None, condition: str) -> Answer:  # noqa: FBT001 - two answers compared
    """What was asked compared with what was found."""
    if found is None:
        return None, [steps.Applied(condition, value=True, is_certain=False)]
    return found is asked, [steps.Applied(condition, found, is_certain=True)] if found is asked else []
