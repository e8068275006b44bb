"""Which schema versions this program knows; light, because every opening asks."""

from sqlalchemy import Connection

from db.errors import VaultDamaged

# Every schema this program can open, oldest first; the last is the one it works with.
REVISIONS = ("0001", "0002", "0003", "0004")
HEAD = REVISIONS[-1]


def revision_of(connection: Connection) -> str:
    """The schema revision a vault is at. Raises ``VaultDamaged`` when it carries none."""
    found: list[str] = []
    if connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first():
        found = list(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars())
    if len(found) != 1:
        raise VaultDamaged("schema")
    return found[0]
