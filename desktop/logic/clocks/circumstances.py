"""Conditions that ask about the event and the case: the offence, the place, the addressee, what its fields say."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from desktop.logic.clocks import steps
from desktop.logic.clocks.facts import Span
from desktop.logic.clocks.index import first_of, has_values, last_of
from desktop.logic.clocks.lawbook import all_hold
from desktop.logic.clocks.matter import Answer, Matter
from desktop.logic.clocks.rule import Conditions
from desktop.logic.when.zones import local_clock

NO_GROUND = "none"  # the term that says that there is no ground for 72 hours
_ADMINISTRATIVE, _ARREST = "administrative", "administrative-arrest"  # a stage, a kind of event
_SOON = 3 * 24 * 3600  # seconds; a detention is followed that soon by the arrest it was for
_NEAR = 4 * 24 * 3600  # seconds; an order is given that near to the custody it is for
_REPORTS = ("offence", "torture")  # subjects of a complaint that is a report of a crime
_ANSWERS = frozenset(("answer", "decision"))
_ARTICLE = re.compile(r"\d+(?:-\d+)?")


def gravity(asked: Conditions, matter: Matter) -> Answer:
    """A word of the vocabulary of gravities in the trigger, or what the ground for 72 hours says."""
    gravity = matter.event.fields.get("gravity")
    if gravity is None and matter.event.fields.get("exception_ground") == "especially-grave":
        gravity = "especially-grave"
    if gravity is None:
        return None, [steps.Applied("gravity", None, is_certain=False)]
    return gravity in asked.gravity, [steps.Applied("gravity", gravity, is_certain=True)]


def exception(asked: Conditions, matter: Matter) -> Answer:
    """A ground for 72 hours: whoever relies on one has to name it, so that silence is none; ``none`` says so."""
    ground = matter.event.fields.get("exception_ground")
    has_ground = bool(ground) and ground != NO_GROUND
    if asked.has_exception_ground is not None and asked.has_exception_ground is not has_ground:
        return False, []
    if asked.exception_ground and ground not in asked.exception_ground:
        return False, []
    is_asked = asked.exception_ground or (asked.has_exception_ground is not None and (has_ground or ground))
    value = ground if has_ground else None
    return True, [steps.Applied("exception_ground", value, is_certain=True)] if is_asked else []


def offence(asked: Conditions, matter: Matter) -> Answer:
    """By the articles of the person's charges and of the trigger; with none on file no special rule applies."""
    charged = set(_articles(matter))
    if not charged and matter.is_supposed and asked.offence_articles:
        return None, [steps.Applied("offence_articles", None, is_certain=False)]
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


def committed(asked: Conditions, matter: Matter) -> Answer:
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


def stage(asked: Conditions, matter: Matter) -> Answer:
    """By the stage of the case; where it names none, an arrest tells that a matter is administrative."""
    told = matter.facts.stage
    if told is None and _ADMINISTRATIVE in (*asked.stage, *asked.not_stage):
        found = _is_administrative(matter)
        answer = found if _ADMINISTRATIVE in asked.stage else None if found is None else not found
        return answer, [steps.Applied("administrative", None, is_certain=False)] if answer is None else []
    return (not asked.stage or told in asked.stage) and told not in asked.not_stage, []


def _is_administrative(matter: Matter) -> bool | None:
    """An arrest and what bears on it are; a detention that an arrest follows may be."""
    event, index = matter.event, matter.index
    if event.kind == _ARREST or any(one.kind == _ARREST for one in index.linked_from(event.id, ("appeals",))):
        return True
    if event.kind != "detention":
        return False
    arrests = index.of(matter.person, _ARREST).not_before(first_of(matter.moment))
    return None if any(first_of(span) <= last_of(matter.moment) + _SOON for span, _ in arrests) else False


def place(asked: Conditions, matter: Matter) -> Answer:
    """By the place of the trigger and what that lies in."""
    found = [kind for kind in matter.event.place_kinds if kind in asked.place_kinds]
    return bool(found), [steps.Applied("place_kinds", found[0], is_certain=True)] if found else []


def addressee(asked: Conditions, matter: Matter) -> Answer:
    """By the organisation addressed, or by words in the text; open where neither is on file.

    Of an answer: by who gave it, and by whom what it answers was addressed to.
    """
    index, event = matter.index, matter.event
    named = [event, *index.linked_from(event.id, ("answers",))]
    kinds = {one.kind for other in named for one in other.participants if one.role == "addressee" and one.kind}
    texts = (other.fields.get("addressee") or "" for other in named)
    told = event.fields.get("authority", "") if event.kind in _ANSWERS else ""
    words = re.findall(r"\w+", " ".join(map(str, (*texts, told))).casefold())
    if not kinds and not words:
        return (False, []) if asked.addressee_known else (None, [steps.Applied("addressee", None, is_certain=False)])
    if event.fields.get("subject") in _REPORTS and _is_named(asked.reports_to, words):
        return False, []
    return not kinds.isdisjoint(asked.addressee_kinds) or _is_named(asked.addressee_words, words), []


def order(asked: Conditions, matter: Matter) -> Answer:
    """Not where an order near the custody says so: what is told of it counts for the stay it began."""
    first, last = first_of(matter.moment) - _NEAR, last_of(matter.moment) + _NEAR
    near = [event for _, event in matter.index.of(matter.person, "custody-order").between(first, last)]
    return not any(has_values(one, {name: values}) for one in near for name, values in asked.order_unless.items()), []


def _is_named(wanted: tuple[str, ...], words: Sequence[str]) -> bool:
    """Whether words begin as one of these does; of several words in one, all ("investigating judge")."""
    return any(all(any(word.startswith(part) for word in words) for part in one.split()) for one in wanted)


def fields(asked: Conditions, matter: Matter) -> Answer:
    """As the fields of the trigger say."""
    return has_values(matter.event, asked.fields), []


def told(asked: Conditions, matter: Matter) -> Answer:
    """As the fields of the trigger say; open while one of them says nothing."""
    silent = [name for name in asked.told if matter.event.fields.get(name) in (None, "")]
    answer = has_values(matter.event, {name: one for name, one in asked.told.items() if name not in silent})
    if not answer:
        return False, []
    names = silent or asked.told
    values = [matter.event.fields.get(name) for name in names]
    told = [steps.Told(name, value, matter.event.kind) for name, value in zip(names, values, strict=True)]
    return (None if silent else True), list(told)


def unless(asked: Conditions, matter: Matter) -> Answer:
    """Not where a field of the trigger has such a value."""
    return not any(has_values(matter.event, {name: values}) for name, values in asked.unless.items()), []
