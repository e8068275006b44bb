"""A case or a list that leaves for a purpose obeys consents and protection; the archive for one's own use is whole."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from db.queries import history
from db.rows import ConsentRow, DocumentRow, EventRow, InjuryRow, NoteRow, ParticipationRow, PersonRow
from db.types import Name
from db.vault import Vault
from desktop.documents.sheets.opening import read_table
from desktop.errors import InputFaults, UserError
from desktop.logic import when
from desktop.operations.consents import disclosed_case, told_disclosure
from desktop.operations.documents import add_documents, save_document
from desktop.operations.events import save_event
from desktop.operations.exchange import export_case, import_case
from desktop.operations.members import save_member
from desktop.operations.records import save_record
from desktop.operations.table_export import export_table
from tests.builders import new_vault
from tests.case_files import full_case, write_case

NAMES = {"initials": "Асель Нурлан", "back": "Бекзат Омаров", "silent": "Вера Цой", "official": "Гани Уали"}
LATER = when.parse("2023-01-09", "Asia/Almaty")


@pytest.fixture
def second_vault(tmp_path: Path) -> Iterator[Vault]:
    """Somebody else's vault."""
    vault = new_vault(tmp_path / "theirs")
    yield vault
    vault.close()


@pytest.fixture
def asked(vault: Vault, case_id: str, tmp_path: Path) -> dict[str, str]:
    """Four people: agreed to initials, took it back, was never asked, and an official; a letter and a secret note."""
    people: dict[str, str] = {}
    for key, name in NAMES.items():
        row = PersonRow("", (Name(name, "ru"),), phones=("+7 701 000",), health="asthma")
        people[key] = save_member(vault, row, case_id=case_id).result
    roles = {"initials": "victim", "back": "victim", "silent": "witness", "official": "perpetrator"}
    parts = [ParticipationRow("", "", role, people[key]) for key, role in roles.items()]
    text = "Асель и Бекзата били, Вера видела"
    save_event(vault, EventRow("", case_id, "ill-treatment", title="Избиение Асель", text=text), parts)
    save_record(vault, ConsentRow("", case_id, people["initials"], "media", anonymity="initials"))
    save_record(vault, ConsentRow("", case_id, people["back"], "media", withdrawn=LATER))
    for key in ("initials", "back"):
        save_record(vault, InjuryRow("", case_id, people[key], type="bruise"))
    save_record(vault, NoteRow("", case_id, "Позвонить Асель"))
    (tmp_path / "letter.txt").write_text("Асель Нурлан", encoding="utf-8")
    add_documents(vault, case_id, [tmp_path / "letter.txt"])
    save_document(vault, DocumentRow("", case_id, "Записи защитника", privileged=True))
    return people


def exported(vault: Vault, case_id: str, out: Path, purpose: str = "") -> dict[str, Any]:
    export_case(vault, case_id, out, purpose=purpose)
    return json.loads((out / "case.json").read_text("utf-8"))


def test_for_a_purpose_nobody_is_named_further_than_they_agreed(
    vault: Vault, case_id: str, asked: dict[str, str], tmp_path: Path
) -> None:
    assert asked
    found = exported(vault, case_id, tmp_path / "out", "media")

    text = json.dumps(found, ensure_ascii=False)
    assert "Нурлан" not in text
    assert "Бекзат" not in text
    assert "Асель" not in text
    shown = [(person["names"][0]["text"] if person["names"] else person["description"]) for person in found["persons"]]
    assert shown == ["А. Н.", "Name withheld", "Вера Цой", "Гани Уали"]
    assert [set(person) & {"phones", "health"} for person in found["persons"][:2]] == [set(), set()]
    assert found["events"][0]["text"] == "[name withheld] и [name withheld] били, Вера видела"


