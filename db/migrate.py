"""Bring a vault's schema up to the one this program knows: refuse a newer one, copy first, then upgrade in one go."""

import shutil
from importlib.resources import files
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from db import search
from db.errors import VaultDamaged, VaultTooNew
from db.files import make_folder, replacing
from db.revisions import HEAD, REVISIONS, revision_of


def create_schema(engine: Engine) -> None:
    """Build the schema of a new vault by running every migration."""
    with engine.execution_options(writes=True).begin() as connection:
        command.upgrade(configuration(connection), HEAD)


def upgrade(engine: Engine, database: Path, backups: Path, *, stamp: str) -> Path | None:
    """Upgrade an older vault after copying its database to ``backups``; returns the copy, or ``None`` if up to date.

    ``stamp`` goes into the copy's name. Raises ``VaultTooNew`` for a schema this program does not know.
    """
    with engine.connect() as connection:
        found = revision_of(connection)
    if found == HEAD:
        return None
    if found not in REVISIONS:
        raise VaultTooNew(found, HEAD)
    make_folder(backups)
    copy = backups / f"schema-{found}-{stamp}.db"
    with replacing(copy) as target, database.open("rb") as source:
        shutil.copyfileobj(source, target)
    with engine.execution_options(writes=True).begin() as connection:
        command.upgrade(configuration(connection), HEAD)
        search.rebuild(connection)
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
            raise VaultDamaged("schema")
    return copy


def configuration(connection: Connection) -> Config:
    """Alembic, pointed at our migrations and at this connection."""
    config = Config()
    config.set_main_option("script_location", str(files("db") / "migrations"))
    config.attributes["connection"] = connection
    return config
