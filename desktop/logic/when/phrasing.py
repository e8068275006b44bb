"""How dates are set against each other, as EDTF: before, after, between, from and to, one or the other.

"Before 12 January" ends with the 11th and "after" begins with the 13th; "by", "until", "до", "по", "дейін" and "не
позднее" include the day, because people use them both ways and the wider reading is the safer one. What is shown back
("no later than 11 January") leaves no doubt.
"""

from collections.abc import Callable
from datetime import timedelta

from desktop.logic.when.errors import WhenUnreadable
from desktop.logic.when.fields import HEDGES, Fields, complete, extent, gather, neighbour, real_date
from desktop.logic.when.hours import with_hours
from desktop.logic.when.tokens import Mark, Month, Number, Token, Year

Tokens = list[Token]

_PREFIXES = {
    Mark.POST_BETWEEN: Mark.BETWEEN,
    Mark.POST_TO: Mark.TO,
    Mark.POST_BEFORE: Mark.BEFORE,
    Mark.POST_AFTER: Mark.AFTER,
    Mark.POST_SINCE: Mark.SINCE,
    Mark.POST_NOT_BEFORE: Mark.NOT_BEFORE,
    Mark.POST_NIGHT: Mark.NIGHT_TO,
}
_UNKNOWNS = (Mark.NO_DAY, Mark.NO_MONTH, Mark.NO_START, Mark.NO_END)


def _split(tokens: Tokens, *marks: Token) -> list[Tokens]:
    """The tokens between the marks."""
    parts: list[Tokens] = [[]]
    for token in tokens:
        if token in marks:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _without(tokens: Tokens, *marks: Token) -> Tokens:
    return [token for token in tokens if token not in marks]


def _two(parts: list[Tokens]) -> tuple[Fields, Fields]:
    """Both dates, each with what only the other one says."""
    if len(parts) != 2:  # noqa: PLR2004 - a pair
        raise WhenUnreadable("", "syntax")
    one, other = gather(parts[0]), gather(parts[1])
    complete(one, other)
    complete(other, one)
    return one, other


def _between(lead: Tokens, rest: Tokens) -> str:
    one, other = _two([lead + part for part in _split(rest, Mark.AND, Mark.DASH, Mark.TO)])
    return f"[{extent(one)[0]}..{extent(other)[1]}]"


def _since(lead: Tokens, rest: Tokens) -> str:
    end = "" if Mark.NO_END in rest else ".."
    return f"{extent(gather(lead + _without(rest, Mark.NO_END, Mark.NOW)))[0]}/{end}"


def _from(lead: Tokens, rest: Tokens) -> str:
    parts = _split(rest, Mark.TO, Mark.DASH)
    if len(parts) == 1:
        return _since(lead, rest)
    one, other = _two([lead + part for part in parts])
    return f"{extent(one)[0]}/{extent(other)[1]}"


def _to(lead: Tokens, rest: Tokens) -> str:
    start = "" if Mark.NO_START in rest else ".."
    rest = _without(rest, Mark.NO_START)
    hedges, before = _hedges_first(lead)
    if before and not (gather(rest).is_time_alone and gather(before).time is None):
        one, other = _two([hedges + before, hedges + rest])
        return f"{extent(one)[0]}/{extent(other)[1]}"
    return f"{start}/{extent(gather(lead + rest))[1]}"


def _before(lead: Tokens, rest: Tokens) -> str:
    return f"../{extent(neighbour(gather(lead + rest), -1))[1]}"


def _after(lead: Tokens, rest: Tokens) -> str:
    return f"[{extent(neighbour(gather(lead + rest), 1))[0]}..]"


def _not_before(lead: Tokens, rest: Tokens) -> str:
    return f"[{extent(gather(lead + rest))[0]}..]"


def _night(lead: Tokens, rest: Tokens, *, is_one_enough: bool = True) -> str:
    """From ten in the evening to six in the morning; named by both days, or by the second alone."""
    parts = _split(rest, Mark.AND, Mark.DASH, Mark.TO, Mark.ONTO)
    if lead or (len(parts) == 1 and not is_one_enough):
        raise WhenUnreadable("", "syntax" if lead else "ambiguous")
    evening, morning = (gather(parts[0]), gather(parts[0])) if len(parts) == 1 else _two(parts)
    if morning.time or morning.part or morning.notes:
        raise WhenUnreadable("", "syntax")
    day = real_date(morning)
    if len(parts) > 1 and real_date(evening) != day - timedelta(days=1):
        raise WhenUnreadable("", "no-such-date")
    return f"[{day - timedelta(days=1)}T22:00..{day}T06:00]"


def _night_of(lead: Tokens, rest: Tokens) -> str:
    return _night(lead, rest, is_one_enough=False)


_RELATIONS: dict[Mark, Callable[[Tokens, Tokens], str]] = {
    Mark.BETWEEN: _between,
    Mark.FROM: _from,
    Mark.TO: _to,
    Mark.BEFORE: _before,
    Mark.AFTER: _after,
    Mark.SINCE: _since,
    Mark.NOT_BEFORE: _not_before,
    Mark.NIGHT_TO: _night,
    Mark.NIGHT_OF: _night_of,
}


