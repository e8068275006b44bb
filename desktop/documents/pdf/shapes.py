"""The rules, bars, shades and leader dots of a page, as operators; they lie under its text."""

from desktop.documents.pdf.strips import Frame


class Shapes:
    """Collects what is drawn under the text of one page or form; ``code`` are the operators so far."""

    def __init__(self) -> None:
        self.code: list[str] = []

    def fill(self, x: float, y: float, width: float, height: float, *, grey: float = 0.0) -> None:
        """Fill a box given by its lower left corner: a rule, a bar, a shade."""
        self.code.append(f"{grey:g} g {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def dot(self, x: float, right: float, y: float, *, thickness: float, gap: float) -> None:
        """Draw leader dots on a grid that all leaders of the page share, so that they stand under one another."""
        start = (int(x / gap) + 1) * gap
        if right > start:
            line = f"{start:.2f} {y:.2f} m {right:.2f} {y:.2f} l S"
            self.code.append(f"q 1 J {thickness:g} w [0 {gap:g}] 0 d {line} Q")

    def draw_code(self, code: str, x: float, y: float) -> None:
        """Draw operators whose origin comes to lie at (x, y)."""
        self.code.append(f"q 1 0 0 1 {x:.2f} {y:.2f} cm {code} Q")

    def draw_frame(self, frame: Frame, x: float, top: float, height: float) -> None:
        """Draw the shade, bar and rules of a strip whose upper left corner is at (x, top)."""
        left = x + frame.x
        if frame.shade < 1:
            self.fill(left, top - height, frame.width, height, grey=frame.shade)
        if frame.bar:
            self.fill(left, top - height, frame.bar, height, grey=frame.rule_grey)
        if frame.rule_above:
            self.fill(left, top - frame.rule_above / 2, frame.width, frame.rule_above, grey=frame.rule_grey)
        if frame.rule_below:
            below = top - height - frame.rule_below / 2
            self.fill(left, below, frame.width, frame.rule_below, grey=frame.rule_grey)
