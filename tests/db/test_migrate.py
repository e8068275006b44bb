"""Opening brings an older vault up to date after a copy, and refuses one it does not know."""

from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, select

from db import search
from db.base import Base
from db.engine import open_engine
from db.errors import VaultDamaged, VaultTooNew
from db.migrate import configuration, create_schema, upgrade
from db.models import Case
from db.revisions import HEAD, REVISIONS, revision_of
from db.vault import Vault
from tests.builders import open_vault


def raw(vault: Vault) -> Engine:
    """The vault's database without its guards, as a migration sees it."""
    return open_engine(vault.folder / "vault.db", vault.keys.subkey("database"), is_guarded=False)


def older(vault: Vault, revision: str) -> None:
    """Take the vault's schema back to what an earlier version of the program wrote."""
    vault.close()
    engine = raw(vault)
    with engine.execution_options(writes=True).begin() as connection:
        record = "INSERT INTO 'case' (id, ref, title, jurisdiction, tags) VALUES ('1', 'R', 'Kept', 'kz', '[]')"
        connection.exec_driver_sql(record)
        command.downgrade(configuration(connection), revision)
    engine.dispose()


@pytest.mark.filterwarnings("ignore:.*ix_event_case_id_instant", "ignore:.*expression")
def test_the_migrated_schema_is_what_the_models_say(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "new.db", bytes(32), is_guarded=False)
    with engine.execution_options(writes=True).begin() as connection:
        command.upgrade(configuration(connection), HEAD)
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    not_told = ("passage_index", "ix_event_case_id_instant")  # full text and expressions are beyond the metadata
    of_ours = [difference for difference in differences if not any(name in str(difference) for name in not_told)]
    assert of_ours == []


def test_up_down_and_up_again_ends_where_up_ends(tmp_path: Path) -> None:
    def tables(engine: Engine) -> list[str]:
        with engine.connect() as connection:
            query = "SELECT type || ' ' || name || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
            return sorted(connection.exec_driver_sql(query).scalars())

    engine = open_engine(tmp_path / "new.db", bytes(32), is_guarded=False)
    create_schema(engine)
    once = tables(engine)
    with engine.execution_options(writes=True).begin() as connection:
        command.downgrade(configuration(connection), "base")
        assert connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'case'").scalar_one() == 0
    create_schema(engine)
    assert tables(engine) == once


def test_an_older_vault_is_copied_then_upgraded_and_keeps_its_records(vault: Vault) -> None:
    older(vault, "0001")
    again = open_vault(vault.folder)
    with again.read() as session:
        assert session.scalars(select(Case.ref)).all() == ["R"]
        assert [hit.record_id for hit in search.find(session.connection(), "kept")] == ["1"]
    copies = list((vault.folder / "backups").iterdir())
    assert [copy.name.startswith("schema-0001-") for copy in copies] == [True]
    again.close()


def test_the_copy_is_the_vault_as_it_was(vault: Vault) -> None:
    older(vault, "0001")
    before = (vault.folder / "vault.db").read_bytes()
    open_vault(vault.folder).close()
    assert next((vault.folder / "backups").iterdir()).read_bytes() == before


def test_a_current_vault_is_not_copied(vault: Vault, tmp_path: Path) -> None:
    vault.close()
    engine = raw(vault)
    assert upgrade(engine, vault.folder / "vault.db", tmp_path / "backups", stamp="now") is None
    assert not (tmp_path / "backups").exists()
    engine.dispose()


def test_a_newer_vault_is_refused_and_untouched(vault: Vault) -> None:
    vault.close()
    engine = raw(vault)
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9000'")
    engine.dispose()
    before = (vault.folder / "vault.db").read_bytes()
    with pytest.raises(VaultTooNew, match="9000"):
        open_vault(vault.folder)
    assert (vault.folder / "vault.db").read_bytes() == before


def test_a_database_without_a_revision_is_damaged(vault: Vault) -> None:
    vault.close()
    engine = raw(vault)
    with engine.execution_options(writes=True).begin() as connection:
        connection.exec_driver_sql("DROP TABLE alembic_version")
    engine.dispose()
    with pytest.raises(VaultDamaged, match="schema"):
        open_vault(vault.folder)


def test_an_upgrade_that_would_leave_a_broken_reference_is_taken_back(vault: Vault) -> None:
    older(vault, "0001")
    engine = raw(vault)
    driver = engine.raw_connection()
    driver.cursor().execute("PRAGMA foreign_keys = OFF")
    driver.cursor().execute("INSERT INTO charge (id, case_id, person_id) VALUES ('1', '1', 'nobody')")
    driver.close()
    engine.dispose()
    before = (vault.folder / "vault.db").read_bytes()
    with pytest.raises(VaultDamaged, match="schema"):
        open_vault(vault.folder)
    assert next((vault.folder / "backups").iterdir()).read_bytes() == before
    with raw(vault).connect() as connection:
        assert revision_of(connection) == "0001"


def test_the_newest_known_revision_is_the_head() -> None:
    assert REVISIONS[-1] == HEAD
