"""Tables in and out by the command line: a dry run, faults by their cells, maps, and lists that come back."""

import json
from pathlib import Path

import pytest

from tests.terminals import sandyq

REF = "KZ-2023-07"
EVENTS = "Kind;When;Title;Participants: Victim\nЖалоба;09.01.2022;First;Новый Человек\ncomplaint;2022-02;Second;\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of two complaints, the first by somebody who is not on file."""
    path = tmp_path / "complaints.csv"
    path.write_text(EVENTS, encoding="cp1251")
    return path


def database(folder: Path) -> bytes:
    return (folder / "vault.db").read_bytes()


def test_a_dry_run_tells_every_fault_by_its_cell_and_changes_nothing(folder: Path, table: Path) -> None:
    sandyq("cases", folder)  # what was derived by an earlier version is made anew when a vault is opened first
    before = database(folder)

    told = sandyq("import", folder, table, "--case", REF, "--entity", "events", "--dry-run")

    assert told.code == 4
    assert "D2" in told.out
    assert database(folder) == before


def test_a_table_with_faults_is_refused_as_a_whole(folder: Path, table: Path) -> None:
    before = sandyq("cases", folder, "--json").json

    refused = sandyq("import", folder, table, "--case", REF, "--entity", "events")

    assert (refused.code, "  D2: " in refused.err) == (4, True)
    assert sandyq("cases", folder, "--json").json == before


def test_whoever_is_missing_is_made_when_asked(folder: Path, table: Path) -> None:
    told = sandyq("import", folder, table, "--case", REF, "--entity", "events", "--create", "--json").json

    assert told["new"] == {"person": 1, "event": 2, "participation": 1}
    assert (told["faults"], told["imported"]) == ([], True)
    assert sandyq("cases", folder, "--json").json[0]["counts"]["events"] == 4


@pytest.mark.parametrize("form", ["toml", "json"])
def test_a_map_says_what_columns_mean(folder: Path, tmp_path: Path, form: str) -> None:
    (tmp_path / "t.csv").write_text("Когда было,О чём\n2022,A\n", encoding="utf-8")
    meaning = {
        "entity": "events",
        "columns": {"Когда было": "when", "О чём": "title"},
        "constants": {"kind": "protest"},
    }
    as_toml = 'entity = "events"\n[columns]\n"Когда было" = "when"\n"О чём" = "title"\n[constants]\nkind = "protest"\n'
    chosen = tmp_path / f"map.{form}"
    chosen.write_text(json.dumps(meaning) if form == "json" else as_toml, encoding="utf-8")

    assert sandyq("import", folder, tmp_path / "t.csv", "--case", REF, "--map", chosen).code == 0
    assert "protest" in {event["kind"] for event in sandyq("timeline", folder, REF, "--json").json}


