"""How long a chronology takes to become a court-ready PDF, against the same text poured into ReportLab's own layout.

    python benchmarks/brief.py [--rounds N]

Ours is the whole road from blocks to PDF/A bytes: table with head on every page, page numbers, bookmarks, metadata. The
peers only lay out: a bare flow of one ``Paragraph`` a row, and a ``LongTable`` with a ``Paragraph`` in each cell; for
running text with contents, ``multiBuild``. Each measurement runs in a process of its own, so that its memory is its
own; seconds are those of the processor, which a busy machine does not stretch, and of several rounds the quickest
counts. Targets are those of performance.md, "Briefs".
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parents[1]))

from desktop.documents.blocks import Block, Brief, Contents, Heading, Paragraph
from desktop.documents.pdf import write
from desktop.documents.profiles import load_profile
from desktop.documents.runs import Text
from desktop.documents.tables import ChronologyColumn, ChronologyField, ChronologyRow, ChronologyTable

TITLES = ("№", "Дата", "Место", "Событие", "Участники", "Источник")
WIDTHS = (24, 76, 80, 156, 84, 58)
TEXT = (
    "задержан допрошен конвой изолятор адвокат ходатайство следователь постановление прокуратура освидетельствование "
    "врач судья заседание отказано без объяснения причин в ночное время и был доставлен на автомобиле около"
)
WORDS = TEXT.split()
PAGE = load_profile("archive")


class Result(NamedTuple):
    """What one measurement in a process of its own found."""

    seconds: float
    pages: int
    megabytes: float


def row(number: int) -> tuple[str, ...]:
    """One event as six texts; some 25 words, no two rows alike."""
    event = " ".join(WORDS[(number * 7 + place * place * (1 + number % 5)) % len(WORDS)] for place in range(18))
    return (
        str(number),
        f"{number % 28 + 1} января 2022 г., {number % 24:02}:{number % 60:02}",
        f"ИВС № {number % 90}, г. Алматы",
        f"{event}.",
        f"Свидетель № {number % 500}, следователь",
        f"приложение {number % 200}, л. {number % 37}",
    )


def ours_chronology(rows: int) -> int:
    """Write a chronology as the program does."""
    columns = tuple(ChronologyColumn(field, title) for field, title in zip(ChronologyField, TITLES, strict=True))
    events = tuple(
        ChronologyRow(number=cells[0], when=cells[1], place=cells[2], event=cells[3], persons=cells[4], source=cells[5])
        for cells in map(row, range(1, rows + 1))
    )
    brief = Brief("ru", (Heading(1, "Хронология"), ChronologyTable(columns, events)), reference="№ 1")
    return write(brief, BytesIO(), PAGE).pages


def bare_flow(rows: int) -> int:
    """Pour the same text into one Paragraph a row."""
    from reportlab.platypus import Paragraph as Flowable

    return build([Flowable(escape(" ".join(row(number))), style()) for number in range(1, rows + 1)])


def long_table(rows: int) -> int:
    """Pour the same text into a table of Paragraphs."""
    from reportlab.platypus import LongTable
    from reportlab.platypus import Paragraph as Flowable

    cells = [[Flowable(escape(text), style()) for text in TITLES]]
    cells += [[Flowable(escape(text), style()) for text in row(number)] for number in range(1, rows + 1)]
    return build([LongTable(cells, colWidths=WIDTHS, repeatRows=1)])


def prose(paragraphs: int) -> list[tuple[str, str]]:
    """Running text: a heading before every tenth paragraph of a hundred words, the first of them to stand out."""
    texts = (" ".join(row(number * 6 + place)[3] for place in range(6)) for number in range(paragraphs))
    return [(f"Раздел {number // 10 + 1}" if number % 10 == 0 else "", text) for number, text in enumerate(texts)]


def ours_prose(paragraphs: int) -> int:
    """Write running text with contents and bold words as the program does."""
    blocks: list[Block] = [Contents("Содержание")]
    for number, (heading, text) in enumerate(prose(paragraphs), 1):
        first, _, rest = text.partition(" ")
        blocks += [Heading(1, heading)] if heading else []
        blocks.append(Paragraph((Text(first, bold=True), Text(f" {rest}")), number=number))
    return write(Brief("ru", tuple(blocks)), BytesIO(), PAGE).pages


def multi_build(paragraphs: int) -> int:
    """Pour the same text into ReportLab's own way to contents: laying out until the page numbers stand still."""
    from reportlab.platypus import Paragraph as Flowable
    from reportlab.platypus.tableofcontents import TableOfContents

    contents: Any = TableOfContents(levelStyles=[style()])
    story: list[Any] = [contents]
    for heading, text in prose(paragraphs):
        first, _, rest = text.partition(" ")
        story += [Flowable(escape(heading), style("Tinos-Bold"))] if heading else []
        story.append(Flowable(f"<b>{escape(first)}</b> {escape(rest)}", style()))
    return build(story, is_multi=True)


