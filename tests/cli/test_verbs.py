"""Each verb prints what it promises, for people and as JSON."""

import hashlib
import json
from pathlib import Path

from tests.builders import PASSPHRASE, recovery_key
from tests.case_files import LETTER, a_case, full_case, write_case
from tests.terminals import sandyq

REF = "KZ-2023-07"


def test_create_prints_the_recovery_key_once_and_it_opens_the_vault(tmp_path: Path) -> None:
    made = sandyq("create", tmp_path / "new.sandyq", "--author", "A. Lawyer", "--json")
    assert made.json["vault"] == str(tmp_path / "new.sandyq")
    key = tmp_path / "key.txt"
    key.write_text(made.json["recovery_key"], encoding="utf-8")
    opened = sandyq("recover", tmp_path / "new.sandyq", "--recovery-key-file", key, "--new-passphrase-file", "-",
                    stdin="otter velvet quarry mosaic lantern\n")  # fmt: skip
    assert opened.code == 0
    assert sandyq("cases", tmp_path / "new.sandyq").code == 3
    found = sandyq(
        "cases", tmp_path / "new.sandyq", "--passphrase-file", "-", stdin="otter velvet quarry mosaic lantern"
    )
    assert found.out == "Nothing here yet.\n"


def test_create_says_where_the_vault_is_and_shows_the_key_to_people(tmp_path: Path) -> None:
    made = sandyq("create", tmp_path / "new.sandyq")
    assert made.code == 0
    assert str(tmp_path / "new.sandyq") in made.out
    assert sum(line.count("-") == 12 for line in made.out.splitlines()) == 1  # thirteen groups: the key


def test_import_prints_the_case_and_its_ids_a_line_a_file(folder: Path, tmp_path: Path) -> None:
    files = [write_case(tmp_path / ref, a_case(case={"ref": ref, "title": "t"})) for ref in ("A", "B")]
    one, two = (json.loads(line) for line in sandyq("import", folder, *files, "--json").out.splitlines())
    assert set(one) == set(two) == {"case", "ids"}
    assert set(one["ids"]) == {"p1", "p2", "l1", "e1", "e2", "d1"}
    assert one["case"] != two["case"]


def test_cases_and_show_print_a_case_with_its_counts(folder: Path) -> None:
    (line,) = sandyq("cases", folder, "--json").json
    assert line["ref"] == REF
    assert line["counts"] == {"events": 2, "documents": 2, "persons": 2}
    assert line["opened"] == {
        "edtf": "2022-01-06", "zone": "Asia/Almaty", "earliest": "2022-01-05T18:00:00Z",
        "latest": "2022-01-06T17:59:59Z",
    }  # fmt: skip
    by_ref, by_id = sandyq("show", folder, REF, "--json").json, sandyq("show", folder, line["id"], "--json").json
    assert by_ref == by_id
    assert [(party["role"], party["name"]) for party in by_ref["parties"]] == [
        ("accused", "Aigerim Tleuzhan"), ("investigator", "Отдел"),
    ]  # fmt: skip
    assert [(stay["name"], stay["kind"]) for stay in by_ref["custody"]] == [("Aigerim Tleuzhan", "transfer")]
    text = sandyq("show", folder, REF).out
    assert all(word in text for word in (REF, "Дело об аэропорте", "Aigerim Tleuzhan", "Accused", "Transfer"))


def test_add_takes_files_in_with_kind_title_and_date(folder: Path, tmp_path: Path) -> None:
    paper = tmp_path / "scan.txt"
    paper.write_bytes(LETTER)
    added = sandyq("add", folder, REF, paper, "--kind", "letter", "--title", "T", "--dated", "5 January 2022", "--json")
    (document,) = added.json["documents"]
    assert document["sha256"] == hashlib.sha256(LETTER).hexdigest()
    assert (document["title"], document["file_name"], document["size"]) == ("T", "scan.txt", len(LETTER))
    exported = sandyq("export", folder, REF, "--out", tmp_path / "out", "--json").json["path"]
    entry = json.loads((Path(exported) / "case.json").read_text(encoding="utf-8"))["documents"][-1]
    assert (entry["kind"], entry["dated"]) == ("letter", "2022-01-05")


def test_timeline_prints_events_in_time_with_who_and_where(folder: Path) -> None:
    first, undated = sandyq("timeline", folder, REF, "--json").json
    assert (first["kind"], first["sources"], first["fields"]["warrant_shown"]) == ("transfer", 2, False)
    assert [one["name"] for one in first["participants"]] == ["Aigerim Tleuzhan", "Отдел"]
    assert undated["when"] is None
    assert "Transfer" in sandyq("timeline", folder, REF).out


def test_timeline_of_one_person_by_id_or_any_spelling(folder: Path) -> None:
    first, _undated = sandyq("timeline", folder, REF, "--json").json
    person = first["participants"][0]["person"]
    for name in (person, "Тілеужан", "tleuzhan"):
        assert [event["id"] for event in sandyq("timeline", folder, REF, "--person", name, "--json").json] == [
            first["id"]
        ]
    assert sandyq("timeline", folder, REF, "--person", "Nobody").code == 9


