"""Whoever is protected leaves the vault as initials or pseudonym; the unidentified are told as known, and found."""

from dataclasses import replace
from pathlib import Path

import pytest

from db.queries import members
from db.rows import EventRow, ParticipationRow, PersonRow
from db.types import Name
from db.vault import Vault
from desktop.logic import names, when
from desktop.operations.briefs import Wanted, export_brief
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from tests.operations.test_consents import text

MASKED = PersonRow(id="", description="Сотрудник в маске № 2, жетон 117, хриплый голос, белая «Нива»")


@pytest.fixture
def witness(vault: Vault, case_id: str) -> str:
    """A protected witness in an event beside an officer nobody identified."""
    known = PersonRow(id="", names=(Name("Асель Куанышева", "ru"),), protected="pseudonym", pseudonym="Свидетель 7")
    person = save_member(vault, known).result
    officer = save_member(vault, MASKED).result
    row = EventRow(id="", case_id=case_id, kind="ill-treatment", when=when.parse("2022-01-06", "Asia/Almaty"))
    parts = [
        ParticipationRow(id="", event_id="", person_id=who, role=role)
        for who, role in ((person, "witness"), (officer, "perpetrator"))
    ]
    save_event(vault, row, parts)
    return person


@pytest.mark.parametrize("template", ["chronology", "statement"])
def test_a_brief_shows_the_pseudonym_and_the_description(
    vault: Vault, case_id: str, witness: str, tmp_path: Path, template: str
) -> None:
    said = text(export_brief(vault, case_id, Wanted(template, "ru"), tmp_path / "out.pdf").result.path)
    assert "Куанышева" not in said
    if template == "chronology":
        assert "Свидетель 7" in said
        assert "Сотрудник в маске № 2, жетон 117" in said.replace("\u00a0", " ")


def test_somebody_unidentified_is_found_by_badge_voice_and_vehicle(vault: Vault, witness: str) -> None:
    for word in ("жетон 117", "хриплый", "Нива"):
        with vault.read() as session:
            found = members.page(session, PersonRow, text=names.fold(word)).rows
        assert [row.description for row in found] == [MASKED.description]


def test_whoever_is_identified_later_keeps_the_record_and_what_it_said(vault: Vault, witness: str) -> None:
    with vault.read() as session:
        (masked,) = members.page(session, PersonRow, text=names.fold("маске")).rows
    save_member(vault, replace(masked, names=(Name("Ерлан Оспанов", "ru"),)))
    with vault.read() as session:
        (named,) = members.page(session, PersonRow, text=names.fold("Оспанов")).rows
        again = members.page(session, PersonRow, text=names.fold("жетон 117")).rows
    assert (named.id, named.description) == (masked.id, MASKED.description)
    assert [row.id for row in again] == [masked.id]
