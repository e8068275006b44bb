"""Times in words and words as times: what is shown to be typed is understood as the same again."""

import pytest

from desktop.i18n import Language
from desktop.logic import when
from desktop.ui import times
from desktop.ui.language import speech

ALMATY = "Asia/Almaty"
SHAPES = (
    "2022-01-05T20:00", "2022-01-05", "2022-01", "2022-01~", "../2022-01-12", "[2022-01-05..2022-01-09]", "2022-XX",
    "2022-01-05/2022-01-09", "2022-01-05?", "2022",
)  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("edtf", SHAPES)
def test_what_is_shown_to_be_typed_means_the_same(edtf: str, language: Language) -> None:
    speech().switch(language)
    moment = when.parse(edtf, ALMATY)

    assert times.understood(times.typed(moment), ALMATY) == moment


def test_a_day_is_typed_as_people_type_it() -> None:
    assert times.typed(when.parse("2022-01-05T20:00", ALMATY)) == "05.01.2022 20:00"
    assert times.typed(None) == ""


@pytest.mark.parametrize("text", ["30 февраля 2022", "05/01/2022", "5 января", "nonsense", "2022-01-05/2021"])
def test_why_a_text_is_no_time_is_said(text: str) -> None:
    reading = times.reader(almaty)(text)

    assert reading.is_error
    assert reading.words.endswith(".")


def almaty() -> str:
    """The zone of the case."""
    return ALMATY


def test_a_jurisdiction_nobody_knows_keeps_the_time_of_most_cases() -> None:
    assert times.zone_of("it") == "Europe/Rome"
    assert times.zone_of("nowhere") == ALMATY


def test_a_time_kept_as_text_is_told_or_shown_as_it_is() -> None:
    assert times.told_edtf("2022-01-05", ALMATY) == "5 January 2022"
    assert times.told_edtf("nonsense", ALMATY) == "nonsense"
