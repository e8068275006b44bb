"""The author's small Markdown as blocks: paragraphs, lists, quotations, subheadings, bold and italic; nothing else.

HTML, links and images are taken as the words they are written with.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.documents.blocks import Block, Heading, ListItem, Paragraph, Quote
from desktop.documents.runs import Run, Text

if TYPE_CHECKING:
    from markdown_it.token import Token

_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def blocks_of(markdown: str, first_number: int) -> Iterator[Block]:
    """The blocks of a text; its paragraphs are numbered from ``first_number``."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["heading", "list", "blockquote", "emphasis", "newline", "escape"])
    number, lists, quotes, heading = first_number, list[list[int | None]](), 0, 0
    for token in parser.parse(markdown):
        match token.type:
            case "ordered_list_open" | "bullet_list_open":
                starts = int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None
                lists.append([starts])
            case "ordered_list_close" | "bullet_list_close":
                lists.pop()
            case "blockquote_open" | "blockquote_close":
                quotes += 1 if token.nesting > 0 else -1
            case "heading_open" | "heading_close":
                heading = int(token.tag[1:]) if token.nesting > 0 else 0
            case "inline":
                runs = tuple(_runs(token.children or ()))
                yield _block(runs, number, lists, quotes, heading)
                number += not (lists or quotes or heading)
            case _:
                continue


def _block(runs: tuple[Run, ...], number: int, lists: Sequence[list[int | None]], quotes: int, heading: int) -> Block:
    if heading:
        return Heading(min(heading + 1, 3), "".join(run.text for run in runs if isinstance(run, Text)))
    if lists:
        return ListItem(runs, _mark(lists[-1]), len(lists))
    return Quote(runs) if quotes else Paragraph(runs, number)


def _mark(counter: list[int | None]) -> str:
    place = counter[0]
    if place is None:
        return "•"
    counter[0] = place + 1
    return f"{place})"


def _runs(tokens: "Sequence[Token]") -> Iterator[Run]:
    bold = italic = 0
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case kind:
                text = _BREAKS.get(kind, token.content)
                if text:
                    yield Text(text, bold=bold > 0, italic=italic > 0)
