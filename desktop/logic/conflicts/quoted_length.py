"""How long somebody was held, or lay in hospital, as a quotation says it in Russian, Kazakh or English.

Only what plainly speaks of the whole stay is read: "held for ten days", «провёл под стражей 10 суток», «10 тәулік
қамауда болды». A sentence of a court, a term set or extended, what happened "after two months", a length that is only
a bound, and two lengths in one quotation tell nothing.
"""

import re

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30,
    "один": 1, "одни": 1, "два": 2, "две": 2, "двое": 2, "три": 3, "трое": 3, "четыре": 4, "четверо": 4, "пять": 5,
    "шесть": 6, "семь": 7, "восемь": 8, "девять": 9, "десять": 10, "одиннадцать": 11, "двенадцать": 12,
    "пятнадцать": 15, "двадцать": 20, "тридцать": 30,
    "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9, "он": 10,
    "жиырма": 20, "отыз": 30,
}  # fmt: skip
_LENGTH = re.compile(
    rf"(?<![\w.,–-])(\d+|{'|'.join(_NUMBERS)})[ \xa0-]+"
    r"((?:minute|hour|day|week|month|year)s?|минут\w?|час\w{0,2}|сут(?:ки|ок)|дн(?:я|ей)|день|недел\w{1,2}|месяц\w{0,2}"
    r"|год\w?|лет|сағат|тәулік|күн|апта|ай|жыл)\b",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"\b(?:custody|detention|prison|jail|hospital|ward|cell|bars|(?:held|detained|kept|imprisoned|hospitali[sz]ed) for"
    r"|страж\w+|арест\w*|заключени\w+|изолятор\w*|сизо|ивс|больниц\w+|стационар\w*|камер\w+|колони\w+|удержива\w+"
    r"|содержал\w+|қама\w+|түрме\w*|абақты\w*|аурухана\w*|изолятор\w*|ұста\w+)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:sentence\w*|convict\w*|order\w*|sanction\w*|exten\w+|prolong\w*|may|up to|after|before|within|later|since"
    r"|ago|first|last|every|at least|more than|less than|over|about|almost|nearly|another|remaining|further"
    r"|пригов\w+|осужд\w+|наказан\w+|санкци\w+|продл\w+|постанов\w+|избра\w+|до|после|через|спустя|назад|перв\w+|последн\w+"
    r"|кажд\w+|не менее|не более|более|менее|больше|меньше|свыше|около|почти|ещё|еще|срок\w*"
    r"|үкім\w*|жаза\w*|соттал\w*|санкция\w*|ұзарт\w+|мерзім\w*|дейін|кейін|бұрын|алғашқы|соңғы|кемінде|астам|жуық|шамамен)\b",
    re.IGNORECASE,
)


def length_in(quote: str) -> tuple[str, str] | None:
    """The length a quotation tells of a stay, as it is written and in figures ("десять суток", "10 суток")."""
    found = list(_LENGTH.finditer(quote))
    if len(found) != 1 or _OTHERWISE.search(quote):
        return None
    (length,) = found
    is_bare = not re.search(r"\w", quote[: length.start()] + quote[length.end() :])
    if not is_bare and not _KEPT.search(quote):
        return None
    number, unit = length[1].casefold(), length[2]
    return length[0], f"{_NUMBERS.get(number, number)} {unit}"
