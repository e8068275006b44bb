"""Rows read column by column say what their records say."""

from typing import Any

import pytest

from db.models import RECORDS
from db.queries.columns import rows_by_id
from db.queries.records import KINDS, ROWS, fetch
from db.rows import EventRow
from db.types import Kind
from db.vault import Vault
from tests.ui.casework import write_facts


@pytest.mark.parametrize("row_type", ROWS.values())
def test_a_row_of_columns_is_the_row_of_its_record(vault: Vault, row_type: type[Any]) -> None:
    write_facts(vault)
    model = RECORDS[KINDS[row_type]]

    with vault.read() as session:
        ids = [one.id for one in session.query(model)]
        assert rows_by_id(session, row_type, ids) == {one: fetch(session, row_type, one) for one in ids}


def test_ids_that_are_not_there_are_left_out(vault: Vault) -> None:
    with vault.read() as session:
        assert rows_by_id(session, EventRow, ["nowhere"]) == {}
        assert rows_by_id(session, EventRow, []) == {}


def test_every_kind_of_row_begins_with_its_id() -> None:
    assert {next(iter(row.__dataclass_fields__)) for row in ROWS.values()} == {"id"}
    assert set(ROWS) <= set(Kind)
