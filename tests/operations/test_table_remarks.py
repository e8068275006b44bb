"""What of a table would go lost or come in twice is told; rows of one table can name each other by their titles."""

from dataclasses import replace

import pytest

from db.queries.case_files import case_file
from db.rows import CaseRow, PersonRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.documents.sheets.csv_reading import read_csv
from desktop.documents.sheets.lines import Table
from desktop.documents.sheets.mapping import ColumnMap, guess
from desktop.operations.cases import save_case
from desktop.operations.members import save_member
from desktop.operations.table_import import CellFault, check_table, import_table

EVENTS = "kind,When,Title\ndetention,5 января 2022 около 20:00,Arrest\nЖалоба,2022-01-09,Complaint\n"


@pytest.fixture
def case(vault: Vault) -> str:
    return save_case(vault, CaseRow("", "KZ-1", "Airport")).result


def mapped(text: str, entity: str = "events") -> tuple[Table, ColumnMap]:
    found = read_csv(text.encode())
    return found, guess(entity, found.titles)


def faults(vault: Vault, case_id: str, text: str, entity: str = "events") -> list[CellFault]:
    return list(check_table(vault, case_id, *mapped(text, entity)).faults)


def test_what_stands_beyond_the_titles_is_a_fault_at_its_line(vault: Vault, case: str) -> None:
    found = faults(vault, case, "kind,when\ncomplaint,2022,extra,more\ncomplaint,2023,,\n")

    assert [(fault.place, fault.row) for fault in found] == [("C2", 2)]


def test_a_column_that_means_nothing_is_named_unless_it_is_empty_or_left_out(vault: Vault, case: str) -> None:
    found, chosen = mapped("kind,when,foo,bar,\ncomplaint,2022,x,,\n")

    dry = check_table(vault, case, found, chosen)
    left_out = check_table(vault, case, found, replace(chosen, left_out=frozenset({2})))
    done = import_table(vault, case, found, chosen).result

    assert [(one.place, "“foo”" in one.what) for one in dry.remarks] == [("C1", True)]
    assert (list(left_out.remarks), done.remarks) == ([], dry.remarks)


@pytest.mark.parametrize(
    ("entity", "text"),
    [
        ("documents", "title,exhibit,derived_from\nКопия,A-2,A-1\nПеревод,A-3,копия\nПисьмо,A-1,\n"),
        ("issues", "title,parent\nБоль,Умысел\nУмысел,Пытка\nПытка,\n"),
    ],
)
def test_a_line_can_name_another_of_its_table_by_its_title(vault: Vault, case: str, entity: str, text: str) -> None:
    import_table(vault, case, *mapped(text, entity))

    with vault.read() as session:
        rows = {row.id: row for row in getattr(case_file(session, case), entity)}
    above = {
        row.title: getattr(row, "derived_from_id" if entity == "documents" else "parent_id") for row in rows.values()
    }
    named = {title: rows[record].title if record else None for title, record in above.items()}
    assert named in (
        {"Копия": "Письмо", "Перевод": "Копия", "Письмо": None}, {"Боль": "Умысел", "Умысел": "Пытка", "Пытка": None},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("entity", "text"),
    [
        ("documents", "title,derived_from\nA,B\nB,A\n"),
        ("issues", "title,parent\nA,B\nB,C\nC,A\n"),
        ("issues", "title,parent\nA,A\n"),
    ],
)
def test_a_ring_of_titles_is_told_at_its_cell(vault: Vault, case: str, entity: str, text: str) -> None:
    assert [fault.place for fault in faults(vault, case, text, entity)] == ["B2"]


def test_rows_that_say_what_records_say_already_are_remarked_on(vault: Vault, case: str) -> None:
    assert check_table(vault, case, *mapped(EVENTS)).remarks == []
    import_table(vault, case, *mapped(EVENTS))
    more = EVENTS + "Жалоба,2022-01-10,Complaint\n"

    dry = check_table(vault, case, *mapped(more))
    done = import_table(vault, case, *mapped(more)).result

    (remark,) = dry.remarks
    assert (remark.place, remark.what) == (
        "2:2", "2 rows say the same as records that are there already: rows 2, 3.",
    )  # fmt: skip
    assert (done.remarks, done.counts[Kind.EVENT]) == (dry.remarks, 3)


def test_a_kind_alone_makes_no_row_a_double(vault: Vault, case: str) -> None:
    import_table(vault, case, *mapped("kind\ncomplaint\n"))

    assert check_table(vault, case, *mapped("kind\ncomplaint\n")).remarks == []


def test_a_charge_without_an_article_is_named_by_whose_it_is_and_its_words(vault: Vault, case: str) -> None:
    save_member(vault, PersonRow("", (Name("Абай"),)), case_id=case)
    import_table(vault, case, *mapped("person,text\nАбай,Участие  в митинге\n", "charges"))

    import_table(vault, case, *mapped('text,charge\nСм. протокол,"Абай, участие в митинге"\n', "notes"))

    with vault.read() as session:
        file = case_file(session, case)
    assert file.notes[0].target_id == file.charges[0].id
