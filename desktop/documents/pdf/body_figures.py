"""Charts of the body set into the text: side by side in rows, each under its title, the numbers of its marks on it."""

from collections.abc import Iterator, Sequence

from desktop.documents.blocks import BodyCharts, BodyFigure
from desktop.documents.pdf.body_chart import draw_chart
from desktop.documents.pdf.faces import Style
from desktop.documents.pdf.strips import Drawn, Strip
from desktop.documents.pdf.typesetter import Type, Typesetter
from resources.body import Chart, charts

HEIGHT = 235.0  # of a figure, in points: legible, and two rows a page with their legend
_GAP = 18.0
_TITLE = 14.0  # above a figure, for its title
_RISE = 0.35  # from the middle of figures and capitals to their base line, of their size
_WHITE = 1.0


def set_body(block: BodyCharts, typesetter: Typesetter, language: str) -> Iterator[Strip]:
    """Set the figures in rows, each row a strip that stays with what follows."""
    known = charts()
    for row in _rows([(figure, known[figure.chart]) for figure in block.figures], typesetter.width):
        codes: list[str] = []
        words: list[tuple[Style, str, float, float]] = []
        left = max(0.0, (typesetter.width - _width_of(row)) / 2)
        for figure, chart in row:
            height = _height_of(chart, typesetter.width)
            drawing = draw_chart(chart, figure.marks, language, left=left, bottom=0.0, height=height)
            codes.append(drawing.code)
            width = height * chart.width / chart.height
            words.append(_word(typesetter, figure.title, left + width / 2, height + _TITLE / 2, typesetter.note.size))
            for one in drawing.words:
                grey = _WHITE if one.is_reversed else 0.0
                words.append(_word(typesetter, one.text, one.x, one.y, one.size, grey=grey, is_bold=one.is_reversed))
            left += width + _GAP
        height = max(_height_of(chart, typesetter.width) for _figure, chart in row) + _TITLE
        drawn = Drawn("\n".join(codes), tuple(words))
        yield Strip((), 0.0, 0.0, above=height, space_before=6.0, keeps_with_next=True, drawn=drawn)


def _word(
    t: Typesetter, text: str, x: float, y: float, size: float, *, grey: float = 0.0, is_bold: bool = False
) -> tuple[Style, str, float, float]:
    """A word with its middle at (x, y)."""
    style = t.style(Type(round(size, 2), size, is_bold=is_bold, grey=grey))
    shown = t.plain(text)
    return (style, shown, x - style.width(shown) / 2, y - size * _RISE)


def _rows(figures: Sequence[tuple[BodyFigure, Chart]], width: float) -> Iterator[list[tuple[BodyFigure, Chart]]]:
    row: list[tuple[BodyFigure, Chart]] = []
    for figure in figures:
        if row and _width_of([*row, figure]) > width:
            yield row
            row = []
        row.append(figure)
    if row:
        yield row


def _width_of(row: Sequence[tuple[BodyFigure, Chart]]) -> float:
    return sum(HEIGHT * chart.width / chart.height for _figure, chart in row) + _GAP * (len(row) - 1)


def _height_of(chart: Chart, width: float) -> float:
    return min(HEIGHT, width * chart.height / chart.width)
