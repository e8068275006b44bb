"""What reading a PDF in a process apart costs, against bare pypdfium2 in this very process, in the same run.

    python benchmarks/preview.py [--pages N] [--rounds N]

A page drawn as the preview draws it at 144 dots an inch and carried over the pipe; the text of pages as intake takes
it; and, for scale, the first page from nothing: the document handed over to a process, and drawn.
"""

import argparse
import io
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

sys.path.insert(0, str(Path(__file__).parents[1]))

from desktop.documents.render.documents import PdfDocument, Tile
from desktop.documents.render.reader import Reader
from resources import resource

Work = Callable[[], object]
SCALE = 2.0  # pixels for one point: 144 an inch
SIZE = (1190, 1684)  # pixels of a page
WORDS = [
    "задержанный",
    "доставлен",
    "в",
    "отдел",
    "полиции",
    "города",
    "Алматы",
    "без",
    "объяснения",
    "причин",
    "в",
    "присутствии",
    "адвоката",
]


def paper(pages: int) -> bytes:
    """A PDF of dense Cyrillic pages, some 2,500 characters each."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Tinos", io.BytesIO(resource("fonts", "Tinos-Regular.ttf").read_bytes())))  # pyright: ignore[reportUnknownMemberType] - no types
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(595.0, 842.0), invariant=1)
    for page in range(pages):
        canvas.setFont("Tinos", 11)
        for line in range(45):
            words = " ".join(WORDS[(page + line * place) % len(WORDS)] for place in range(1, 9))
            canvas.drawString(60, 780 - 16 * line, f"{line + 1}. {words}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def alternately(peer: Work, own: Work, rounds: int, share: int) -> tuple[float, float]:
    """The quickest time of each in milliseconds, divided by ``share``; in turns, so that both meet the same load."""
    times: tuple[list[float], list[float]] = ([], [])
    for _round in range(rounds):
        for work, kept in zip((peer, own), times, strict=True):
            start = time.perf_counter()
            work()
            kept.append((time.perf_counter() - start) * 1000 / share)
    return min(times[0]), min(times[1])


class Peer:
    """Bare pypdfium2 in this process."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._document: Any = pypdfium2.PdfDocument(content)

    def draw(self, page: int) -> None:
        """Draw a page and take its pixels."""
        bytes(self._document[page].render(scale=SCALE, force_bitmap_format=raw.FPDFBitmap_BGRx).buffer)

    def read(self, first: int, count: int) -> None:
        """Take the text of pages."""
        for page in range(first, first + count):
            self._document[page].get_textpage().get_text_range()

    def open(self) -> None:
        """Draw the first page of a document not opened before."""
        Peer(self._content).draw(0)


class Ours:
    """The reader of the program."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._reader = Reader()
        self._document = PdfDocument(self._reader, content)

    def draw(self, page: int) -> None:
        """Draw a page and take its pixels."""
        self._document.tile(Tile(page, round(SCALE * 1000), 0, 0, *SIZE))

    def read(self, first: int, count: int) -> None:
        """Take the text of pages."""
        self._document.texts(first, count)

    def open(self) -> None:
        """Draw the first page of a document not opened before, in a process not started before."""
        another = Ours(self._content)
        another.draw(0)
        another.close()

    def open_warm(self) -> None:
        """The same in a process that has read another document."""
        self._reader.release()
        self._document = PdfDocument(self._reader, self._content)
        self.draw(0)

    def close(self) -> None:
        """End the process."""
        self._reader.close()


def judge(name: str, peer: float, own: float, target: float | None) -> bool:
    """Print both times and their ratio beside its target, and say whether it is met."""
    is_met = target is None or own / peer <= target
    beside = "" if target is None else f" (target ≤ {target:g}{'' if is_met else ', MISSED'})"
    print(f"{name:42}{peer:8.2f} ms{own:8.2f} ms{own / peer:7.2f}{beside}", flush=True)
    return is_met


def main() -> int:
    """Measure both in turns."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=15)
    chosen = parser.parse_args()
    content = paper(chosen.pages)
    peer, ours = Peer(content), Ours(content)
    batch = min(50, chosen.pages)
    print(f"{'':42}{'bare':>11}{'ours':>11}{'ratio':>7}")
    outcomes = [
        judge("draw a page", *alternately(partial(peer.draw, 1), partial(ours.draw, 1), chosen.rounds, 1), 2),
        judge(
            "text of a page",
            *alternately(partial(peer.read, 0, batch), partial(ours.read, 0, batch), chosen.rounds, batch),
            2,
        ),
        judge("first page, process started anew", *alternately(peer.open, ours.open, chosen.rounds, 1), None),
        judge("first page, process warm", *alternately(peer.open, ours.open_warm, chosen.rounds, 1), None),
    ]
    ours.close()
    return 0 if all(outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
