"""Composing: the sections of a template filled one after another, paragraphs numbered through."""

from collections.abc import Iterator
from dataclasses import dataclass

from db.case_file import CaseFile
from desktop.documents.blocks import Block, Brief, Contents, Cover, Field, Heading, Paragraph
from desktop.documents.compose.custody import CustodyStatement
from desktop.documents.compose.facts import Facts
from desktop.documents.compose.guard import check_names
from desktop.documents.compose.injuries import Injuries
from desktop.documents.compose.markdown import blocks_of
from desktop.documents.compose.people import Cast
from desktop.documents.compose.request import BriefRequest
from desktop.documents.compose.sources import Sources
from desktop.documents.compose.template import Section, SectionKind, Template, load_template
from desktop.documents.runs import Digest, Text
from desktop.documents.tables import ChronologyTable
from desktop.logic import when
from desktop.logic.consent import obey


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed brief, the template it follows, and the required sections that are still empty.

    ``withdrawn`` and ``unasked`` are the persons (ids) whose consent to its purpose was taken back or is on no record.
    """

    brief: Brief
    template: Template
    missing: tuple[Section, ...]
    withdrawn: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()


def compose(file: CaseFile, request: BriefRequest) -> Composed:
    """Compose a brief. Raises ``KeyError`` for an unknown template, ``NameLeaks`` for a protected name."""
    template = load_template(request.template, file.case.jurisdiction, request.language)
    obeyed = obey(file, request.purpose)
    brief = _Composition(obeyed.file, request, template, frozenset(obeyed.withdrawn)).brief()
    check_names(brief, obeyed.file)
    return Composed(brief, template, template.missing(request.sections), obeyed.withdrawn, obeyed.unasked)


class _Composition:
    """One brief in the making; knows the number of the next paragraph."""

    def __init__(self, file: CaseFile, request: BriefRequest, template: Template, silent: frozenset[str]) -> None:
        self._file = file
        self._request = request
        self._template = template
        self._cast = cast = Cast.of(file, template)
        self._sources = Sources(file, template, cast)
        self._facts = Facts(file, template, cast, self._sources)
        self._injuries = Injuries(file, template, cast, self._sources, silent)
        self._next = 1

    def brief(self) -> Brief:
        blocks: list[Block] = [self._cover()]
        if self._template.has_contents:
            blocks.append(Contents(self._template.words["contents"]))
        for section in self._template.sections:
            filled = list(self._filled(section))
            if filled:
                blocks += [Heading(1, section.heading, section.id), *filled]
        return Brief(self._request.language, tuple(blocks), self._sources.footnotes, self._file.case.ref)

    def _cover(self) -> Cover:
        given = self._request.sections
        fields = [Field(label, given[name]) for name, label in self._template.fields if given.get(name)]
        return Cover(
            self._template.cover,
            self._request.title or self._file.case.title,
            subtitle=self._template.title,
            issuer=given.get("issuer", ""),
            date=when.describe(self._request.date, self._request.language),
            reference=self._file.case.ref,
            fields=tuple(fields),
        )

    def _filled(self, section: Section) -> Iterator[Block]:
        match section.kind:
            case SectionKind.TEXT:
                yield from self._numbered(blocks_of(self._request.sections.get(section.id, ""), self._next))
            case SectionKind.NARRATIVE:
                yield from self._numbered(self._facts.narrative(self._next))
            case SectionKind.CHRONOLOGY | SectionKind.CUSTODY:
                table = self._table(section.kind)
                yield from (table,) if table.rows else ()
            case SectionKind.PARTIES:
                yield from self._facts.parties()
            case SectionKind.CHARGES:
                yield from self._facts.charges()
            case SectionKind.INJURIES:
                yield from self._injuries.blocks()
            case SectionKind.BREACHES:
                yield from self._numbered(self._breaches())
            case SectionKind.EXHIBITS:
                yield from self._exhibits()
            case SectionKind.SOURCES:
                sources = self._sources.source_list()
                yield from (sources,) if sources.sources else ()

    def _table(self, kind: SectionKind) -> ChronologyTable:
        if kind is SectionKind.CHRONOLOGY:
            return self._facts.chronology()
        custody = CustodyStatement(self._file, self._template, self._cast, self._sources)
        return custody.table(self._request.date)

    def _numbered(self, blocks: Iterator[Block]) -> Iterator[Block]:
        for block in blocks:
            if isinstance(block, Paragraph) and block.number is not None:
                self._next = block.number + 1
            yield block

    def _breaches(self) -> Iterator[Block]:
        """A numbered paragraph for each finding: whose it is and what was overrun, then how it was counted."""
        shown = {person.id for person in self._file.persons}
        findings = [one for one in self._request.breaches if one.person is None or one.person in shown]
        for number, one in enumerate(findings, self._next):
            named = f"{self._cast.person(one.person)}: {one.title}." if one.person else f"{one.title}."
            yield Paragraph((Text(named, bold=True), Text(" ".join(("", *one.lines)))), number)

    def _exhibits(self) -> Iterator[Block]:
        exhibits = self._sources.exhibit_list()
        if exhibits.rows:
            yield exhibits
        if self._request.journal_head:
            said = self._template.words["journal"].format(number=self._request.journal_entry)
            yield Paragraph((Text(f"{said} "), Digest(self._request.journal_head)))
