"""Issues: the points to prove, as a tree of claims and their elements, and what bears on each."""

from sqlalchemy import ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Record
from db.types import Bearing, Kind


class Issue(Record):
    """A point to prove; ``element`` names the ready-made element (CAT article 1, ICCPR 9 …) it was made from."""

    __tablename__ = "issue"
    kind_of_record = Kind.ISSUE

    case_id: Mapped[str] = mapped_column(ForeignKey("case.id"), index=True)
    title: Mapped[str] = mapped_column(Text)
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("issue.id"), index=True)
    position: Mapped[int | None] = mapped_column(Integer)
    element: Mapped[str | None] = mapped_column(String(64))
    basis: Mapped[str | None] = mapped_column(Text)
    text: Mapped[str | None] = mapped_column(Text)
    person_id: Mapped[str | None] = mapped_column(ForeignKey("person.id"), index=True)


class IssueFact(Record):
    """What a record does to an issue."""

    __tablename__ = "issue_fact"
    kind_of_record = Kind.ISSUE_FACT

    issue_id: Mapped[str] = mapped_column(ForeignKey("issue.id"), index=True)
    target_kind: Mapped[str] = mapped_column(String(32))
    target_id: Mapped[str] = mapped_column(String(36))
    bearing: Mapped[str] = mapped_column(String(16), default=Bearing.SUPPORTS.value)
    remark: Mapped[str | None] = mapped_column(Text)

    __table_args__ = (Index(None, "target_id"),)
