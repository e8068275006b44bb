"""The records of a list that the rows of a table tell of again, and what their cells say as things stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db.queries.case_files import case_file
from db.rows import CaseRow
from db.types import Kind, When
from db.vault import Session
from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.faults import quoted
from desktop.documents.exchange.shape import Record
from desktop.documents.exchange.standing import Standing
from desktop.documents.exchange.times import Unreadable
from desktop.documents.sheets.columns import ID, Holds, every_column
from desktop.i18n import _
from desktop.operations.table_cells import Shown
from desktop.operations.table_lists import cells_for, pages_of
from desktop.operations.table_names import key_of
from desktop.operations.times import WallClocks


@dataclass(slots=True)
class Found:
    """A record that a row tells of again: its row, what the file would say of it, and its cells.

    ``plain`` is what its cells say; ``guarded`` what they say where persons are protected; ``takes_part`` names whoever
    takes part, as cells show them, by role and words.
    """

    shown: Shown
    record: dict[str, Any]
    plain: Mapping[str, str]
    guarded: Mapping[str, str]
    takes_part: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def says(self, key: str, text: str) -> bool:
        """Whether a cell says what stands already."""
        bare = _bare(text)
        return bare == _bare(self.plain[key]) or bare == _bare(self.guarded[key])


class Finding:
    """Finds the records of a case again by one column; ``standing`` writes any of its records as the file would."""

    def __init__(self, session: Session, case: CaseRow, entity: Entity, by: str, keys: Sequence[str]) -> None:
        file = case_file(session, case.id)
        self.standing = Standing(file, WallClocks().zone_of)
        self._entity, self._by = entity, by
        known = every_column(entity)
        self._columns = [known[key] for key in dict.fromkeys([by, *keys])]
        self._shown: dict[str, tuple[Shown, list[str], list[str]]] = {}
        self._by_key: dict[str, dict[str, None]] = {}
        self._faces = []
        cells = cells_for(session, case.id, self._columns, is_plain=True)
        guarded = cells_for(session, case.id, self._columns, is_plain=False) if _protects(file.persons) else cells
        self._faces = [cells.faces, guarded.faces] if guarded is not cells else [cells.faces]
        for batch in pages_of(session, case.id, entity):
            plain = cells.lines(batch)
            others = plain if guarded is cells else guarded.lines(batch)
            for shown, said, faced in zip(batch, plain, others, strict=True):
                self._shown[shown.row.id] = (shown, said, faced)
                for text in self._keys_of(shown.row, said[0]):
                    self._by_key.setdefault(text, {})[shown.row.id] = None

    def find(self, text: str) -> Found | None:
        """The record that the cell of the key column means; None for a new one. Raises ``Unreadable``."""
        if self._by == ID:
            if text and text not in self._shown:
                raise Unreadable(_("No record of this list has the id “{id}”.").format(id=quoted(text)))
            return self._found(text) if text else None
        found = list(self._by_key.get(key_of(text), ())) if text else []
        if len(found) > 1:
            said = _("“{text}” stands in {count} records; it cannot tell which one is meant.")
            raise Unreadable(said.format(text=quoted(text), count=len(found)))
        return self._found(found[0]) if found else None

    def ancestors(self, record: str) -> list[tuple[str, str]]:
        """From a record up its tree: each one above it with the one above that, or with nothing."""
        chain: list[tuple[str, str]] = []
        column = self._entity.codecs[self._entity.tree].column if self._entity.tree else ""
        while column and record in self._shown and record not in {one for one, _above in chain}:
            above = getattr(self._shown[record][0].row, column) or ""
            chain.append((record, above if above in self._shown else ""))
            record = above
        return chain

    def _keys_of(self, row: Any, said: str) -> set[str]:
        texts = [name.text for name in row.names] if self._by.partition(".")[0] == "names" else [said]
        return {key_of(text) for text in texts if text}

    def _found(self, record: str) -> Found:
        shown, plain, guarded = self._shown[record]
        keys = [column.key for column in self._columns]
        told = self.standing.record(self._entity, shown.row)
        for column in self._columns:
            value: When | None = getattr(shown.row, column.field) if column.holds is Holds.WHEN else None
            if value is not None:
                told[column.key] = {"edtf": value.edtf, "zone": value.zone}
        return Found(shown, told, dict(zip(keys, plain, strict=True)), dict(zip(keys, guarded, strict=True)),
                     self._taking_part(shown))  # fmt: skip

    def _taking_part(self, shown: Shown) -> Mapping[tuple[str, str], str]:
        return {
            (one.participation.role, _bare(faces.participant(one))): who
            for faces in self._faces
            for one in shown.participants
            if (who := one.participation.person_id or one.participation.organisation_id)
        }


def references(record: Record, standing: Standing) -> list[tuple[Kind, str]]:
    """The other records that a record names, with their kinds."""
    found: list[tuple[Kind, str]] = []
    waiting: list[Any] = [value for key, value in record.items() if key not in {ID, "participants"}]
    for part in record.get("participants", ()):
        waiting += [value for key, value in part.items() if key != ID]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())  # pyright: ignore[reportUnknownArgumentType, reportUnknownMemberType] - JSON
        elif isinstance(value, list):
            waiting.extend(value)  # pyright: ignore[reportUnknownArgumentType] - JSON
        elif isinstance(value, str) and value in standing.ids:
            found.append((standing.kinds[value], value))
    return found


def _bare(text: str) -> str:
    return " ".join(text.split())


def _protects(persons: Sequence[Any]) -> bool:
    return any(person.protected != "none" for person in persons)
