"""Full text: nothing typed is syntax, ё is е, й is й, Kazakh letters are themselves, and pages are found as pages."""

from collections.abc import Callable
from functools import partial
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import search
from db.models import Case, Document, Person
from db.types import Kind, Name
from db.vault import Vault


@pytest.fixture
def letter(vault: Vault) -> tuple[str, str]:
    """A case and a document of two pages in it."""
    with vault.change("add") as change:
        change.session.add(case := Case(ref="KZ-1", title="Әуежай ісі"))
        change.session.flush()
        change.session.add(document := Document(case_id=case.id, title="Letter"))
        change.session.flush()
        pages = ["", "Пётр Иванов лежал в палате", "ұстап алу хаттамасы"]
        search.index_pages(change.connection, document.id, case.id, "Letter", pages)
    return case.id, document.id


def hits(vault: Vault, query: str, case_id: str | None = None) -> list[tuple[str, int | None]]:
    """What is found: kind and page."""
    with vault.reading() as connection:
        return [(hit.record_kind, hit.page) for hit in search.find(connection, query, case_id=case_id)]


@pytest.mark.parametrize("query", ["петр", "Пётр", "ПЕТР иванов", "ПАЛАТ"])
def test_a_page_is_found_whatever_the_case_and_the_yo(vault: Vault, letter: tuple[str, str], query: str) -> None:
    assert hits(vault, query) == [("document", 2)]


@pytest.mark.parametrize("decompose", [partial(normalize, form) for form in ("NFC", "NFD")], ids=["NFC", "NFD"])
@pytest.mark.parametrize("query", ["Йод", "замок", "за́мок", "Café", "ПЁТР"])
def test_letters_are_found_however_they_are_put_together(
    vault: Vault, decompose: Callable[[str], str], query: str
) -> None:
    for number, spelled in enumerate(
        [normalize("NFC", "Йод за́мок café Пётр"), normalize("NFD", "Йод за́мок café Пётр")]
    ):
        with vault.change("add") as change:
            change.session.add(Case(ref=str(number), title=spelled))
    assert hits(vault, decompose(query)) == [("case", None)] * 2
    assert hits(vault, "иод") == []


@pytest.mark.parametrize(("query", "count"), [("ұстап", 1), ("устап", 0), ("әуежай", 1), ("ауежаи", 0)])
def test_kazakh_letters_are_themselves(vault: Vault, letter: tuple[str, str], query: str, count: int) -> None:
    assert len(hits(vault, query)) == count


def test_the_snippet_marks_what_was_found(vault: Vault, letter: tuple[str, str]) -> None:
    with vault.reading() as connection:
        (hit,) = search.find(connection, "палате")
    assert hit.snippet == "Петр Иванов лежал в \x02палате\x03"


def test_a_case_narrows_to_its_records_and_those_on_file_in_it(vault: Vault, letter: tuple[str, str]) -> None:
    case_id, _document = letter
    with vault.change("add") as change:
        change.session.add(person := Person(names=(Name("Иванов Пётр", "ru"),)))
        change.session.add(other := Case(ref="KZ-2", title="Иванов"))
        change.session.flush()
        change.enroll(case_id, Kind.PERSON, [person.id])
    assert sorted(hits(vault, "иванов", case_id)) == [("document", 2), ("person", None)]
    assert hits(vault, "иванов", other.id) == [("case", None)]


def test_a_document_in_the_trash_is_not_found_and_comes_back_whole(vault: Vault, letter: tuple[str, str]) -> None:
    for at, expected in ((1, []), (None, [("document", 2)])):
        with vault.change("trash") as change:
            change.put_in_trash(Kind.DOCUMENT, letter[1], at=at)
        assert hits(vault, "палате") == expected


def test_rebuilding_finds_what_was_found_before(vault: Vault, letter: tuple[str, str]) -> None:
    with vault.change("rebuild") as change:
        search.rebuild(change.connection)
    assert hits(vault, "палате") == [("document", 2)]
    assert hits(vault, "әуежай") == [("case", None)]


def test_an_empty_query_finds_nothing(vault: Vault, letter: tuple[str, str]) -> None:
    for query in ("", "   ", '"', "()*", "-"):
        assert hits(vault, query) == []


def test_nothing_a_user_types_is_syntax(vault: Vault) -> None:
    @given(st.text(max_size=40))
    def holds(query: str) -> None:
        with vault.reading() as connection:
            assert search.find(connection, query) == []

    holds()
