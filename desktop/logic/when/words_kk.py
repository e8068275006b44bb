"""How Kazakh speaks of time: the stems each token is known by, and the endings they take.

A stem marked with ``+`` takes any ending, whatever its vowels: a misspelt harmony is no reason not to understand.
"""

from itertools import product

from desktop.logic.when.tokens import HalfOfDay, Mark, Month, Number, PartOfDay, Time, Token, Weekday

SILENT = "ж, жж, жыл+, күн+, ай+, қарсаң, болған"

_OWNED = ("", "ы", "і", "сы", "сі")
_FROM = ("нан", "нен", "дан", "ден", "тан", "тен")
_CASES = (
    *("", "да", "де", "та", "те", "нда", "нде", "ға", "ге", "қа", "ке", "на", "не"),
    *("дың", "дің", "тың", "тің", "ның", "нің", "ғы", "гі", "қы", "кі"),
    *("дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі"),
)

PHRASES: dict[Token, str] = {
    Month(1): "қаңтар+, қаң",
    Month(2): "ақпан+, ақп",
    Month(3): "наурыз+, нау",
    Month(4): "сәуір+, сәу",
    Month(5): "мамыр+, мам",
    Month(6): "маусым+, мау",
    Month(7): "шілде+, шіл",
    Month(8): "тамыз+, там",
    Month(9): "қыркүйек+, қыркүйег+, қыр",
    Month(10): "қазан+, қаз",
    Month(11): "қараша+, қар",
    Month(12): "желтоқсан+, жел",
    Month(21): "көктем+",
    Month(22): "жаз+",
    Month(23): "күз+",
    Month(24): "қыс+",
    Weekday(0): "дүйсенбі+",
    Weekday(1): "сейсенбі+",
    Weekday(2): "сәрсенбі+",
    Weekday(3): "бейсенбі+",
    Weekday(4): "жұма+",
    Weekday(5): "сенбі+",
    Weekday(6): "жексенбі+",
    Number(1): "бірінші, і",
    Number(2): "екінші, іі",
    Number(3): "үшінші, ііі",
    Number(4): "төртінші",
    Time(12): "талтүс, талтүсте",
    Mark.ABOUT: "шамамен, шамасында, жуықта, маңында",
    Mark.MAYBE: "болжам бойынша, мүмкін, бәлкім, ықтимал",
    Mark.AND: "мен, бен, пен, және",
    Mark.OR: "немесе, әлде",
    Mark.TO: "ең кеш дегенде",
    Mark.NOT_BEFORE: "ең ерте дегенде",
    Mark.NOW: "осы уақытқа дейін, қазіргі уақытқа дейін, бүгінге дейін",
    Mark.NO_START: "басталуы белгісіз",
    Mark.NO_END: "аяқталуы белгісіз",
    Mark.NO_DAY: "күні белгісіз",
    Mark.NO_MONTH: "айы белгісіз",
    Mark.EARLY: "бас+",
    Mark.MIDDLE: "орта+",
    Mark.LATE: "соңы, соңында, соңындағы, соңына, соңынан, аяғы, аяғында, аяғына, аяғынан",
    Mark.HOUR_AHEAD: "сағат+, сағ",
    Mark.MINUTE: "минут+",
    Mark.QUARTER: "тоқсан+",
    Mark.HALF_YEAR: "жартыжылдық+, жартыжылдығ+",
    Mark.DECADE: "жылдар+",
    Mark.POST_BETWEEN: "аралығында, арасында, аралықта, аралығы, дейінгі аралықта",
    Mark.POST_TO: "дейін, шейін, кешіктірмей, кешіктірілмей, кеш емес",
    Mark.POST_BEFORE: "бұрын, алдында, ертерек",
    Mark.POST_AFTER: "кейін, соң",
    Mark.POST_SINCE: "бастап, бері",
    Mark.POST_NOT_BEFORE: "ерте емес",
    Mark.POST_NIGHT: "қараған түні, қараған түнде",
    PartOfDay.MORNING: "таңертең, таңертеңгілік",
    PartOfDay.AFTERNOON: "түстен кейін, күндіз",
    PartOfDay.EVENING: "кешке, кешкісін, кеште",
    PartOfDay.NIGHT: "түнде",
    HalfOfDay.AM: "таңғы",
    HalfOfDay.DAY: "күндізгі",
    HalfOfDay.EVENING: "кешкі",
    HalfOfDay.NIGHT: "түнгі",
}


def forms(phrase: str) -> tuple[list[str], list[str]]:
    """Every form of a phrase, those that say "from" apart: ``қаңтар+`` → қаңтар, қаңтардың … and қаңтардан …."""
    if not phrase.endswith("+"):
        return [phrase], []
    stem = phrase.removesuffix("+")
    plain = [stem + owned + case for owned, case in product(_OWNED, _CASES)]
    return plain, [stem + owned + case for owned, case in product(_OWNED, _FROM)]
