"""One procedural time limit as data: what starts it, how long it runs, whose duty it is, on what authority.

The shape is that of ``resources/rules/*.toml`` (one record a rule). Of one limit there may be several ``variant``s (by
gravity, by who decides) and several ``version``s (as the law changed); id, variant and version together are unique.
Everything is frozen; nothing here counts.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

Value = str | bool | int


class Unit(StrEnum):
    """What a limit is counted in; ``sutki`` are day-periods that end at 24:00 of the last one."""

    HOUR = "hour"
    SUTKI = "sutki"
    CALENDAR_DAY = "calendar_day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"
    IMMEDIATE = "immediate"
    NONE = "none"  # the law sets no limit, and says so
    CHECKLIST = "checklist"  # not a time: the items that must be there


class Anchor(StrEnum):
    """Which moment of the trigger the count runs from."""

    ACTUAL = "actual"
    RECORDED = "recorded"
    SERVED = "served"
    ANNOUNCED = "announced"
    RECEIVED = "received"


class Pick(StrEnum):
    """Which of several triggers counts: every one has its own clock, or the first or last of them alone."""

    EACH = "each"
    FIRST = "first"
    LAST = "last"


class Direction(StrEnum):
    """Forward from the trigger, or backward from the due of another rule (from the trigger where none is named)."""

    FORWARD = "forward"
    BACKWARD = "backward"


class Bound(StrEnum):
    """Whether the act may come no later, or no earlier, than the due."""

    NOT_LATER = "not_later"
    NOT_EARLIER = "not_earlier"


class Roll(StrEnum):
    """What becomes of a due on a day off."""

    NONE = "none"
    NEXT_WORKING_DAY = "next_working_day"


class Side(StrEnum):
    """Ours: we must act. Theirs: they had to."""

    OURS = "ours"
    THEIRS = "theirs"


class Confidence(StrEnum):
    """How sure the figure is: official text of 2024 or later, older redaction, other page, memory, derived."""

    OFFICIAL = "F"
    OLDER = "O"
    WEB = "W"
    MEMORY = "M"
    DERIVED = "derived"


@dataclasses.dataclass(frozen=True, slots=True)
class Conditions:
    """When a rule applies; every one given must hold, ``None`` and empty ask nothing.

    ``gravity`` is any of ``misdemeanour small medium grave especially-grave``; ``exception_ground`` any of the terms
    of the vocabulary (``has_exception_ground`` asks whether there is one at all); ``offence_articles`` any of
    ``272`` (whole article) or ``146-1``; ``stage``/``not_stage`` terms of stages; ``place_kinds`` of the trigger's
    place; ``addressee_kinds`` kinds of organisation, ``addressee_words`` word beginnings in small letters that name
    one in free text; ``fields`` values a field of the trigger must have (any of); ``offence_from``/``offence_to``
    inclusive days of the alleged offence.
    """

    minor: bool | None = None
    foreigner: bool | None = None
    in_custody: bool | None = None
    gravity: tuple[str, ...] = ()
    has_exception_ground: bool | None = None
    exception_ground: tuple[str, ...] = ()
    offence_articles: tuple[str, ...] = ()
    not_offence_articles: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    not_stage: tuple[str, ...] = ()
    place_kinds: tuple[str, ...] = ()
    addressee_kinds: tuple[str, ...] = ()
    addressee_words: tuple[str, ...] = ()
    fields: Mapping[str, tuple[Value, ...]] = dataclasses.field(default_factory=dict[str, tuple[Value, ...]])
    offence_from: date | None = None
    offence_to: date | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Trigger:
    """Events of these kinds start the clock, each for its persons in these ``roles`` (none named: those it is about).

    The time is the event's own, or that of its field ``field``. ``links``: only where the event bears on another of
    ``linked_kinds`` by one of these links (a refusal that ``answers`` a complaint). ``after`` puts the start that far
    behind (a complaint left without answer for 15 day-periods; only while nothing ``answers`` it when
    ``unanswered``). ``credits``: kinds of stay that, running up to the trigger, are counted in: the clock starts with
    them. ``chain_start``: counted from the start of the stay which the event, by ``extends`` links, prolongs.
    """

    kinds: tuple[str, ...]
    anchor: Anchor = Anchor.ACTUAL
    field: str | None = None
    roles: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    linked_kinds: tuple[str, ...] = ()
    where: Mapping[str, tuple[Value, ...]] = dataclasses.field(default_factory=dict[str, tuple[Value, ...]])
    after: "Length | None" = None
    unanswered: bool = False
    credits: tuple[str, ...] = ()
    chain_start: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time: ``Length(15, Unit.SUTKI)``."""

    quantity: int
    unit: Unit


