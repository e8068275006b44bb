"""The rules by which any language says a point, two ends, or a choice."""

from dataclasses import dataclass, replace

from desktop.logic.when.bounds import days_of
from desktop.logic.when.shapes import Choice, Clock, Edge, Point, Shape, Span, Unit
from desktop.logic.when.speech import Case, Kinship, Speech

_NORTHERN = {25: 21, 26: 22, 27: 23, 28: 24}  # what ISO 8601-2 calls northern seasons are the only ones we keep


def clock_text(clock: Clock) -> str:
    """``20:00``, ``20:00:30``; in an hour that came twice ``23:30 (UTC+5)``."""
    text = f"{clock.hour:02}:{clock.minute:02}"
    if clock.second is not None:
        text += f":{clock.second:02}"
    if clock.offset is None:
        return text
    hours, minutes = divmod(abs(clock.offset) // 60, 60)
    sign = "-" if clock.offset < 0 else "+"
    return f"{text} (UTC{sign}{hours}{f':{minutes:02}' if minutes else ''})"


def kinship_of(one: Point, other: Point) -> Kinship:
    """What two ends have in common."""
    if one.is_partial or other.is_partial or one.unit is not other.unit:
        return Kinship.NONE
    is_same_year = one.year == other.year
    is_same_month = is_same_year and one.month == other.month
    same = {
        Unit.TIME: (is_same_month and one.day == other.day, Kinship.DAY),
        Unit.DAY: (is_same_year, Kinship.MONTH if is_same_month else Kinship.DAYS),
        Unit.MONTH: (is_same_year, Kinship.MONTHS),
        Unit.YEAR: (True, Kinship.YEARS),
    }
    is_kin, kinship = same.get(one.unit, (False, Kinship.NONE))
    return kinship if is_kin else Kinship.NONE


def without_doubt(point: Point) -> Point:
    """The point as if it were sure."""
    return replace(point, doubt="", doubted=None)


def _joined(texts: list[str], joint: str) -> str:
    return joint.join((", ".join(texts[:-1]), texts[-1]))


@dataclass(frozen=True, slots=True)
class Teller:
    """Says times in one language."""

    speech: Speech

    def tell(self, shape: Shape) -> str:
        """A whole shape."""
        match shape:
            case Point():
                return self.point(shape)
            case Span(first, last):
                return self.span(first, last)
            case _:
                return self.choice(shape)

    def point(self, point: Point, case: Case = Case.PLAIN) -> str:
        """A date or time with its doubt."""
        sure = without_doubt(point)
        if point.doubt in ("", "?"):
            text = self._sure(sure, case)
        elif point.is_partial or case is not Case.PLAIN:
            text = self.speech.about_span.format(self._sure(sure, case))
        elif point.clock:
            day = self._sure(replace(sure, clock=None), Case.PLAIN)
            text = self.speech.about_moment.format(day=day, clock=clock_text(point.clock))
        else:
            text = self.speech.about.format(self._sure(sure, Case.OF))
        return self.speech.maybe.format(text) if point.doubt in ("?", "%") else text

    def _sure(self, point: Point, case: Case) -> str:
        if point.is_partial:
            return self._partial(point, case)
        forms = self.speech.forms[case]
        if point.clock:
            day = self._sure(replace(point, clock=None), Case.PLAIN)
            return forms.moment.format(day=day, clock=clock_text(point.clock), ending=self._ending(point.clock))
        if point.month is None:
            return forms.year.format(year=point.year)
        if point.is_season:
            season = int(point.month)
            return self.speech.month.format(month=forms.seasons[_NORTHERN.get(season, season)], year=point.year)
        months = forms.months_of_days if point.day else forms.months
        pattern = self.speech.day if point.day else self.speech.month
        return pattern.format(day=int(point.day or 0), month=months[int(point.month) - 1], year=point.year)

    def _partial(self, point: Point, case: Case) -> str:
        """A date with digits left open."""
        forms, has_year = self.speech.forms[case], "X" not in point.year
        if has_year and point.month == "XX" and point.day in (None, "XX"):
            return self.speech.no_month.format(forms.year.format(year=point.year))
        if has_year and "X" not in f"{point.month}" and point.day == "XX":
            return self.speech.no_day.format(self._sure(replace(point, day=None), case))
        if point.month is None and point.year.count("X") == 1:
            return forms.decade.format(year=point.year.replace("X", "0"))
        first, last = (Point(f"{day.year:04}", f"{day.month:02}", f"{day.day:02}") for day in days_of(point))
        return self._pair(first, last, self.speech.betweens, Case.BETWEEN)

    def _ending(self, clock: Clock) -> str:
        """The ending a clock time takes, by the last number read aloud (Kazakh)."""
        number = clock.second or clock.minute
        return self.speech.endings.get(number % 10 or number, "") if self.speech.endings else ""

    def span(self, first: Point | Edge, last: Point | Edge) -> str:
        """From one end to the other."""
        if isinstance(first, Point) and isinstance(last, Point):
            return self._pair(first, last, self.speech.spans, Case.PLAIN)
        if isinstance(first, Point):
            pattern = self.speech.since if last is Edge.OPEN else self.speech.unknown_end
            return pattern.format(self.point(first, Case.FROM))
        pattern = self.speech.no_later if first is Edge.OPEN else self.speech.unknown_start
        return pattern.format(self.point(last, Case.FROM)) if isinstance(last, Point) else ""

    def _between(self, first: Point | Edge, last: Point | Edge) -> str:
        """One moment between two ends."""
        if isinstance(first, Point) and isinstance(last, Point):
            return self._pair(first, last, self.speech.betweens, Case.BETWEEN)
        if isinstance(first, Point):
            return self.speech.no_earlier.format(self.point(first, Case.FROM))
        return self.span(first, last)

    def _pair(self, first: Point, last: Point, patterns: dict[Kinship, str], case: Case) -> str:
        """Two ends, what they share said once; a doubt about both said before both."""
        if first.doubt and first.doubt == last.doubt:
            text = self._pair(without_doubt(first), without_doubt(last), patterns, case)
            text = text if first.doubt == "?" else self.speech.about_span.format(text)
            return text if first.doubt == "~" else self.speech.maybe.format(text)
        if first == last:
            return self.point(first)
        if first.doubt or last.doubt:
            return patterns[Kinship.NONE].format(first=self._hedged_first(first, case), last=self.point(last, case))
        kinship = kinship_of(first, last)
        forms = self.speech.forms[case]
        one, other = (self._end(end, kinship, case) for end in (first, last))
        day = self._sure(replace(first, clock=None), Case.PLAIN) if kinship is Kinship.DAY else first.day
        month = forms.months_of_days[int(first.month or 1) - 1] if kinship is Kinship.MONTH else ""
        return patterns[kinship].format(first=one, last=other, day=day, month=month, year=first.year)

    def _hedged_first(self, point: Point, case: Case) -> str:
        """The first of several dates with a doubt of its own."""
        text, words = self.point(without_doubt(point), case), self.speech
        notes = {"~": words.about_word, "?": words.maybe_word, "%": f"{words.maybe_word} {words.about_word}"}
        return f"{text} ({notes[point.doubt]})" if point.doubt else text

    def _end(self, point: Point, kinship: Kinship, case: Case) -> str:
        """What only this end of the two says."""
        forms = self.speech.forms[case]
        match kinship, point:
            case Kinship.DAY, Point(clock=Clock() as clock):
                return clock_text(clock)
            case Kinship.MONTH, Point(day=str(day)):
                return str(int(day))
            case Kinship.DAYS, Point(day=str(day), month=str(month)):
                return f"{int(day)} {forms.months_of_days[int(month) - 1]}"
            case Kinship.MONTHS, Point(month=str(month)):
                return forms.months[int(month) - 1]
            case Kinship.YEARS, _:
                return point.year
            case _:
                return self.point(point, case)

    def choice(self, choice: Choice) -> str:
        """One of several, or all of them."""
        if len(choice.items) == 1 and isinstance(choice.items[0], Span):
            return self._between(choice.items[0].first, choice.items[0].last)
        joint = self.speech.both if choice.every else self.speech.either
        days = [item for item in choice.items if isinstance(item, Point) and item.unit is Unit.DAY and not item.doubt]
        first = days[0] if days else Point("")
        if len(days) == len(choice.items) and all(kinship_of(first, day) is Kinship.MONTH for day in days):
            month = self.speech.forms[Case.PLAIN].months_of_days[int(first.month or 1) - 1]
            numbers = _joined([str(int(item.day or 0)) for item in days], joint)
            return self.speech.day.format(day=numbers, month=month, year=first.year)
        texts = [self._item(item, is_first=not at) for at, item in enumerate(choice.items)]
        return _joined(texts, joint)

    def _item(self, item: Point | Span, *, is_first: bool) -> str:
        if isinstance(item, Span):
            return self._between(item.first, item.last)
        return self._hedged_first(item, Case.PLAIN) if is_first else self.point(item)
