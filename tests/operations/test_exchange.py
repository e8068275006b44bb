"""A case leaves the vault as a file and comes back the same."""

import json
from pathlib import Path

import pytest

from db import search
from db.errors import DocumentDamaged, RecordMissing
from db.queries import history
from db.queries.records import live
from db.rows import CaseRow, CitationRow, DocumentRow, EventRow, MembershipRow, PersonRow, PlaceRow
from db.types import BlobId, Kind
from db.vault import Vault
from desktop.errors import UserError
from desktop.operations.exchange import export_case, import_case
from desktop.operations.trash import trash_record
from tests.builders import new_vault
from tests.case_files import LETTER, a_case, full_case, with_letter, write_case

SAMPLES = sorted((Path(__file__).parents[2] / "resources" / "samples").glob("*/case.json"))


def exported(vault: Vault, file: Path, out: Path) -> bytes:
    """What an import of ``file`` exports as."""
    case = import_case(vault, file).result.case_id
    return (export_case(vault, case, out).result / "case.json").read_bytes()


def test_a_case_with_every_key_comes_out_as_it_went_in(vault: Vault, tmp_path: Path) -> None:
    content = full_case()
    text = exported(vault, write_case(tmp_path / "in", content), tmp_path / "out").decode()
    assert json.loads(text) == content
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("sample", SAMPLES, ids=[path.parent.name for path in SAMPLES])
def test_a_published_case_is_the_same_to_the_byte_after_a_second_round(
    vault: Vault, tmp_path: Path, sample: Path
) -> None:
    first = exported(vault, sample, tmp_path / "one")
    (tmp_path / "other").mkdir()
    other = new_vault(tmp_path / "other")
    assert exported(other, tmp_path / "one" / "case.json", tmp_path / "two") == first
    other.close()
    one, two = (
        sorted(path.relative_to(tmp_path / name) for path in (tmp_path / name).rglob("*")) for name in ("one", "two")
    )
    assert one == two


def test_a_brief_without_a_title_comes_back_and_its_id_is_told(vault: Vault, tmp_path: Path) -> None:
    brief = {"id": "b1", "template": "chronology", "language": "ru"}
    imported = import_case(vault, write_case(tmp_path, a_case(briefs=[brief]))).result
    written = json.loads((export_case(vault, imported.case_id, tmp_path / "out").result / "case.json").read_bytes())
    assert imported.ids["b1"] != "b1"
    assert written["briefs"] == [{"template": "chronology", "language": "ru"}]  # nothing refers to it


def test_an_import_tells_which_record_each_id_became(vault: Vault, tmp_path: Path) -> None:
    imported = import_case(vault, write_case(tmp_path, full_case())).result
    with vault.read() as session:
        events = [event.id for event in live(session, EventRow)]
        place = live(session, PlaceRow)[0]
    assert [imported.ids["e1"], imported.ids["e2"]] == events
    assert place.parent_id == imported.ids["l2"]
    assert {"p2", "o1", "d2", "c1", "r1", "q6"} <= imported.ids.keys()


def test_times_without_a_zone_are_those_of_the_place_else_of_the_jurisdiction(vault: Vault, tmp_path: Path) -> None:
    import_case(vault, write_case(tmp_path, full_case()))
    with vault.read() as session:
        event, case = live(session, EventRow)[0], live(session, CaseRow)[0]
    assert event.when is not None
    assert event.when.zone == "Europe/Rome"
    assert event.when.earliest == 1641409200  # 20:00 in Rome: the cell has no zone, the house around it does
    assert case.opened is not None
    assert case.opened.zone == "Asia/Almaty"


def test_a_place_a_passage_names_by_its_id_is_kept_in_words(vault: Vault, tmp_path: Path) -> None:
    passage = {"document": "d1", "event": "e1", "field": "place", "value": "l1"}
    content = a_case(citations=[passage, {**passage, "field": "title"}, {**passage, "value": "Aktau"}])
    import_case(vault, write_case(tmp_path, content))

    with vault.read() as session:
        assert [row.value for row in live(session, CitationRow)] == ["ИВС", "l1", "Aktau"]


def test_of_the_day_a_passport_was_issued_its_text_is_kept(vault: Vault, tmp_path: Path) -> None:
    issued = {"edtf": "2015-02", "zone": "Europe/Rome"}
    person = {"id": "p1", "names": [{"text": "A"}], "identity_documents": [{"kind": "passport", "issued": issued}]}
    import_case(vault, write_case(tmp_path, a_case(persons=[person], events=[], links=[], citations=[])))
    with vault.read() as session:
        assert live(session, PersonRow)[0].identity_documents == [{"kind": "passport", "issued": "2015-02"}]


