"""Documents are found by a time they may be of, and by their tags."""

import pytest

from db.queries import documents, members
from db.rows import DocumentRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.documents import save_document
from desktop.operations.members import save_member
from desktop.ui.tabs.documents.tab import DocumentsTab
from tests.ui.hands import Hands
from tests.ui.tabs.documents.looks import table_of


@pytest.fixture(autouse=True)
def papers(vault: Vault, case: str) -> None:
    """A letter of a day, a ruling of some time in a year, and a paper without a date."""
    for title, dated, tags in (
        ("Letter", "2022-01-09", ("ожоги",)),
        ("Ruling", "2022", ()),
        ("Undated", "", ("Больница",)),
    ):
        moment = when.parse(dated, "Asia/Almaty") if dated else None
        save_document(vault, DocumentRow("", case, title, dated=moment, tags=tags))


def titles(tab: DocumentsTab) -> list[str]:
    """The documents listed."""
    model = table_of(tab).model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("9 января 2022", ["Letter", "Ruling"]),
        ("10.01.2022", ["Ruling"]),
        ("2021", []),
        ("", ["Letter", "Ruling", "Undated"]),
        ("наверное", ["Letter", "Ruling", "Undated"]),
    ],
)
def test_a_time_leaves_what_may_be_of_it(tab: DocumentsTab, hands: Hands, asked: str, left: list[str]) -> None:
    hands.field(tab, "Dated").setFocus()
    hands.type(asked)
    hands.wait(lambda: titles(tab) == left)
    hands.qtbot.wait(300)  # nothing else comes
    assert titles(tab) == left


def test_what_a_filter_hides_is_shown_when_it_is_sought(tab: DocumentsTab, hands: Hands, vault: Vault) -> None:
    hands.field(tab, "Dated").setFocus()
    hands.type("10.01.2022")
    hands.wait(lambda: titles(tab) == ["Ruling"])
    letter = next(line.document.id for line in _all(vault) if line.document.title == "Letter")
    tab.show_record(Kind.DOCUMENT, letter)
    hands.wait(lambda: "Letter" in titles(tab))


def test_a_tag_finds_documents_and_persons(tab: DocumentsTab, hands: Hands, vault: Vault, case: str) -> None:
    tab.begin("")
    hands.field(tab, "Find by title, author or file name").setFocus()
    hands.type("БОЛЬН")
    hands.wait(lambda: titles(tab) == ["Undated"])
    save_member(vault, PersonRow("", (Name("Дана"),), tags=("свидетель",)), case_id=case)
    with vault.read() as session:
        assert len(members.page(session, PersonRow, case_id=case, text="свид").rows) == 1
        assert not members.page(session, PersonRow, case_id=case, text="нет такого").rows


def _all(vault: Vault) -> list[documents.DocumentLine]:
    with vault.read() as session:
        return list(documents.page(session).rows)
