"""``sandyq deadlines``: what is due, as lines, as JSON, with its trace and as a calendar."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from db.rows import RuleRow
from desktop.operations.exchange import import_case
from tests.builders import TestClock, new_vault, open_vault
from tests.case_files import a_case, write_case
from tests.terminals import sandyq

DETAINED = {
    "id": "e1", "kind": "detention", "when": "2026-03-05T22:40", "place": "l1",
    "fields": {"protocol_at": "2026-03-06T03:00"}, "participants": [{"person": "p1", "role": "detainee"}],
}  # fmt: skip


@pytest.fixture
def detained(tmp_path: Path) -> Path:
    """A vault with one detention in Almaty, its record drawn up too late, and a case abroad."""
    vault = new_vault(tmp_path)
    import_case(vault, write_case(tmp_path / "in", a_case(events=[DETAINED], links=[])))
    abroad = a_case(
        case={"ref": "IT-1", "title": "Roma", "jurisdiction": "it"}, events=[DETAINED], links=[], documents=[],
        citations=[],
    )  # fmt: skip
    import_case(vault, write_case(tmp_path / "abroad", abroad))
    vault.close()
    return vault.folder


def one(found: list[dict[str, Any]], rule: str) -> dict[str, Any]:
    (only,) = [line for line in found if line["rule"] == rule and line["variant"] is None]
    return only


def test_a_late_record_is_printed_as_a_breach_with_its_trace(detained: Path) -> None:
    line = one(sandyq("deadlines", detained, "KZ-1", "--as-of", "2026-03-07", "--json").json, "KZ-D02")
    assert line["due"] == {"earliest": "2026-03-06T01:40:00+05:00", "latest": "2026-03-06T01:40:00+05:00"}
    assert (line["side"], line["status"], line["certainty"], line["verified"]) == (
        "theirs", "breached", "certain", False,
    )  # fmt: skip
    assert line["trigger"]["earliest"] == "2026-03-05T22:40:00+05:00"
    assert line["trace"][0] == "Starts with: Detention, 5 March 2026, 22:40 (the actual moment)."
    assert line["trace"][1] == "Source: Letter, page 2."


def test_a_moment_without_a_zone_is_that_of_the_place_of_custody(detained: Path) -> None:
    def status(moment: str) -> str:
        return one(sandyq("deadlines", detained, "KZ-1", "--as-of", moment, "--json").json, "KZ-D08")["status"]

    assert [status("2026-03-07T22:40"), status("2026-03-07T22:41")] == ["open", "unproven"]
    assert [status("2026-03-07T17:40+00:00"), status("2026-03-07T17:41+00:00")] == ["open", "unproven"]


def test_without_a_moment_the_clock_of_the_machine_counts(detained: Path) -> None:
    clock = TestClock(datetime(2026, 3, 6, 4, 0, tzinfo=UTC))
    out = sandyq("deadlines", detained, "KZ-1", "--json", clock=clock)
    assert one(out.json, "KZ-D08")["status"] == "open"


def test_without_a_case_every_case_is_told(detained: Path) -> None:
    rules = {line["rule"] for line in sandyq("deadlines", detained, "--as-of", "2026-03-07", "--json").json}
    assert {"KZ-D02", "IT-D01"} <= rules


def test_people_read_lines_that_say_what_no_lawyer_has_verified(detained: Path) -> None:
    told = sandyq("deadlines", detained, "KZ-1", "--as-of", "2026-03-07").out
    (line,) = [line for line in told.splitlines() if "KZ-D02" in line]
    assert all(word in line for word in ("6 March 2026, 01:40", "Breached", "theirs", "not verified", "Айгерим"))


def test_the_trace_is_printed_on_demand(detained: Path) -> None:
    told = sandyq("deadlines", detained, "KZ-1", "--as-of", "2026-03-07", "--trace").out
    assert "  3 hours from 5 March 2026, 22:40: 6 March 2026, 01:40." in told


def test_nothing_is_said_where_nothing_runs(folder: Path, tmp_path: Path) -> None:
    import_case_file = write_case(tmp_path / "empty", a_case(case={"ref": "E", "title": "t"}, events=[], links=[],
                                                            documents=[], citations=[]))  # fmt: skip
    assert sandyq("import", folder, import_case_file).code == 0
    assert sandyq("deadlines", folder, "E").out == "Nothing here yet.\n"


def test_a_calendar_leaves_without_a_word_of_the_case(detained: Path, tmp_path: Path) -> None:
    out = tmp_path / "due.ics"
    assert sandyq("deadlines", detained, "--as-of", "2026-03-06", "--ics", out).code == 0
    text = out.read_text(encoding="utf-8").replace("\r\n ", "")
    assert "BEGIN:VEVENT" in text
    assert "BEGIN:VALARM" in text
    assert not [word for word in ("KZ-", "Айгерим", "Court", "Detention", "Letter") if word in text]
    assert "DTSTART:20260307T174000Z" in text
    assert out.stat().st_mode & 0o077 == 0


def test_a_calendar_names_the_limit_where_that_is_asked_for(detained: Path, tmp_path: Path) -> None:
    out = tmp_path / "due.ics"
    sandyq("deadlines", detained, "KZ-1", "--as-of", "2026-03-06", "--ics", out, "--titles")
    assert "SUMMARY:KZ-1: Court order" in out.read_text(encoding="utf-8").replace("\r\n ", "")


def test_an_export_of_deadlines_stands_in_the_journal(detained: Path, tmp_path: Path) -> None:
    sandyq("deadlines", detained, "KZ-1", "--as-of", "2026-03-06", "--ics", tmp_path / "due.ics")
    newest = sandyq("history", detained, "--json").json[0]
    assert newest["label"] == "export-deadlines"


def test_a_calendar_needs_a_folder(detained: Path, tmp_path: Path) -> None:
    assert sandyq("deadlines", detained, "--ics", tmp_path / "no" / "due.ics").code == 9


@pytest.mark.parametrize("moment", ["someday", "2026-03-06/.."])
def test_a_moment_that_is_none_is_refused(detained: Path, moment: str) -> None:
    assert sandyq("deadlines", detained, "KZ-1", "--as-of", moment).code == 4


def test_what_cannot_be_counted_is_told_and_the_rest_is_counted(detained: Path, tmp_path: Path) -> None:
    orders = [{"id": name, "kind": "custody-extension", "when": "2026-03-07"} for name in ("e2", "e3")]
    links = [{"from": one, "to": other, "kind": "extends"} for one, other in (("e2", "e3"), ("e3", "e2"))]
    ref = {"ref": "W", "title": "t", "jurisdiction": "kz"}
    wrong = a_case(case=ref, events=[DETAINED, *orders], links=links)
    assert sandyq("import", detained, write_case(tmp_path / "wrong", wrong)).code == 0
    told = sandyq("deadlines", detained, "W", "--as-of", "2026-03-07", "--json")
    assert "prolong one another in a circle" in told.err
    assert one(json.loads(told.out), "KZ-D02")["status"] == "breached"


def test_a_rule_that_is_broken_is_told_with_its_place_and_the_others_run(detained: Path) -> None:
    vault = open_vault(detained)
    with vault.change("save-rule") as change:
        change.put(RuleRow("", "XX-1", "1", body={"id": "XX-1", "unit": "fortnight"}))
    vault.close()
    told = sandyq("deadlines", detained, "KZ-1", "--as-of", "2026-03-07", "--json")
    assert "XX-1 unit: " in told.err
    assert one(told.json, "KZ-D02")["status"] == "breached"


def test_a_case_older_than_the_law_in_the_book_is_told_so(folder: Path, tmp_path: Path) -> None:
    old = {**DETAINED, "when": "2011-12-16T12:00", "fields": {}}
    file = write_case(tmp_path / "old", a_case(case={"ref": "OLD", "title": "t", "jurisdiction": "kz"}, events=[old],
                                               links=[], documents=[], citations=[]))  # fmt: skip
    assert sandyq("import", folder, file).code == 0
    assert "No rule of the law before 1 January 2015 is in the book" in sandyq("deadlines", folder, "OLD").err


def test_no_moment_is_no_moment(detained: Path) -> None:
    found = sandyq("deadlines", detained, "KZ-1", "--as-of", "")
    assert found.code == 4
