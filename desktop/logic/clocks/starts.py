"""From an event to the moments its clocks run from."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.logic.clocks import steps
from desktop.logic.clocks.calendar import Calendar
from desktop.logic.clocks.conditions import Matter, applies, is_held
from desktop.logic.clocks.counting import Terms, count_forward
from desktop.logic.clocks.deadline import Fault
from desktop.logic.clocks.facts import Happening, Span
from desktop.logic.clocks.index import CaseIndex, first_of, has_values, last_of, whole
from desktop.logic.clocks.lawbook import all_hold, holds_on
from desktop.logic.clocks.rule import Direction, Length, Roll, Rule, Trigger
from desktop.logic.clocks.stays import first_joined, runs_up_to, stay_before
from desktop.logic.clocks.steps import Step
from desktop.logic.when.zones import local_clock

ABOUT = ("detainee", "suspect", "accused", "defendant", "convicted", "acquitted", "victim", "patient", "client",
         "complainant", "co-detainee")  # fmt: skip
HELD = ("detainee", "suspect", "accused", "defendant", "convicted", "acquitted", "co-detainee")
_SUFFERED = frozenset(("ill-treatment", "threat", "use-of-force", "reprisal", "death"))  # what is about victims as well
_HANDED = frozenset(("in-person", "registry", "portal", "at-hearing"))  # channels by which it is received at once
_BYSTANDERS = ("witness-with-defence", "witness")  # whom an event is about where it is about nobody else
_JOINT = frozenset(("complaint", "motion", "appeal", "inquiry", "communication", "answer", "visit"))  # one for all
_NEAR = 3 * 24 * 3600  # seconds; an order is given that near to the custody it is for


class Start(NamedTuple):
    """A clock about to run.

    ``moment`` is that of the trigger, ``span`` what is counted from (they differ where a stay is credited or silence
    has to last), ``matter`` the event that alternative triggers have in common.
    """

    rule: Rule
    trigger: Trigger
    event: Happening
    person: str | None
    moment: Span
    span: Span
    matter: str
    applies: bool | None
    steps: tuple[Step, ...]

    def counted_from(self, span: Span, matter: str, *why: Step) -> "Start":
        """The same clock, counted from elsewhere or about more."""
        told = (*self.steps, *why)
        return Start(self.rule, self.trigger, self.event, self.person, self.moment, span, matter, self.applies, told)


def starts_of(rule: Rule, trigger: Trigger, event: Happening, index: CaseIndex, as_of: int) -> Iterator[Start]:
    """Every clock this event starts by this trigger, for each of its persons, that may apply.

    What decides soonest is asked first: most rules do not apply to most events.
    """
    moment = index.field(event, trigger.field) if trigger.field else index.span(event)
    if moment is None or not _is_meant(trigger, event, index):
        return
    linked = _linked(trigger, event, index) if trigger.links else None
    if trigger.links and linked is None:
        return
    in_force = holds_on(rule, moment, event.zone)
    if in_force is False:
        return
    matter = linked.id if linked else event.id
    span = whole(moment) if trigger.field and rule.direction is Direction.BACKWARD else moment
    for person in _persons(trigger, event):
        answer, why = applies(rule.applies_if, Matter(index, event, moment, person))
        if answer is not False and not _is_left_to_another(rule, trigger, event, moment, person, index):
            applying = all_hold(in_force, answer)
            taken = _started(trigger, event, moment)
            start = Start(rule, trigger, event, person, moment, span, matter, applying, taken)
            found = _moved(start, index, as_of)
            if found:
                yield found.counted_from(found.span, found.matter, *why) if why else found


def _is_meant(trigger: Trigger, event: Happening, index: CaseIndex) -> bool:
    """Whether the trigger speaks of this event, by what its fields and links say."""
    if trigger.where and not has_values(event, trigger.where):
        return False
    if trigger.unless and any(index.field(event, name) for name in trigger.unless):
        return False
    return not trigger.unlinked or next(index.linked_from(event.id, ("answers",)), None) is None


def _started(trigger: Trigger, event: Happening, moment: Span) -> tuple[Step, ...]:
    begun = steps.Started(event.id, event.kind, trigger.anchor, moment, trigger.field)
    if trigger.stands_for and event.fields.get("channel") not in _HANDED:
        return begun, steps.StandsFor(trigger.stands_for)
    return (begun,)


def _linked(trigger: Trigger, event: Happening, index: CaseIndex) -> Happening | None:
    """The event this one has to bear on."""
    found = index.linked_from(event.id, trigger.links)
    return next((one for one in found if not trigger.linked_kinds or one.kind in trigger.linked_kinds), None)


def _persons(trigger: Trigger, event: Happening) -> Sequence[str | None]:
    found = _in_roles(trigger.roles or _about(event), event)
    found = found or ([] if trigger.roles else _in_roles(_BYSTANDERS, event))
    return found[:1] or [None] if event.kind in _JOINT and not trigger.roles else found or [None]


def _about(event: Happening) -> tuple[str, ...]:
    """Whom an event is about: those who are held or charged, where there are any; else those who suffered or asked."""
    if event.kind in _JOINT or event.kind in _SUFFERED:
        return ABOUT
    return HELD if any(one.person and one.role in HELD for one in event.participants) else ABOUT


def _in_roles(roles: tuple[str, ...], event: Happening) -> list[str]:
    return list(dict.fromkeys(one.person for one in event.participants if one.person and one.role in roles))


def _is_not_first_of_day(event: Happening, moment: Span, person: str | None, index: CaseIndex) -> bool:
    """Whether another event of the kind began earlier on that day."""
    day = local_clock(first_of(moment), event.zone).date()
    for span, other in index.of(person, event.kind).up_to(last_of(moment)):
        if other.id != event.id and first_of(span) < first_of(moment):
            return local_clock(first_of(span), other.zone).date() == day
    return False


def _is_left_to_another(
    rule: Rule, trigger: Trigger, event: Happening, moment: Span, person: str | None, index: CaseIndex
) -> bool:
    """Whether another event starts this clock: the stay that runs on in this one, or the custody an order is for."""
    if trigger.joined and stay_before(event, person, index) is not None:
        return True
    if trigger.without and is_held(index, person, moment, trigger.without):
        return True
    if any(item.day_hours for item in rule.items) and _is_not_first_of_day(event, moment, person, index):
        return True
    near = first_of(moment) - _NEAR
    return any(True for kind in trigger.without for _ in index.of(person, kind).not_before(near))


def _moved(start: Start, index: CaseIndex, as_of: int) -> Start | None:
    """What the rule counts from: the stays it credits, the start of a chain, the end of a silence."""
    if start.trigger.chain_start:
        start = _from_chain(start, index)
    if start.trigger.credits:
        start = _credited(start, index)
    if start.trigger.after:
        return _after_silence(start, start.trigger.after, index, as_of)
    if start.trigger.unanswered and index.linked_to(start.event.id, ("answers",)):
        return None
    return start


def _from_chain(start: Start, index: CaseIndex) -> Start:
    """Up the ``extends`` links to the stay that is being prolonged; unlinked, to the last custody before it."""
    seen, event = {start.event.id}, start.event
    while True:
        above = next(index.linked_from(event.id, ("extends",)), None)
        if above is None:
            break
        if above.id in seen:
            index.faults[Fault("links-ring", event=start.event.id)] = None
            break
        seen.add(above.id)
        event = above
    if event is start.event:
        entry = next(index.of(start.person, "custody").up_to(last_of(start.moment)), None)
        event = entry[1] if entry else event
    if event is not start.event:
        event = first_joined(event, start.person, index)
    span = index.span(event)
    if event is start.event or span is None:
        return start
    counted = steps.Credited(event.id, event.kind, span)
    return start.counted_from(span, event.id, counted)


def _credited(start: Start, index: CaseIndex) -> Start:
    """Back to the stay that ran up to this one without a release between."""
    for kind in start.trigger.credits:
        for span, stay in index.of(start.person, kind).up_to(last_of(start.span)):
            if stay.id not in index.twins(start.event.id) and runs_up_to(span, stay, start.span, start.person, index):
                counted = steps.Credited(stay.id, stay.kind, span)
                return start.counted_from(span, start.matter, counted)
            break
    return start


def _after_silence(start: Start, length: Length, index: CaseIndex, as_of: int) -> Start | None:
    """The lapse has to be over, and nothing may have answered by then."""
    terms = Terms(length, exclude_first=True, roll=Roll.NONE, calendar=Calendar(start.rule.jurisdiction))
    zone = start.event.zone
    ends = [None if at is None else count_forward(terms, at, zone)[0] for at in start.span]
    lapse = Span(ends[0], ends[1])
    if as_of <= first_of(lapse):
        return None
    is_silent: bool | None = True if as_of > last_of(lapse) else None
    for answer in index.linked_to(start.event.id, ("answers",)) if start.trigger.unanswered else ():
        answered = index.span(answer) or Span(None, None)
        if last_of(answered) <= first_of(lapse):
            return None
        is_silent = all_hold(is_silent, True if first_of(answered) > last_of(lapse) else None)
    passed = steps.Lapsed(length, lapse)
    return start._replace(span=lapse, applies=all_hold(start.applies, is_silent), steps=(*start.steps, passed))
