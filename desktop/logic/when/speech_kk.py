"""How Kazakh says a time."""

from functools import cache

from desktop.logic.when.speech import Case, Forms, Kinship, Speech, month_names

_MONTHS_FROM = (
    *("қаңтардан", "ақпаннан", "наурыздан", "сәуірден", "мамырдан", "маусымнан"),
    *("шілдеден", "тамыздан", "қыркүйектен", "қазаннан", "қарашадан", "желтоқсаннан"),
)
_SEASONS = {
    21: "көктем", 22: "жаз", 23: "күз", 24: "қыс",
    33: "I тоқсан", 34: "II тоқсан", 35: "III тоқсан", 36: "IV тоқсан",
    40: "бірінші жартыжылдық", 41: "екінші жартыжылдық",
}  # fmt: skip
_SEASONS_FROM = {
    21: "көктемнен", 22: "жаздан", 23: "күзден", 24: "қыстан",
    33: "I тоқсаннан", 34: "II тоқсаннан", 35: "III тоқсаннан", 36: "IV тоқсаннан",
    40: "бірінші жартыжылдықтан", 41: "екінші жартыжылдықтан",
}  # fmt: skip
_CLOCK_ENDINGS = {  # as the last number is read aloud: нөлден, бірден … оннан … елуден
    0: "ден", 1: "ден", 2: "ден", 3: "тен", 4: "тен", 5: "тен", 6: "дан", 7: "ден", 8: "ден", 9: "дан",
    10: "нан", 20: "дан", 30: "дан", 40: "тан", 50: "ден",
}  # fmt: skip


@cache
def speech() -> Speech:
    """The forms and patterns of Kazakh."""
    months = month_names("kk")
    plain = Forms(months, months, _SEASONS, "{year} ж.", "{year} жылдар")
    away = Forms(
        _MONTHS_FROM, _MONTHS_FROM, _SEASONS_FROM, "{year} жылдан", "{year} жылдардан", "{day}, {clock}-{ending}"
    )
    spans = {
        Kinship.DAY: "{day}, {first}–{last}",
        Kinship.MONTH: "{year} ж. {first}–{last} {month}",
        Kinship.DAYS: "{year} ж. {first} – {last}",
        Kinship.MONTHS: "{year} ж. {first}–{last}",
        Kinship.YEARS: "{first}–{last} жж.",
        Kinship.NONE: "{first} – {last}",
    }
    return Speech(
        forms={Case.PLAIN: plain, Case.OF: plain, Case.BETWEEN: plain, Case.FROM: away},
        day="{year} ж. {day} {month}",
        month="{year} ж. {month}",
        about="шамамен {}",
        about_moment="{day}, шамамен {clock}",
        about_span="шамамен {}",
        maybe="болжам бойынша {}",
        about_word="шамамен",
        maybe_word="болжам бойынша",
        no_later="{} кешіктірмей",
        no_earlier="{} ерте емес",
        since="{} бастап",
        unknown_start="{} кешіктірмей, басталуы белгісіз",
        unknown_end="{} бастап, аяқталуы белгісіз",
        no_day="{} (күні белгісіз)",
        no_month="{} (айы белгісіз)",
        either=" немесе ",
        both=" және ",
        spans=spans,
        betweens={kinship: f"{pattern} аралығында" for kinship, pattern in spans.items()},
        endings=_CLOCK_ENDINGS,
    )
