"""Case files for tests, a way to write them where an import will look, and what must hold when one is refused."""

import hashlib
import json
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from db.vault import Vault
from desktop.errors import Fault, InputFaults
from desktop.operations.exchange import import_case

LETTER = "Из больницы: ожоги на руках.\n".encode()


def a_case(**parts: Any) -> dict[str, Any]:
    """A small case: two persons, a place, two events, a document without a file; ``parts`` replace its parts."""
    return {
        "format": "sandyq-case",
        "version": 1,
        "case": {"ref": "KZ-1", "title": "Airport", "jurisdiction": "kz"},
        "persons": [
            {"id": "p1", "names": [{"text": "Айгерим", "lang": "ru", "kind": "official"}]},
            {"id": "p2", "names": [], "description": "Officer in mask no. 2"},
        ],
        "places": [{"id": "l1", "names": [{"text": "ИВС"}], "kind": "ivs"}],
        "events": [
            {
                "id": "e1", "kind": "detention", "when": "2022-01-05T20:00", "until": "2022-01-07", "place": "l1",
                "title": "Arrest", "standing": "alleged", "fields": {"warrant_shown": False},
                "participants": [{"person": "p1", "role": "detainee"}, {"person": "p2", "role": "official"}],
            },
            {"id": "e2", "kind": "complaint", "when": "2022-01-09"},
        ],
        "links": [{"from": "e2", "to": "e1", "kind": "answers"}],
        "documents": [{"id": "d1", "title": "Letter", "kind": "letter"}],
        "citations": [{"document": "d1", "page": "2", "quote": "burns", "event": "e1", "bearing": "supports"}],
        **parts,
    }  # fmt: skip


def with_letter(**keys: Any) -> dict[str, Any]:
    """The same with a file to its document."""
    entry = {"id": "d1", "title": "Letter", "file": "documents/letter.txt", "size": len(LETTER)}
    return a_case(documents=[{**entry, "sha256": hashlib.sha256(LETTER).hexdigest(), **keys}])


