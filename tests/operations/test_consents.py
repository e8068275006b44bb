"""A brief obeys the consents to its purpose, in the finished PDF."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from db.rows import ConsentRow, EventRow, ParticipationRow, PersonRow
from db.types import Name
from db.vault import Vault
from desktop.errors import InputFaults
from desktop.logic import when
from desktop.operations.briefs import Wanted, export_brief, preview_brief
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.operations.records import save_record

CHRONOLOGY = Wanted("chronology", "ru")
ALMATY = "Asia/Almaty"


@pytest.fixture
def kalas(vault: Vault, case_id: str) -> str:
    """Somebody detained."""
    return save_member(vault, PersonRow(id="", names=(Name("Калас Нурпеисов", "ru"),), pseudonym="Свидетель 1")).result


@pytest.fixture(autouse=True)
def detention(vault: Vault, case_id: str, kalas: str) -> str:
    """The detention."""
    row = EventRow(id="", case_id=case_id, kind="detention", when=when.parse("2022-01-05", ALMATY), title="Задержание")
    return save_event(vault, row, [ParticipationRow(id="", event_id="", person_id=kalas, role="detainee")]).result


def agree(vault: Vault, case: str, person: str, **how: Any) -> None:
    """A consent."""
    save_record(vault, ConsentRow(id="", case_id=case, person_id=person, **how))


def text(path: Path) -> str:
    """What a PDF says."""
    document: Any = pypdfium2.PdfDocument(path)
    said = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(said.split())


def test_who_withdrew_for_the_court_is_in_no_brief_for_the_court(
    vault: Vault, case_id: str, kalas: str, tmp_path: Path
) -> None:
    agree(vault, case_id, kalas, purpose="court", withdrawn=when.parse("2022-03", ALMATY))
    done = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf").result
    assert "Нурпеисов" not in text(done.path)
    assert "Задержание" in text(done.path)
    assert "was withdrawn: Калас Нурпеисов" in done.consents[0]


@pytest.mark.parametrize(
    ("anonymity", "shown"), [("initials", "К. Н."), ("pseudonym", "Свидетель 1"), ("named", "Калас Нурпеисов")]
)
def test_everyone_is_named_as_they_agreed(
    vault: Vault, case_id: str, kalas: str, tmp_path: Path, anonymity: str, shown: str
) -> None:
    agree(vault, case_id, kalas, purpose="court", anonymity=anonymity)
    done = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf").result
    assert shown in text(done.path)
    assert ("Нурпеисов" in text(done.path)) is (anonymity == "named")
    assert done.consents == ()


def test_a_consent_to_one_purpose_says_nothing_of_another(
    vault: Vault, case_id: str, kalas: str, tmp_path: Path
) -> None:
    agree(vault, case_id, kalas, purpose="un", withdrawn=when.parse("2022", ALMATY))
    done = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf").result
    assert "Калас Нурпеисов" in text(done.path)


def test_without_any_record_a_brief_is_written_and_says_so(
    vault: Vault, case_id: str, kalas: str, tmp_path: Path
) -> None:
    seen = preview_brief(vault, case_id, CHRONOLOGY).result
    assert "No consent to this purpose is on record for 1 person: Калас Нурпеисов." in seen.consents
    kept = export_brief(vault, case_id, Wanted("chronology", "ru", profile="archive"), tmp_path / "kept.pdf").result
    assert kept.consents == ()


def test_a_name_in_a_text_is_refused_when_its_owner_withdrew(
    vault: Vault, case_id: str, kalas: str, tmp_path: Path
) -> None:
    save_event(vault, EventRow(id="", case_id=case_id, kind="other", text="Нурпеисова увезли в ИВС."), [])
    agree(vault, case_id, kalas, purpose="court", withdrawn=when.parse("2022", ALMATY))
    with pytest.raises(InputFaults):
        export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf")
    assert not (tmp_path / "out.pdf").exists()
