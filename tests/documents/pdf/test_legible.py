"""What is hidden is shown, what is lost is counted, what belongs together is not parted."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents.pdf.faces import BOLD, BOLD_ITALIC, FALLBACK, ITALIC, UPRIGHT, characters_of
from desktop.documents.pdf.legible import PLACEHOLDER, Legible

NB = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("№ 12", f"№{NB}12"),
        ("ст. 131 ч. 2 УПК", f"ст.{NB}131 ч.{NB}2 УПК"),
        ("5 января 2022 г. утром", f"5{NB}января 2022{NB}г. утром"),
        ("2022 ж. 5 қаңтар", f"2022{NB}ж. 5{NB}қаңтар"),
        ("И. И. Иванов", f"И.{NB}И.{NB}Иванов"),
        ("Алматы — город", f"Алматы{NB}— город"),
        ("Он ушёл. 5 человек остались", "Он ушёл. 5 человек остались"),
    ],
)
def test_a_line_does_not_end_inside_what_belongs_together(text: str, shown: str) -> None:
    assert Legible().read(text) == shown


@pytest.mark.parametrize(
    "hidden", ["\0", "\x1b", "\x7f", "\u202e", "\u2066", "\u200f", "\ud800", "\ue000", "\U0001f600", "漢"]
)
def test_what_cannot_be_shown_is_a_visible_box_and_is_reported(hidden: str) -> None:
    legible = Legible()
    assert legible.read(f"a{hidden}b") == f"a{PLACEHOLDER}b"
    assert set(legible.replaced) == {f"U+{ord(hidden):04X}"}


@pytest.mark.parametrize("invisible", ["\u200b", "\u00ad", "\ufeff", "\u2060"])
def test_what_is_invisible_and_means_nothing_is_left_out(invisible: str) -> None:
    assert Legible().read(f"a{invisible}b") == "ab"


@pytest.mark.parametrize(
    ("space", "shown"), [("\t", " "), ("\u2003", " "), ("\u202f", NB), ("\r\n", "\n"), ("\u2028", "\n")]
)
def test_other_spaces_and_line_ends_become_plain_ones(space: str, shown: str) -> None:
    assert Legible().read(f"a{space}b") == f"a{shown}b"


def test_accents_written_apart_are_composed() -> None:
    assert Legible().read(unicodedata.normalize("NFD", "й Ї ё")) == "й Ї ё"


def test_letters_only_the_fallback_has_are_cut_out_for_it() -> None:
    legible = Legible()
    assert legible.pieces("aअb № 1") == [(False, "a"), (True, "अ"), (False, f"b №{NB}1")]
    assert not legible.replaced


def test_every_kazakh_letter_is_in_every_face() -> None:
    letters = set("ӘәҒғҚқҢңӨөҰұҮүҺһІі№«»—–₸")
    for face in (UPRIGHT, BOLD, ITALIC, BOLD_ITALIC):
        assert letters <= characters_of(face)


@given(st.text(st.characters(), max_size=60))
def test_any_text_comes_out_in_characters_the_faces_have(text: str) -> None:
    for is_foreign, piece in Legible().pieces(text):
        assert set(piece) - {"\n"} <= characters_of(FALLBACK if is_foreign else UPRIGHT)


@given(st.text(st.characters(), max_size=60))
def test_text_for_one_face_needs_no_other(text: str) -> None:
    assert set(Legible().read_plain(text)) <= characters_of(UPRIGHT)
