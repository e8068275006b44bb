"""The end of a document: date, a line for each signatory, a note."""

from collections.abc import Iterator

from desktop.documents.blocks import Align, Signatory, SignatureBlock
from desktop.documents.pdf.strips import Frame, Strip
from desktop.documents.pdf.typesetter import Typesetter

_CAPACITY, _LINE = 0.36, 0.28  # of the width; the name has the rest
_GUTTER = 12.0


def set_signatures(block: SignatureBlock, typesetter: Typesetter) -> Iterator[Strip]:
    """Set all of it so that it stays on one page."""
    strips = [strip for signatory in block.signatories for strip in _set_signatory(signatory, typesetter)]
    face, note = typesetter.body, typesetter.note
    if block.date:
        cell = typesetter.cell(block.date, face, 0.0, typesetter.width)
        strips.insert(0, Strip([cell], face.leading, face.drop, space_before=face.leading * 1.6))
    if block.note:
        cell = typesetter.cell(block.note, note, 0.0, typesetter.width)
        strips.append(Strip([cell], note.leading, note.drop, space_before=note.leading * 1.5))
    for strip in strips[:-1]:
        strip.keeps_with_next = True
    yield from strips


def _set_signatory(signatory: Signatory, t: Typesetter) -> Iterator[Strip]:
    """Set capacity, line and name on one base line, the caption small under the line."""
    face, small = t.body, t.note
    line, name = t.width * _CAPACITY, t.width * (_CAPACITY + _LINE)
    width = name - line - _GUTTER
    capacity = t.cell(signatory.capacity, face, 0.0, line - _GUTTER)
    lines = max(1, len(capacity.lines))
    cells = [capacity, t.cell("\n" * (lines - 1) + signatory.name, face, name, t.width - name)]
    yield Strip(cells, face.leading, face.drop, space_before=face.leading * 1.4, least=lines)
    caption = t.cell(signatory.caption, small, line, width, align=Align.CENTRE)
    yield Strip([caption], small.leading, small.drop, frame=Frame(line, width, rule_above=0.6))
