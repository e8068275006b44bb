"""Briefs: begun from a template, written beside their own pages, exported where the user says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPlainTextEdit

from db.queries.briefs import briefs
from db.rows import BriefRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.operations.briefs import save_brief
from desktop.operations.members import save_member
from desktop.ui.desk import Desk
from desktop.ui.preview.document_preview import DocumentPreview
from desktop.ui.tabs.briefs.tab import BriefsTab
from tests.ui.desk_work import show_tab
from tests.ui.hands import Hands


@pytest.fixture
def tab(desk: Desk, case: str, hands: Hands) -> Iterator[BriefsTab]:
    """The briefs of the case, on the screen."""
    made = BriefsTab(desk, case)
    show_tab(made, hands)
    yield made
    settle(hands, desk)
    preview = made.findChild(DocumentPreview)
    assert preview
    preview.clear()


def settle(hands: Hands, desk: Desk) -> None:
    """Wait until nothing is under way."""
    hands.wait(lambda: not desk.tasks.running())


def kept(vault: Vault, case: str) -> list[BriefRow]:
    """The briefs on record."""
    with vault.read() as session:
        return briefs(session, case)


def summary(tab: BriefsTab) -> QPlainTextEdit | None:
    """Where the author writes the summary."""
    areas = tab.findChildren(QPlainTextEdit)
    return next((area for area in areas if area.accessibleName().startswith("Summary")), None)


def statement(vault: Vault, case: str, **sections: str) -> str:
    """A statement begun already."""
    row = BriefRow(id="", case_id=case, template="statement", language="en", title="Free them", sections=sections)
    return save_brief(vault, row).result


def test_an_empty_case_offers_the_first_brief(tab: BriefsTab, hands: Hands, vault: Vault, case: str) -> None:
    hands.click(tab, "New chronology")
    hands.wait(lambda: kept(vault, case))
    assert [(row.template, row.language) for row in kept(vault, case)] == [("chronology", "en")]
    hands.wait(lambda: tab.count_words() == "1 brief")


def test_what_is_typed_is_kept_when_typing_pauses(
    tab: BriefsTab, hands: Hands, vault: Vault, case: str, desk: Desk
) -> None:
    statement(vault, case)
    tab.show_record(Kind.BRIEF, "")
    hands.wait(lambda: summary(tab))
    area = summary(tab)
    assert area
    area.setFocus()
    hands.type("Сот бесеуін соттады")
    hands.wait(lambda: kept(vault, case)[0].sections == {"summary": "Сот бесеуін соттады"})
    settle(hands, desk)


def test_the_pages_say_what_is_still_missing(tab: BriefsTab, hands: Hands, vault: Vault, case: str, desk: Desk) -> None:
    statement(vault, case, summary="Five were convicted.")
    tab.enter()
    tab.show_record(Kind.BRIEF, "")
    hands.wait(lambda: any("What must be done" in label.text() for label in tab.findChildren(QLabel)))
    settle(hands, desk)


def test_a_brief_that_would_name_a_protected_person_says_so_instead_of_pages(
    tab: BriefsTab, hands: Hands, vault: Vault, case: str, desk: Desk
) -> None:
    hidden = PersonRow(id="", names=(Name("Kenzhebaev", "en"),), protected="initials")
    save_member(vault, hidden, case_id=case)
    statement(vault, case, summary="Kenzhebaev was beaten.")
    tab.show_record(Kind.BRIEF, "")
    hands.wait(lambda: any("protected persons" in label.text() for label in tab.findChildren(QLabel)))
    settle(hands, desk)


def test_export_writes_where_the_user_says(
    tab: BriefsTab, hands: Hands, vault: Vault, case: str, desk: Desk, tmp_path: Path
) -> None:
    statement(vault, case, summary="Five.", demands="Release.")
    tab.show_record(Kind.BRIEF, "")
    hands.wait(lambda: tab.count_words() == "1 brief")
    hands.click(tab, "Export PDF…")
    hands.wait(lambda: tab.findChildren(QFileDialog))
    tab.findChildren(QFileDialog)[0].filesSelected.emit([str(tmp_path / "brief.pdf")])
    hands.wait((tmp_path / "brief.pdf").exists)
    settle(hands, desk)
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_a_brief_goes_to_the_trash(tab: BriefsTab, hands: Hands, vault: Vault, case: str, desk: Desk) -> None:
    statement(vault, case)
    tab.show_record(Kind.BRIEF, "")
    hands.wait(lambda: tab.count_words() == "1 brief")
    hands.click(tab, "Move to trash")
    hands.wait(lambda: not kept(vault, case))
    settle(hands, desk)
