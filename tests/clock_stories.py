"""The language of the clock tests: what happened to one man, and what the engine makes of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from db.types import When
from desktop.logic import when
from desktop.logic.clocks import Calendar, Clocks, Deadline, Decision, Facts, clocks_of, key_of
from desktop.logic.clocks.facts import Charge, Happening, Link, Participant, Person
from desktop.logic.clocks.rule import Basis, Confidence, Rule, Side, Trigger, Unit
from desktop.logic.clocks.rulebook import merge, running
from resources.rules import shipped_rules

ALMATY = "Asia/Almaty"
LATER = "2030-01-01"


@cache
def shipped() -> tuple[Rule, ...]:
    """The rules as the program carries them."""
    return running(merge((table.body for table in shipped_rules().tables), ()))


@cache
def calendar() -> Calendar:
    """Kazakhstan in 2026: the days off of Nauryz with the two that fall on a weekend moved on, and some others."""
    days = ("01-01", "01-02", "01-07", "03-09", "03-23", "03-24", "03-25", "05-01", "05-07", "05-11", "07-06", "10-26")
    holidays = frozenset(date.fromisoformat(f"2026-{day}") for day in days)
    feast = date(2026, 5, 27)
    return Calendar("kz", holidays | {feast}, frozenset({date(2026, 1, 4)}), frozenset({feast}), frozenset({2026}))


def at(text: str, zone: str = ALMATY) -> When:
    """A time as the record keeps it."""
    return when.parse(text, zone)


def moment(text: str, zone: str = ALMATY) -> int:
    """A minute, or the first second of a day, in Unix seconds."""
    earliest = at(text, zone).earliest
    assert earliest is not None
    return earliest


def event(kind: str, start: str | None, *, name: str = "", until: str | None = None, **told: Any) -> Happening:
    """Something that happened to ``p`` in Almaty (``zone`` says otherwise); other keywords are its fields."""
    zone = told.pop("zone", ALMATY)
    role = told.pop("role", "detainee")
    people: Sequence[Participant] = told.pop("people", (Participant(role, "p"),))
    places, prospective, doubted = (told.pop(name, None) for name in ("places", "prospective", "doubted"))
    return Happening(
        id=name or kind,
        kind=kind,
        when=at(start, zone) if start else None,
        zone=zone,
        until=at(until, zone) if until else None,
        fields=told,
        participants=tuple(people),
        place_kinds=places or (),
        places=told.pop("at_places", ()),
        is_prospective=bool(prospective),
        is_doubted=bool(doubted),
        denied=told.pop("denied", frozenset()),
    )


def case(*events: Happening, links: Iterable[tuple[str, str, str]] = (), **told: Any) -> Facts:
    """A case of ``p``: ``links`` as (from, kind, to); other keywords are what is known of him and of the case."""
    zone = told.get("zone", ALMATY)
    born = at(told["born"], zone) if "born" in told else None
    jurisdiction = told.get("jurisdiction", "kz")
    return Facts(
        jurisdiction=jurisdiction,
        zone=zone,
        regimes=told.get("regimes", (jurisdiction, "int")),
        stage=told.get("stage"),
        persons={"p": Person("p", born, None, told.get("citizenships", ()), told.get("languages", ()))},
        events=events,
        links=tuple(Link(one, other, kind) for one, kind, other in links),
        charges=tuple(Charge("p", article) for article in told.get("articles", ())),
        decisions=told.get("decisions", ()),
    )


def decision(rule: str, event: str, **told: Any) -> Decision:
    """What we wrote down about a clock; ``at`` and ``override`` as EDTF."""
    times = {key: at(told.pop(key)) for key in ("at", "override") if key in told}
    return Decision(id="x", rule=rule, event=event, **times, **told)


def clocks(
    facts: Facts,
    rules: Iterable[Rule] | None = None,
    *,
    now: str = LATER,
    calendars: Mapping[str, Calendar] | None = None,
) -> Clocks:
    """Every clock of a case, by the shipped rules unless others are given."""
    tables = calendars if calendars is not None else {"kz": calendar()}
    return clocks_of(facts, shipped() if rules is None else rules, tables, moment(now))


def clock(facts: Facts, key: str, rules: Iterable[Rule] | None = None, *, now: str = LATER, **wanted: Any) -> Deadline:
    """The one clock of a rule (``KZ-K03/urgent``), of an event or by an anchor where there are several."""
    found = [one for one in clocks(facts, rules, now=now).deadlines if key_of(one.rule) == key]
    found = [one for one in found if all(getattr(one, name) == value for name, value in wanted.items())]
    assert len(found) == 1, [(one.event, one.anchor.value, due(one)) for one in found]
    return found[0]


def keys(facts: Facts, rules: Iterable[Rule] | None = None, *, now: str = LATER) -> list[str]:
    """The rules whose clocks run."""
    return sorted({key_of(one.rule) for one in clocks(facts, rules, now=now).deadlines})


def due(one: Deadline) -> str | None:
    """The due at the wall clock: ``2026-03-07T22:40``, ``2026-03-26 24:00``; two where it is a range."""
    if one.due is None:
        return None
    told = [_told(end, one.zone) for end in one.due]
    return told[0] if told[0] == told[1] else " / ".join(told)


def stands(one: Deadline) -> str:
    """``breached``, ``possibly breached``, ``open``."""
    return one.status.value if one.certainty == "certain" else f"possibly {one.status.value}"


def step(one: Deadline, kind: type[Any]) -> Any:
    """The one step of a kind."""
    found = [step for step in one.steps if isinstance(step, kind)]
    assert len(found) == 1, one.steps
    return found[0]


def rule(quantity: int = 0, unit: Unit = Unit.HOUR, **told: Any) -> Rule:
    """A rule about a detention, theirs, of hours from its moment; whatever is given instead."""
    given: dict[str, Any] = {
        "id": "XX-1",
        "version": 1,
        "jurisdiction": "kz",
        "title": {"en": "A limit"},
        "triggers": (Trigger(("detention",)),),
        "side": Side.THEIRS,
        "basis": (Basis("Act", "1"),),
        "source": "a page",
        "confidence": Confidence.MEMORY,
        "exclude_first": False,
    }
    return Rule(quantity=quantity, unit=unit, **(given | told))


def _told(end: int | None, zone: str) -> str:
    if end is None:
        return "?"
    local = when.to_local(end, zone)
    if local[11:19] == "23:59:59":
        return f"{local[:10]} 24:00"
    return local[:16]
