"""The record of one rule: which keys it has, of what shape, and what must hold between them."""

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, cast

from resources import resource
from resources.rules.shape import (
    Findings,
    day,
    flag,
    mapping,
    number,
    several,
    table,
    term,
    text,
    value_of_field,
    words,
)
from resources.vocabularies import event_kinds, fields, vocabulary

RULE_ID = r"[A-Z]{2,4}-[A-Z0-9]+([.-][A-Z0-9]+)*"
ENUMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "unit": (
            "hour",
            "sutki",
            "calendar_day",
            "working_day",
            "month",
            "year",
            "immediate",
            "none",
            "checklist",
        ),
        "anchor": ("actual", "recorded", "served", "announced", "received"),
        "pick": ("each", "first", "last"),
        "direction": ("forward", "backward"),
        "bound": ("not_later", "not_earlier"),
        "roll": ("none", "next_working_day"),
        "side": ("ours", "theirs"),
        "confidence": ("F", "O", "W", "M", "derived"),
        "gravity": ("misdemeanour", "small", "medium", "grave", "especially-grave"),
    }
)
UNITS_WITHOUT_QUANTITY = frozenset({"immediate", "none", "checklist"})

_LENGTH = table({"quantity": number(1), "unit": term("unit")}, {})
_VALUES = mapping("fields", several(value_of_field, least=1))
_KINDS = several(term("event-kinds"))
_LINKS = several(term("link-kinds"))
_ARTICLES = several(text(r"[0-9]+(-[0-9]+)*"))
_TRIGGER = table(
    {"kinds": several(term("event-kinds"), least=1)},
    {
        "anchor": term("anchor"),
        "field": term("fields"),
        "roles": several(term("roles")),
        "links": _LINKS,
        "linked_kinds": _KINDS,
        "where": _VALUES,
        "after": _LENGTH,
        "unanswered": flag,
        "credits": _KINDS,
        "chain_start": flag,
        "unless": several(term("fields")),
        "stands_for": term("fields"),
        "without": _KINDS,
        "joined": flag,
        "unlinked": flag,
    },
)
_CONDITIONS = table(
    {},
    {
        "minor": flag,
        "foreigner": flag,
        "in_custody": flag,
        "gravity": several(term("gravity")),
        "has_exception_ground": flag,
        "exception_ground": several(term("exception-grounds")),
        "offence_articles": _ARTICLES,
        "not_offence_articles": _ARTICLES,
        "stage": several(term("stages")),
        "not_stage": several(term("stages")),
        "place_kinds": several(term("place-kinds")),
        "addressee_kinds": several(term("organisation-kinds")),
        "addressee_words": several(text()),
        "fields": _VALUES,
        "told": _VALUES,
        "unless": _VALUES,
        "offence_from": day,
        "offence_to": day,
        "cannot_follow": flag,
        "during": _KINDS,
        "not_during": _KINDS,
        "order_unless": _VALUES,
        "addressee_known": flag,
        "reports_to": several(text()),
    },
)
_ACT = table(
    {},
    {
        "kinds": _KINDS,
        "links": _LINKS,
        "where": _VALUES,
        "fields": several(term("fields")),
        "until": flag,
        "never": _VALUES,
        "closing": _KINDS,
        "closing_until": flag,
        "in_case": flag,
        "same_place": flag,
        "at": term("fields"),
        "closing_is_mute": flag,
    },
)
_ITEM = table(
    {"id": text(r"[a-z][a-z0-9]*(-[a-z0-9]+)*"), "label": words()},
    {
        "field": term("fields"),
        "values": several(value_of_field, least=1),
        "words": several(text()),
        "not_words": several(text()),
        "earlier": _KINDS,
        "since": day,
        "day_hours": number(1),
    },
)
_LISTED = table({"has": term("fields"), "lacks": term("fields")}, {})
_EXPIRY = table({}, {"text": words(), "next": several(text(RULE_ID)), "templates": several(term("templates"))})
_BASIS = table({"act": text()}, {"article": text(), "part": text()})
_RULE = table(
    {
        "id": text(RULE_ID),
        "jurisdiction": text(r"[a-z]{2,8}"),
        "title": words(),
        "unit": term("unit"),
        "side": term("side"),
        "basis": several(_BASIS, least=1),
        "source": text(),
        "confidence": term("confidence"),
    },
    {
        "version": number(1),
        "variant": text(r"[a-z0-9]+(-[a-z0-9]+)*", may_be_empty=True),
        "triggers": several(_TRIGGER),
        "quantity": number(1),
        "applies_if": _CONDITIONS,
        "act": _ACT,
        "pick": term("pick"),
        "direction": term("direction"),
        "before": several(text(RULE_ID)),
        "bound": term("bound"),
        "exclude_first": flag,
        "roll": term("roll"),
        "calendar": text(r"[a-z]{2,8}", may_be_empty=True),
        "duty_bearer": words(),
        "on_expiry": _EXPIRY,
        "items": several(_ITEM),
        "listed": _LISTED,
        "alternatives": text(r"[a-z]+(-[a-z0-9]+)*", may_be_empty=True),
        "once": flag,
        "ladder": text(),
        "tier": number(),
        "override": term("fields"),
        "reminders": several(_LENGTH),
        "note": words(),
        "valid_from": day,
        "valid_to": day,
        "checked_to": day,
        "verified_by": text(may_be_empty=True),
        "verified_on": day,
    },
)
_VOCABULARIES = ("roles", "link-kinds", "exception-grounds", "stages", "place-kinds", "organisation-kinds")


