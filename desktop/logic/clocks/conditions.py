"""Whether a rule applies: yes, no, or ``None`` where the facts leave it open; and what that rests on."""

from collections.abc import Callable
from datetime import date
from typing import Any

from desktop.logic.clocks import circumstances, steps
from desktop.logic.clocks.facts import Happening, Span
from desktop.logic.clocks.index import FOR_EVER, CaseIndex, first_of, last_of
from desktop.logic.clocks.lawbook import all_hold
from desktop.logic.clocks.matter import Answer, Matter, wanted
from desktop.logic.clocks.rule import Conditions
from desktop.logic.clocks.steps import Step
from desktop.logic.when.zones import local_clock, start_of_day, zone_called

__all__ = ["LIBERTY", "Matter", "applies", "is_held"]
LIBERTY = ("detention", "custody", "administrative-arrest", "house-arrest", "imprisonment")
_ADULT = 18  # years
_ADULT_ASSUMED, _CITIZEN_ASSUMED = steps.Assumed("adult"), steps.Assumed("citizen")
_PROCEEDINGS = frozenset(("kk", "ru"))  # the languages of proceedings in Kazakhstan


def applies(asked: Conditions, matter: Matter) -> Answer:
    """Whether every condition holds, and the steps that say why."""
    answers, taken = list[bool | None](), list[Step]()
    for question in matter.index.remember(asked, _questions):
        answer, why = question(asked, matter)
        if answer is False:
            return False, []
        answers.append(answer)
        taken += why
    return all_hold(*answers), taken


def _minor(asked: Conditions, matter: Matter) -> Answer:
    """Under eighteen at the moment; who has no age on file is taken for an adult."""
    born = matter.who.born if matter.who else None
    if born is None or born.earliest is None or born.latest is None:
        return not asked.minor, [_ADULT_ASSUMED]
    first, last = (_eighteen(at, born.zone) for at in (born.earliest, born.latest))
    is_minor = True if last_of(matter.moment) < first else False if first_of(matter.moment) >= last else None
    return wanted(asked.minor is True, is_minor, "minor")


def _eighteen(born: int, zone: str) -> int:
    """The first moment at the age of eighteen, by the wall clock (29 February comes of age on 1 March)."""
    day = local_clock(born, zone).date()
    year = day.year + _ADULT
    is_leapling = (day.month, day.day) == (2, 29)
    return start_of_day(date(year, 3, 1) if is_leapling else day.replace(year=year), zone_called(zone))


def _foreigner(asked: Conditions, matter: Matter) -> Answer:
    """Of other citizenships only; who has none on file is taken for a citizen."""
    citizenships = matter.who.citizenships if matter.who else ()
    if not citizenships:
        return not asked.foreigner, [_CITIZEN_ASSUMED]
    is_foreigner = matter.facts.jurisdiction.casefold() not in {one.casefold() for one in citizenships}
    return wanted(asked.foreigner is True, is_foreigner, "foreigner")


def _stays(asked: Conditions, matter: Matter) -> Answer:
    """Whether stays of some kinds hold the person then; open where no stay of any kind is on file."""
    if not any(True for kind in LIBERTY for _ in matter.index.of(matter.person, kind).not_before(-FOR_EVER)):
        return None, [steps.Applied("stays", None, is_certain=False)]
    held = True if not asked.during else is_held(matter.index, matter.person, matter.moment, asked.during)
    free = is_held(matter.index, matter.person, matter.moment, asked.not_during) if asked.not_during else False
    return all_hold(held, None if free is None else not free), []


def _in_custody(asked: Conditions, matter: Matter) -> Answer:
    return wanted(asked.in_custody is True, is_held(matter.index, matter.person, matter.moment), "in_custody")


def is_held(index: CaseIndex, person: str | None, moment: Span, kinds: tuple[str, ...] = LIBERTY) -> bool | None:
    """Whether a stay without liberty covers a moment; the latest stay that began by then tells."""
    begun = [next(index.of(person, kind).up_to(last_of(moment)), None) for kind in kinds]
    stays = [entry for entry in begun if entry]
    if not stays:
        return False
    span, stay = max(stays, key=_start)
    end = index.end(stay)
    if end is None:
        released = next(index.of(person, "release").not_before(first_of(span)), None)
        end = released[0] if released else Span(None, None)
    if last_of(end) < first_of(moment):
        return False
    return True if first_of(end) >= last_of(moment) or end == Span(None, None) else None


def _cannot_follow(asked: Conditions, matter: Matter) -> Answer:
    """Who speaks neither language of the proceedings, or was told to be drunk or ill; open where nothing is on file."""
    spoken = {one.split("-", maxsplit=1)[0] for one in (matter.who.languages if matter.who else ())}
    impaired = matter.event.fields.get("impaired")
    for kind in LIBERTY[:2] if impaired is None else ():
        entry = next(matter.index.of(matter.person, kind).up_to(last_of(matter.moment)), None)
        impaired = entry[1].fields.get("impaired") if entry and impaired is None else impaired
    found: bool | None = True if impaired is True else spoken.isdisjoint(_PROCEEDINGS) if spoken else None
    return wanted(asked.cannot_follow is True, found, "cannot_follow")


def _start(entry: tuple[Span, Happening]) -> tuple[int, int]:
    return first_of(entry[0]), last_of(entry[0])


Question = Callable[[Conditions, Matter], Answer]
_QUESTIONS: tuple[tuple[Question, tuple[str, ...]], ...] = (
    (circumstances.stage, ("stage", "not_stage")),
    (circumstances.fields, ("fields",)),
    (circumstances.unless, ("unless",)),
    (circumstances.told, ("told",)),
    (circumstances.exception, ("has_exception_ground", "exception_ground")),
    (circumstances.offence, ("offence_articles", "not_offence_articles")),
    (circumstances.place, ("place_kinds",)),
    (circumstances.addressee, ("addressee_kinds", "addressee_words", "reports_to")),
    (_minor, ("minor",)),
    (_foreigner, ("foreigner",)),
    (_cannot_follow, ("cannot_follow",)),
    (_stays, ("during", "not_during")),
    (circumstances.order, ("order_unless",)),
    (_in_custody, ("in_custody",)),
    (circumstances.gravity, ("gravity",)),
    (circumstances.committed, ("offence_from", "offence_to")),
)


def _questions(asked: Conditions) -> tuple[Question, ...]:
    """Those that are asked at all."""
    return tuple(ask for ask, names in _QUESTIONS if any(getattr(asked, name) not in _EMPTY for name in names))


_EMPTY: tuple[Any, ...] = (None, (), {})
