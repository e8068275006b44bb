"""How Russian says a time."""

from functools import cache

from desktop.logic.when.speech import Case, Forms, Kinship, Speech, month_names

_MONTHS_BETWEEN = (
    *("январём", "февралём", "мартом", "апрелем", "маем", "июнем"),
    *("июлем", "августом", "сентябрём", "октябрём", "ноябрём", "декабрём"),
)
_SEASONS = {
    21: "весна", 22: "лето", 23: "осень", 24: "зима",
    33: "I квартал", 34: "II квартал", 35: "III квартал", 36: "IV квартал",
    40: "первое полугодие", 41: "второе полугодие",
}  # fmt: skip
_SEASONS_OF = {
    21: "весны", 22: "лета", 23: "осени", 24: "зимы",
    33: "I квартала", 34: "II квартала", 35: "III квартала", 36: "IV квартала",
    40: "первого полугодия", 41: "второго полугодия",
}  # fmt: skip
_SEASONS_BETWEEN = {
    21: "весной", 22: "летом", 23: "осенью", 24: "зимой",
    33: "I кварталом", 34: "II кварталом", 35: "III кварталом", 36: "IV кварталом",
    40: "первым полугодием", 41: "вторым полугодием",
}  # fmt: skip


@cache
def speech() -> Speech:
    """The forms and patterns of Russian."""
    months_of = month_names("ru")
    plain = Forms(
        months=month_names("ru", alone=True),
        months_of_days=months_of,
        seasons=_SEASONS,
        year="{year} г.",
        decade="{year}-е гг.",
    )
    inside = Forms(months_of, months_of, _SEASONS_OF, "{year} г.", "{year}-х гг.", "{clock} {day}")
    between = Forms(_MONTHS_BETWEEN, months_of, _SEASONS_BETWEEN, "{year} г.", "{year}-ми гг.", "{clock} {day}")
    return Speech(
        forms={Case.PLAIN: plain, Case.OF: inside, Case.BETWEEN: between, Case.FROM: inside},
        day="{day} {month} {year} г.",
        month="{month} {year} г.",
        about="около {}",
        about_moment="около {clock} {day}",
        about_span="примерно {}",
        maybe="предположительно {}",
        about_word="примерно",
        maybe_word="предположительно",
        no_later="не позднее {}",
        no_earlier="не ранее {}",
        since="с {}",
        unknown_start="до {}, начало неизвестно",
        unknown_end="с {}, окончание неизвестно",
        no_day="{} (день не установлен)",
        no_month="{} (месяц не установлен)",
        either=" или ",
        both=" и ",
        spans={
            Kinship.DAY: "{day}, {first}–{last}",
            Kinship.MONTH: "{first}–{last} {month} {year} г.",
            Kinship.DAYS: "{first} – {last} {year} г.",
            Kinship.MONTHS: "{first}–{last} {year} г.",
            Kinship.YEARS: "{first}–{last} гг.",
            Kinship.NONE: "{first} – {last}",
        },
        betweens={
            Kinship.DAY: "между {first} и {last} {day}",
            Kinship.MONTH: "между {first} и {last} {month} {year} г.",
            Kinship.DAYS: "между {first} и {last} {year} г.",
            Kinship.MONTHS: "между {first} и {last} {year} г.",
            Kinship.YEARS: "между {first} и {last} гг.",
            Kinship.NONE: "между {first} и {last}",
        },
    )