def write_case(folder: Path, content: object, letter: bytes | None = LETTER) -> Path:
    """Write ``case.json`` with a letter beside it; ``content`` may be text or bytes to be written as they are."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    if letter is not None:
        (folder / "documents" / "letter.txt").write_bytes(letter)
    path = folder / "case.json"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")
    return path


def full_case() -> dict[str, Any]:
    """Every key there is, written as an export writes it, its ids those an export gives."""
    return {
        "format": "sandyq-case",
        "version": 1,
        "case": {
            "ref": "KZ-2023-07", "title": "Дело об аэропорте", "jurisdiction": "kz", "language": "ru", "stage": "trial",
            "opened": "2022-01-06", "closed": "2023-07-11", "tags": ["January 2022"], "confidentiality": "secret",
            "summary": "Строка\nи ещё «строка»",
        },
        "persons": [
            {
                "id": "p1",
                "names": [
                    {"text": "Айгерім Тілеужан", "lang": "kk", "kind": "official"},
                    {"text": "Aigerim Tleuzhan", "lang": "kk-Latn", "kind": "transliteration"},
                ],
                "description": "Journalist", "sex": "female", "born": "1970~",
                "deceased": {"edtf": "2024-05-01T10:00", "zone": "Europe/Rome"}, "citizenships": ["KZ", "IT"],
                "languages": ["kk", "ru"], "occupation": "journalist",
                "identity_documents": [{"kind": "passport", "number": "N1", "issuer": "МВД", "issued": "2015-02"}],
                "addresses": ["Алматы"], "phones": ["+7 700"], "health": "asthma", "protected": "pseudonym",
                "pseudonym": "A.", "tags": ["journalist"],
            },
            {"id": "p2", "names": [], "description": "Never in any event"},
        ],
        "organisations": [
            {"id": "o1", "names": [{"text": "Отдел", "kind": "official"}], "kind": "police", "parent": "o2"},
            {"id": "o2", "names": [{"text": "Департамент", "kind": "official"}], "kind": "police"},
        ],
        "places": [
            {"id": "l1", "names": [{"text": "Камера 5", "kind": "official"}], "kind": "ivs", "parent": "l2"},
            {
                "id": "l2", "names": [{"text": "ИВС Рима", "kind": "alias"}], "kind": "ivs", "address": "via 1",
                "region": "Lazio", "coordinates": [41.9, -12.5], "zone": "Europe/Rome", "capacity": 0,
            },
        ],
        "parties": [
            {"person": "p1", "role": "accused", "from": "2022-01-05", "to": "2023-07-11"},
            {"organisation": "o1", "role": "investigator"},
        ],
        "events": [
            {
                "id": "e1", "kind": "transfer", "when": "2022-01-05T20:00",
                "until": {"edtf": "2022-01-06/2022-01-07", "zone": "Asia/Almaty"}, "place": "l1", "until_place": "l2",
                "title": "Перевод", "text": "…", "standing": "disputed-by-them", "certainty": "probable",
                "fields": {"amount": "5000 KZT", "warrant_shown": False, "methods": ["beating"]},
                "participants": [
                    {"id": "r1", "person": "p1", "role": "detainee", "certainty": "confirmed"},
                    {"organisation": "o1", "role": "ordered-by", "degree": "direct", "identified_how": "by the seal"},
                ],
                "order": 2, "tags": ["airport"],
            },
            {"id": "e2", "kind": "other"},
        ],
        "links": [{"from": "e2", "to": "e1", "kind": "contradicts"}],
        "charges": [
            {
                "id": "c1", "person": "p1", "article": "272", "part": "2", "text": "массовые беспорядки",
                "from": "2022-01-10", "to": "2022-02", "outcome": "convicted",
            }
        ],
        "documents": [
            {"id": "d1", "title": "Перевод письма", "derived_from": "d2", "derivation": "translation"},
            {
                "id": "d2", "file": "documents/letter.txt", "title": "Письмо", "kind": "letter", "dated": "2022-01-09?",
                "author": "Больница", "addressee": "Адвокат", "language": "ru", "received": "2022-01-12T09:30",
                "received_from": "Мать", "received_how": "in person", "original": False, "privileged": True,
                "confidentiality": "confidential", "exhibit": "A-1", "media_type": "text/plain", "size": len(LETTER),
                "sha256": hashlib.sha256(LETTER).hexdigest(), "address": "https://example.org/letter",
                "tags": ["burns"],
            },
        ],
        "citations": [
            {"id": "q1", "document": "d2", "page": "1", "quote": "ожоги", "event": "e1", "bearing": "supports",
             "reliability": "high", "connection": "expert"},
            {"id": "q2", "document": "d2", "paragraph": "3", "participation": "r1", "bearing": "contradicts"},
            {"id": "q3", "document": "d1", "timecode": "00:01:02", "charge": "c1", "bearing": "mentions"},
            {"id": "q4", "document": "d1", "person": "p2", "bearing": "supports"},
            {"id": "q5", "document": "d1", "organisation": "o2", "bearing": "supports"},
            {"id": "q6", "document": "d1", "place": "l2", "bearing": "supports"},
            {"id": "q7", "document": "d1", "injury": "i1", "bearing": "supports"},
            {"id": "q8", "document": "d1", "issue": "s2", "bearing": "mentions"},
            {"id": "q9", "document": "d1", "event": "e1", "field": "when", "value": "2022-01-06",
             "bearing": "contradicts"},
        ],
        **proof(), "visits": [], **settled(),
        "briefs": [
            {"template": "chronology", "language": "ru", "title": "Хронология", "sections": {"facts": "**Да**"},
             "status": "draft"}
        ],
    }  # fmt: skip


def proof() -> dict[str, Any]:
    """What proves what in the full case: relations, injuries, issues, consents, figures, tasks, notes."""
    return {
        "relations": [
            {"id": "n1", "person": "p1", "kind": "member", "other_organisation": "o1", "from": "2020", "to": "2021",
             "certainty": "probable", "text": "на полставки"},
            {"id": "n2", "organisation": "o2", "kind": "superior", "other_person": "p2"},
        ],
        "injuries": [
            {"id": "i1", "person": "p1", "event": "e1", "chart": "hands", "region": "hand", "side": "left", "x": 0.25,
             "y": 0.5, "type": "burn", "size": "2 x 3 cm", "colour": "red", "text": "…", "observed": "2022-01-09",
             "observed_by": "врач", "istanbul": "typical", "grade": "light", "photos": ["d2", "d1"]},
        ],
        "issues": [
            {"id": "s1", "title": "Пытки", "element": "cat-1", "basis": "CAT 1", "text": "…", "person": "p1"},
            {"id": "s2", "title": "Цель", "parent": "s1", "order": 1, "facts": [
                {"event": "e1", "bearing": "supports", "remark": "прямо названа"},
                {"injury": "i1", "bearing": "mentions"}, {"participation": "r1", "bearing": "contradicts"},
                {"document": "d1", "bearing": "supports"}, {"charge": "c1", "bearing": "supports"},
                {"person": "p2", "bearing": "supports"}, {"organisation": "o1", "bearing": "supports"},
                {"place": "l1", "bearing": "supports"}, {"indicator": "f1", "bearing": "supports"},
            ]},
        ],
        "consents": [
            {"id": "k1", "person": "p1", "purpose": "un", "anonymity": "initials", "given": "2022-02-01",
             "withdrawn": "2022-03-01", "form": "d1", "obtained_by": "адвокат", "text": "только имя"},
        ],
        "indicators": [
            {"id": "f1", "title": "Жалобы", "value": 236, "out_of": 329, "unit": "complaints", "period": "2022",
             "population": "…", "definition": "…", "publisher": "прокуратура", "published": "2023-01", "document": "d1",
             "page": "4", "remark": "…"},
        ],
        "tasks": [
            {"title": "Запросить видео", "text": "…", "due": "2022-02-10", "assignee": "А.", "status": "open",
             "event": "e1"},
            {"title": "Позвонить"},
        ],
        "notes": [{"text": "Проверить", "relation": "n1"}, {"text": "О деле"}],
    }  # fmt: skip


def settled() -> dict[str, Any]:
    """What the user of the full case decided: on a deadline, on a conflict, on a rule, on a day of the calendar."""
    return {
        "deadlines": [
            {"rule": "KZ-D02", "version": "1", "person": "p1", "event": "e1", "anchor": "actual", "status": "met",
             "due": "2022-01-06T01:00", "met": "2022-01-06", "channel": "post", "proof": "d1", "reason": "…"},
        ],
        "conflicts": [
            {"kind": "order", "first": "e1", "second": "d2", "fingerprint": "00ff", "decision": "explained",
             "reason": "опечатка"},
        ],
        "rules": [
            {"rule": "KZ-X01", "version": "1", "body": {"quantity": 3, "title": {"ru": "Срок"}}, "is_off": True,
             "verified_by": "адвокат", "verified_on": "2026-08-01"},
        ],
        "calendar_days": [
            {"calendar": "kz", "day": "2026-07-10", "is_working": False, "title": "…", "source": "…"},
        ],
    }  # fmt: skip


def stored(vault: Vault) -> list[Path]:
    """The document files of a vault."""
    return [path for path in (vault.folder / "blobs").rglob("*") if path.is_file()]


@contextmanager
def nothing_changes(vault: Vault) -> Generator[None]:
    """Inside the block the vault's database does not change by a byte, and no document file appears."""
    database, blobs = (vault.folder / "vault.db").read_bytes(), stored(vault)
    yield
    assert (vault.folder / "vault.db").read_bytes() == database
    assert stored(vault) == blobs


def refused(vault: Vault, file: Path) -> list[Fault]:
    """The faults an import of this file is refused for."""
    with nothing_changes(vault), pytest.raises(InputFaults) as refusal:
        import_case(vault, file)
    return refusal.value.faults
