"""Which block is set how: one brief as the strips it is made of, in their order."""

from collections.abc import Iterator
from itertools import zip_longest

from desktop.documents.blocks import (
    Block,
    BodyCharts,
    Brief,
    Contents,
    Cover,
    Heading,
    ListItem,
    Notice,
    PageBreak,
    Paragraph,
    Quote,
    SignatureBlock,
)
from desktop.documents.pdf.body_figures import set_body
from desktop.documents.pdf.contents import set_contents
from desktop.documents.pdf.cover import set_cover
from desktop.documents.pdf.prose import Prose
from desktop.documents.pdf.signature import set_signatures
from desktop.documents.pdf.strips import Anchor, Strip
from desktop.documents.pdf.tables import set_chronology, set_exhibits, set_sources
from desktop.documents.pdf.typesetter import Typesetter
from desktop.documents.tables import ChronologyTable, ExhibitList, SourceList

_BEFORE_SIGNATURE = (
    12  # lines; a last paragraph up to this stays with the signatures, which never stand on a page alone
)


class Setting:
    """Sets the blocks of a brief one after another; ``height`` is that of a page's text, in points."""

    def __init__(self, brief: Brief, typesetter: Typesetter, height: float) -> None:
        self._brief = brief
        self._set = typesetter
        self._height = height
        numbers = [block.number or 0 for block in brief.blocks if isinstance(block, Paragraph)]
        self._prose = Prose(typesetter, max(numbers, default=0))
        self._notes = {note.number: note for note in brief.footnotes}
        headings = [block for block in brief.blocks if isinstance(block, Heading)]
        self._headings = [(heading, f"h{place}") for place, heading in enumerate(headings)]
        self._keys = (key for _, key in self._headings)

    def count(self) -> int:
        """Say about how many strips there will be."""
        return sum(_weight(block) for block in self._brief.blocks)

    def strips(self) -> Iterator[Strip]:
        """Set everything but the footnotes, which are set when a page needs them."""
        blocks = self._brief.blocks
        for block, following in zip_longest(blocks, blocks[1:]):
            for strip in self._set_block(block):
                if isinstance(following, SignatureBlock) and isinstance(block, Paragraph | ListItem):
                    strip.keeps_with_next = strip.lines <= _BEFORE_SIGNATURE
                yield strip

    def note(self, number: int) -> Strip:
        """Set a footnote."""
        return self._prose.note(self._notes[number])

    def _heading(self, heading: Heading, key: str) -> Strip:
        title = self._set.plain(heading.text).replace("\N{NO-BREAK SPACE}", " ")
        own = Anchor(key, title, heading.level - 1)
        return self._prose.heading(heading, (own, *self._set.anchors("id", heading.id)))

    def _set_block(self, block: Block) -> Iterator[Strip]:
        match block:
            case Cover():
                yield from set_cover(block, self._set, self._height)
            case Contents():
                yield from self._contents(block)
            case ChronologyTable():
                yield from set_chronology(block, self._set)
            case ExhibitList():
                yield from set_exhibits(block, self._set)
            case SourceList():
                yield from set_sources(block, self._set)
            case SignatureBlock():
                yield from set_signatures(block, self._set)
            case BodyCharts():
                yield from set_body(block, self._set, self._brief.language)
            case PageBreak():
                yield Strip((), 0.0, 0.0, ends_page=True)
            case Heading() | Paragraph() | Quote() | ListItem() | Notice():
                yield self._set_prose(block)

    def _set_prose(self, block: Heading | Paragraph | Quote | ListItem | Notice) -> Strip:
        match block:
            case Heading():
                return self._heading(block, next(self._keys))
            case Paragraph():
                return self._prose.paragraph(block)
            case Quote():
                return self._prose.quote(block)
            case ListItem():
                return self._prose.list_item(block)
            case Notice():
                return self._prose.notice(block)

    def _contents(self, block: Contents) -> Iterator[Strip]:
        title = Heading(1, block.title)
        yield self._prose.heading(title, (Anchor("contents", self._set.plain(block.title), 0),))
        yield from set_contents(block, self._set, self._headings)


def _weight(block: Block) -> int:
    match block:
        case ChronologyTable(rows=rows) | ExhibitList(rows=rows):
            return len(rows) + 1
        case SourceList(sources=sources):
            return len(sources)
        case _:
            return 1
