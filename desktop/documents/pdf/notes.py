"""Footnotes: each stands at the foot of the page of its first mark; what does not fit goes on on the next page."""

from collections.abc import Callable, Sequence

from desktop.documents.pdf.strips import Strip

GAP = 8.0  # points between the text and the rule over the notes
RULE_WIDTH = 100.0
_BELOW_RULE = 5.0


class NoteArea:
    """The notes of the page being filled, and those still waiting for the next."""

    def __init__(self, typeset: Callable[[int], Strip]) -> None:
        self._typeset = typeset
        self._seen: set[int] = set()
        self._carried: list[Strip] = []
        self.strips: list[Strip] = []
        self.height = 0.0

    @property
    def is_waiting(self) -> bool:
        """Whether some of a note must go on a further page."""
        return bool(self._carried)

    def least_for(self, numbers: Sequence[int]) -> float:
        """Say what the area must grow by at least if these notes are marked on this page."""
        fresh = self._fresh(numbers)
        if not fresh:
            return 0.0
        if self._carried:
            return float("inf")
        strips = [self._typeset(number) for number in fresh]
        return self._rule_room() + sum(strip.height for strip in strips[:-1]) + strips[-1].height_of(strips[-1].least)

    def admit(self, numbers: Sequence[int], room: float) -> None:
        """Take in the notes marked by what was just placed; ``room`` is what is left of the page."""
        for number in self._fresh(numbers):
            self._seen.add(number)
            room -= self._take(self._typeset(number), room)

    def begin_page(self, room: float) -> None:
        """Start a page with what the last one had no room for."""
        waiting, self._carried = self._carried, []
        self.strips, self.height = [], 0.0
        for strip in waiting:
            room -= self._take(strip, room)

    def _fresh(self, numbers: Sequence[int]) -> list[int]:
        return [number for number in dict.fromkeys(numbers) if number not in self._seen] if numbers else []

    def _rule_room(self) -> float:
        return 0.0 if self.strips else GAP + _BELOW_RULE

    def _take(self, strip: Strip, room: float) -> float:
        """Set as much of a note as there is room for, keep the rest; say how much room it took."""
        rule = self._rule_room()
        lines = int((room - rule + 0.01) / strip.leading)
        if self._carried or lines < min(strip.least, strip.lines):
            self._carried.append(strip)
            return 0.0
        if lines < strip.lines:
            strip, rest = strip.cut(min(lines, strip.lines - 1))
            self._carried.append(rest)
        self.strips.append(strip)
        self.height += rule + strip.height
        return rule + strip.height
