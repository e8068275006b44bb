"""Briefs: composed from the case as it stands, written whole or not at all, never naming whom they must not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from db.queries import history
from db.queries.case_files import case_file
from db.queries.records import fetch
from db.rows import BriefRow, CaseRow, CitationRow, DocumentRow, EventRow, ParticipationRow, PersonRow
from db.types import Name
from db.vault import Vault
from desktop.errors import InputFaults, UserError
from desktop.logic import when
from desktop.operations.briefs import Wanted, export_brief, save_brief
from desktop.operations.cases import save_case
from desktop.operations.citations import save_citation
from desktop.operations.documents import add_documents, save_document
from desktop.operations.events import save_event
from desktop.operations.members import save_member

CHRONOLOGY = Wanted("chronology", "ru")
STATEMENT = Wanted("statement", "ru")
VICTIM = PersonRow(id="", names=(Name("Қалас Нұрпейісов", "kk"), Name("Калас Нурпеисов", "ru")))


def pages(path: Path) -> list[str]:
    """The text of a PDF, page by page."""
    document: Any = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return texts


@pytest.fixture
def event(vault: Vault, case_id: str) -> str:
    """A detention whose text names nobody."""
    person = save_member(vault, VICTIM).result
    row = EventRow(id="", case_id=case_id, kind="detention", title="Задержание", text="Без предъявления ордера.",
                   when=when.parse("2022-01-05T20:00", "Asia/Almaty"), standing="alleged")  # fmt: skip
    part = ParticipationRow(id="", event_id="", person_id=person, role="detainee")
    return save_event(vault, row, [part]).result


def protect(vault: Vault, case_id: str, protected: str, pseudonym: str | None = None) -> None:
    """Protect everyone on file."""
    with vault.read() as session:
        persons = case_file(session, case_id).persons
    for row in persons:
        save_member(vault, replace(row, protected=protected, pseudonym=pseudonym))


def test_a_chronology_tells_when_where_what_who_and_on_what_source(
    vault: Vault, case_id: str, event: str, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Ответ больницы")
    (exhibit,) = add_documents(vault, case_id, [letter]).result
    cited = CitationRow(id="", document_id=exhibit, target_kind="event", target_id=event, page="2")
    save_citation(vault, cited, case_id)
    done = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf").result
    text = " ".join("\n".join(pages(done.path)).split())
    with vault.read() as session:
        fingerprint = fetch(session, DocumentRow, exhibit).sha256 or ""
    for told in ("5 января 2022", "Задержание", "Без предъявления ордера", "Калас Нурпеисов", "Приложение № 1, с. 2"):
        assert told in text.replace("\u00a0", " ")
    assert fingerprint in text.replace(" ", "")


def test_an_event_without_a_source_says_so(vault: Vault, case_id: str, event: str, tmp_path: Path) -> None:
    done = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf").result
    assert "источник не указан" in " ".join("\n".join(pages(done.path)).split())


def test_a_statement_carries_the_authors_text_and_says_what_is_missing(
    vault: Vault, case_id: str, event: str, tmp_path: Path
) -> None:
    row = BriefRow(id="", case_id=case_id, template="statement", language="ru", title="Освободить немедленно",
                   sections={"summary": "Суд **осудил** пятерых."})  # fmt: skip
    save_brief(vault, row)
    done = export_brief(vault, case_id, STATEMENT, tmp_path / "out.pdf").result
    text = " ".join("\n".join(pages(done.path)).split())
    assert "Освободить немедленно" in text
    assert "Суд осудил пятерых." in text
    assert done.missing == ("Чего мы требуем",)


def test_the_same_case_and_day_give_the_same_bytes(vault: Vault, case_id: str, event: str, tmp_path: Path) -> None:
    first = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "one.pdf").result
    second = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "two.pdf").result
    assert first.path.read_bytes() == second.path.read_bytes()


@pytest.mark.parametrize(
    ("protected", "pseudonym", "shown"), [("initials", None, "К. Н."), ("pseudonym", "Свидетель А", "Свидетель А")]
)
def test_a_protected_person_is_shown_as_the_protection_says(
    vault: Vault, case_id: str, event: str, tmp_path: Path, protected: str, pseudonym: str | None, shown: str
) -> None:
    protect(vault, case_id, protected, pseudonym)
    done = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf").result
    text = " ".join("\n".join(pages(done.path)).split()).replace("\u00a0", " ")
    assert shown in text
    assert "Нурпеисов" not in text


@pytest.mark.parametrize("spelled", ["Калас Нурпеисов", "нурпеисова", "Нұрпейісовтің"])
def test_a_brief_that_would_name_a_protected_person_in_its_text_is_not_written(
    vault: Vault, case_id: str, event: str, tmp_path: Path, spelled: str
) -> None:
    protect(vault, case_id, "initials")
    with vault.read() as session:
        row = fetch(session, EventRow, event)
        parts = case_file(session, case_id).participations
    save_event(vault, replace(row, text=f"Видели {spelled}."), parts)
    out = tmp_path / "out.pdf"
    with pytest.raises(InputFaults) as refused:
        export_brief(vault, case_id, CHRONOLOGY, out)
    assert "урпе" not in str([refused.value.what, refused.value.faults])
    assert not out.exists()


def test_what_is_under_secrecy_is_filed_but_never_published(
    vault: Vault, case_id: str, event: str, tmp_path: Path
) -> None:
    row = DocumentRow(id="", case_id=case_id, title="Протокол", confidentiality="investigation-secret")
    save_document(vault, row)
    with pytest.raises(InputFaults):
        export_brief(vault, case_id, STATEMENT, tmp_path / "out.pdf")
    assert export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf").result.pages


def test_what_is_privileged_is_neither_listed_nor_cited(vault: Vault, case_id: str, event: str, tmp_path: Path) -> None:
    notes = save_document(vault, DocumentRow(id="", case_id=case_id, title="Заметки визита", privileged=True)).result
    cited = CitationRow(id="", document_id=notes, target_kind="event", target_id=event, page="1")
    save_citation(vault, cited, case_id)
    done = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf").result
    assert "Заметки" not in "\n".join(pages(done.path))


@pytest.mark.parametrize(
    ("wanted", "name"),
    [(Wanted("nothing", "ru"), "out.pdf"), (Wanted("chronology", "fr"), "out.pdf"), (CHRONOLOGY, "out.docx"),
     (Wanted("chronology", "ru", profile="nothing"), "out.pdf")],
)  # fmt: skip
def test_an_unknown_template_language_profile_or_format_is_refused(
    vault: Vault, case_id: str, tmp_path: Path, wanted: Wanted, name: str
) -> None:
    with pytest.raises(UserError):
        export_brief(vault, case_id, wanted, tmp_path / name)
    assert list(tmp_path.glob("out*")) == []


def test_an_export_is_on_the_log_of_the_case_with_its_fingerprint(vault: Vault, case_id: str, tmp_path: Path) -> None:
    done = export_brief(vault, case_id, CHRONOLOGY, tmp_path / "out.pdf").result
    with vault.read() as session:
        newest = history.page(session, record_id=case_id).rows[0]
    assert newest.label == "export-brief"
    assert (newest.steps[0].after or {})["sha256"] == done.sha256


def test_a_case_without_a_language_speaks_english_unless_told(vault: Vault, case_id: str, tmp_path: Path) -> None:
    save_case(vault, CaseRow(id="", ref="other", title="Other"))
    done = export_brief(vault, case_id, Wanted("chronology"), tmp_path / "out.pdf").result
    assert "Chronology of events" in "\n".join(pages(done.path))
