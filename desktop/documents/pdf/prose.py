"""Running text as strips: headings, paragraphs, quotations, lists, remarks, notes."""

from desktop.documents.blocks import Align, Heading, ListItem, Notice, Paragraph, Quote
from desktop.documents.pdf.strips import Anchor, Frame, Strip
from desktop.documents.pdf.typesetter import POINTS_PER_MM, Typesetter
from desktop.documents.runs import Content, Footnote, Run, Text

_HEADING_SCALE = {1: 1.2, 2: 1.06}
_HEADING_SPACE = {1: 1.5, 2: 1.1}  # above, in lines of the body
_NUMBER_GAP = 8.0
_LIST_STEP = 18.0
_QUOTE_INSET = 24.0
_NOTICE_PAD = 8.0


class Prose:
    """Sets the running text. ``last_number`` is the highest paragraph number: all of them hang by its width."""

    def __init__(self, typesetter: Typesetter, last_number: int) -> None:
        self._set = typesetter
        self._width = typesetter.width
        self._hang = typesetter.width_of(f"{last_number}.", typesetter.body) + _NUMBER_GAP if last_number else 0.0

    def heading(self, block: Heading, anchors: tuple[Anchor, ...]) -> Strip:
        """Set a heading; it stays with what follows."""
        face = self._set.scaled(_HEADING_SCALE.get(block.level, 1.0)).bold()
        if block.level > 2:
            face = face.italic()
        space = self._set.body.leading * _HEADING_SPACE.get(block.level, 0.9)
        cell = self._set.cell(block.text, face, 0.0, self._width)
        return Strip(
            [cell], face.leading, face.drop, below=2.0, space_before=space, keeps_with_next=True, anchors=anchors
        )

    def paragraph(self, block: Paragraph) -> Strip:
        """Set a paragraph; its number hangs at the left, and one that is centred heads what follows."""
        indent = 0.0
        if block.number is None and block.align is Align.BODY:
            indent = self._set.profile.first_line_indent_mm * POINTS_PER_MM
        left = self._hang if block.number is not None else 0.0
        face = self._set.body
        cells = [self._set.cell(block.content, face, left, self._width - left, align=block.align, indent=indent)]
        if block.number is not None:
            cells.insert(0, self._set.cell(f"{block.number}.", face, 0.0, left))
        is_title = block.align is Align.CENTRE
        gap = face.leading if is_title else self._set.profile.paragraph_gap_pt
        anchors = self._set.anchors("id", block.id)
        return Strip(cells, face.leading, face.drop, space_before=gap, keeps_with_next=is_title, anchors=anchors)

    def quote(self, block: Quote) -> Strip:
        """Set a quotation between wider margins."""
        face = self._set.scaled(0.96)
        cell = self._set.cell(block.content, face, _QUOTE_INSET, self._width - 2 * _QUOTE_INSET, align=Align.BODY)
        return Strip([cell], face.leading, face.drop, space_before=self._set.profile.paragraph_gap_pt, below=2.0)

    def list_item(self, block: ListItem) -> Strip:
        """Set an item with its mark hanging."""
        face = self._set.body
        left = self._set.profile.first_line_indent_mm * POINTS_PER_MM / 2 + (block.level - 1) * _LIST_STEP
        text = left + max(_LIST_STEP, self._set.width_of(block.mark, face) + _NUMBER_GAP / 2)
        cells = [
            self._set.cell(block.mark, face, left, text - left),
            self._set.cell(block.content, face, text, self._width - text, align=Align.BODY),
        ]
        return Strip(cells, face.leading, face.drop, space_before=self._set.profile.paragraph_gap_pt / 2)

    def notice(self, block: Notice) -> Strip:
        """Set a remark apart by a bar and a shade."""
        face = self._set.scaled(0.92)
        title = (Text(f"{block.title}\n", bold=True),) if block.title else ()
        frame = Frame(0.0, self._width, bar=2.4, shade=0.955, rule_grey=0.35)
        left = _NOTICE_PAD * 1.5
        cell = self._set.cell(title + _runs(block.content), face, left, self._width - left - _NOTICE_PAD)
        space = self._set.profile.paragraph_gap_pt + 4
        return Strip(
            [cell], face.leading, face.drop, above=_NOTICE_PAD - 2, below=_NOTICE_PAD, space_before=space, frame=frame
        )

    def note(self, note: Footnote) -> Strip:
        """Set what stands at the foot of the page; the number hangs."""
        face = self._set.note
        left = (
            self._set.width_of("00", face) + _NUMBER_GAP / 2 if note.number < 100 else self._set.width_of("0000", face)
        )
        cells = [
            self._set.cell(str(note.number), face, 0.0, left),
            self._set.cell(note.content, face, left, self._width - left),
        ]
        return Strip(cells, face.leading, face.drop, below=1.5, anchors=self._set.anchors("note", str(note.number)))


def _runs(content: Content) -> tuple[Run, ...]:
    return (Text(content),) if isinstance(content, str) else content
