"""Does the database check out: its pages, its structure, and the references no foreign key holds."""

from collections.abc import Iterator

from sqlalchemy import Connection

from db.models import RECORDS
from db.stays import stays_out_of_step
from db.types import Kind

# References to records of several kinds, which no foreign key can hold: table and column.
LOOSE = (
    ("citation", "target_id"), ("membership", "member_id"), ("issue_fact", "target_id"), ("task", "target_id"),
    ("note", "target_id"),
)  # fmt: skip


def database_faults(connection: Connection) -> Iterator[str]:
    """What SQLCipher and SQLite find wrong with the file; each fault as a short English line without any value."""
    for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
        yield str(row[0])
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield str(row[0])
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{row[0]} {row[1]} -> {row[2]}"


def dangling_references(connection: Connection) -> Iterator[str]:
    """Citations, memberships, facts of issues, tasks and notes whose target is not there, and stays nobody made."""
    for table, target in LOOSE:
        kind = target.replace("_id", "_kind")
        kinds = f"SELECT DISTINCT {kind} FROM {table} WHERE {kind} IS NOT NULL"  # noqa: S608 - fixed names
        for found in connection.exec_driver_sql(kinds).scalars().all():
            there = RECORDS[Kind(found)].__tablename__
            query = f'SELECT id FROM {table} WHERE {kind} = ? AND {target} NOT IN (SELECT id FROM "{there}")'  # noqa: S608 - fixed names
            for record in connection.exec_driver_sql(query, (found,)).scalars():
                yield f"{table} {record}"
    if stays_out_of_step(connection):
        yield "stay"
