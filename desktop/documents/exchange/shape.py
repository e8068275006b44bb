"""A case file held against its schema: every fault told in our words, and what of the file can still be looked at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from desktop.documents.exchange.faults import Faults, Spot, refusal
from desktop.i18n import _
from resources.schema import case_schema

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError, Validator

FORMAT = "sandyq-case"
VERSION: int = 1
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shaped:
    """The parts of a file whose values have the right form: the case, and each list's records with their numbers."""

    case: Record
    lists: Mapping[str, list[tuple[int, Record]]]


def shaped(value: object, faults: Faults) -> Shaped:
    """Note every fault of form. Raises ``InputFaults`` at once for what is no case file of a version we know."""
    _check_heading(value)
    document = cast("dict[str, Any]", value)
    try:
        found = [] if _validator().is_valid(document) else list(_validator().iter_errors(document))
    except ValueError:  # jsonschema_rs goes down 255 steps
        raise refusal(_("Its parts are nested too deeply.")) from None
    broken: dict[tuple[str | int, ...], set[str]] = {}
    for error in found:
        for spot, what in _told(error):
            faults.add(spot, what)
            _note_broken(spot, broken)
    return Shaped(
        _usable(document.get("case"), broken.get(("case",), set())),
        {
            key: [
                (number, _usable(record, broken.get((key, number), set())))
                for number, record in enumerate(cast("list[Any]", part))
            ]
            for key, part in document.items()
            if isinstance(part, list)
        },
    )


@cache
def _validator() -> "Validator":
    from jsonschema_rs import validator_for

    return validator_for(case_schema())


def _check_heading(value: object) -> None:
    table = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    if table.get("format") != FORMAT:
        raise refusal(_("It does not say that it is a case file of Sandyq."), "format")
    version = table.get("version")
    if version != VERSION or version is True:
        is_newer = isinstance(version, int) and version > VERSION
        newer = _("It was written by a newer version of Sandyq.")
        raise refusal(newer if is_newer else _("This version of the format is not known."), "version")


def _note_broken(spot: Spot, broken: dict[tuple[str | int, ...], set[str]]) -> None:
    """Remember the key of the record that a fault lies in: the rest of the record is still looked at."""
    depth = 1 if spot and spot[0] == "case" else 2
    if len(spot) > depth:
        broken.setdefault(spot[:depth], set()).add(str(spot[depth]))


def _usable(record: object, broken: set[str]) -> Record:
    if not isinstance(record, dict):
        return {}
    table = cast("dict[str, Any]", record)
    return {key: value for key, value in table.items() if key not in broken} if broken else table


def _told(error: "ValidationError") -> Iterator[tuple[Spot, str]]:
    """A fault of the schema with its place and our sentence; the library's own is English and quotes at length."""
    spot = tuple(error.instance_path)
    kind, facts = error.kind.name, error.kind.as_dict()
    if kind == "required":
        yield (*spot, facts["property"]), _("This is missing.")
    elif kind == "dependentRequired":
        yield (*spot, facts["property"]), _("This is missing, and something else here depends on it.")
    elif kind == "additionalProperties":
        for key in facts["unexpected"]:
            yield (*spot, key), _("This key is not known.")
    elif kind == "propertyNames":
        yield spot, _("One of its keys is not of the form that is kept.")
    else:
        yield spot, _sentence(kind, facts, [str(step) for step in error.schema_path])


def _sentence(kind: str, facts: Mapping[str, Any], path: list[str]) -> str:
    if kind == "type":
        return _expected(facts["types"])
    if kind == "enum":
        return _("It must be one of: {terms}.").format(terms=", ".join(map(str, facts["options"])))
    if kind == "pattern":
        return _form(path)
    if facts.get("limit") == 0 and kind == "maxItems":
        return _("This version of the program keeps nothing here yet; leave the list empty.")
    return {
        "maxLength": _("It is too long: {limit} characters at most."),
        "maxItems": _("There are too many: {limit} at most."),
        "maxProperties": _("There are too many: {limit} at most."),
        "minLength": _("It must not be empty."),
        "minItems": _("There are too few: {limit} at least."),
        "minProperties": _("It must not be empty."),
        "minimum": _("It must be {limit} or more."),
        "maximum": _("It must be {limit} or less."),
        "uniqueItems": _("The same stands here twice."),
        "falseSchema": _("This cannot stand here together with the other keys."),
        "anyOf": _("It must name the record it is about."),
    }.get(kind, _("It is not of the form that is kept.")).format(limit=facts.get("limit"))


def _expected(types: list[str] | str) -> str:
    """What a value should have been; two mixtures occur, a time and the value of an extra field."""
    several = [types] if isinstance(types, str) else sorted(types)
    if several == ["object", "string"]:
        return _("It must be a time: EDTF text, or an object with edtf and zone.")
    if len(several) > 1:
        return _("It must be a text, a number, true or false, or a list of these.")
    return {
        "string": _("It must be a text."), "boolean": _("It must be true or false."),
        "integer": _("It must be a whole number."), "number": _("It must be a number."),
        "array": _("It must be a list."), "object": _("It must be an object."),
    }.get(several[0], _("It is not of the form that is kept."))  # fmt: skip


def _form(path: list[str]) -> str:
    """What a text should have looked like, by the part of the schema that it failed."""
    part = path[-2] if len(path) > 1 else ""
    return {
        "id": _("An id holds no spaces."),
        "language": _("It must be a language code such as ru, kk or kk-Latn."),
        "zone": _("It must be a time zone such as Asia/Almaty."),
        "sha256": _("It must be 64 lower-case hexadecimal digits."),
        "file": _("It must be a path inside the folder of the case file, written with “/”."),
    }.get(part, _("It must not be blank."))
