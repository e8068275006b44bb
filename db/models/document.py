"""A document: what it is, where it came from, and the fingerprint of its stored file."""

from sqlalchemy import BigInteger, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record, Texts, when_columns
from db.types import Kind, When


class Document(Record):
    """A source or exhibit. ``blob`` names its encrypted file; without one it is known by ``address`` or on paper only.

    ``sha256`` and ``sha512`` are of the plaintext bytes as received; ``size`` is in bytes.
    """

    __tablename__ = "document"
    kind_of_record = Kind.DOCUMENT

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"))
    title: Mapped[str] = mapped_column(Text)
    kind: Mapped[str | None] = mapped_column(String(64))
    dated: Mapped[When | None] = when_columns("dated")
    author: Mapped[str | None] = mapped_column(Text)
    addressee: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(String(16))
    received: Mapped[When | None] = when_columns("received")
    received_from: Mapped[str | None] = mapped_column(Text)
    received_how: Mapped[str | None] = mapped_column(Text)
    original: Mapped[bool | None]
    privileged: Mapped[bool | None]
    confidentiality: Mapped[str | None] = mapped_column(String(32))
    exhibit: Mapped[str | None] = mapped_column(String(64))
    derived_from_id: Mapped[str | None] = mapped_column(ForeignKey("document.id"), index=True)
    derivation: Mapped[str | None] = mapped_column(String(32))
    address: Mapped[str | None] = mapped_column(Text)
    file_name: Mapped[str | None] = mapped_column(Text)
    blob: Mapped[str | None] = mapped_column(String(32), index=True)
    media_type: Mapped[str | None] = mapped_column(String(120))
    pages: Mapped[int | None] = mapped_column(Integer)
    size: Mapped[int | None] = mapped_column(BigInteger)
    sha256: Mapped[str | None] = mapped_column(String(64))
    sha512: Mapped[str | None] = mapped_column(String(128))
    tags: Mapped[tuple[str, ...]] = mapped_column(Texts, default=(), server_default="[]")

    __table_args__ = (Index(None, "case_id", "id"),)
