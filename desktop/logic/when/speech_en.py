"""How English says a time."""

from functools import cache

from desktop.logic.when.speech import Case, Forms, Kinship, Speech, month_names

_SEASONS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "the first quarter of", 34: "the second quarter of", 35: "the third quarter of", 36: "the fourth quarter of",
    40: "the first half of", 41: "the second half of",
}  # fmt: skip


@cache
def speech() -> Speech:
    """The forms and patterns of English."""
    months = month_names("en")
    plain = Forms(months, months, _SEASONS, decade="the {year}s")
    inside = Forms(months, months, _SEASONS, decade="the {year}s", moment="{clock} on {day}")
    return Speech(
        forms={Case.PLAIN: plain, Case.OF: inside, Case.BETWEEN: inside, Case.FROM: inside},
        day="{day} {month} {year}",
        month="{month} {year}",
        about="around {}",
        about_moment="around {clock} on {day}",
        maybe="possibly {}",
        about_word="approximately",
        maybe_word="possibly",
        no_later="no later than {}",
        no_earlier="no earlier than {}",
        since="from {}",
        unknown_start="until {}, start unknown",
        unknown_end="from {}, end unknown",
        no_day="{} (day unknown)",
        no_month="{} (month unknown)",
        either=" or ",
        both=" and ",
        spans={
            Kinship.DAY: "{day}, {first}–{last}",
            Kinship.MONTH: "{first}–{last} {month} {year}",
            Kinship.DAYS: "{first} – {last} {year}",
            Kinship.MONTHS: "{first}–{last} {year}",
            Kinship.YEARS: "{first}–{last}",
            Kinship.NONE: "{first} – {last}",
        },
        betweens={
            Kinship.DAY: "between {first} and {last} on {day}",
            Kinship.MONTH: "between {first} and {last} {month} {year}",
            Kinship.DAYS: "between {first} and {last} {year}",
            Kinship.MONTHS: "between {first} and {last} {year}",
            Kinship.YEARS: "between {first} and {last}",
            Kinship.NONE: "between {first} and {last}",
        },
        about_span="around {}",
    )
