"""An organisation: an authority, a court, a hospital, an embassy, the media."""

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Names, Record
from db.types import Kind, Name


class Organisation(Record):
    """A body with names, a kind and, where it is a unit of another, its parent."""

    __tablename__ = "organisation"
    kind_of_record = Kind.ORGANISATION

    names: Mapped[tuple[Name, ...]] = mapped_column(Names, default=())
    sort_key: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str | None] = mapped_column(String(64))
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)

    __table_args__ = (Index(None, "sort_key", "id"),)
