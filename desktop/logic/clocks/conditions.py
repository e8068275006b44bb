"""Whether a rule applies: yes, no, or ``None`` where the facts leave it open; and what that rests on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop.logic.clocks import steps
from desktop.logic.clocks.facts import Facts, Happening, Person, Span
from desktop.logic.clocks.index import CaseIndex, first_of, has_values, last_of
from desktop.logic.clocks.lawbook import all_hold
from desktop.logic.clocks.rule import Conditions
from desktop.logic.clocks.steps import Step
from desktop.logic.when.zones import local_clock, start_of_day, zone_called

LIBERTY = ("detention", "custody", "administrative-arrest", "house-arrest", "imprisonment")
_ADULT = 18  # years
_ADULT_ASSUMED, _CITIZEN_ASSUMED = steps.Assumed("adult"), steps.Assumed("citizen")
_ARTICLE = re.compile(r"\d+(?:-\d+)?")
Answer = tuple[bool | None, list[Step]]


@dataclass(frozen=True, slots=True)
class Matter:
    """What the conditions are asked about: an event, the moment the rule looks at, and whose clock it would be."""

    index: CaseIndex
    event: Happening
    moment: Span
    person: str | None

    @property
    def facts(self) -> Facts:
        """The case."""
        return self.index.facts

    @property
    def who(self) -> Person | None:
        """The person, if on file."""
        return self.facts.persons.get(self.person) if self.person else None


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
    return _wanted(asked.minor is True, is_minor, "minor")


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
    return _wanted(asked.foreigner is True, is_foreigner, "foreigner")


def _in_custody(asked: Conditions, matter: Matter) -> Answer:
    return _wanted(asked.in_custody is True, is_held(matter.index, matter.person, matter.moment), "in_custody")


def is_held(index: CaseIndex, person: str | None, moment: Span) -> bool | None:
    """Whether a stay without liberty covers a moment; the latest stay that began by then tells."""
    begun = [next(index.of(person, kind).up_to(last_of(moment)), None) for kind in LIBERTY]
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


def _gravity(asked: Conditions, matter: Matter) -> Answer:
    """A word of the vocabulary of gravities in the trigger, or what the ground for 72 hours says."""
    gravity = matter.event.fields.get("gravity")
    if gravity is None and matter.event.fields.get("exception_ground") == "especially-grave":
        gravity = "especially-grave"
    if gravity is None:
        return None, [steps.Applied("gravity", None, is_certain=False)]
    return gravity in asked.gravity, [steps.Applied("gravity", gravity, is_certain=True)]


def _exception(asked: Conditions, matter: Matter) -> Answer:
    ground = matter.event.fields.get("exception_ground")
    if asked.has_exception_ground is not None and asked.has_exception_ground is not bool(ground):
        return False, []
    if asked.exception_ground and ground not in asked.exception_ground:
        return False, []
    is_asked = asked.exception_ground or asked.has_exception_ground
    return True, [steps.Applied("exception_ground", ground, is_certain=True)] if is_asked else []


def _offence(asked: Conditions, matter: Matter) -> Answer:
    """By the articles of the person's charges and of the trigger; with none on file no special rule applies."""
    charged = set(_articles(matter))
    if asked.offence_articles and not charged & set(asked.offence_articles):
        return False, []
    if charged & set(asked.not_offence_articles):
        return False, []
    named = sorted(charged & set(asked.offence_articles))
    return True, [steps.Applied("offence_articles", ", ".join(named), is_certain=True)] if named else []


def _articles(matter: Matter) -> Iterator[str]:
    told = str(matter.event.fields.get("article", ""))
    for text in (*matter.index.articles_against(matter.person), told):
        found = _ARTICLE.search(text)
        if found:
            yield found.group()


def _committed(asked: Conditions, matter: Matter) -> Answer:
    """When the alleged offence was; open where that is not on file."""
    entry = next(matter.index.of(matter.person, "alleged-offence").not_before(first_of(Span(None, None))), None)
    if entry is None:
        return None, [steps.Applied("offence_date", None, is_certain=False)]
    days = [None if at is None else local_clock(at, entry[1].zone).date() for at in entry[0]]
    answer = all_hold(_from(days, asked.offence_from), _to(days, asked.offence_to))
    return answer, [steps.Applied("offence_date", entry[1].id, is_certain=answer is not None)]


def _from(days: list[date | None], limit: date | None) -> bool | None:
    first, last = days
    if limit is None:
        return True
    if last is not None and last < limit:
        return False
    return True if first is not None and first >= limit else None


def _to(days: list[date | None], limit: date | None) -> bool | None:
    first, last = days
    if limit is None:
        return True
    if first is not None and first > limit:
        return False
    return True if last is not None and last <= limit else None


def _stage(asked: Conditions, matter: Matter) -> Answer:
    stage = matter.facts.stage
    return (not asked.stage or stage in asked.stage) and stage not in asked.not_stage, []


def _place(asked: Conditions, matter: Matter) -> Answer:
    found = [kind for kind in matter.event.place_kinds if kind in asked.place_kinds]
    return bool(found), [steps.Applied("place_kinds", found[0], is_certain=True)] if found else []


def _addressee(asked: Conditions, matter: Matter) -> Answer:
    """By the organisation addressed, or by words in the text; open where neither is on file."""
    kinds = [one.kind for one in matter.event.participants if one.role == "addressee" and one.kind]
    words = re.findall(r"\w+", str(matter.event.fields.get("addressee") or "").casefold())
    if not kinds and not words:
        return None, [steps.Applied("addressee", None, is_certain=False)]
    is_named = any(kind in asked.addressee_kinds for kind in kinds)
    is_named = is_named or any(word.startswith(asked.addressee_words) for word in words)
    return is_named, []


def _fields(asked: Conditions, matter: Matter) -> Answer:
    return has_values(matter.event, asked.fields), []


def _wanted(asked: bool, found: bool | None, condition: str) -> Answer:  # noqa: FBT001 - two answers compared
    if found is None:
        return None, [steps.Applied(condition, value=True, is_certain=False)]
    return found is asked, [steps.Applied(condition, found, is_certain=True)] if found is asked else []


def _start(entry: tuple[Span, Happening]) -> tuple[int, int]:
    return first_of(entry[0]), last_of(entry[0])


Question = Callable[[Conditions, Matter], Answer]
_QUESTIONS: tuple[tuple[Question, tuple[str, ...]], ...] = (
    (_stage, ("stage", "not_stage")),
    (_fields, ("fields",)),
    (_exception, ("has_exception_ground", "exception_ground")),
    (_offence, ("offence_articles", "not_offence_articles")),
    (_place, ("place_kinds",)),
    (_addressee, ("addressee_kinds", "addressee_words")),
    (_minor, ("minor",)),
    (_foreigner, ("foreigner",)),
    (_in_custody, ("in_custody",)),
    (_gravity, ("gravity",)),
    (_committed, ("offence_from", "offence_to")),
)


def _questions(asked: Conditions) -> tuple[Question, ...]:
    """Those that are asked at all."""
    return tuple(ask for ask, names in _QUESTIONS if any(getattr(asked, name) not in _EMPTY for name in names))


_EMPTY: tuple[Any, ...] = (None, (), {})