@cache
def style(font: str = "Tinos-Regular") -> Any:
    """The peers' paragraph style, in the same fonts and size as ours."""
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(font, fontName=font, fontSize=PAGE.table_pt, leading=PAGE.table_pt * 1.265)


def build(story: list[Any], *, is_multi: bool = False) -> int:
    """Lay a story out with ReportLab and count its pages."""
    from reportlab.platypus import SimpleDocTemplate

    class Document(SimpleDocTemplate):
        def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - ReportLab's name
            if is_multi and getattr(flowable, "style", None) is style("Tinos-Bold"):
                self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))

    document: Any = Document(BytesIO(), initialFontName="Tinos-Regular")
    (document.multiBuild if is_multi else document.build)(story)
    return document.page


def register_fonts() -> None:
    """Make the program's fonts known to ReportLab, for both sides, before the clock runs."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    registry: Any = pdfmetrics
    for name in ("Regular", "Bold", "Italic", "BoldItalic"):
        content = (files("resources") / "fonts" / f"Tinos-{name}.ttf").read_bytes()
        registry.registerFont(TTFont(f"Tinos-{name}", BytesIO(content)))
    faces = ("Regular", "Bold", "Italic", "BoldItalic")
    registry.registerFontFamily("Tinos-Regular", *(f"Tinos-{name}" for name in faces))


WAYS: dict[str, Callable[[int], int]] = {
    way.__name__: way for way in (ours_chronology, bare_flow, long_table, ours_prose, multi_build)
}


def measure(way: str, size: int) -> Result:
    """Run one way once in this process, after a small run that loads what it needs."""
    register_fonts()
    WAYS[way](2)
    begun = time.process_time()
    pages = WAYS[way](size)
    seconds = time.process_time() - begun
    return Result(seconds, pages, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def best(way: str, size: int, rounds: int) -> Result:
    """Run one way several times, each in a process of its own, and take the quickest."""
    command = [sys.executable, __file__, "--way", way, "--size", str(size)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(rounds)]
    result = min(Result(*json.loads(run)) for run in runs)
    print(f"  {way:16} {size:6}: {result.seconds:7.2f} s {result.pages:5} pages {result.megabytes:5.0f} MB", flush=True)
    return result


def judge(name: str, ratio: float, target: float, *, at_least: bool = False) -> bool:
    """Print a ratio beside its target and say whether it is met."""
    is_met = ratio >= target if at_least else ratio <= target
    sign = "≥" if at_least else "≤"
    print(f"{name}: {ratio:.2f} (target {sign} {target:g}{'' if is_met else ', MISSED'})", flush=True)
    return is_met


def compare(rounds: int) -> bool:
    """Measure everything and print the ratios; whether all targets are met."""
    thousand, flow, table = (best(way, 1000, rounds) for way in ("ours_chronology", "bare_flow", "long_table"))
    ten, thirty = (best("ours_chronology", size, rounds) for size in (10_000, 30_000))
    most = best("ours_chronology", 62_500, 1)
    text, multi = (best(way, 1000, rounds) for way in ("ours_prose", "multi_build"))
    return all(
        [
            judge("1,000 rows against a bare Paragraph flow, time", thousand.seconds / flow.seconds, 1),
            judge(
                "1,000 rows, a LongTable of Paragraphs against ours", table.seconds / thousand.seconds, 6, at_least=True
            ),
            judge("30,000 rows against 10,000, time", thirty.seconds / ten.seconds, 3.3),
            judge(f"peak memory in MB at {most.pages:,} pages", most.megabytes, 250),
            judge("1,000 paragraphs with contents against multiBuild, time", text.seconds / multi.seconds, 0.33),
        ]
    )


def main() -> int:
    """Measure one way if asked for one, else compare all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--way", choices=WAYS)
    parser.add_argument("--size", type=int, default=1000)
    asked = parser.parse_args()
    if asked.way:
        print(json.dumps(measure(asked.way, asked.size)))
        return 0
    return 0 if compare(asked.rounds) else 1


if __name__ == "__main__":
    sys.exit(main())
