"""From a ``When`` back to words, as a lawyer would write them, and to a few signs for a column."""

from db.types import When
from desktop.logic.when import speech_en, speech_kk, speech_ru
from desktop.logic.when.notation import read_shape
from desktop.logic.when.places import ends_at, here
from desktop.logic.when.shapes import Choice
from desktop.logic.when.shorthand import Shorthand
from desktop.logic.when.speech import Speech
from desktop.logic.when.telling import Teller


def describe(value: When, language: str) -> str:
    """The time in words (ru, kk, en): "около 20:00 5 января 2022 г.", "between 5 and 9 January 2022".

    Times are those of the wall clock at the value's zone. ``understand`` reads the words back to the same bounds, but
    for choices of three and more or of spans, an hour that came twice, a date of which only a part is in doubt, and a
    winter beside a whole year ("winter 2021 – 2022" is one winter).
    """
    return Teller(speech_of(language)).tell(here(read_shape(value.edtf), value.zone))


def describe_bounds(value: When, language: str) -> str:
    """The window the bounds leave, in words: what "about 5 January 2022" is counted as. Empty where they leave none."""
    if value.earliest is None and value.latest is None:
        return ""
    ends = ends_at(value.earliest, value.latest, value.zone)
    return Teller(speech_of(language)).tell(Choice((ends,)))


def describe_short(value: When, language: str) -> str:
    """The time for a column: "05.01.2022 20:00", "~05.01.2022", "05–09.01.2022", "≤ 12.01.2022"."""
    return Shorthand(Teller(speech_of(language))).write(here(read_shape(value.edtf), value.zone))


def speech_of(language: str) -> Speech:
    """How this language speaks of time; English for one we do not know."""
    spoken = {"ru": speech_ru.speech, "kk": speech_kk.speech}
    return spoken.get(language, speech_en.speech)()
