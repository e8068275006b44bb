"""Briefs as rich as real ones in the three languages, with facts of Amnesty International EUR 57/7071/2023."""

from dataclasses import dataclass

from desktop.documents.blocks import (
    Align,
    Block,
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


@dataclass(frozen=True)
class Words:
    """What one language says."""

    to: str
    office: str
    by: str
    counsel: str
    case: str
    title: str
    subtitle: str
    contents: str
    chronology: str
    facts: str
    exhibits: str
    sources: str
    columns: tuple[str, ...]
    exhibit_columns: tuple[str, ...]
    day: str
    place: str
    event: str
    denied: str
    persons: str
    exhibit: str
    see: str
    quote: str
    ask: str
    request: str
    unverified: str
    signature: str
    note: str


WORDS = {
    "en": Words(
        to="To:",
        office="the Prosecutor of the city of Almaty",
        by="From:",
        counsel="counsel for the convicted A. Tleuzhan",
        case="Case No. 2022/01-05",
        title="Chronology of the events at Almaty airport",
        subtitle="with the sources relied on",
        contents="Contents",
        chronology="Chronology",
        facts="Facts",
        exhibits="Exhibits",
        sources="Sources",
        columns=("No.", "Date", "Place", "Event", "Persons", "Source"),
        exhibit_columns=("No.", "Description", "Date", "Author", "Language", "Form", "Pages"),
        day="5 January 2022, about 20:00",
        place="Almaty airport",
        event="Aigerim Tleuzhan arrived at the airport with a group of activists to find out whether Russian troops "
        "were due to arrive, and spent twenty minutes there without success. At the time she left there had been no "
        "damage or looting to the building.",
        denied="Disputed by the prosecution",
        persons="Aigerim Tleuzhan; Kalas Nurpeisov",
        exhibit="Exhibit 2, p. 3",
        see="see paragraph 1",
        quote="I won't disappoint you. We are going to fight to the end: appeal, Supreme Court, UN.",
        ask="I ASK:",
        request="to conduct an effective, impartial and independent investigation into all allegations of torture;",
        unverified="Not verified: the date was read from a scan and nobody has compared it with the original.",
        signature="(signature)",
        note="On 7 January President Tokayev announced that he had given orders to open fire without warning.",
    ),
    "ru": Words(
        to="Кому:",
        office="прокурору города Алматы",
        by="От:",
        counsel="адвоката в защиту осуждённой А. Тлеужан",
        case="Дело № 2022/01-05",
        title="Хронология событий в аэропорту Алматы",
        subtitle="с указанием источников",
        contents="Содержание",
        chronology="Хронология",
        facts="Обстоятельства",
        exhibits="Опись приложений",
        sources="Источники",
        columns=("№", "Дата", "Место", "Событие", "Участники", "Источник"),
        exhibit_columns=("№", "Описание", "Дата", "Автор", "Язык", "Вид", "Листов"),
        day="5 января 2022 г., около 20:00",
        place="аэропорт Алматы",
        event="Айгерим Тлеужан приехала в аэропорт с группой активистов, чтобы узнать, ожидается ли прибытие "
        "российских военнослужащих, и безуспешно провела там двадцать минут. Когда она уезжала, здание не было ни "
        "повреждено, ни разграблено.",
        denied="Оспаривается стороной обвинения",
        persons="Айгерим Тлеужан; Калас Нурпеисов",
        exhibit="приложение № 2, л. 3",
        see="см. пункт 1",
        quote="Я вас не подведу. Мы будем бороться до конца: апелляция, Верховный суд, ООН.",
        ask="ПРОШУ:",
        request="провести эффективное, беспристрастное и независимое расследование всех утверждений о пытках;",
        unverified="Не проверено: дата прочитана со скана и с подлинником не сверена.",
        signature="(подпись)",
        note="7 января президент К. К. Токаев объявил, что отдал приказ открывать огонь без предупреждения.",
    ),
    "kk": Words(
        to="Кімге:",
        office="Алматы қаласының прокурорына",
        by="Кімнен:",
        counsel="сотталған А. Тілеужанның қорғаушысынан",
        case="№ 2022/01-05 іс",
        title="Алматы әуежайындағы оқиғалардың хронологиясы",
        subtitle="дереккөздері көрсетілген",
        contents="Мазмұны",
        chronology="Хронология",
        facts="Мән-жайлар",
        exhibits="Қосымшалар тізбесі",
        sources="Дереккөздер",
        columns=("№", "Күні", "Орны", "Оқиға", "Қатысушылар", "Дереккөз"),
        exhibit_columns=("№", "Сипаттамасы", "Күні", "Авторы", "Тілі", "Түрі", "Парақ"),
        day="2022 ж. 5 қаңтар, шамамен 20:00",
        place="Алматы әуежайы",
        event="Әйгерім Тілеужан бір топ белсендімен бірге әуежайға Ресей әскерінің келетін-келмейтінін білу үшін "
        "барып, онда жиырма минут болды, бірақ ештеңе біле алмады. Ол кеткен кезде ғимарат бүлінбеген әрі тоналмаған "
        "еді. Һәм ұқыпты, үңгір, өңір, іргелі сөздері.",
        denied="Айыптау тарапы дау айтады",
        persons="Әйгерім Тілеужан; Қалас Нұрпейісов",
        exhibit="№ 2 қосымша, 3-парақ",
        see="1-тармақты қараңыз",
        quote="Мен сендерді ұятқа қалдырмаймын. Біз соңына дейін күресеміз: апелляция, Жоғарғы Сот, БҰҰ.",
        ask="СҰРАЙМЫН:",
        request="азаптау туралы барлық мәлімдемелерді тиімді, бейтарап әрі тәуелсіз тергеуді;",
        unverified="Тексерілмеген: күні сканерленген көшірмеден оқылды, түпнұсқамен салыстырылған жоқ.",
        signature="(қолы)",
        note="7 қаңтарда президент Қ. К. Тоқаев ескертусіз оқ атуға бұйрық бергенін мәлімдеді.",
    ),
}

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
