"""Whatever stands in a table, it is read or refused with a sentence; nothing breaks and nothing half done stays."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.rows import CaseRow, PersonRow
from db.types import Name
from db.vault import Vault
from desktop.documents.sheets.columns import columns_of, table_entities
from desktop.documents.sheets.lines import Line, Table
from desktop.documents.sheets.mapping import ColumnMap
from desktop.documents.sheets.opening import read_table
from desktop.documents.sheets.writing import write_table
from desktop.errors import InputFaults, UserError
from desktop.operations.cases import save_case
from desktop.operations.exchange import export_case, import_case
from desktop.operations.history import undo_last
from desktop.operations.members import save_member
from desktop.operations.table_import import check_table, import_table
from tests.builders import new_vault

LIKELY = ("Абай", "2022-01-05", "5 января 2022", "да", "12,5", "complaint", "Жалоба", "x; y", "=1+1", "#REF!", "50 KZT")
CELL = st.sampled_from(("", *LIKELY)) | st.text(max_size=8)
ENTITIES = sorted(table_entities())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Vault, str]]:
    """A vault with a case that knows one person; every test leaves it as it was."""
    vault = new_vault(tmp_path_factory.mktemp("tables"))
    case = save_case(vault, CaseRow("", "KZ-1", "t")).result
    save_member(vault, PersonRow("", (Name("Абай"),)), case_id=case)
    yield vault, case
    vault.close()


@st.composite
def tables(draw: st.DrawFn) -> tuple[Table, ColumnMap]:
    """A table of any cells under any columns of any list."""
    entity = draw(st.sampled_from(ENTITIES))
    keys = draw(st.lists(st.sampled_from(sorted(columns_of(table_entities()[entity]))), min_size=1, max_size=6))
    lines = draw(st.lists(st.lists(CELL, min_size=1, max_size=len(keys)), min_size=1, max_size=3))
    table = Table("csv", Line(1, tuple(keys)), tuple(Line(n, tuple(cells)) for n, cells in enumerate(lines, start=2)))
    return table, ColumnMap(entity, dict(enumerate(keys)))


@settings(max_examples=150)
@given(asked=tables(), creates=st.booleans())
def test_any_table_is_judged_cell_by_cell_and_only_a_faultless_one_comes_in(
    desk: tuple[Vault, str], asked: tuple[Table, ColumnMap], *, creates: bool
) -> None:
    vault, case = desk
    before = (vault.folder / "vault.db").read_bytes()

    report = check_table(vault, case, *asked, creates=creates)

    assert all(fault.what for fault in report.faults)
    assert all(fault.row is not None and fault.place for fault in report.faults)
    if report.faults:
        with pytest.raises(InputFaults):
            import_table(vault, case, *asked, creates=creates)
        assert (vault.folder / "vault.db").read_bytes() == before
    else:
        import_table(vault, case, *asked, creates=creates)
        undo_last(vault)


@settings(max_examples=25)
@given(asked=tables())
def test_what_a_table_brought_in_is_a_case_that_can_leave_and_come_back(asked: tuple[Table, ColumnMap]) -> None:
    with TemporaryDirectory() as folder:
        vault = new_vault(Path(folder))
        case = save_case(vault, CaseRow("", "KZ-1", "t")).result
        if not check_table(vault, case, *asked, creates=True).faults:
            import_table(vault, case, *asked, creates=True)
            export_case(vault, case, Path(folder) / "first")
            (Path(folder) / "other").mkdir()
            other = new_vault(Path(folder) / "other")
            import_case(other, Path(folder) / "first")
            other.close()
        vault.close()


@settings(max_examples=60)
@given(
    st.binary(max_size=200)
    | st.sampled_from([b"PK\x03\x04", b"PK\x05\x06"]).flatmap(lambda head: st.binary(max_size=80).map(head.__add__))
)
def test_any_bytes_are_a_table_or_refused_with_a_sentence(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        path.write_bytes(content)
        try:
            assert read_table(path).titles.cells
        except UserError as refused:
            assert refused.what  # noqa: PT017 - either is right


@settings(max_examples=40)
@given(st.data())
def test_a_workbook_with_any_of_its_bytes_changed_or_cut_off_breaks_nothing(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.xlsx"
        write_table(path, "S", ["kind", "title"], [["other", "a"], ["other", "b"]])
        content = bytearray(path.read_bytes())
        for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=8)):
            content[place] = data.draw(st.integers(0, 255))
        path.write_bytes(content[: data.draw(st.integers(1, len(content)))])
        try:
            assert read_table(path).lines is not None
        except UserError as refused:
            assert refused.what  # noqa: PT017 - either is right
