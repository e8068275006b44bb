"""A file that is not right is refused with the place of every fault, and the vault stays as it was to the byte."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from db.rows import CaseRow
from db.types import Kind
from db.vault import Vault
from desktop.errors import InputFaults, UserError
from desktop.operations.cases import save_case
from desktop.operations.exchange import import_case
from desktop.operations.trash import trash_record
from tests.case_files import LETTER, a_case, nothing_changes, refused, with_letter, write_case

Content = dict[str, Any]


def places(vault: Vault, folder: Path, content: object) -> list[str]:
    """The places of the faults of a case file with this content."""
    return [fault.place for fault in refused(vault, write_case(folder / "in", content))]


def event(**keys: Any) -> Content:
    """A case whose first event has these keys too."""
    case = a_case()
    case["events"][0] |= keys
    return case


def citation(**keys: Any) -> Content:
    """A case with one citation of these keys."""
    return a_case(citations=[{"document": "d1", **keys}])


def place(**keys: Any) -> Content:
    """A case whose place has these keys too."""
    case = a_case()
    case["places"][0] |= keys
    return case


def calendar_days(*days: str) -> Content:
    """A case with these own days of the Kazakh calendar."""
    return a_case(calendar_days=[{"calendar": "kz", "day": day, "is_working": False} for day in days])


ALONE: Content = {"events": [], "links": [], "citations": []}  # beside persons who are not p1 and p2
PERSON = {"id": "p1", "names": [{"text": "A"}]}
WITH_FAULTS: list[tuple[str, Content, list[str]]] = [
    # of form
    ("missing key", a_case(case={"ref": "1"}), ["case.title"]),
    ("unknown key", event(colour="red"), ["events[0].colour"]),
    ("unknown list", a_case(surprises=[]), ["surprises"]),
    ("wrong type", event(title=5), ["events[0].title"]),
    ("list for an object", a_case(case=[]), ["case"]),
    ("object for a list", a_case(links={}), ["links"]),
    ("text for a record", a_case(links=["e1"]), ["links[0]"]),
    ("empty id", a_case(persons=[PERSON, {"id": "", "names": [], "description": "x"}], **ALONE),
     ["persons[1].id"]),
    ("blank title", a_case(case={"ref": "1", "title": " "}), ["case.title"]),
    ("later version's list", a_case(visits=[{}]), ["visits"]),
    ("two targets", citation(event="e1", person="p1"), ["citations[0].person"]),
    ("no target", citation(), ["citations[0]"]),
    ("two locators", citation(event="e1", page="1", timecode="2"), ["citations[0].timecode"]),
    ("nobody in a role", event(participants=[{"role": "detainee"}]), ["events[0].participants[0].person"]),
    ("no role", event(participants=[{"person": "p1"}]), ["events[0].participants[0].role"]),
    ("closed vocabulary", event(standing="proven"), ["events[0].standing"]),
    ("coordinates", place(coordinates=[99, 0]), ["places[0].coordinates[0]"]),
    ("hash in capitals", with_letter(sha256="A" * 64), ["documents[0].sha256"]),
    # of vocabulary
    ("unknown kind", event(kind="picnic"), ["events[0].kind"]),
    ("unknown role", event(participants=[{"person": "p1", "role": "hero"}]), ["events[0].participants[0].role"]),
    ("unknown field", event(fields={"mood": "grim"}), ["events[0].fields.mood"]),
    ("field of another type", event(fields={"warrant_shown": "no"}), ["events[0].fields.warrant_shown"]),
    ("field with no such time", event(fields={"protocol_at": "soon"}), ["events[0].fields.protocol_at"]),
    ("unknown term of a field", event(fields={"methods": ["tickling"]}), ["events[0].fields.methods"]),
    ("unknown document kind", a_case(documents=[{"id": "d1", "title": "t", "kind": "song"}]), ["documents[0].kind"]),
    ("unknown template", a_case(briefs=[{"template": "poem", "language": "en"}]), ["briefs[0].template"]),
    ("unknown name kind", place(names=[{"text": "A", "kind": "nick"}]), ["places[0].names[0].kind"]),
    ("unknown identity document", a_case(persons=[{**PERSON, "identity_documents": [{"kind": "ticket"}]}], **ALONE),
     ["persons[0].identity_documents[0].kind"]),
    # of ids
    ("dangling place", event(place="l9"), ["events[0].place"]),
    ("dangling person", event(participants=[{"person": "p9", "role": "detainee"}]),
     ["events[0].participants[0].person"]),
    ("dangling document", citation(event="e1", document="d9"), ["citations[0].document"]),
    ("dangling target", citation(event="e9"), ["citations[0].event"]),
    ("dangling link", a_case(links=[{"from": "e1", "to": "e9", "kind": "answers"}]), ["links[0].to"]),
    ("id of another kind", event(place="p1"), ["events[0].place"]),
    ("id used twice", a_case(documents=[{"id": "d1", "title": "a"}, {"id": "d1", "title": "b"}]), ["documents[1].id"]),
    ("id used for two kinds", a_case(documents=[{"id": "d1", "title": "a"}, {"id": "e1", "title": "b"}]),
     ["documents[1].id"]),
    # of time
    ("no time", event(when="yesterday"), ["events[0].when"]),
    ("no such date", event(when="2022-02-30"), ["events[0].when"]),
    ("no such day of a calendar", calendar_days("2026-02-30"), ["calendar_days[0].day"]),
    ("a day of a calendar twice", calendar_days("2026-03-23", "2026-03-23"), ["calendar_days[1]"]),
    ("no such day of signing", a_case(rules=[{"rule": "X-1", "version": "1", "verified_on": "2026-02-30"}]),
     ["rules[0].verified_on"]),
    ("no such zone", event(when={"edtf": "2022", "zone": "Asia/Atlantis"}), ["events[0].when"]),
    ("place in no zone", place(zone="Asia/Atlantis"), ["places[0].zone"]),
    ("ends before it begins", event(until="2022-01-04"), ["events[0].until"]),
    ("dies before birth", a_case(persons=[{**PERSON, "born": "1990", "deceased": "1980"}], **ALONE),
     ["persons[0].deceased"]),
    ("jurisdiction without a clock", a_case(case={"ref": "1", "title": "t", "jurisdiction": "atlantis"}),
     ["events[0].until", "events[0].when", "events[1].when"]),
    # against itself
    ("linked to itself", a_case(links=[{"from": "e1", "to": "e1", "kind": "answers"}]), ["links[0].to"]),
    ("place in itself", place(parent="l1"), ["places[0].parent"]),
    ("nameless and undescribed", a_case(persons=[{"id": "p1", "names": []}], **ALONE),
     ["persons[0].description"]),
    ("nameless and described by a blank", a_case(persons=[{"id": "p1", "names": [], "description": " "}], **ALONE),
     ["persons[0].description"]),
    ("derived from itself", a_case(documents=[{"id": "d1", "title": "t", "derived_from": "d1"}]),
     ["documents[0].derived_from"]),
    # of files
    ("another hash", with_letter(sha256="0" * 64), ["documents[0].sha256"]),
    ("another size", with_letter(size=1), ["documents[0].size"]),
    ("missing file", with_letter(file="documents/gone.txt"), ["documents[0].file"]),
    ("folder for a file", with_letter(file="documents"), ["documents[0].file"]),
    ("out of the folder", with_letter(file="../secret.txt"), ["documents[0].file"]),
    ("from the root", with_letter(file="/etc/passwd"), ["documents[0].file"]),
    ("backslashes", with_letter(file="documents\\letter.txt"), ["documents[0].file"]),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), [fault[1:] for fault in WITH_FAULTS], ids=[f[0] for f in WITH_FAULTS])
def test_a_fault_is_told_with_its_place(vault: Vault, tmp_path: Path, content: Content, expected: list[str]) -> None:
    assert sorted(places(vault, tmp_path, content)) == expected


TEXT = json.dumps(a_case(), ensure_ascii=False)
UNREADABLE: list[tuple[str, str | bytes, str]] = [
    ("empty", "", "line 1, column 1"),
    ("cut off", TEXT[: len(TEXT) // 2], "line 1, column"),
    ("not JSON", "<xml/>", "line 1, column 1"),
    ("not UTF-8", TEXT.encode("utf-16"), "byte 1"),
    ("a key twice", TEXT.replace('"title": "Arrest"', '"title": "Arrest", "title": "B"'), "events[0].title"),
    ("not a number", TEXT.replace("false", "NaN"), "events[0].fields.warrant_shown"),
    ("endless number", TEXT.replace("false", "1e999"), "events[0].fields.warrant_shown"),
    ("too many digits", TEXT.replace("false", "9" * 5000), ""),
    ("zero character", TEXT.replace("Arrest", "Arr\\u0000est"), "events[0].title"),
    ("escape character", TEXT.replace("Arrest", "\\u001b[31m"), "events[0].title"),
    ("turned reading order", TEXT.replace("Arrest", "Arr\u202eest"), "events[0].title"),
    ("half a character", TEXT.replace("Arrest", "\\ud800"), "events[0].title"),
    ("hidden in a key", TEXT.replace('"warrant_shown"', '"a\\u2066"'), 'events[0].fields["a\\u2066"]'),
    ("too deep for JSON", "[" * 100_000, ""),
    ("too deep for the schema", TEXT[:-1] + ', "issues": ' + "[" * 400 + "]" * 400 + "}", ""),
    ("not a case", "{}", "format"),
    ("a list", "[]", "format"),
    ("another format", TEXT.replace("sandyq-case", "other"), "format"),
    ("a newer version", TEXT.replace('"version": 1', '"version": 2'), "version"),
]


@pytest.mark.parametrize(("content", "expected"), [one[1:] for one in UNREADABLE], ids=[one[0] for one in UNREADABLE])
def test_a_file_that_cannot_be_read_is_refused(
    vault: Vault, tmp_path: Path, content: str | bytes, expected: str
) -> None:
    found = places(vault, tmp_path, content)
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_faults_of_form_meaning_and_files_are_told_together(vault: Vault, tmp_path: Path) -> None:
    content = with_letter(sha256="0" * 64)
    content["events"][0] |= {"place": "l9", "colour": "red"}
    content["events"][1]["kind"] = "picnic"
    assert places(vault, tmp_path, content) == [
        "documents[0].sha256", "events[0].colour", "events[0].place", "events[1].kind",
    ]  # fmt: skip


def test_very_many_faults_are_counted_and_the_first_told(vault: Vault, tmp_path: Path) -> None:
    content = a_case(events=[{"id": f"e{n}", "kind": "picnic"} for n in range(500)], links=[], citations=[])
    with nothing_changes(vault), pytest.raises(InputFaults, match="500 faults") as refusal:
        import_case(vault, write_case(tmp_path / "in", content))
    assert len(refusal.value.faults) == 200
    assert "200" in refusal.value.remedy


def test_a_ring_of_places_is_told_once(vault: Vault, tmp_path: Path) -> None:
    ring = [{"id": f"l{n}", "names": [{"text": "A"}], "parent": f"l{n % 3 + 1}"} for n in (1, 2, 3)]
    outside = {"id": "l4", "names": [{"text": "B"}], "parent": "l1"}
    assert places(vault, tmp_path, a_case(places=[outside, *ring])) == ["places[1].parent"]


def test_a_link_out_of_the_folder_is_not_followed(vault: Vault, tmp_path: Path) -> None:
    file = write_case(tmp_path / "in", with_letter())
    (tmp_path / "outside.txt").write_bytes(LETTER)
    (tmp_path / "in" / "documents" / "letter.txt").unlink()
    (tmp_path / "in" / "documents" / "letter.txt").symlink_to(tmp_path / "outside.txt")
    assert [fault.place for fault in refused(vault, file)] == ["documents[0].file"]


def test_a_pipe_is_not_waited_for(vault: Vault, tmp_path: Path) -> None:
    file = write_case(tmp_path / "in", with_letter(), letter=None)
    os.mkfifo(tmp_path / "in" / "documents" / "letter.txt")
    assert [fault.place for fault in refused(vault, file)] == ["documents[0].file"]


def test_a_reference_that_is_taken_is_told_at_the_reference(vault: Vault, tmp_path: Path) -> None:
    taken = save_case(vault, CaseRow("", "KZ-1", "Another")).result
    assert places(vault, tmp_path, a_case()) == ["case.ref"]
    trash_record(vault, Kind.CASE, taken)
    assert places(vault, tmp_path, with_letter()) == ["case.ref"]


@pytest.mark.parametrize("name", ["no-such.json", "."])
def test_what_is_no_file_is_refused(vault: Vault, tmp_path: Path, name: str) -> None:
    with nothing_changes(vault), pytest.raises(UserError):
        import_case(vault, tmp_path / name)
