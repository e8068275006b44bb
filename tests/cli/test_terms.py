"""Own terms on the command line: listed, added, and brought in with a case that names them."""

from pathlib import Path

from tests.case_files import a_case, write_case
from tests.terminals import sandyq


def test_without_own_terms_there_is_nothing(folder: Path) -> None:
    assert sandyq("terms", folder).out == "Nothing here yet.\n"
    assert sandyq("terms", folder, "--json").json == []


def test_a_term_is_added_and_listed(folder: Path) -> None:
    said = sandyq("terms", folder, "--add", "methods", "cold-cell", "Холодная камера", "--lang", "ru").out
    assert said == "methods  cold-cell  Холодная камера\n"
    (term,) = sandyq("terms", folder, "--json").json
    assert {**term, "id": ""} == {
        "id": "", "vocabulary": "methods", "term": "cold-cell", "labels": {"ru": "Холодная камера"},
        "description": None, "huridocs": None, "body": {},
    }  # fmt: skip


def test_a_term_that_cannot_be_ends_with_bad_input_and_its_place(folder: Path) -> None:
    done = sandyq("terms", folder, "--add", "standings", "proven", "Proven")
    assert done.code == 4
    assert "vocabulary: Nothing can be added" in done.err


def test_an_import_adds_unknown_terms_only_on_request(folder: Path, tmp_path: Path) -> None:
    case = a_case(events=[{"id": "e1", "kind": "night-raid", "fields": {"squad": 7}}], links=[], citations=[])
    file = write_case(tmp_path / "raid", case)
    refused = sandyq("import", folder, file)
    assert refused.code == 4
    assert "--add-terms" in refused.err
    assert sandyq("terms", folder, "--json").json == []
    assert sandyq("import", folder, file, "--add-terms").code == 0
    added = {term["term"]: term["body"] for term in sandyq("terms", folder, "--json").json}
    assert added == {"night-raid": {"group": "other"}, "squad": {"type": "number"}}
