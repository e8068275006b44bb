"""One procedural time limit as data: what starts it, how long it runs, whose duty it is, on what authority.

The shape is that of ``resources/rules/*.toml`` (one record a rule). Of one limit there may be several ``variant``s (by
gravity, by who decides) and several ``version``s (as the law changed); id, variant and version together are unique.
Everything is frozen; nothing here counts.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date

from desktop.logic.clocks.closed import Anchor, Bound, Confidence, Direction, Pick, Roll, Side, Unit

__all__ = [
    "Act",
    "Anchor",
    "Basis",
    "Bound",
    "Conditions",
    "Confidence",
    "Direction",
    "Expiry",
    "Item",
    "Length",
    "Listed",
    "Pick",
    "Roll",
    "Rule",
    "Side",
    "Trigger",
    "Unit",
    "Value",
]
Value = str | bool | int


@dataclasses.dataclass(frozen=True, slots=True)
class Conditions:
    """When a rule applies; every one given must hold, ``None`` and empty ask nothing.

    ``gravity`` is any of ``misdemeanour small medium grave especially-grave``; ``exception_ground`` any of the terms
    of the vocabulary (``has_exception_ground`` asks whether there is one at all); ``offence_articles`` any of
    ``272`` (whole article) or ``146-1``; ``stage``/``not_stage`` terms of stages; ``place_kinds`` of the trigger's
    place; ``addressee_kinds`` kinds of organisation, ``addressee_words`` word beginnings in small letters that name
    one in free text (of an answer: who gave it, or whom the filing it answers was addressed to); ``fields`` values a
    field of the trigger must have (any of), ``told`` the same, but open while the field says nothing, ``unless``
    values it may not have; ``offence_from``/``offence_to`` inclusive days of the alleged offence. ``during`` and
    ``not_during``: kinds of stay that must, or may not, hold the person then. ``order_unless``: values a field of the
    order for this custody may not have. ``addressee_known``: a nameless addressee is none. ``reports_to``: word
    beginnings of bodies for which a complaint of an offence or of torture is a report of a crime, and no complaint.
    ``cannot_follow``: who speaks neither language of the proceedings (``kk``, ``ru``), or is told to be ``impaired``.
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
    told: Mapping[str, tuple[Value, ...]] = dataclasses.field(default_factory=dict[str, tuple[Value, ...]])
    unless: Mapping[str, tuple[Value, ...]] = dataclasses.field(default_factory=dict[str, tuple[Value, ...]])
    offence_from: date | None = None
    offence_to: date | None = None
    cannot_follow: bool | None = None
    during: tuple[str, ...] = ()
    not_during: tuple[str, ...] = ()
    order_unless: Mapping[str, tuple[Value, ...]] = dataclasses.field(default_factory=dict[str, tuple[Value, ...]])
    addressee_known: bool | None = None
    reports_to: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Trigger:
    """Events of these kinds start the clock, each for its persons in these ``roles`` (none named: those it is about).

    The time is the event's own, or that of its field ``field``. ``links``: only where the event bears on another of
    ``linked_kinds`` by one of these links (a refusal that ``answers`` a complaint). ``after`` puts the start that far
    behind (a complaint left without answer for 15 day-periods; only while nothing ``answers`` it when
    ``unanswered``). ``credits``: kinds of stay that, running up to the trigger, are counted in: the clock starts with
    them. ``chain_start``: counted from the start of the stay which the event, by ``extends`` links, prolongs.
    ``unless``: not where one of these fields is filled in, from which the clock then runs instead. ``stands_for``: the
    field from which it would run, which is not on file: it may run later. ``without``: not where the person has an
    event of these kinds then or later. ``joined``: adjacent stays of the kind are one, from the first to the last.
    ``unlinked``: only an event that answers no other.
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
    unless: tuple[str, ...] = ()
    stands_for: str | None = None
    without: tuple[str, ...] = ()
    joined: bool = False
    unlinked: bool = False


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
    about the act itself (a release ends the wait for a court order). ``in_case``: an event of the case shows it,
    whomever it is about (a visit of a commission); ``same_place``: only at the place of the trigger.
    ``at``: the field of the act that tells when it was done, where it is filled in (when a motion reached the court).
    ``closing_is_mute``: what ends the matter too late says nothing of the act at all.
    """

    kinds: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    where: Mapping[str, tuple[Value, ...]] = dataclasses.field(default_factory=dict[str, tuple[Value, ...]])
    fields: tuple[str, ...] = ()
    until: bool = False
    never: Mapping[str, tuple[Value, ...]] = dataclasses.field(default_factory=dict[str, tuple[Value, ...]])
    closing: tuple[str, ...] = ()
    closing_until: bool = False
    in_case: bool = False
    same_place: bool = False
    at: str | None = None
    closing_is_mute: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist, named in every language, and what on file tells whether it is there.

    ``field`` of the trigger: filled in or affirmed; one of ``values`` where any are named; where ``words`` are, a word
    that begins with one of them (with one of ``not_words`` the line is missing). ``earlier``: the same field in the
    last event of these kinds at or before the trigger. ``since``: the trigger lasts until that day or comes after it.
    ``day_hours``: all events of its kind about the person on that day take no more hours than this.
    """

    id: str
    label: Mapping[str, str]
    field: str | None = None
    values: tuple[Value, ...] = ()
    words: tuple[str, ...] = ()
    not_words: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    since: date | None = None
    day_hours: int = 0


@dataclasses.dataclass(frozen=True, slots=True)
class Listed:
    """The fields of the trigger that name the lines of the checklist found there, and those found missing."""

    has: str
    lacks: str


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
    have changed since. ``reminders``: how long before the due we want to be told. ``alternatives``: the name of a group
    of limits of which only one applies: a breach of one that may not be one by another is possible. ``once``: one clock
    for a person in the whole case, from the first or last of its triggers (``pick``).
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
    listed: Listed | None = None
    alternatives: str = ""
    once: bool = False
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
