"""A case as it stands, each record as its file would tell it but under its own id: what a table is held against."""

from collections.abc import Callable, Sequence
from typing import Any

from db.case_file import CaseFile
from db.types import Kind
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.table import ENTITIES
from desktop.documents.exchange.writing import Writing, Written


class Standing(Writing):
    """Writes single records; what refers to a record in the trash goes without it."""

    def __init__(self, case: CaseFile, zone_of: Callable[[str], str | None]) -> None:
        super().__init__(case, zone_of)
        self.kinds: dict[str, Kind] = {row.id: Kind.PARTICIPATION for row in case.participations}
        for entity in ENTITIES:
            rows: Sequence[Any] = getattr(case, entity.key)
            self.kinds |= {row.id: entity.kind for row in rows}
        named = {entity.kind for entity in ENTITIES if entity.letter} | {Kind.PARTICIPATION}
        self.ids = {record: record for record, kind in self.kinds.items() if kind in named}

    def record(self, entity: Entity, row: Any) -> Written:
        """What the file would say of a record."""
        return self._write(entity, row)
