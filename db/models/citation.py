"""A citation: the passage of a document that supports, contradicts or mentions a fact."""

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import Bearing, Kind


class Citation(Record):
    """Where in a document (``page``, ``paragraph`` or ``timecode``) a statement about the target stands.

    ``field`` is the field of the target that the passage speaks of and ``value`` what it gives for it, where it does.
    """

    __tablename__ = "citation"
    kind_of_record = Kind.CITATION

    document_id: Mapped[str] = mapped_column(ForeignKey("document.id"), index=True)
    page: Mapped[str | None] = mapped_column(String(64))
    paragraph: Mapped[str | None] = mapped_column(String(64))
    timecode: Mapped[str | None] = mapped_column(String(64))
    quote: Mapped[str | None] = mapped_column(Text)
    target_kind: Mapped[str] = mapped_column(String(32))
    target_id: Mapped[str] = mapped_column(String(36))
    bearing: Mapped[str] = mapped_column(String(16), default=Bearing.SUPPORTS.value)
    reliability: Mapped[str | None] = mapped_column(Text)
    connection: Mapped[str | None] = mapped_column(Text)
    field: Mapped[str | None] = mapped_column(String(64))
    value: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (Index(None, "target_id"),)
