"""What the sample briefs say in the three languages."""

from dataclasses import dataclass


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
