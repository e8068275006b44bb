"""From the record of a rule to the values of its form and back; and which field a fault of the record belongs to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from desktop.errors import Fault
from desktop.i18n import _
from desktop.ui.dialogs.editors.rule_form.inputs import LANGUAGES
from desktop.ui.dialogs.editors.rule_form.lines import BASIS, ITEM, LENGTH, TRIGGER
from desktop.ui.dialogs.editors.rule_form.part import Part, shown, strangers, written

_SIGNATURE = frozenset({"verified_by", "verified_on"})
_LINES: Mapping[str, Sequence[Part]] = {"triggers": TRIGGER, "basis": BASIS, "items": ITEM, "reminders": LENGTH}
_STEP = re.compile(r"[.\[][^.\[]*$")
_LINE = re.compile(r"\[(\d+)\]\.?(\w*)")


def shown_in_form(body: Mapping[str, Any], parts: Sequence[Part]) -> dict[str, Any]:
    """The value every part shows for a record."""
    return {part.key: shown(_table(body, part), _inner(part)) for part in parts}


def written_from_form(body: Mapping[str, Any], values: Mapping[str, Any], parts: Sequence[Part]) -> dict[str, Any]:
    """The record ``body`` with these values; everything the form did not change is word by word as it was."""
    made = written(body, values, [part for part in parts if not _within(part)])
    for name in _tables(parts):
        inside = [part for part in parts if _within(part) == name]
        told = {_inner(part).key: values[part.key] for part in inside}
        table = written(body.get(name, {}), told, [_inner(part) for part in inside])
        if table:
            made[name] = table
        elif name in made and body.get(name):
            del made[name]
    return made


def untold_keys(body: Mapping[str, Any], parts: Sequence[Part]) -> list[str]:
    """The keys of a record, by their path, that the form has no field for; they are kept as they are."""
    names = _tables(parts)
    found = [key for key in strangers(body, parts) if key not in names and key not in _SIGNATURE]
    for name in names:
        inside = [_inner(part) for part in parts if _within(part) == name]
        found += [f"{name}.{key}" for key in strangers(body.get(name, {}), inside)]
    for name, of_line in _LINES.items():
        for place, line in enumerate(body.get(name, ())):
            found += [f"{name}[{place}].{key}" for key in strangers(line, of_line)]
    return found


def placed(fault: Fault, parts: Sequence[Part]) -> Fault:
    """A fault of the record at the part of the form it belongs to, saying which line or language of it is meant."""
    known, place = {part.key for part in parts}, fault.place
    while place and place not in known:
        place = _STEP.sub("", place) if _STEP.search(place) else ""
    if not place:
        return Fault(fault.place, _("{key}: {what}").format(key=fault.place, what=fault.what)) if fault.place else fault
    rest = fault.place.removeprefix(place)
    line, language = _LINE.match(rest), LANGUAGES.get(rest.removeprefix("."))
    if line and place in _LINES:
        return Fault(place, _line_told(place, int(line[1]) + 1, line[2], fault.what))
    if language:
        return Fault(place, _("{language}: {what}").format(language=_(language), what=fault.what))
    return Fault(place, fault.what)


def _line_told(place: str, number: int, key: str, what: str) -> str:
    title = next((part.title for part in _LINES[place] if part.key == key), "")
    if not title:
        return _("Line {number}: {what}").format(number=number, what=what)
    return _("Line {number}, {title}: {what}").format(number=number, title=_(title), what=what)


def _within(part: Part) -> str:
    """The table of the record a part is in; empty for the record itself."""
    return part.key.partition(".")[0] if "." in part.key else ""


def _tables(parts: Sequence[Part]) -> list[str]:
    """The tables of the record that parts are in."""
    return list(dict.fromkeys(_within(part) for part in parts if "." in part.key))


def _inner(part: Part) -> Part:
    return replace(part, key=part.key.partition(".")[2]) if "." in part.key else part


def _table(body: Mapping[str, Any], part: Part) -> Mapping[str, Any]:
    name = _within(part)
    return cast("Mapping[str, Any]", body.get(name, {})) if name else body
