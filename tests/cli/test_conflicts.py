"""What cannot both be true, printed."""

from pathlib import Path

import pytest

from desktop.operations.exchange import import_case
from tests.builders import new_vault
from tests.case_files import a_case, write_case
from tests.terminals import sandyq

ALIBI = {
    "places": [
        {"id": "ward", "names": [{"text": "Больница № 7"}], "kind": "hospital"},
        {"id": "airport", "names": [{"text": "Аэропорт"}], "kind": "airport"},
    ],
    "events": [
        {
            "id": "e1", "kind": "hospital-stay", "when": "2022-01-04", "until": "2022-01-09", "place": "ward",
            "participants": [{"person": "p1", "role": "patient"}],
        },
        {
            "id": "e2", "kind": "alleged-offence", "when": "2022-01-05", "place": "airport", "title": "Rifle",
            "participants": [{"person": "p1", "role": "accused"}],
        },
    ],
    "links": [],
    "documents": [{"id": "d1", "title": "Letter", "kind": "letter"}, {"id": "d2", "title": "Indictment"}],
    "citations": [
        {"document": "d1", "page": "2", "quote": "in the ward", "event": "e1"},
        {"document": "d2", "paragraph": "14", "event": "e2"},
    ],
}  # fmt: skip


@pytest.fixture
def alibi(tmp_path: Path) -> Path:
    """A vault in which a man lay in a ward on the day he is accused of acting elsewhere."""
    vault = new_vault(tmp_path)
    import_case(vault, write_case(tmp_path / "in", a_case(**ALIBI)))
    vault.close()
    return vault.folder


def test_a_conflict_names_its_records_its_sources_and_its_reasons(alibi: Path) -> None:
    (found,) = sandyq("conflicts", alibi, "KZ-1", "--json").json

    assert {key: found[key] for key in ("kind", "certainty", "status", "reason")} == {
        "kind": "presence", "certainty": "certain", "status": "open", "reason": None,
    }  # fmt: skip
    assert len(found["events"]) == len(found["documents"]) == 2
    assert len(found["persons"]) == 1
    assert [(source["page"], source["paragraph"]) for source in found["sources"]] == [("2", None), (None, "14")]
    assert [record["kind"] for record in found["records"]] == ["event", "event"]
    assert "nobody is in two places at once" in found["explanation"]


def test_people_read_the_reasoning_line_by_line_with_the_pages(alibi: Path) -> None:
    out = sandyq("conflicts", alibi, "KZ-1").out

    assert out.splitlines()[0] == "In two places at once · Certain · Open"
    assert "  “Rifle”: 5 January 2022, Аэропорт." in out
    assert "  [Letter, p. 2]" in out
    assert "  [Indictment, para. 14]" in out


def test_a_case_without_conflicts_says_so(tmp_path: Path) -> None:
    vault = new_vault(tmp_path)
    import_case(vault, write_case(tmp_path / "in", a_case()))
    vault.close()

    assert sandyq("conflicts", vault.folder, "KZ-1", "--json").json == []
    assert sandyq("conflicts", vault.folder, "KZ-1").out == "Nothing here yet.\n"
    assert sandyq("conflicts", vault.folder, "no such case").code == 9