def test_a_map_that_does_not_fit_says_where(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("A,A\n1,2\n", encoding="utf-8")
    (tmp_path / "map.json").write_text('{"entity": "events", "columns": {"A": "title", "B": "text"}}', encoding="utf-8")

    refused = sandyq("import", folder, tmp_path / "t.csv", "--case", REF, "--map", tmp_path / "map.json")

    assert refused.code == 4
    assert "B1: Two columns" in refused.err
    assert "“B”" in refused.err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["import", "VAULT", "t.csv"], 2),
        (["import", "VAULT", "t.csv", "--case", REF], 2),
        (["import", "VAULT", "t.csv", "--case", REF, "--entity", "banana"], 2),
        (["import", "VAULT", "case.json", "--dry-run"], 2),
        (["import", "VAULT", "missing.csv", "--case", REF, "--entity", "events"], 9),
        (["import", "VAULT", "t.csv", "--case", "nothing", "--entity", "events"], 9),
        (["export", "VAULT", REF, "--out", "x.csv"], 2),
        (["export", "VAULT", REF, "--out", "x.csv", "--list", "events", "--columns", "banana"], 4),
        (["export", "VAULT", REF, "--out", "x.txt", "--list", "events"], 4),
    ],
)
def test_wrong_use_is_told_apart_from_bad_input(
    folder: Path, tmp_path: Path, arguments: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("t.csv").write_text("a,b\n1,2\n", encoding="utf-8")

    assert sandyq(*(folder if word == "VAULT" else word for word in arguments)).code == code


def test_a_list_leaves_as_a_table_with_the_columns_asked_for(folder: Path, tmp_path: Path) -> None:
    told = sandyq(
        "export", folder, REF, "--out", tmp_path / "p.csv", "--list", "persons", "--columns", "names", "--json"
    )

    assert told.json["rows"] == 2
    assert (tmp_path / "p.csv").read_text("utf-8-sig").splitlines()[0] == "Name"
    assert "A." in (tmp_path / "p.csv").read_text("utf-8-sig")


def test_plain_names_are_a_choice_with_a_warning(folder: Path, tmp_path: Path) -> None:
    options = ["--list", "persons", "--columns", "names", "--plain-names"]

    told = sandyq("export", folder, REF, "--out", tmp_path / "p.csv", *options)

    assert "Protected" in told.out
    assert "Aigerim" in (tmp_path / "p.csv").read_text("utf-8-sig")


def test_a_corrected_list_changes_the_records_it_tells_of_again(folder: Path, tmp_path: Path) -> None:
    options = ["--list", "persons", "--ids", "--plain-names", "--columns", "names,occupation"]
    assert sandyq("export", folder, REF, "--out", tmp_path / "p.csv", *options).code == 0
    text = (tmp_path / "p.csv").read_text("utf-8-sig")
    (tmp_path / "p.csv").write_text(text.replace("journalist", "doctor"), encoding="utf-8")
    bring = ["import", folder, tmp_path / "p.csv", "--case", REF, "--entity", "persons"]

    dry = sandyq(*bring, "--dry-run", "--json").json
    assert (dry["new"], dry["changed"], dry["unchanged"]) == ({}, 1, 1)
    (change,) = dry["changes"]
    assert (change["key"], change["old"], change["new"]) == ("occupation", "journalist", "doctor")
    assert "journalist → doctor" in sandyq(*bring).out
    assert sandyq(*bring, "--json").json["changed"] == 0


def test_records_are_found_by_the_column_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("Name,Occupation\nAigerim Tleuzhan,doctor\n", encoding="utf-8")
    bring = ["import", folder, tmp_path / "p.csv", "--case", REF, "--entity", "persons", "--json"]
    assert sandyq(*bring, "--update", "names").json["changed"] == 1
    assert sandyq(*bring, "--update", "born").code == 4


def test_an_export_for_a_purpose_says_what_stays_behind(folder: Path, tmp_path: Path) -> None:
    told = sandyq("export", folder, REF, "--out", tmp_path / "whole", "--json").json
    assert set(told) == {"case", "path"}
    assert "--for" in sandyq("export", folder, REF, "--out", tmp_path / "again").out

    told = sandyq("export", folder, REF, "--out", tmp_path / "media", "--for", "media", "--json").json
    assert any("No consent to this purpose" in sentence for sentence in told["told"])
    assert sandyq("export", folder, REF, "--out", tmp_path / "x", "--for", "everybody").code == 2
    listed = ["export", folder, REF, "--out", tmp_path / "p.csv", "--list", "persons", "--for", "court", "--json"]
    assert sandyq(*listed).json["left_out"] == 0


def test_what_a_table_loses_or_doubles_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("kind,when,foo\ncomplaint,2022,x\n", encoding="utf-8")
    (tmp_path / "u.csv").write_text("kind,when\ncomplaint,2022,extra,more\n", encoding="utf-8")
    (tmp_path / "map.toml").write_text(
        'entity = "events"\n[columns]\nkind = "kind"\nwhen = "when"\nfoo = ""\n', encoding="utf-8"
    )
    bring = ["import", folder, tmp_path / "t.csv", "--case", REF]

    assert "“foo”" in sandyq(*bring, "--entity", "events").out
    (double,) = sandyq(*bring, "--map", tmp_path / "map.toml", "--dry-run", "--json").json["remarks"]
    assert double["place"] == "2:2"
    refused = sandyq("import", folder, tmp_path / "u.csv", "--case", REF, "--entity", "events")
    assert (refused.code, "C2: " in refused.err) == (4, True)


def test_passages_that_would_point_at_nothing_are_counted(folder: Path, tmp_path: Path) -> None:
    options = ["--list", "citations"]

    assert sandyq("export", folder, REF, "--out", tmp_path / "a.csv", *options, "--json").json["unnamed"] == 1
    assert "1 passage about" in sandyq("export", folder, REF, "--out", tmp_path / "b.csv", *options).out
