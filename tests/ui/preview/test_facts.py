"""Kind, size and statements of a file, in words."""

import pytest

from desktop.ui.preview.facts import kind_name, size_name, stated_facts


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB (1,000 bytes)"),
        (1_468_006, "1.5 MB (1,468,006 bytes)"),
        (3 * 10**9, "3.0 GB (3,000,000,000 bytes)"),
    ],
)
def test_a_size_is_short_and_exact(size: int, words: str) -> None:
    assert size_name(size) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("application/pdf", "PDF document"),
        ("image/jpeg", "Image (JPEG)"),
        ("audio/x-flac", "Sound recording (FLAC)"),
        ("application/x-unheard-of", "application/x-unheard-of"),
    ],
)
def test_a_kind_has_a_name_or_keeps_its_own(kind: str, words: str) -> None:
    assert kind_name(kind) == words


def test_statements_stand_in_a_fixed_order_and_unknown_ones_nowhere() -> None:
    stated = (("taken", "2022-01-05T20:00:01"), ("evil", "x"), ("title", "Іс"), ("author", ""))
    assert stated_facts(stated) == [("Title", "Іс"), ("Taken", "2022-01-05 20:00:01")]
