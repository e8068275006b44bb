"""Full text over the record: passages with their index, kept in step with every change.

FTS5 is external content with secure-delete, so a removed name leaves the index too. On both sides letters are composed
(NFC: и with a breve of its own is й), stress marks fall away and ё is folded to е; й and the Kazakh letters stay
themselves. What is shown of a passage is the folded text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import combining, normalize

from sqlalchemy import Column, Connection, Index, Integer, String, Table, Text, select

from db.base import Base
from db.models import RECORDS
from db.passages import SEARCHED, Values, passage_of
from db.types import Kind

PASSAGE = Table(
    "passage", Base.metadata,
    Column("id", Integer, primary_key=True),
    Column("record_kind", String(32), nullable=False),
    Column("record_id", String(36), nullable=False),
    Column("case_id", String(36)),
    Column("page", Integer),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("is_live", Integer, nullable=False),
    Index(None, "record_id"),
)  # fmt: skip
_INSERT = (
    "INSERT INTO passage (record_kind, record_id, case_id, page, title, text, is_live) VALUES (?, ?, ?, ?, ?, ?, 1)"
)
_FOLDS = {ord("ё"): "е", ord("Ё"): "Е", 0x300: None, 0x301: None}  # what is left of the accents marks stress: за́мок


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: the record it belongs to, its page where it is a document's, and the text around the words."""

    record_kind: str
    record_id: str
    case_id: str | None
    page: int | None
    title: str
    snippet: str


def index_new(connection: Connection, kind: Kind, rows: Sequence[Values], case_id: str | None) -> None:
    """Index records that were just inserted; ``rows`` map column names to plain JSON values."""
    if kind not in SEARCHED:
        return
    passages = [
        (kind.value, row["id"], row.get("case_id") or case_id, None, *_folded(passage_of(kind, row))) for row in rows
    ]
    connection.exec_driver_sql(_INSERT, passages)


def refresh(connection: Connection, touched: Iterable[tuple[Kind, str]]) -> None:
    """Bring the passages of changed records up to date; what lies in the trash is not found."""
    for kind, record in touched:
        if kind not in SEARCHED:
            continue
        connection.exec_driver_sql("DELETE FROM passage WHERE record_id = ? AND page IS NULL", (record,))
        table = RECORDS[kind].table()
        row = connection.execute(table.select().where(table.c.id == record)).mappings().first()
        is_live = row is not None and row["trashed_at"] is None
        connection.exec_driver_sql(
            "UPDATE passage SET is_live = ? WHERE record_id = ? AND is_live <> ?", (is_live, record, is_live)
        )
        if row is not None and is_live:
            values = dict(row)
            owner = _case_of(connection, kind, values)
            passage = (kind.value, record, owner, None, *_folded(passage_of(kind, values)))
            connection.exec_driver_sql(_INSERT, [passage])


def rebuild(connection: Connection) -> None:
    """Make the passages of every record anew (after a migration); the pages of documents stay."""
    for kind in SEARCHED:
        ids = connection.execute(select(RECORDS[kind].id)).scalars().all()
        refresh(connection, [(kind, record) for record in ids])


def index_pages(connection: Connection, document: str, case_id: str, title: str, pages: Sequence[str]) -> None:
    """Index the text of a document page by page (page numbers start at 1), in place of what stood there."""
    connection.exec_driver_sql("DELETE FROM passage WHERE record_id = ? AND page IS NOT NULL", (document,))
    rows = [
        (Kind.DOCUMENT.value, document, case_id, number, *_folded((title, text)))
        for number, text in enumerate(pages, start=1)
        if text.strip()
    ]
    if rows:
        connection.exec_driver_sql(_INSERT, rows)


def forget(connection: Connection, record: str) -> None:
    """Take every passage of a purged record out of the index."""
    connection.exec_driver_sql("DELETE FROM passage WHERE record_id = ?", (record,))


def find(connection: Connection, query: str, *, case_id: str | None = None, limit: int = 50) -> list[Hit]:
    """Passages holding every word of ``query`` (the last one may be a beginning), best first."""
    expression = _expression(query)
    if not expression:
        return []
    within = (
        " AND (p.case_id = :case OR p.record_id IN (SELECT member_id FROM membership WHERE case_id = :case"
        " AND trashed_at IS NULL))"
    )
    rows = connection.exec_driver_sql(
        "SELECT p.record_kind, p.record_id, p.case_id, p.page, p.title,"  # noqa: S608 - `within` is the text above
        " snippet(passage_index, -1, char(2), char(3), '…', 16) AS snippet"
        " FROM passage_index JOIN passage p ON p.id = passage_index.rowid"
        f" WHERE passage_index MATCH :query AND p.is_live{within if case_id else ''}"
        " ORDER BY passage_index.rank, p.id LIMIT :limit",
        {"query": expression, "case": case_id, "limit": limit},
    )
    return [Hit(*row) for row in rows]


def _expression(query: str) -> str:
    """An FTS5 query of quoted words: nothing a user types is syntax."""
    words = [
        "".join(ch for ch in word if ch.isalnum() or combining(ch) or ch in "-_'’") for word in _fold(query).split()
    ]
    quoted = ['"' + word.replace('"', "") + '"' for word in words if any(ch.isalnum() for ch in word)]
    return " ".join(quoted) + "*" if quoted else ""


def _fold(text: str) -> str:
    return normalize("NFC", text).translate(_FOLDS)


def _folded(passage: tuple[str, str]) -> tuple[str, str]:
    return _fold(passage[0]), _fold(passage[1])


def _case_of(connection: Connection, kind: Kind, values: Values) -> str | None:
    if kind is Kind.CITATION:
        return connection.exec_driver_sql(
            "SELECT case_id FROM document WHERE id = ?", (values["document_id"],)
        ).scalar_one_or_none()
    return values["id"] if kind is Kind.CASE else values.get("case_id")
