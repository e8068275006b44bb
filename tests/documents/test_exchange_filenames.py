"""Copies of documents get names that every system takes, and keep them on every further round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.rows import DocumentRow
from desktop.documents.exchange.filenames import LONGEST, file_names, safe_name


def documents(names: list[str | None]) -> list[DocumentRow]:
    """A document with a file for each name it came under; ``None`` has no file."""
    return [
        DocumentRow(str(number), "c", "A title", file_name=name, blob=None if name is None else "00")
        for number, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("letter.pdf", "letter.pdf"),
        ("Письмо из больницы № 4.PDF", "Pis-mo-iz-bol-nitsy-No-4.PDF"),
        ("../../etc/passwd", "etc-passwd"),
        ("con.txt", "con-document.txt"),
        ("", "document"),
        ("…", "document"),
        (".pdf", "pdf"),
        ("a b\n.c d", "a-b-c-d"),
        ("x" * 200 + ".jpeg", "x" * (LONGEST - 5) + ".jpeg"),
    ],
)
def test_a_name_is_plain_ascii_and_keeps_its_ending(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_names_that_differ_in_case_alone_are_told_apart() -> None:
    names = file_names(documents(["a.txt", "A.TXT", None, "a.txt", "a-2.txt"]))
    assert names == {"0": "a.txt", "1": "A-2.TXT", "3": "a-3.txt", "4": "a-2-2.txt"}


def test_a_document_that_came_under_no_name_is_called_by_its_title() -> None:
    assert file_names([DocumentRow("1", "c", "Ответ", blob="00")]) == {"1": "Otvet"}


@given(st.lists(st.text(max_size=100), max_size=6))
def test_a_second_round_gives_the_same_names(texts: list[str]) -> None:
    names = list(file_names(documents([*texts])).values())
    assert list(file_names(documents([*names])).values()) == names
    assert len({name.casefold() for name in names}) == len(names)
    assert all(name.isascii() and len(name) <= LONGEST and not set(name) & set('/\\:*?"<>|') for name in names)