@cache
def shipped_terms() -> Mapping[str, frozenset[str]]:
    """The terms that rules may name, as the program carries them; a vault may have kinds and fields of its own."""
    known: dict[str, frozenset[str]] = {name: frozenset(terms) for name, terms in ENUMS.items()}
    known |= {name: frozenset(vocabulary(name)) for name in _VOCABULARIES}
    known["templates"] = frozenset(_templates())
    return MappingProxyType(known | {"event-kinds": frozenset(event_kinds()), "fields": frozenset(fields())})


def _templates() -> Iterator[str]:
    """The ids of the templates of briefs that the program carries, of any jurisdiction."""
    for jurisdiction in resource("templates").iterdir():
        for language in jurisdiction.iterdir() if jurisdiction.is_dir() else ():
            yield from (PurePosixPath(file.name).stem for file in language.iterdir() if file.name.endswith(".toml"))


def faults_in(rule: Mapping[str, Any], terms: Mapping[str, Container[str]] | None = None) -> list[tuple[str, str]]:
    """Every fault of one rule as (key, code): its shape first, and where that is sound, what holds between keys."""
    found = Findings(terms or shipped_terms())
    _RULE(rule, "", found)
    if not found.faults:
        _check_quantity(rule, found)
        _check_order(rule, found)
        _check_direction(rule, found)
    return found.faults


def _check_quantity(rule: Mapping[str, Any], found: Findings) -> None:
    unit = rule["unit"]
    if unit in UNITS_WITHOUT_QUANTITY:
        if "quantity" in rule:
            found.note("quantity", "unknown-key")
    elif "quantity" not in rule:
        found.note("quantity", "missing")
    if unit == "checklist" and not rule.get("items"):
        found.note("items", "missing")
    ids = [item["id"] for item in cast("Sequence[Mapping[str, Any]]", rule.get("items", ()))]
    for place, one in enumerate(ids):
        if one in ids[:place]:
            found.note(f"items[{place}].id", "duplicate")


def _check_order(rule: Mapping[str, Any], found: Findings) -> None:
    conditions = rule.get("applies_if", {})
    for table_, start, end, key in (
        (rule, "valid_from", "valid_to", "valid_to"),
        (conditions, "offence_from", "offence_to", "applies_if.offence_to"),
    ):
        if start in table_ and end in table_ and table_[end] < table_[start]:
            found.note(key, "order")
    if bool(rule.get("verified_by")) != ("verified_on" in rule):
        found.note("verified_on" if rule.get("verified_by") else "verified_by", "missing")


def _check_direction(rule: Mapping[str, Any], found: Findings) -> None:
    if rule["id"] in rule.get("before", ()):
        found.note("before", "cycle")
    if rule["id"] in rule.get("on_expiry", {}).get("next", ()):
        found.note("on_expiry.next", "cycle")
    if rule.get("before") and rule.get("direction") != "backward":
        found.note("direction", "missing" if "direction" not in rule else "form")
    if rule.get("roll") == "next_working_day" and not rule.get("calendar"):
        found.note("calendar", "missing")
