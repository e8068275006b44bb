"""What a brief relies on: exhibits (documents with a file), published sources, and the notes that lead to them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from db.case_file import CaseFile
from db.rows import CitationRow, DocumentRow
from desktop.documents.compose.people import Cast
from desktop.documents.compose.template import Template
from desktop.documents.runs import (
    Address,
    Content,
    CrossReference,
    ExhibitReference,
    Footnote,
    FootnoteReference,
    Run,
    Text,
)
from desktop.documents.tables import ExhibitColumn, ExhibitList, ExhibitRow, Source, SourceList
from desktop.logic import when

_LOCATORS = ("page", "paragraph", "timecode")


class Sources:
    """The documents of a case as a brief numbers them. What is privileged is neither listed nor cited."""

    def __init__(self, file: CaseFile, template: Template, cast: Cast) -> None:
        self._template = template
        self._cast = cast
        usable = [row for row in file.documents if not row.privileged]
        self._documents = {row.id: row for row in usable}
        self._exhibits = _numbered([row for row in usable if row.blob])
        self._sources = {row.id: str(place) for place, row in enumerate(_published(usable), start=1)}
        self._citations = self._by_target(file.citations)
        self._notes: list[Footnote] = []
        self._first_note: dict[str, int] = {}

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The notes made so far."""
        return tuple(self._notes)

    def cited(self, target: str) -> Content:
        """Where a fact stands, for the column of a table: exhibits and sources with their places, a line each."""
        runs: list[Run] = []
        for citation in self._citations.get(target, ()):
            if runs:
                runs.append(Text("\n"))
            if citation.bearing == "contradicts":
                runs.append(Text(f"{self._word('against')} ", italic=True))
            runs += [self._reference(citation.document_id), *_text(self._locator(citation))]
        return tuple(runs) or (Text(self._word("no_source"), italic=True),)

    def noted(self, target: str) -> tuple[Run, ...]:
        """The mark of the footnote that says where a fact stands, all its passages in one note."""
        runs: list[Run] = []
        number = len(self._notes) + 1
        for citation in self._citations.get(target, ()):
            runs += [*_text("; " if runs else ""), *self._passage(citation, number)]
        if not runs:
            return ()
        self._notes.append(Footnote(number, (*runs, Text("."))))
        return (FootnoteReference(number),)

    def exhibit_list(self) -> ExhibitList:
        """The exhibits in the order of their numbers."""
        columns = tuple(ExhibitColumn(field, title) for field, title in self._template.exhibit_columns)
        return ExhibitList(
            columns, tuple(self._exhibit(self._documents[row], no) for row, no in self._exhibits.items())
        )

    def source_list(self) -> SourceList:
        """The published sources in the order of their numbers."""
        described = [(number, self._documents[document]) for document, number in self._sources.items()]
        return SourceList(
            tuple(Source(number, self._described(row), row.address or "", row.id) for number, row in described)
        )

    def _by_target(self, citations: Iterable[CitationRow]) -> Mapping[str, Sequence[CitationRow]]:
        found: dict[str, list[CitationRow]] = defaultdict(list)
        for citation in citations:
            same = [one for one in found[citation.target_id] if _place(one) == _place(citation)]
            if citation.document_id in self._documents and not same:
                found[citation.target_id].append(citation)
        return found

    def _reference(self, document: str) -> Run:
        number = self._exhibits.get(document)
        if number:
            return ExhibitReference(number, self._word("exhibit").format(number=number))
        return CrossReference(document, self._word("source").format(number=self._sources[document]))

    def _passage(self, citation: CitationRow, number: int) -> tuple[Run, ...]:
        """One passage: the document in full where it is named first, later by its title and the note of the first."""
        row = self._documents[citation.document_id]
        bearing = f"{self._cast.term('bearings', citation.bearing)}: " if citation.bearing != "supports" else ""
        first = self._first_note.setdefault(row.id, number)
        if first == number:
            text = f"{self._described(row)}{self._locator(citation)}"
            return (*_text(bearing, is_italic=True), Text(text), *_address(row))
        again = self._word("see_note").format(number=first)
        return (*_text(bearing, is_italic=True), Text(f"{row.title}{self._locator(citation)} ({again})"))

    def _locator(self, citation: CitationRow) -> str:
        for name in _LOCATORS:
            place = getattr(citation, name)
            if place:  # "2" is page 2; "footnote 8" says for itself what it is
                return ", " + (self._word(name).format(place=place) if place[0].isdigit() else place)
        return ""

    def _described(self, row: DocumentRow) -> str:
        dated = when.describe(row.dated, self._cast.language) if row.dated else ""
        return ", ".join(part for part in (row.author, row.title, dated) if part)

    def _exhibit(self, row: DocumentRow, number: str) -> ExhibitRow:
        form = {True: self._word("original"), False: self._word("copy"), None: ""}[row.original]
        return ExhibitRow(
            number=number,
            description=row.title,
            date=when.describe(row.dated, self._cast.language) if row.dated else "",
            author=row.author or "",
            language=self._cast.term("languages", row.language) if row.language else "",
            form=form,
            pages=str(row.pages or ""),
            sha256=row.sha256 or "",
        )

    def _word(self, name: str) -> str:
        return self._template.words[name]


def _numbered(rows: Sequence[DocumentRow]) -> dict[str, str]:
    """Exhibit numbers by document: those given stay; the others get the next free ones, in the order of intake."""
    taken = {row.exhibit for row in rows if row.exhibit}
    free = (str(number) for number in range(1, len(rows) + len(taken) + 1) if str(number) not in taken)
    numbers = {row.id: row.exhibit or next(free) for row in rows}
    return dict(sorted(numbers.items(), key=_by_number))


def _by_number(item: tuple[str, str]) -> tuple[int, str, str]:
    digits = "".join(ch for ch in item[1] if ch.isdigit())
    return (int(digits) if digits else 0, item[1], item[0])


def _published(rows: Sequence[DocumentRow]) -> list[DocumentRow]:
    return [row for row in rows if not row.blob]


def _place(citation: CitationRow) -> tuple[str | None, ...]:
    return (citation.document_id, citation.page, citation.paragraph, citation.timecode, citation.bearing)


def _text(text: str, *, is_italic: bool = False) -> tuple[Run, ...]:
    return (Text(text, italic=is_italic),) if text else ()


def _address(row: DocumentRow) -> tuple[Run, ...]:
    return (Text(" "), Address(row.address)) if row.address else ()
