"""The documents of all cases on the rail."""

from db.rows import CaseRow, DocumentRow
from db.types import Kind
from db.vault import Vault
from desktop.operations.cases import save_case
from desktop.operations.documents import save_document
from desktop.ui.desk import Desk
from desktop.ui.documents_list.documents_place import DocumentsPlace
from tests.ui.hands import Hands
from tests.ui.tabs.documents.looks import table_of


def test_every_case_is_there_and_enter_opens_the_document_in_its_case(
    desk: Desk, hands: Hands, vault: Vault, case: str
) -> None:
    other = save_case(vault, CaseRow(id="", ref="KZ-2", title="Square")).result
    save_document(vault, DocumentRow(id="", case_id=case, title="Ruling"))
    letter = save_document(vault, DocumentRow(id="", case_id=other, title="Letter")).result
    place = DocumentsPlace(desk)
    hands.open(place)
    place.enter()
    table = table_of(place)
    hands.wait(lambda: table.model().rowCount() == 2)
    shown = [[table.model().index(row, column).data() for column in (1, 2)] for row in range(2)]
    assert shown == [["Ruling", "KZ-1"], ["Letter", "KZ-2"]]
    table.select([letter])
    told: list[tuple[str, Kind, str]] = []

    def hear(case_id: str, kind: Kind, record: str) -> None:
        told.append((case_id, kind, record))

    place.record_chosen.connect(hear)
    hands.press("Return", table)
    assert told == [(other, Kind.DOCUMENT, letter)]


def test_a_search_that_finds_nothing_says_so(desk: Desk, hands: Hands, vault: Vault, case: str) -> None:
    save_document(vault, DocumentRow(id="", case_id=case, title="Ruling"))
    place = DocumentsPlace(desk)
    hands.open(place)
    hands.wait(lambda: table_of(place).model().rowCount() == 1)
    hands.field(place, "Find by title, author or file name").setFocus()
    hands.type("elephant")
    hands.wait(lambda: hands.can_read(place, "No document matches"))
