"""A time in as few signs as a column allows: ``~`` about, ``?`` uncertain, ``–`` from and to, ``…`` between."""

from dataclasses import dataclass

from desktop.logic.when.shapes import Edge, Point, Shape, Span
from desktop.logic.when.speech import Kinship
from desktop.logic.when.telling import Teller, clock_text, kinship_of, without_doubt


def _dotted(point: Point) -> str:
    """Day, month and year with dots, as far as they are given, and the time."""
    date = ".".join(part for part in (point.day, point.month, point.year) if part)
    return f"{date} {clock_text(point.clock)}" if point.clock else date


def _doubted(text: str, doubt: str) -> str:
    return f"{'~' if doubt in ('~', '%') else ''}{text}{'?' if doubt in ('?', '%') else ''}"


@dataclass(frozen=True, slots=True)
class Shorthand:
    """Writes times in signs; for seasons and decades it has words only."""

    teller: Teller

    def write(self, shape: Shape) -> str:
        """A whole shape."""
        match shape:
            case Point():
                return self._point(shape)
            case Span(first, last):
                return self._span(first, last, "–")
            case _:
                texts = [self._item(item) for item in shape.items]
                return (", " if shape.every else " / ").join(texts)

    def _item(self, item: Point | Span) -> str:
        if isinstance(item, Point):
            return self._point(item)
        if item.last is Edge.OPEN and isinstance(item.first, Point):
            return f"≥ {self._point(item.first)}"
        return self._span(item.first, item.last, "…")

    def _point(self, point: Point) -> str:
        sure = without_doubt(point)
        is_in_words = point.is_season or (point.month is None and point.is_partial)
        return _doubted(self.teller.point(sure) if is_in_words else _dotted(sure), point.doubt)

    def _span(self, first: Point | Edge, last: Point | Edge, sign: str) -> str:
        if isinstance(first, Point) and isinstance(last, Point):
            return self._pair(first, last, sign)
        if isinstance(first, Point):
            return f"{self._point(first)} –{' ?' if last is Edge.UNKNOWN else ''}"
        text = self._point(last) if isinstance(last, Point) else ""
        return f"≤ {text}" if first is Edge.OPEN else f"? – {text}"

    def _pair(self, first: Point, last: Point, sign: str) -> str:
        if first == last:
            return self._point(first)
        kinship = kinship_of(first, last) if first.doubt == last.doubt else Kinship.NONE
        one, other = without_doubt(first), without_doubt(last)
        match kinship:
            case Kinship.DAY if other.clock:
                text = f"{_dotted(one)}{sign}{clock_text(other.clock)}"
            case Kinship.MONTH:
                text = f"{one.day}{sign}{_dotted(other)}"
            case Kinship.DAYS:
                text = f"{one.day}.{one.month}{sign}{_dotted(other)}"
            case _:
                return f"{self._point(first)}{sign if sign == '…' else f' {sign} '}{self._point(last)}"
        return _doubted(text, first.doubt)
