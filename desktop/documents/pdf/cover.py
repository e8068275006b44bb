"""How a document begins: the header block of a filing, the head of a statement, a title page."""

from collections.abc import Iterator

from desktop.documents.blocks import Align, Cover, CoverKind
from desktop.documents.pdf.strips import Cell, Frame, Strip, spacer
from desktop.documents.pdf.typesetter import Type, Typesetter
from desktop.documents.runs import Text

_HEADER_FROM = 0.46  # of the width: where a filing's header block begins
_LABEL_WIDTH = 0.3  # of the width: the labels on a title page
_GUTTER = 10.0


def set_cover(cover: Cover, typesetter: Typesetter, height: float) -> Iterator[Strip]:
    """Set the beginning of a document; ``height`` is that of a page's text."""
    match cover.kind:
        case CoverKind.FILING:
            yield from _filing(cover, typesetter)
        case CoverKind.STATEMENT:
            yield from _statement(cover, typesetter)
        case CoverKind.TITLE_PAGE:
            yield from _title_page(cover, typesetter, height)


def _filing(cover: Cover, t: Typesetter) -> Iterator[Strip]:
    """Number and date at the left, from whom and to whom at the right, the title centred below."""
    left = t.width * _HEADER_FROM
    face = t.body
    beside: list[Cell] = []
    marks = ", ".join(filter(None, (cover.reference, cover.date)))
    if marks:
        beside.append(t.cell(marks, face, 0.0, left - _GUTTER))
    for field in cover.fields:
        label = (Text(f"{field.label} "),) if field.label else ()
        cell = t.cell((*label, Text(field.text)), face, left, t.width - left)
        yield Strip([*beside, cell], face.leading, face.drop, space_before=5.0, keeps_with_next=True)
        beside = []
    if beside:
        yield Strip(beside, face.leading, face.drop, keeps_with_next=True)
    yield _line(t, cover.title, t.scaled(1.12).bold(), face.leading * 1.8, Align.CENTRE)
    if cover.subtitle:
        yield _line(t, cover.subtitle, face, 3.0, Align.CENTRE)
    yield spacer(face.leading * 0.6)


def _statement(cover: Cover, t: Typesetter) -> Iterator[Strip]:
    """Who speaks over a rule, the date and reference under it, the title large."""
    face = t.scaled(0.95)
    if cover.issuer:
        issuer = t.cell(cover.issuer, face.bold(), 0.0, t.width)
        rule = Frame(0.0, t.width, rule_below=2.2)
        yield Strip([issuer], face.leading, face.drop, below=5.0, keeps_with_next=True, frame=rule)
    half = t.width / 2
    cells = [t.cell(cover.date, face, 0.0, half), t.cell(cover.reference, face, half, half, align=Align.RIGHT)]
    yield Strip(cells, face.leading, face.drop, space_before=6.0, keeps_with_next=True)
    yield _line(t, cover.title, t.scaled(1.9).bold(), face.leading * 1.4, Align.LEFT)
    if cover.subtitle:
        yield _line(t, cover.subtitle, t.scaled(1.15), 5.0, Align.LEFT)
    yield from _fields(cover, t, face)
    yield spacer(face.leading * 0.7)


def _title_page(cover: Cover, t: Typesetter, height: float) -> Iterator[Strip]:
    """A page of its own: who and under what number at the top, the title in the upper third, the date at the foot."""
    face = t.body
    half = t.width / 2
    top = [t.cell(cover.issuer, face, 0.0, half), t.cell(cover.reference, face, half, half, align=Align.RIGHT)]
    head = Strip(top, face.leading, face.drop)
    gap = spacer(max(0.0, height * 0.24 - head.height))
    title = _line(t, cover.title, t.scaled(2.0).bold(), 0.0, Align.LEFT)
    rule = Strip((), 0.0, 0.0, above=14.0, frame=Frame(0.0, t.width, rule_below=1.2))
    middle = [title, rule]
    if cover.subtitle:
        middle.insert(1, _line(t, cover.subtitle, t.scaled(1.25), 8.0, Align.LEFT))
    middle += _fields(cover, t, face)
    foot = _line(t, cover.date, face, 0.0, Align.LEFT)
    used = sum(strip.height + strip.space_before for strip in (head, gap, *middle, foot))
    yield from (head, gap, *middle, spacer(max(0.0, height - used - 1.0)))
    foot.ends_page, foot.keeps_with_next = True, False
    yield foot


def _fields(cover: Cover, t: Typesetter, face: Type) -> Iterator[Strip]:
    """Set labels and what is filled in beside them."""
    left = t.width * _LABEL_WIDTH
    for place, field in enumerate(cover.fields):
        cells = [
            t.cell(field.label, Type(face.size, face.leading, grey=0.35), 0.0, left - _GUTTER),
            t.cell(field.text, face, left, t.width - left),
        ]
        yield Strip(cells, face.leading, face.drop, space_before=5.0 if place else 14.0)


def _line(t: Typesetter, text: str, face: Type, space: float, align: Align) -> Strip:
    cell = t.cell(text, face, 0.0, t.width, align=align)
    return Strip([cell], face.leading, face.drop, space_before=space, keeps_with_next=True)
