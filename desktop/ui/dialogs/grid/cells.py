"""The texts of a grid: written cell by cell or by ranges, with an empty line to go on below where it grows."""

from collections.abc import Iterable, Sequence

Cell = tuple[int, int]
MOST_ROWS = 5000  # lines that can be typed or pasted; longer tables come as files


class GridCells:
    """Lines of cells, all of one width; ``numbers`` are those the lines are known by, else they are counted."""

    def __init__(
        self, width: int, lines: Iterable[Sequence[str]] = (), numbers: Sequence[int] = (), *, grows: bool = False
    ) -> None:
        self.width, self._numbers, self._grows = width, numbers, grows
        self.lines = [_wide(line, width) for line in lines]
        self.grow(1 if grows else 0)

    def number_of(self, row: int) -> int:
        """The number a line is known by."""
        return self._numbers[row] if row < len(self._numbers) else row + 1

    def rows(self) -> dict[int | None, int]:
        """Where the line with each number stands."""
        return {self.number_of(row): row for row in range(len(self.lines))}

    def has_text(self) -> bool:
        """Whether anything stands in any cell."""
        return any(cell for line in self.lines for cell in line)

    def missing_lines(self, last: int) -> int:
        """How many lines are to be added so that line ``last`` is there and an empty one follows."""
        if not self._grows:
            return 0
        wanted = max(last + 2, len(self.lines) + any(self.lines[-1])) if self.lines else last + 2
        return max(0, min(wanted, MOST_ROWS) - len(self.lines))

    def grow(self, count: int) -> None:
        """Add empty lines."""
        self.lines += [[""] * self.width for _line in range(count)]

    def paste(self, row: int, column: int, cells: Sequence[Sequence[str]]) -> list[Cell]:
        """Write a range with its first cell here, as far as there are lines and columns; returns the cells written."""
        written: list[Cell] = []
        for down, line in enumerate(cells[: max(0, len(self.lines) - row)]):
            for across, text in enumerate(line[: self.width - column]):
                self.lines[row + down][column + across] = text
                written.append((row + down, column + across))
        return written

    def fill_down(self, cells: Iterable[Cell]) -> list[Cell]:
        """Write the topmost of these cells of each column into those below it."""
        tops: dict[int, str] = {}
        written = sorted(cells)
        for row, column in written:
            self.lines[row][column] = tops.setdefault(column, self.lines[row][column])
        return written

    def write(self, cells: Iterable[Cell], text: str) -> list[Cell]:
        """Write one text into these cells."""
        written = list(cells)
        for row, column in written:
            self.lines[row][column] = text
        return written


def _wide(line: Sequence[str], width: int) -> list[str]:
    """A line of exactly so many cells."""
    return [*line[:width], *[""] * (width - len(line))]
