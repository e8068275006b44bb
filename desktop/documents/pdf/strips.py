"""What pages are filled with: strips, as wide as the text, that know their height and can be cut between lines.

A paragraph is a strip of one cell, a table row a strip of several. Measures are in points; y grows upwards on the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.documents.blocks import Align
from desktop.documents.pdf.faces import Style
from desktop.documents.pdf.lines import Line


@dataclass(slots=True)
class Cell:
    """Lines in a column: ``x`` from the left edge of the text, ``width``, and how the lines stand in it."""

    x: float
    width: float
    lines: list[Line]
    align: Align = Align.LEFT
    leads_nowhere: bool = True  # neither link nor note in any line: the short way of drawing


@dataclass(frozen=True, slots=True)
class Frame:
    """What is drawn around a strip: rules above and below, a bar at its left, a shade behind; thickness in points."""

    x: float
    width: float
    rule_above: float = 0.0
    rule_below: float = 0.0
    bar: float = 0.0
    shade: float = 1.0  # grey level, 1 is none
    rule_grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place others lead to; with a ``title`` it is also a bookmark of that ``level`` (0 is the highest)."""

    key: str
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing on a strip: operators, and words (style, text, x, y) over them, from the strip's lower left corner."""

    code: str
    words: tuple[tuple[Style, str, float, float], ...] = ()


@dataclass(slots=True)
class Strip:
    """Cells side by side whose lines share one leading; ``drop`` is from the top of a line to its baseline."""

    cells: Sequence[Cell]
    leading: float
    drop: float
    above: float = 0.0  # padding inside the strip
    below: float = 0.0
    space_before: float = 0.0  # left out at the top of a page
    keeps_with_next: bool = False
    least: int = 2  # lines that must stay together at either side of a cut
    frame: Frame | None = None
    drawn: Drawn | None = None
    anchors: tuple[Anchor, ...] = ()
    page_of: str | None = None  # a destination whose page is shown after the last line, with leader dots
    ends_page: bool = False
    repeated: Sequence["Strip"] = ()  # what stands again at the top of a page that goes on with this strip
    lines: int = field(init=False)

    def __post_init__(self) -> None:
        self.lines = max([len(cell.lines) for cell in self.cells], default=0)
        if self.lines < 2 * self.least:
            self.least = self.lines

    @property
    def height(self) -> float:
        """The whole of it, without the space before."""
        return self.above + self.lines * self.leading + self.below

    def height_of(self, lines: int) -> float:
        """Say how high its first lines would be as a strip of their own."""
        return self.above + lines * self.leading + self.below

    def notes(self, lines: int | None = None) -> tuple[int, ...]:
        """List the footnotes marked in its first lines, or in all."""
        marked = [cell.lines[:lines] for cell in self.cells if not cell.leads_nowhere]
        return tuple(number for some in marked for line in some for number in line.notes)

    def cut(self, lines: int) -> tuple["Strip", "Strip"]:
        """Cut it after so many lines; the anchors stay with the first part."""
        head = [replace(cell, lines=cell.lines[:lines]) for cell in self.cells]
        tail = [replace(cell, lines=cell.lines[lines:]) for cell in self.cells]
        return (
            replace(self, cells=head, page_of=None, keeps_with_next=False, ends_page=False),
            replace(self, cells=tail, space_before=0.0, anchors=()),
        )


def spacer(height: float) -> Strip:
    """White space that stays white at the top of a page too."""
    return Strip((), 0.0, 0.0, above=height)