def test_what_is_about_whoever_took_consent_back_and_what_is_ours_stays_behind(
    vault: Vault, case_id: str, asked: dict[str, str], tmp_path: Path
) -> None:
    found = exported(vault, case_id, tmp_path / "out", "media")

    assert [injury["person"] for injury in found["injuries"]] == ["p1"]
    assert found["consents"] == []
    assert "notes" not in found
    assert [document["title"] for document in found["documents"]] == ["letter"]
    assert not (tmp_path / "out" / "documents").exists()
    with vault.read() as session:
        disclosed = disclosed_case(session, case_id, "media")
    assert disclosed.withdrawn == (asked["back"],)
    assert disclosed.unasked == (asked["silent"],)
    assert disclosed.left_out == {"injuries": 1, "documents": 1, "consents": 2, "notes": 1}
    told = " ".join(told_disclosure(vault, disclosed))
    for words in ("Бекзат Омаров", "Вера Цой", "Injuries: 1", "without their files"):
        assert words in told


def test_what_left_for_a_purpose_can_be_imported_and_says_so_in_the_log(
    vault: Vault, case_id: str, asked: dict[str, str], tmp_path: Path, second_vault: Vault
) -> None:
    assert asked
    exported(vault, case_id, tmp_path / "out", "media")
    assert import_case(second_vault, tmp_path / "out").result.case_id
    with vault.read() as session:
        newest = history.page(session, limit=1).rows[0]
    assert "media" in str(newest)


def test_without_a_purpose_the_archive_is_whole(
    vault: Vault, case_id: str, asked: dict[str, str], tmp_path: Path
) -> None:
    assert asked
    found = exported(vault, case_id, tmp_path / "out")
    assert len(found["consents"]) == 2
    assert len(found["injuries"]) == 2
    assert found["persons"][0]["phones"] == ["+7 701 000"]
    assert [path.name for path in (tmp_path / "out" / "documents").iterdir()] == ["letter.txt"]


def test_a_full_case_for_every_purpose_can_be_imported_again(vault: Vault, tmp_path: Path, second_vault: Vault) -> None:
    case = import_case(vault, write_case(tmp_path / "in", full_case())).result.case_id
    exported(vault, case, tmp_path / "out", "un")
    assert import_case(second_vault, tmp_path / "out").result.case_id


def test_a_list_for_a_purpose_obeys_too(vault: Vault, case_id: str, asked: dict[str, str], tmp_path: Path) -> None:
    assert asked
    keys = ["names", "health"]
    done = export_table(vault, case_id, "persons", tmp_path / "p.csv", keys, purpose="media").result
    cells = {line.cells for line in read_table(tmp_path / "p.csv").lines}
    assert cells == {("А. Н.", ""), ("Name withheld", ""), ("Вера Цой", "asthma"), ("Гани Уали", "asthma")}
    assert len(done.consents) == 2

    done = export_table(vault, case_id, "injuries", tmp_path / "i.csv", ["person"], purpose="media").result
    assert (done.rows, done.left_out) == (1, 1)


@pytest.mark.parametrize(
    ("part", "options"),
    [("notes", {"purpose": "media"}), ("persons", {"purpose": "media", "is_plain": True}),
     ("persons", {"purpose": "everybody"})],
)  # fmt: skip
def test_what_cannot_leave_for_a_purpose_is_refused(
    vault: Vault, case_id: str, tmp_path: Path, part: str, options: Any
) -> None:
    with pytest.raises(UserError):
        export_table(vault, case_id, part, tmp_path / "x.csv", **options)
    assert list(tmp_path.glob("*x.csv*")) == []


def test_what_is_under_secrecy_is_not_published(vault: Vault, case_id: str, tmp_path: Path) -> None:
    save_document(vault, DocumentRow("", case_id, "Протокол", confidentiality="investigation-secret"))
    with pytest.raises(InputFaults):
        export_case(vault, case_id, tmp_path / "out", purpose="media")
    assert not (tmp_path / "out").exists()
    export_case(vault, case_id, tmp_path / "out", purpose="court")