def test_search_finds_words_in_records_and_in_the_text_of_documents(folder: Path) -> None:
    hits = sandyq("search", folder, "ожоги", "--json").json
    assert {(hit["kind"], hit["page"]) for hit in hits} == {("citation", None), ("document", 1)}
    assert sandyq("search", folder, "ожоги", "--case", REF, "--json").json == hits
    assert sandyq("search", folder, "nowhere").out == "Nothing here yet.\n"


def test_brief_writes_a_pdf_and_says_what_is_missing(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "brief.pdf"
    written = sandyq("brief", folder, REF, "--template", "chronology", "--lang", "ru", "--out", out, "--json").json
    assert set(written) == {"path", "pages", "size", "sha256", "missing", "consents"}
    assert hashlib.sha256(out.read_bytes()).hexdigest() == written["sha256"]
    assert sandyq("brief", folder, REF, "--template", "novel", "--out", out).code == 2


def test_add_and_brief_work_under_a_law_whose_clock_is_not_known(folder: Path, tmp_path: Path) -> None:
    case = {"ref": "ATL-1", "title": "Case", "jurisdiction": "atlantis", "language": "en"}
    content = {"format": "sandyq-case", "version": 1, "case": case}
    assert sandyq("import", folder, write_case(tmp_path / "atlantis", content)).code == 0
    paper = tmp_path / "scan.txt"
    paper.write_bytes(LETTER)
    added = sandyq("add", folder, "ATL-1", paper, "--dated", "5 January 2022")
    assert (added.code, added.err) == (0, "")
    out = tmp_path / "brief.pdf"
    assert sandyq("brief", folder, "ATL-1", "--template", "chronology", "--out", out).code == 0
    exported = sandyq("export", folder, "ATL-1", "--out", tmp_path / "out", "--json").json["path"]
    (entry,) = json.loads((Path(exported) / "case.json").read_text(encoding="utf-8"))["documents"]
    assert entry["dated"] == {"edtf": "2022-01-05", "zone": "UTC"}
    assert entry["received"] == {"edtf": "2026-03-02T04:00", "zone": "UTC"}


def test_export_gives_back_the_file_that_was_imported(folder: Path, tmp_path: Path) -> None:
    exported = sandyq("export", folder, REF, "--out", tmp_path / "out")
    assert exported.code == 0
    assert json.loads((tmp_path / "out" / "case.json").read_text(encoding="utf-8")) == full_case()


def test_verify_finds_nothing_in_a_sound_vault_and_ends_with_5_in_a_damaged_one(folder: Path) -> None:
    sound = sandyq("verify", folder, "--json")
    assert (sound.code, sound.json) == (0, {"is_sound": True, "entries": 1, "files": 1, "findings": []})
    blob = next(path for path in (folder / "blobs").rglob("*") if path.is_file())
    blob.write_bytes(blob.read_bytes()[:-1])
    damaged = sandyq("verify", folder, "--json")
    assert damaged.code == 5
    assert [finding["code"] for finding in damaged.json["findings"]] == ["file-damaged"]
    assert "Damaged document file" in sandyq("verify", folder).out


def test_history_tells_every_change_of_the_vault_of_a_case_and_of_a_record(folder: Path, tmp_path: Path) -> None:
    sandyq("export", folder, REF, "--out", tmp_path / "out")
    newest, oldest = sandyq("history", folder, "--json").json
    assert (newest["label"], oldest["label"], oldest["author"]) == ("export-case", "import-case", "A. Lawyer")
    assert newest["steps"][0]["verb"] == "export"
    document = next(step["record"] for step in newest["steps"] if step["kind"] == "document")
    assert [line["label"] for line in sandyq("history", folder, document, "--json").json] == [
        "export-case",
        "import-case",
    ]
    assert [line["seq"] for line in sandyq("history", folder, REF, "--json").json] == [2, 1]
    assert "Export case" in sandyq("history", folder).out
    assert sandyq("history", folder, "nobody").code == 9


def test_passphrase_changes_what_opens_the_vault(folder: Path, tmp_path: Path) -> None:
    secrets = f"{PASSPHRASE}\nlantern mosaic otter velvet quarry\n"
    changed = sandyq("passphrase", folder, "--passphrase-file", "-", "--new-passphrase-file", "-", stdin=secrets)
    assert changed.code == 0
    assert sandyq("cases", folder).code == 3
    file = tmp_path / "passphrase.txt"
    file.write_text("lantern mosaic otter velvet quarry\r\nanother line\n", encoding="utf-8")
    assert sandyq("cases", folder, "--passphrase-file", file).code == 0


def test_recover_can_make_a_new_recovery_key(folder: Path) -> None:
    arguments = (
        "recover",
        folder,
        "--recovery-key-file",
        "-",
        "--new-passphrase-file",
        "-",
        "--new-recovery-key",
        "--json",
    )
    recovered = sandyq(*arguments, stdin=f"{recovery_key()}\nlantern mosaic otter velvet quarry\n")
    assert recovered.json["recovery_key"] not in {None, recovery_key()}
    assert sandyq(*arguments, stdin=f"{recovery_key()}\nlantern mosaic otter velvet quarry\n").code == 3