def test_the_files_stand_in_the_vault_with_their_fingerprints_and_are_found_by_their_words(
    vault: Vault, tmp_path: Path
) -> None:
    import_case(vault, write_case(tmp_path, with_letter()))
    with vault.read() as session:
        document = live(session, DocumentRow)[0]
        hits = search.find(session.connection(), "ожоги")
    assert vault.store.read(BlobId(document.blob or "")) == LETTER
    assert (document.size, document.media_type, document.file_name) == (len(LETTER), "text/plain", "letter.txt")
    assert [hit.record_id for hit in hits] == [document.id]


def test_everyone_in_the_file_is_on_file_in_the_case(vault: Vault, tmp_path: Path) -> None:
    imported = import_case(vault, write_case(tmp_path, full_case())).result
    with vault.read() as session:
        members = {one.member_id for one in live(session, MembershipRow)}
    assert members == {imported.ids[name] for name in ("p1", "p2", "o1", "o2", "l1", "l2")}


def test_an_import_is_one_step_of_history(vault: Vault, tmp_path: Path) -> None:
    import_case(vault, write_case(tmp_path, full_case()))
    with vault.read() as session:
        assert [line.label for line in history.page(session).rows] == ["import-case"]


def test_the_folder_of_a_case_file_is_as_good_as_the_file(vault: Vault, tmp_path: Path) -> None:
    write_case(tmp_path / "in", a_case())
    assert import_case(vault, tmp_path / "in").result.ids["p1"]


def test_an_export_stands_in_the_log_of_the_case_and_of_each_document(vault: Vault, tmp_path: Path) -> None:
    imported = import_case(vault, write_case(tmp_path / "in", with_letter())).result
    export_case(vault, imported.case_id, tmp_path / "out")
    with vault.read() as session:
        newest = history.page(session).rows[0]
    assert newest.label == "export-case"
    assert [(step.kind, step.verb) for step in newest.steps] == [("case", "export"), ("document", "export")]


def test_an_export_named_json_lies_beside_its_documents(vault: Vault, tmp_path: Path) -> None:
    case = import_case(vault, write_case(tmp_path / "in", with_letter())).result.case_id
    (tmp_path / "out").mkdir()
    export_case(vault, case, tmp_path / "out" / "KZ.json")
    assert (tmp_path / "out" / "documents" / "letter.txt").read_bytes() == LETTER
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["KZ.json", "documents"]
    with pytest.raises(UserError, match="documents"):
        export_case(vault, case, tmp_path / "out" / "again.json")


def test_an_export_overwrites_nothing(vault: Vault, tmp_path: Path) -> None:
    case = import_case(vault, write_case(tmp_path / "in", a_case())).result.case_id
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError):
        export_case(vault, case, tmp_path / "out")
    with pytest.raises(UserError):
        export_case(vault, case, tmp_path / "no" / "such" / "folder")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_damaged_document_stops_an_export_and_leaves_nothing_outside(vault: Vault, tmp_path: Path) -> None:
    case = import_case(vault, write_case(tmp_path / "in", with_letter())).result.case_id
    blob = next(path for path in (vault.folder / "blobs").rglob("*") if path.is_file())
    blob.write_bytes(blob.read_bytes()[:-1] + b"x")
    with pytest.raises(DocumentDamaged):
        export_case(vault, case, tmp_path / "out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "test.sandyq"]
    with vault.read() as session:
        assert [line.label for line in history.page(session).rows] == ["import-case"]


def test_a_case_that_is_not_there_cannot_be_exported(vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(RecordMissing):
        export_case(vault, "nobody", tmp_path / "out")


def test_what_lies_in_the_trash_stays_at_home_and_so_does_what_only_speaks_of_it(vault: Vault, tmp_path: Path) -> None:
    imported = import_case(vault, write_case(tmp_path / "in", full_case())).result
    for kind, name in ((Kind.EVENT, "e1"), (Kind.DOCUMENT, "d2"), (Kind.RELATION, "n2"), (Kind.PERSON, "p2")):
        trash_record(vault, kind, imported.ids[name])
    out = export_case(vault, imported.case_id, tmp_path / "out").result
    content = json.loads((out / "case.json").read_text(encoding="utf-8"))
    assert [event["kind"] for event in content["events"]] == ["other"]
    assert content["links"] == []
    assert [document["title"] for document in content["documents"]] == ["Перевод письма"]
    assert "derivation" not in content["documents"][0]
    assert [(one["id"], one["document"]) for one in content["citations"]] == [(f"q{n}", "d1") for n in range(1, 6)]
    assert content["injuries"][0].keys() & {"event", "photos"} == {"photos"}
    assert [fact for fact in content["issues"][1]["facts"] if "event" in fact or "participation" in fact] == []
    assert not (out / "documents").exists()
    (tmp_path / "other").mkdir()
    other = new_vault(tmp_path / "other")
    came = import_case(other, out).result.ids
    assert " ".join(sorted(came)) == "c1 d1 e1 f1 i1 k1 l1 l2 n1 o1 o2 p1 q1 q2 q3 q4 q5 s1 s2"
    other.close()