@dataclasses.dataclass(frozen=True, slots=True)
class Act:
    """What shows that, and when, the act was done; the first of all that is shown counts.

    ``kinds``: later events of the same person (only those linked to the trigger by one of ``links`` where any is
    named; ``where`` as in ``Conditions.fields``). ``fields``: fields of the trigger: a time, or a safeguard or yes/no
    that says it was or was not done. ``until``: the trigger's own end. ``never``: values of fields of the trigger by
    which a source says that it never came (``{"status": ("ignored", "overdue")}``). ``closing`` and
    ``closing_until``: events, and the trigger's own end, that in time end the matter, but coming late show nothing
    about the act itself (a release ends the wait for a court order).
    """

    kinds: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    where: Mapping[str, tuple[Value, ...]] = dataclasses.field(default_factory=dict[str, tuple[Value, ...]])
    fields: tuple[str, ...] = ()
    until: bool = False
    never: Mapping[str, tuple[Value, ...]] = dataclasses.field(default_factory=dict[str, tuple[Value, ...]])
    closing: tuple[str, ...] = ()
    closing_until: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist, named in every language; ``field`` of the trigger says whether it is there."""

    id: str
    label: Mapping[str, str]
    field: str | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Expiry:
    """What follows from the lapse: words in every language, the rules that start then, templates to answer with."""

    text: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    next: tuple[str, ...] = ()
    templates: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Basis:
    """Where the law says so: an act by its short name (``UPK``), article and part as printed."""

    act: str
    article: str = ""
    part: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """One limit. ``quantity`` in ``unit``; ``valid_from`` and ``valid_to`` are inclusive days of the trigger.

    ``before``: for a backward rule, the ids whose due it is counted from. ``tier``: the place of a limit in a ladder
    of extensions (custody: 1 → 2 months, 2 → 3 …), ``ladder`` its name. ``override``: the field of the trigger by
    which an order names its own end. ``checked_to``: the day up to which the text was looked at, where the law may
    have changed since. ``reminders``: how long before the due we want to be told.
    """

    id: str
    version: int
    jurisdiction: str
    title: Mapping[str, str]
    triggers: tuple[Trigger, ...]
    unit: Unit
    side: Side
    basis: tuple[Basis, ...]
    source: str
    confidence: Confidence
    variant: str = ""
    quantity: int = 0
    applies_if: Conditions = Conditions()
    act: Act = Act()
    pick: Pick = Pick.EACH
    direction: Direction = Direction.FORWARD
    before: tuple[str, ...] = ()
    bound: Bound = Bound.NOT_LATER
    exclude_first: bool = True
    roll: Roll = Roll.NONE
    calendar: str = ""
    duty_bearer: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    on_expiry: Expiry = Expiry()
    items: tuple[Item, ...] = ()
    ladder: str = ""
    tier: int = 0
    override: str | None = None
    reminders: tuple[Length, ...] = ()
    note: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])
    valid_from: date | None = None
    valid_to: date | None = None
    checked_to: date | None = None
    verified_by: str | None = None
    verified_on: date | None = None
    is_on: bool = True
