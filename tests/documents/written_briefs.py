"""Briefs written in memory and read back by another PDF library than the one that wrote them."""

from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2

from desktop.documents.blocks import Block, Brief
from desktop.documents.pdf import Written, write
from desktop.documents.profiles import load_profile
from desktop.documents.runs import Footnote


@dataclass(frozen=True)
class Paper:
    """A written brief."""

    content: bytes
    written: Written

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page; every white space is one space."""
        with pypdfium2.PdfDocument(self.content) as pdf:
            return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]

    @property
    def text(self) -> str:
        """The text of all pages."""
        return " ".join(self.pages)

    def open(self) -> pikepdf.Pdf:
        """Open its objects."""
        return pikepdf.open(BytesIO(self.content))

    def bookmarks(self) -> list[tuple[int, str, int]]:
        """List level, title and page (from 1) of every bookmark."""
        with pypdfium2.PdfDocument(self.content) as pdf:
            toc: Any = pdf
            return [(item.level, item.get_title(), _page(item)) for item in toc.get_toc()]

    def links(self) -> list[tuple[int, int]]:
        """List from which page (from 1) to which every link leads."""
        with self.open() as pdf:
            numbers = {page.obj.objgen: place for place, page in enumerate(pdf.pages, 1)}
            return [
                (numbers[page.obj.objgen], numbers[annotation.Dest[0].objgen])
                for page in pdf.pages
                for annotation in _annotations(page)
            ]


def paper(*blocks: Block, footnotes: tuple[Footnote, ...] = (), profile: str = "archive") -> Paper:
    """Write blocks as an English brief."""
    return written(Brief("en", blocks, footnotes), profile)


def written(brief: Brief, profile: str = "archive") -> Paper:
    """Write a brief by a profile."""
    target = BytesIO()
    result = write(brief, target, load_profile(profile))
    return Paper(target.getvalue(), result)


def _annotations(page: pikepdf.Page) -> Any:
    return page.obj.get("/Annots", pikepdf.Array())


def _page(item: Any) -> int:
    return item.get_dest().get_index() + 1
