"""Hours in words: "8 pm", "20 часов 30 минут", "сағат 20-да", "кешкі 8"."""

import re

from desktop.logic.when.errors import WhenUnreadable
from desktop.logic.when.tokens import Dotted, HalfOfDay, Mark, Number, PartOfDay, Time, Token

_MORNING = {hour: hour for hour in range(4, 12)}
_DAY = {11: 11, 12: 12} | {hour: hour + 12 for hour in range(1, 7)} | {hour: hour for hour in range(13, 19)}
_EVENING = {hour: hour + 12 for hour in range(4, 12)} | {hour: hour for hour in range(16, 24)}
_NIGHT = (
    {12: 0} | {hour: hour for hour in range(6)} | {hour: hour + 12 for hour in range(9, 12)} | {21: 21, 22: 22, 23: 23}
)
_HOURS: dict[HalfOfDay | PartOfDay, dict[int, int]] = {
    HalfOfDay.AM: {12: 0} | {hour: hour for hour in range(1, 12)},
    HalfOfDay.PM: {12: 12} | {hour: hour + 12 for hour in range(1, 12)},
    HalfOfDay.DAY: _DAY,
    HalfOfDay.EVENING: _EVENING,
    HalfOfDay.NIGHT: _NIGHT,
    PartOfDay.MORNING: _MORNING,
    PartOfDay.AFTERNOON: _DAY,
    PartOfDay.EVENING: _EVENING,
    PartOfDay.NIGHT: _NIGHT,
}
_LAST_HOUR, _LAST_MINUTE = 24, 59
_SAID = re.compile(r"a[ap]*[ndt](?:nm)?|[ndt](?:h(?:nm)?p?|p)")


def on_the_clock(time: Time, part: HalfOfDay | PartOfDay) -> Time:
    """The time of a twelve-hour clock in that part of the day; what does not fit raises ``syntax``."""
    hour = _HOURS[part].get(time.hour)
    if hour is None:
        raise WhenUnreadable("", "syntax")
    return Time(hour, time.minute, time.second)


def time_of(value: Number | Dotted | Time) -> Time:
    """The time a number is once a word says so; what no clock shows raises ``syntax``."""
    match value:
        case Number(hour):
            time = Time(hour)
        case Dotted(hour, minute):
            time = Time(hour, minute)
        case _:
            time = value
    if time.hour > _LAST_HOUR or time.minute > _LAST_MINUTE:
        raise WhenUnreadable("", "syntax")
    return time


def _letter(token: Token) -> str:
    """One letter for each kind of token that matters here, so that a pattern can find hours in a row of them."""
    match token:
        case Number() | Dotted() | Time():
            return {Number: "n", Dotted: "d", Time: "t"}[type(token)]
        case HalfOfDay():
            return "p"
        case Mark.HOUR | Mark.HOUR_AHEAD | Mark.MINUTE:
            return {Mark.HOUR: "h", Mark.HOUR_AHEAD: "a", Mark.MINUTE: "m"}[token]
        case _:
            return "."


def _said_hour(tokens: list[Token]) -> Time:
    """The time these tokens say together: an hour, then perhaps minutes, and a half of the day on either side."""
    hour = next(token for token in tokens if isinstance(token, Number | Dotted | Time))
    time = time_of(hour)
    for token in tokens[tokens.index(hour) + 1 :]:
        if isinstance(token, Number):
            time = time_of(Dotted(time.hour, token.value))
    for token in tokens:
        if isinstance(token, HalfOfDay):
            time = on_the_clock(time, token)
    return time


def with_hours(tokens: list[Token]) -> list[Token]:
    """The tokens with every number that words call an hour turned into a time."""
    read: list[Token] = []
    at = 0
    for found in _SAID.finditer("".join(map(_letter, tokens))):
        read += tokens[at : found.start()]
        read.append(_said_hour(tokens[found.start() : found.end()]))
        at = found.end()
    return read + tokens[at:]
