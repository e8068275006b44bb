"""Columns are known by their titles in any language; a map is kept by titles and says what of it does not fit."""

from collections.abc import Iterator

import pytest

from desktop import i18n
from desktop.documents.sheets.columns import Holds, columns_of, table_entities
from desktop.documents.sheets.lines import Line
from desktop.documents.sheets.mapping import ColumnMap, applied, guess, kept, misfits
from desktop.documents.sheets.titles import TABLES, TITLES, titled
from desktop.i18n import Language

ENTITIES = sorted(table_entities())


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The interface speaks it."""
    i18n.use(request.param)
    yield request.param.value
    i18n.use(Language.ENGLISH)


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_title_we_write_is_known_again(entity: str, language: str) -> None:
    titles = titled(entity, columns_of(table_entities()[entity]), language)

    found = guess(entity, Line(1, tuple(titles.values())))

    assert list(found.columns.values()) == list(titles)
    assert len(set(titles.values())) == len(titles)


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_key_is_known_as_a_title_unless_another_column_is_called_so(entity: str) -> None:
    keys = list(columns_of(table_entities()[entity]))

    found = guess(entity, Line(1, tuple(keys)))

    assert len(found.columns) >= len(keys) - 1


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_list_and_every_plain_column_has_a_title(entity: str) -> None:
    keys = [key for key in columns_of(table_entities()[entity]) if not key.startswith(("fields.", "participants."))]

    assert entity in TABLES
    assert [key for key in keys if f"{entity}.{key}" not in TITLES and key not in TITLES] == []


@pytest.mark.parametrize(
    ("title", "key"),
    [("Дата:", "when"), (" МЕСТО ", "place"), ("Потерпевший", "participants.victim"), ("*Суть*", "text"), ("x", None)],
)
def test_titles_are_known_as_people_write_them(title: str, key: str | None) -> None:
    assert guess("events", Line(1, (title,))).columns.get(0) == key


def test_the_first_of_two_alike_is_taken_but_lists_take_both() -> None:
    assert guess("events", Line(1, ("When", "when", "Tags", "tags"))).columns == {0: "when", 2: "tags", 3: "tags"}


def test_a_kept_map_fits_the_next_table_by_its_titles() -> None:
    chosen = ColumnMap("events", {0: "when", 2: "title"}, {"kind": "complaint"})
    body = kept(chosen, Line(1, ("Когда", "-", "О чём")))

    again, wrong = applied(body, Line(1, ("о чем:", "Когда")))

    assert (again.columns, again.constants, wrong) == ({1: "when", 0: "title"}, {"kind": "complaint"}, [])


@pytest.mark.parametrize(("titles", "column"), [(("Когда", "КОГДА"), 1), (("Иное",), None)], ids=["twice", "missing"])
def test_a_kept_map_says_what_of_it_does_not_fit(titles: tuple[str, ...], column: int | None) -> None:
    _chosen, wrong = applied({"entity": "events", "columns": {"Когда": "when"}}, Line(1, titles))

    assert [one.column for one in wrong] == [column]


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"entity": "banana"},
        {"entity": "events", "columns": []},
        {"entity": "events", "columns": {"a": 1}},
    ],
)
def test_what_is_no_map_is_refused(body: object) -> None:
    chosen, wrong = applied(body, Line(1, ("a",)))

    assert (chosen.entity, len(wrong)) == ("", 1)


def test_a_map_names_only_what_there_is_and_each_value_once() -> None:
    known = columns_of(table_entities()["events"])
    chosen = ColumnMap("events", {0: "banana", 1: "title", 2: "title", 3: "kind"}, {"kind": "other", "nonsense": "x"})

    assert [one.column for one in misfits(chosen, known)] == [0, 2, 3, None]


def test_the_fields_of_documents_that_their_files_say_are_no_columns() -> None:
    keys = set(columns_of(table_entities()["documents"]))

    assert not keys & {"file", "sha256", "size", "media_type"}
    assert columns_of(table_entities()["documents"])["original"].holds is Holds.TRUTH


def test_a_column_called_id_is_somebody_elses_numbering() -> None:
    assert guess("events", Line(1, ("ID", "Title"))).columns == {1: "title"}
    assert guess("events", Line(1, ("Record id", "Title"))).found_by == "id"


def test_a_kept_map_remembers_its_key_and_what_is_left_out() -> None:
    titles = Line(1, ("Номер", "О чём", "Прочее"))
    chosen = ColumnMap("documents", {0: "exhibit", 1: "title"}, key="exhibit", left_out=frozenset({2}))

    assert applied(kept(chosen, titles), titles) == (chosen, [])
    assert applied({"entity": "events", "columns": {"О чём": "title", "Нет": ""}}, titles) == (
        ColumnMap("events", {1: "title"}), [],
    )  # fmt: skip
