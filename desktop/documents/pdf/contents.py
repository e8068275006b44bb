"""The contents: set when their turn comes, from the headings that are known; the page numbers are filled in later."""

from collections.abc import Iterator, Sequence

from desktop.documents.blocks import Contents, Heading
from desktop.documents.pdf.strips import Strip
from desktop.documents.pdf.typesetter import Typesetter

_STEP = 14.0
_NUMBER_ROOM = 42.0  # at the right, for leader dots and five digits
_SPACE = {1: 6.0}


def set_contents(block: Contents, typesetter: Typesetter, headings: Sequence[tuple[Heading, str]]) -> Iterator[Strip]:
    """Set an entry for each heading down to the depth asked for; each comes with the key of its destination."""
    face = typesetter.body
    for heading, key in headings:
        if heading.level <= block.depth:
            left = (heading.level - 1) * _STEP
            cell = typesetter.cell(heading.text, face, left, typesetter.width - left - _NUMBER_ROOM)
            space = _SPACE.get(heading.level, 2.0)
            yield Strip([cell], face.leading, face.drop, space_before=space, page_of=key)
