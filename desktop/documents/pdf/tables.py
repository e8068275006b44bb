"""The chronology, the exhibit list and the list of sources as strips."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

from desktop.documents.blocks import Align
from desktop.documents.pdf.grid import Column, Grid
from desktop.documents.pdf.strips import Frame, Strip
from desktop.documents.pdf.typesetter import Type, Typesetter
from desktop.documents.runs import Address, Content, Digest, Run, Text
from desktop.documents.tables import (
    ChronologyField,
    ChronologyRow,
    ChronologySpan,
    ChronologyTable,
    ExhibitField,
    ExhibitList,
    ExhibitRow,
    SourceList,
)

Row = TypeVar("Row")

_CHRONOLOGY_WEIGHTS = {
    ChronologyField.NUMBER: 0.0,
    ChronologyField.WHEN: 1.25,
    ChronologyField.PLACE: 1.0,
    ChronologyField.EVENT: 2.8,
    ChronologyField.PERSONS: 1.1,
    ChronologyField.SOURCE: 1.0,
}
_EXHIBIT_WEIGHTS = {
    ExhibitField.NUMBER: 0.0,
    ExhibitField.DESCRIPTION: 3.0,
    ExhibitField.DATE: 1.0,
    ExhibitField.AUTHOR: 1.3,
    ExhibitField.LANGUAGE: 0.6,
    ExhibitField.FORM: 0.7,
    ExhibitField.PAGES: 0.0,
}
_NUMBERS = frozenset({ChronologyField.NUMBER, ExhibitField.NUMBER, ExhibitField.PAGES})
_DIGEST_SCALE = 0.88
_SAMPLE = 120  # rows whose words decide how narrow a column may be
_SPAN_SHADE = 0.95


def set_chronology(table: ChronologyTable, typesetter: Typesetter) -> Iterator[Strip]:
    """Set the events in their order under a head that stands on every page."""
    fields = [column.field for column in table.columns]
    columns = [
        Column(column.title, _CHRONOLOGY_WEIGHTS[column.field], _align(column.field)) for column in table.columns
    ]
    events = [row for row in _sample(table.rows) if isinstance(row, ChronologyRow)]
    grid = Grid(columns, [_chronology_cells(row, fields) for row in events], typesetter)
    span = Frame(0.0, typesetter.width, rule_below=0.5, shade=_SPAN_SHADE, rule_grey=0.72)
    yield grid.head()
    for row, following in zip_longest(table.rows, table.rows[1:]):
        is_closed = isinstance(following, ChronologySpan) and following.closes
        if isinstance(row, ChronologyRow):
            strip = grid.row(_chronology_cells(row, fields))
            strip.anchors, strip.keeps_with_next = typesetter.anchors("id", row.id), is_closed
            yield strip
        else:
            strip = grid.line(row.content, typesetter.table, 0, frame=span)
            strip.above, strip.keeps_with_next = strip.below, is_closed or not row.closes
            yield strip


def set_exhibits(table: ExhibitList, typesetter: Typesetter) -> Iterator[Strip]:
    """Set the exhibits, each with the hash of its file on a line of its own."""
    fields = [column.field for column in table.columns]
    columns = [Column(column.title, _EXHIBIT_WEIGHTS[column.field], _align(column.field)) for column in table.columns]
    grid = Grid(columns, [_exhibit_cells(row, fields) for row in _sample(table.rows)], typesetter)
    face = typesetter.table
    small = Type(face.size * _DIGEST_SCALE, face.leading)
    beside_number = 1 if fields[0] is ExhibitField.NUMBER and len(fields) > 1 else 0
    yield grid.head()
    for row in table.rows:
        strip = grid.row(_exhibit_cells(row, fields), has_rule=not row.sha256)
        strip.anchors = typesetter.anchors("exhibit", row.number)
        strip.keeps_with_next = bool(row.sha256)
        yield strip
        if row.sha256:
            yield grid.line((Text("SHA-256 "), Digest(row.sha256)), small, beside_number)


def set_sources(sources: SourceList, typesetter: Typesetter) -> Iterator[Strip]:
    """Set the sources with hanging numbers, each address after its description."""
    face = typesetter.scaled(0.92)
    widest = max((typesetter.width_of(source.number, face) for source in sources.sources), default=0.0)
    left = widest + 8.0
    for source in sources.sources:
        cells = [
            typesetter.cell(source.number, face, 0.0, widest, align=Align.RIGHT),
            typesetter.cell(_with_address(source.content, source.address), face, left, typesetter.width - left),
        ]
        anchors = typesetter.anchors("id", source.id)
        yield Strip(cells, face.leading, face.drop, space_before=4.0, anchors=anchors)


def _with_address(content: Content, address: str) -> Content:
    runs: tuple[Run, ...] = (Text(content),) if isinstance(content, str) else content
    return (*runs, Text(" "), Address(address)) if address else runs


def _chronology_cells(row: ChronologyRow, fields: Sequence[ChronologyField]) -> list[Content]:
    return [_event(row) if field is ChronologyField.EVENT else _field(row, field) for field in fields]


def _event(row: ChronologyRow) -> Content:
    """Give the text of an event with its standing on a line of its own."""
    if not row.standing:
        return row.event
    runs: tuple[Run, ...] = (Text(row.event),) if isinstance(row.event, str) else row.event
    return (*runs, Text(f"\n{row.standing}", italic=True))


def _exhibit_cells(row: ExhibitRow, fields: Sequence[ExhibitField]) -> list[Content]:
    return [_field(row, field) for field in fields]


def _field(row: ChronologyRow | ExhibitRow, field: ChronologyField | ExhibitField) -> Content:
    content: Content = getattr(row, field.value)
    return content


def _sample(rows: Sequence[Row]) -> Sequence[Row]:
    """Pick rows evenly from a long table."""
    return rows[:: max(1, len(rows) // _SAMPLE)]


def _align(field: ChronologyField | ExhibitField) -> Align:
    return Align.RIGHT if field in _NUMBERS else Align.LEFT
