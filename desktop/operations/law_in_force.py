"""The law in force in a vault, made ready once for as long as nobody settles it otherwise."""

from db.queries import settled
from db.rows import CalendarDayRow, RuleRow, TermRow
from db.vault import Session
from desktop.logic.clocks import Law
from desktop.operations.calendars import calendars_in_force
from desktop.operations.rules import rules_in_force

_Settled = tuple[list[RuleRow], list[CalendarDayRow], list[TermRow]]


class LawInForce:
    """Gives the rules and days off of some jurisdictions; kept until rules, days or terms in the vault change."""

    def __init__(self) -> None:
        self._settled: _Settled | None = None
        self._laws: dict[tuple[str, ...], Law] = {}

    def law_of(self, session: Session, regimes: tuple[str, ...]) -> Law:
        """The law of these jurisdictions as it stands in the vault now."""
        now = settled.rules(session), settled.calendar_days(session), settled.terms(session)
        if now != self._settled:
            self._settled, self._laws = now, {}
        if regimes not in self._laws:
            rules = rules_in_force(session)
            wanted = {rule.calendar or rule.jurisdiction for rule in rules if rule.jurisdiction in regimes}
            self._laws[regimes] = Law(rules, calendars_in_force(session, sorted(wanted)))
        return self._laws[regimes]
