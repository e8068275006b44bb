"""Page code: strips turned into the operators of a PDF page, and the boxes that lead somewhere."""

import re
from collections.abc import Sequence

from desktop.documents.blocks import Align
from desktop.documents.pdf.faces import Style
from desktop.documents.pdf.lines import Line, Part
from desktop.documents.pdf.shapes import Shapes
from desktop.documents.pdf.strips import Cell, Strip

_NO_BREAK = "\N{NO-BREAK SPACE}"
_WIDEST_STRETCH = 0.8  # of the type size; a line that would need wider gaps stays ragged
_SUBSET = re.compile("@(\\d+)@")

Box = tuple[float, float, float, float]


class Ink:
    """Collects what is drawn on one page or form: first the rules and shades, then the text over them."""

    def __init__(self) -> None:
        self.links: list[tuple[Box, str]] = []
        self._forms: list[tuple[int, str]] = []
        self.shapes = Shapes()
        self._text: list[str] = []
        self._style: Style | None = None
        self._font = ""
        self._grey = self._rise = self._stretch = self._leading = 0.0

    def code(self) -> str:
        """Give the operators of what was drawn before the first form."""
        return self.pieces()[0][0]

    def pieces(self) -> list[tuple[str, str]]:
        """Give the operators drawn before each form and the form's name; the last piece has none."""
        ends = [*self._forms, (len(self._text), "")]
        pieces: list[tuple[str, str]] = []
        begin = 0
        for end, form in ends:
            text = self._text[begin:end]
            pieces.append(("\n".join(["BT", *text, "ET"] if text else text), form))
            begin = end
        if self.shapes.code:
            pieces[0] = ("\n".join(["q", *self.shapes.code, "Q", pieces[0][0]]), pieces[0][1])
        return pieces

    def use_form(self, name: str) -> None:
        """Draw a form after the text so far."""
        self._forms.append((len(self._text), name))

    def draw(self, strip: Strip, x: float, top: float) -> None:
        """Draw a strip whose upper left corner is at (x, top)."""
        if strip.frame is not None:
            self.shapes.draw_frame(strip.frame, x, top, strip.height)
        if strip.drawn is not None:
            bottom = top - strip.height
            self.shapes.draw_code(strip.drawn.code, x, bottom)
            for style, text, right, up in strip.drawn.words:
                self.write(style, text, x + right, bottom + up)
        y = top - strip.above - strip.drop
        for cell in strip.cells:
            self._draw_cell(cell, x + cell.x, y, strip.leading)

    def write(self, style: Style, text: str, x: float, y: float) -> None:
        """Write one line of text from x."""
        self._text.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        self._show(Part(style, text.split(" "), 0.0))

    def _draw_cell(self, cell: Cell, x: float, y: float, leading: float) -> None:
        last_left = None
        for line in cell.lines:
            left, stretch = _place(line, cell, x)
            if stretch != self._stretch:
                self._stretch = stretch
                self._text.append(f"{stretch:.3f} Tw")
            self._text.append("T*" if left == last_left else self._go_to(left, y, leading))
            last_left = left
            for part in line.parts:
                self._show(part)
            if not cell.leads_nowhere:
                self._link_parts(line.parts, left, y, leading)
            y -= leading

    def _go_to(self, x: float, y: float, leading: float) -> str:
        """Begin a line here; T* will begin the next one under it."""
        if leading == self._leading:
            return f"1 0 0 1 {x:.2f} {y:.2f} Tm"
        self._leading = leading
        return f"{leading:.3f} TL 1 0 0 1 {x:.2f} {y:.2f} Tm"

    def _show(self, part: Part) -> None:
        style = part.style
        if style is not self._style:
            self._change_style(style)
        codes = "20".join(map(style.face.codes.__getitem__, part.words))
        if "@" in codes:
            codes = self._change_subsets(style, codes)
        self._text.append(f"<{codes}> Tj")

    def _change_style(self, style: Style) -> None:
        self._style = style
        font = f"{style.face.resource(0)} {style.size:g} Tf"
        if font != self._font:
            self._font = font
            self._text.append(font)
        if style.grey != self._grey:
            self._grey = style.grey
            self._text.append(f"{style.grey:g} g")
        if style.rise != self._rise:
            self._rise = style.rise
            self._text.append(f"{style.rise:g} Ts")

    def _change_subsets(self, style: Style, codes: str) -> str:
        fonts = {number: style.face.resource(int(number)) for number in _SUBSET.findall(codes)}
        return _SUBSET.sub(lambda found: f"> Tj {fonts[found.group(1)]} {style.size:g} Tf <", codes)

    def _link_parts(self, parts: Sequence[Part], x: float, y: float, leading: float) -> None:
        for part in parts:
            width = part.width + self._stretch * _gaps(part)
            if part.target is not None:
                self.links.append(((x, y - leading * 0.25, x + width, y + leading * 0.75), part.target))
            x += width


def _gaps(part: Part) -> int:
    return len(part.words) - 1 + sum(word.count(_NO_BREAK) for word in part.words)


def _place(line: Line, cell: Cell, x: float) -> tuple[float, float]:
    """Say where a line begins and how much wider each of its spaces is."""
    spare = cell.width - line.indent - line.width
    if cell.align is Align.RIGHT:
        return x + spare, 0.0
    if cell.align is Align.CENTRE:
        return x + spare / 2, 0.0
    if cell.align is Align.BODY and not line.is_last:
        gaps = sum(map(_gaps, line.parts))
        stretch = spare / gaps if gaps else 0.0
        if line.parts and stretch <= line.parts[0].style.size * _WIDEST_STRETCH:
            return x + line.indent, round(stretch, 3)
    return x + line.indent, 0.0
