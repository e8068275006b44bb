"""Briefs as rich as real ones in the three languages, with facts of Amnesty International EUR 57/7071/2023."""

from desktop.documents.blocks import (
    Align,
    Block,
    BodyCharts,
    BodyFigure,
    Brief,
    Contents,
    Cover,
    CoverKind,
    Field,
    Heading,
    ListItem,
    Notice,
    Paragraph,
    Quote,
    Signatory,
    SignatureBlock,
)
from desktop.documents.runs import (
    Address,
    CrossReference,
    ExhibitReference,
    Footnote,
    FootnoteReference,
    Text,
)
from desktop.documents.tables import (
    ChronologyColumn,
    ChronologyField,
    ChronologyRow,
    ChronologySpan,
    ChronologyTable,
    ExhibitColumn,
    ExhibitField,
    ExhibitList,
    ExhibitRow,
    Source,
    SourceList,
)
from tests.documents.sample_words import WORDS, Words

URL = "https://www.rferl.org/a/kazakhstan-kyrgyz-musician-severely-beaten/31668455.html"
DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def chronology(words: Words, rows: int = 24) -> ChronologyTable:
    """A chronology in which rows carry notes, standings, references and a period."""
    columns = tuple(ChronologyColumn(field, title) for field, title in zip(ChronologyField, words.columns, strict=True))
    period = (ChronologySpan((Text("2022", bold=True),)),)
    return ChronologyTable(columns, period + tuple(_row(words, place) for place in range(1, rows + 1)))


def _row(words: Words, place: int) -> ChronologyRow:
    event = (Text(words.event), FootnoteReference(3)) if place == 2 else words.event[: 60 + 37 * (place % 6)]
    return ChronologyRow(
        number=str(place),
        when=words.day,
        event=event,
        place=words.place,
        persons=words.persons,
        source=(ExhibitReference("2", words.exhibit),),
        standing=words.denied if place % 5 == 0 else "",
        id=f"event-{place}",
    )


def exhibits(words: Words, rows: int = 6) -> ExhibitList:
    """An exhibit list in which all but every third file has a hash."""
    columns = tuple(
        ExhibitColumn(field, title) for field, title in zip(ExhibitField, words.exhibit_columns, strict=True)
    )
    return ExhibitList(
        columns,
        tuple(
            ExhibitRow(
                number=str(place),
                description=words.title,
                date="05.01.2022",
                author=words.persons.split(";")[0],
                language="ru",
                form="—",
                pages=str(place * 7),
                sha256="" if place % 3 == 0 else DIGEST,
            )
            for place in range(1, rows + 1)
        ),
    )


def filing(language: str) -> Brief:
    """A filing to a prosecutor with everything a brief may hold."""
    words = WORDS[language]
    fields = (Field(words.to, words.office), Field(words.by, words.counsel), Field("", words.case))
    blocks: tuple[Block, ...] = (
        Cover(CoverKind.FILING, words.title, words.subtitle, date="05.05.2026", reference="№ 12/2026", fields=fields),
        Contents(words.contents),
        *facts(words),
        Heading(1, words.chronology),
        chronology(words),
        Heading(1, words.exhibits),
        exhibits(words),
        Heading(1, words.sources),
        SourceList(tuple(Source(f"{n}.", words.note, URL) for n in range(1, 5))),
        Paragraph((Text(words.ask, bold=True),), align=Align.CENTRE),
        ListItem(words.request, "1)"),
        ListItem(words.request, "2)"),
        SignatureBlock(
            (Signatory(words.counsel, words.persons.split(";")[0], words.signature),), "05.05.2026", words.note
        ),
    )
    return Brief(language, blocks, footnotes(words), reference="№ 12/2026")


def facts(words: Words) -> tuple[Block, ...]:
    """Numbered paragraphs with everything a line may hold."""
    return (
        Heading(1, words.facts, "facts"),
        Paragraph((Text(words.event), FootnoteReference(1)), number=1, id="first"),
        Paragraph(
            (
                Text(words.event + " "),
                CrossReference("first", words.see),
                Text("; "),
                ExhibitReference("2", words.exhibit),
            ),
            number=2,
        ),
        Quote((Text(f"«{words.quote}»", italic=True), FootnoteReference(2))),
        Heading(2, words.chronology),
        Paragraph((Text(words.place, bold=True), Text(" — " + words.event)), number=3),
        Notice(words.exhibits, words.unverified),
        Paragraph(words.event * 3, number=4),
        Heading(3, words.sources),
        Paragraph(words.event * 2),
    )


def footnotes(words: Words) -> tuple[Footnote, ...]:
    """Three notes, one of them with an address."""
    return (
        Footnote(1, (Text(words.note + " "), Address(URL))),
        Footnote(2, words.note),
        Footnote(3, (Text(words.note, italic=True),)),
    )


def statement(language: str) -> Brief:
    """A public statement with footnotes, without a contents page."""
    words = WORDS[language]
    issuer = "AMNESTY INTERNATIONAL PUBLIC STATEMENT"
    blocks: tuple[Block, ...] = (
        Cover(CoverKind.STATEMENT, words.title, words.subtitle, issuer, "31.07.2023", "EUR 57/7071/2023"),
        *(Paragraph((Text(words.event * 2), FootnoteReference(1 + place % 3))) for place in range(3)),
        Quote(words.quote),
        Heading(1, words.facts),
        *(Paragraph(words.event * 3) for _ in range(4)),
        ListItem(words.request),
        ListItem(words.request),
        BodyCharts(
            (
                BodyFigure("front", words.place, ((1, 0.5, 0.4), (12, 0.3, 0.6))),
                BodyFigure("hands", words.place, ((2, 0.3, 0.3),)),
                BodyFigure("head", words.place),
            )
        ),
        ListItem(words.request, "1"),
    )
    return Brief(language, blocks, footnotes(words), reference="EUR 57/7071/2023")


def dossier(language: str) -> Brief:
    """A chronology behind a title page."""
    words = WORDS[language]
    fields = (Field(words.to, words.office), Field(words.by, words.counsel), Field("№", words.case))
    blocks: tuple[Block, ...] = (
        Cover(CoverKind.TITLE_PAGE, words.title, words.subtitle, words.counsel, "05.05.2026", "№ 12/2026", fields),
        Contents(words.contents),
        Heading(1, words.chronology),
        chronology(words, 60),
        Heading(1, words.exhibits),
        exhibits(words, 30),
    )
    return Brief(language, blocks, footnotes(words), reference="№ 12/2026")
