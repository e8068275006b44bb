"""A place: where something happened, with the zone its clocks show."""

from sqlalchemy import Float, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Names, Record
from db.types import Kind, Name


class Place(Record):
    """A station, colony, court, home or street; rooms and wings name their parent place."""

    __tablename__ = "place"
    kind_of_record = Kind.PLACE

    names: Mapped[tuple[Name, ...]] = mapped_column(Names, default=())
    sort_key: Mapped[str] = mapped_column(Text, default="")
    kind: Mapped[str | None] = mapped_column(String(64))
    address: Mapped[str | None] = mapped_column(Text)
    region: Mapped[str | None] = mapped_column(Text)
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    zone: Mapped[str | None] = mapped_column(String(64))
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    capacity: Mapped[int | None] = mapped_column(Integer)

    __table_args__ = (Index(None, "sort_key", "id"),)
