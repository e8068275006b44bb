"""The bytes of a case file as plain values: size, UTF-8, JSON without doubles, and no character that hides another."""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from desktop.documents.exchange.faults import Faults, Spot, refusal
from desktop.documents.exchange.letters import is_unwanted
from desktop.documents.file_bytes import read_bytes
from desktop.i18n import _

LARGEST = 256 * 1024 * 1024  # bytes: a case of half a million events

_ESCAPED = re.compile(r"\\u(?:00[0189]|007[fF]|20[26]|[dD][89a-fA-F])")  # what may stand for one of them
Doubled = list[tuple[dict[str, Any], str]]


def read_source(path: Path) -> Any:
    """The JSON value in a file. Raises ``InputFaults``, or ``UserError`` when there is no such file."""
    text = _decoded(read_bytes(path, LARGEST, _("Choose a case.json."), refusal))
    doubled: Doubled = []
    endless: list[float] = []

    def paired(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(pairs)
        if len(table) != len(pairs):
            doubled.extend((table, key) for key in table if sum(key == other for other, _value in pairs) > 1)
        return table

    def measured(digits: str) -> float:
        number = float(digits)
        if not math.isfinite(number):
            endless.append(number)
        return number

    try:
        value = json.loads(text, object_pairs_hook=paired, parse_float=measured, parse_constant=measured)
    except json.JSONDecodeError as error:
        place = _("line {line}, column {column}").format(line=error.lineno, column=error.colno)
        raise refusal(_("This is not JSON: the file is damaged or was cut off."), place) from None
    except RecursionError:
        raise refusal(_("Its parts are nested too deeply.")) from None
    except ValueError:  # Python reads no whole number of more than 4,300 digits
        raise refusal(_("It holds a number with too many digits.")) from None
    if doubled or endless or is_unwanted(text) or _ESCAPED.search(text):
        check_values(value, faults := Faults(), doubled)
        faults.refuse()
    return value


def check_values(value: object, faults: Faults, doubled: Doubled | None = None) -> None:
    """Note a fault at every text and number of a JSON value that cannot be kept, and at keys that stand twice."""
    for spot, part in _parts(value):
        if isinstance(part, str) and is_unwanted(part):
            faults.add(spot, _("It holds a character that cannot be seen or that turns the reading order."))
        elif isinstance(part, float) and not math.isfinite(part):
            faults.add(spot, _("This is not a number that can be kept."))
        for table, key in doubled or ():
            if table is part:
                faults.add((*spot, key), _("This key stands here twice."))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _("byte {number}").format(number=error.start + 1)
        raise refusal(_("This is not UTF-8 text."), place) from None


def _parts(value: object) -> Iterator[tuple[Spot, object]]:
    """Every value in a JSON value, and every key of its objects, each with its spot."""
    waiting: list[tuple[Spot, object]] = [((), value)]
    while waiting:
        spot, part = waiting.pop()
        yield spot, part
        if isinstance(part, dict):
            for key, inner in cast("dict[str, object]", part).items():
                if is_unwanted(key):
                    yield (*spot, key), key
                waiting.append(((*spot, key), inner))
        elif isinstance(part, list):
            waiting.extend(((*spot, number), inner) for number, inner in enumerate(cast("list[object]", part)))