def _hedges_first(tokens: Tokens) -> tuple[Tokens, Tokens]:
    """The hedges at either end, which are about the whole, and the rest."""
    start, end = 0, len(tokens)
    while start < end and tokens[start] in HEDGES:
        start += 1
    while end > start and tokens[end - 1] in HEDGES:
        end -= 1
    return tokens[:start] + tokens[end:], tokens[start:end]


def _prefixed(tokens: Tokens) -> Tokens:
    """Kazakh word order turned round: "5 қаңтардан 9 қаңтарға дейін" becomes from 5 January to 9 January."""
    marks = [token for token in tokens if isinstance(token, Mark) and token in _PREFIXES]
    if Mark.NOW in tokens and Mark.FROM_ENDING in tokens:
        marks = [mark for mark in marks if mark is not Mark.POST_SINCE] + [Mark.POST_SINCE]
    if not marks:
        return tokens
    tokens = [token for token in tokens if token in _UNKNOWNS] + _without(tokens, *_UNKNOWNS)
    last = marks[-1]
    parts = [part for part in _split(_without(tokens, *marks), Mark.FROM_ENDING) if part]
    if len(parts) == 2 and last is Mark.POST_TO and marks[:-1] in ([], [Mark.POST_SINCE]):  # noqa: PLR2004 - a pair
        return [Mark.FROM, *parts[0], Mark.TO, *parts[1]]
    if len(marks) > 1:
        raise WhenUnreadable("", "syntax")
    mark = _PREFIXES[last]
    joint = [Mark.AND] if mark in (Mark.BETWEEN, Mark.NIGHT_TO) else []
    return [mark, *parts[0], *(token for part in parts[1:] for token in (*joint, *part))] if parts else [mark]


def _winter(lead: Tokens, rest: Tokens) -> str | None:
    """A winter named by both its years, 2021–2022 or 2021/22; None where it is none."""
    match rest:
        case [Month(24), Year(first), Mark.DASH | Mark.SLASH, Year(last) | Number(last)] | [
            Year(first),
            Mark.DASH | Mark.SLASH,
            Year(last) | Number(last),
            Month(24),
        ] if last in (first + 1, (first + 1) % 100):
            hedge = extent(gather([*lead, Year(first)]))[0].removeprefix(str(first))
            return f"{first}-12{hedge}/{first + 1}-02{hedge}"
        case _:
            return None


def _listed(lead: Tokens, rest: Tokens) -> str:
    """One of several dates (or), or all of them (and)."""
    dates = [gather(lead + part) for part in _split(rest, Mark.OR, Mark.AND)]
    for date in dates[:-1]:
        complete(date, dates[-1])
    for date in dates[1:]:
        complete(date, dates[0])
    items = [first if first == last else f"{first}..{last}" for first, last in map(extent, dates)]
    if Mark.OR in rest and Mark.AND in rest:
        raise WhenUnreadable("", "syntax")
    return f"[{','.join(items)}]" if Mark.OR in rest else f"{{{','.join(items)}}}"


def _ranged(lead: Tokens, rest: Tokens) -> str:
    """Two dates with a dash between; one may be missing, or unknown."""
    parts = _split(rest, Mark.DASH)
    if parts[0] in ([], [Mark.NO_START]):
        return _to(lead, _without(rest, Mark.DASH))
    if parts[-1] in ([], [Mark.NO_END]):
        return _since(lead, _without(rest, Mark.DASH))
    one, other = _two([lead + part for part in parts])
    return f"{extent(one)[0]}/{extent(other)[1]}"


def _plain(lead: Tokens, rest: Tokens) -> str:
    first, last = extent(gather(lead + rest))
    return first if first == last else f"[{first}..{last}]"


def edtf_of(tokens: Tokens) -> str:
    """The EDTF text a row of tokens means; a row that means none raises ``WhenUnreadable``."""
    tokens = with_hours(tokens)
    if tokens[-2:] == [Mark.DASH, Mark.MAYBE]:  # "05.01.2022 – ?"
        tokens[-1] = Mark.NO_END
    if tokens[:2] == [Mark.MAYBE, Mark.DASH]:
        tokens[0] = Mark.NO_START
    lead, rest = _hedges_first(tokens)
    rest = _prefixed(rest)
    for at, token in enumerate(rest):
        if isinstance(token, Mark) and token in _RELATIONS:
            return _RELATIONS[token](lead + rest[:at], rest[at + 1 :])
    winter = _winter(lead, rest)
    if winter:
        return winter
    if Mark.OR in rest or Mark.AND in rest:
        return _listed(lead, rest)
    if Mark.ELLIPSIS in rest:
        return _between(lead, [Mark.DASH if token is Mark.ELLIPSIS else token for token in rest])
    return _ranged(lead, rest) if Mark.DASH in rest else _plain(lead, rest)
