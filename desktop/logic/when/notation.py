"""From EDTF text to its shape, before any clock is counted.

The notation is ISO 8601-2 as far as the record needs it, and three things more: a time may stop at the minute, a time
may stand wherever a date may, a season may be doubted. Dates that are not digits alone are judged by the ``edtf``
package, so that other programs can read what we keep.
"""

import re
from dataclasses import replace
from functools import lru_cache

from desktop.logic.when.errors import WhenUnreadable
from desktop.logic.when.shapes import Choice, Clock, Edge, Point, Shape, Span, Unit

LONGEST = 200  # characters; nobody writes a longer time by hand
_DOUBTS = "?~%"
_POINT = re.compile(
    r"(?P<date>"
    r"(?P<q1>[?~%])?(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)(?P<q2>[?~%])?"
    r"(?:-(?P<q3>[?~%])?(?P<month>[0-9]{2}|[01]X|XX)(?P<q4>[?~%])?"
    r"(?:-(?P<q5>[?~%])?(?P<day>[0-9]{2}|[0-3]X|XX))?)?"
    r")"
    r"(?P<time>T(?P<hour>[01][0-9]|2[0-4]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?"
    r"(?P<offset>Z|[+-][01][0-9]:[0-5][0-9])?)?"
)
_BEYOND_US = re.compile(
    r"Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?"  # years of more than four digits
    r"|-[0-9]{4}(?:-[0-9]{2}){0,2}"  # years before our era
    r"|[0-9]{4}S[0-9]+"  # significant digits
)
_HALF_A_MONTH = re.compile(r"(?<=^[0-9]{4}-[01])X(?=[?~%]?$)")
_COMPONENTS = {"q1": Unit.YEAR, "q2": Unit.YEAR, "q3": Unit.MONTH, "q4": Unit.MONTH, "q5": Unit.DAY}


@lru_cache(maxsize=4096)
def _is_edtf(text: str) -> bool:
    """Whether the ``edtf`` package reads this date: up to thirty milliseconds a text, hence the memory."""
    from edtf import parse_edtf

    asked = _HALF_A_MONTH.sub("X-XX", text)  # edtf 5.0 breaks on 2022-1X but knows 2022-1X-XX
    return parse_edtf(asked, fail_silently=True) is not None


def _read_clock(found: re.Match[str]) -> Clock | None:
    if not found["time"]:
        return None
    clock = Clock(int(found["hour"]), int(found["minute"]), int(found["second"]) if found["second"] else None)
    if (clock.hour, clock.minute, clock.second or 0) > (24, 0, 0):
        raise WhenUnreadable(found[0], "syntax")
    if not found["offset"]:
        return clock
    if found["offset"] == "Z":
        return replace(clock, offset=0)
    hours, minutes = found["offset"][1:].split(":")
    seconds = int(hours) * 3600 + int(minutes) * 60
    return replace(clock, offset=-seconds if found["offset"][0] == "-" else seconds)


def _with_doubt(point: Point, marks: list[tuple[Unit, str]]) -> Point:
    """The point in doubt as its marks say: the coarsest unit counts, and different marks together make ``%``."""
    kinds = {mark for _, mark in marks}
    return replace(point, doubt=kinds.pop() if len(kinds) == 1 else "%", doubted=marks[0][0])


def _read_point(text: str) -> Point:
    """A date or time with what qualifies it."""
    body, whole = (text[:-1], text[-1]) if text.endswith(tuple(_DOUBTS)) else (text, "")
    found = _POINT.fullmatch(body)
    if found is None:
        raise WhenUnreadable(text, "unsupported" if _BEYOND_US.fullmatch(body) else "syntax")
    point = Point(found["year"], found["month"], found["day"], _read_clock(found))
    if found["time"] and not found["day"]:
        raise WhenUnreadable(text, "syntax")
    marks = [(unit, found[name]) for name, unit in _COMPONENTS.items() if found[name]]
    if (bool(marks) + point.is_partial + (point.clock is not None)) > 1:  # the edtf package breaks on 2022-0X-?05
        raise WhenUnreadable(text, "unsupported")
    if (marks or point.is_partial) and not _is_edtf(found["date"] + whole):
        raise WhenUnreadable(text, "syntax")
    if whole:
        marks.append((point.unit, whole))
    return _with_doubt(point, marks) if marks else point


def _read_span(text: str, first: str, last: str) -> Span:
    ends = [Edge(end) if end in ("", "..") else _read_point(end) for end in (first, last)]
    if all(isinstance(end, Edge) for end in ends):
        raise WhenUnreadable(text, "unsupported")
    return Span(*ends)


def _read_item(text: str) -> Point | Span:
    """One item of a choice; here an end left out is open."""
    if ".." not in text:
        return _read_point(text)
    first, last = text.split("..", 1)
    return _read_span(text, first or "..", last or "..")


def _read_choice(text: str) -> Choice:
    items = tuple(_read_item(item) for item in text[1:-1].split(","))
    spans = [(at, item) for at, item in enumerate(items) if isinstance(item, Span)]
    is_open_inside = any(
        (item.first is Edge.OPEN and at > 0) or (item.last is Edge.OPEN and at < len(items) - 1) for at, item in spans
    )
    if is_open_inside or (len(items) == 1 and not spans):
        raise WhenUnreadable(text, "syntax")
    return Choice(items, every=text[0] == "{")


def read_shape(text: str) -> Shape:
    """The shape of an EDTF text; raises ``WhenUnreadable`` (``syntax``, ``unsupported``)."""
    if len(text) > LONGEST:
        raise WhenUnreadable(text, "syntax")
    if text[:1] + text[-1:] in ("[]", "{}"):
        return _read_choice(text)
    if "/" in text:
        return _read_span(text, *text.split("/", 1))
    return _read_point(text)
