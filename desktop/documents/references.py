"""Where the references of a brief lead: every one must be found before anything is written."""

from collections.abc import Iterable, Iterator

from desktop.documents.blocks import Block, Brief, Heading, ListItem, Notice, Paragraph, Quote
from desktop.documents.runs import Content, CrossReference, ExhibitReference, FootnoteReference, Run
from desktop.documents.tables import ChronologyRow, ChronologySpan, ChronologyTable, ExhibitList, SourceList

Target = tuple[str, str]  # what it is ("id", "exhibit", "note") and which one


class UnresolvedReference(LookupError):
    """Some references of a brief lead nowhere; ``targets`` says which, and never quotes the text around them."""

    def __init__(self, targets: tuple[Target, ...]) -> None:
        super().__init__(f"{len(targets)} references lead nowhere")
        self.targets = targets


def target_of(run: Run) -> Target | None:
    """Say where a run leads, if it leads anywhere."""
    match run:
        case CrossReference(target=target):
            return ("id", target)
        case ExhibitReference(number=number):
            return ("exhibit", number)
        case FootnoteReference(number=number):
            return ("note", str(number))
        case _:
            return None


def find_references(brief: Brief) -> frozenset[Target]:
    """Find everything the brief refers to."""
    contents = (content for block in brief.blocks for content in _contents_of(block))
    notes = (note.content for note in brief.footnotes)
    return frozenset(_targets_in(contents)) | frozenset(_targets_in(notes))


def check_references(brief: Brief) -> frozenset[Target]:
    """Find everything the brief refers to; raise ``UnresolvedReference`` if something of it is not there."""
    wanted = find_references(brief)
    missing = wanted - frozenset(_targets_offered(brief))
    if missing:
        raise UnresolvedReference(tuple(sorted(missing)))
    return wanted


def _targets_in(contents: Iterable[Content]) -> Iterator[Target]:
    for content in contents:
        if not isinstance(content, str):
            for run in content:
                target = target_of(run)
                if target is not None:
                    yield target


def _contents_of(block: Block) -> Iterator[Content]:
    match block:
        case Paragraph() | Quote() | ListItem() | Notice():
            yield block.content
        case ChronologyTable(rows=rows):
            for row in rows:
                yield from _cells_of(row)
        case ExhibitList(rows=rows):
            yield from (row.description for row in rows)
        case SourceList(sources=sources):
            yield from (source.content for source in sources)
        case _:
            return


def _cells_of(row: ChronologyRow | ChronologySpan) -> Iterator[Content]:
    if isinstance(row, ChronologySpan):
        yield row.content
    else:
        yield from (row.when, row.place, row.event, row.persons, row.source)


def _targets_offered(brief: Brief) -> Iterator[Target]:
    for note in brief.footnotes:
        yield ("note", str(note.number))
    for block in brief.blocks:
        match block:
            case Heading(id=name) | Paragraph(id=name):
                yield ("id", name)
            case ChronologyTable(rows=rows):
                yield from (("id", row.id) for row in rows if isinstance(row, ChronologyRow))
            case ExhibitList(rows=rows):
                yield from (("exhibit", row.number) for row in rows)
            case SourceList(sources=sources):
                yield from (("id", source.id) for source in sources)
            case _:
                continue
