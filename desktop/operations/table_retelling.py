"""Lines that tell of records already there: cells that say what stands are left alone, the others change it."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from desktop.documents.exchange.entity import Entity
from desktop.documents.exchange.letters import cleaned
from desktop.documents.exchange.times import Unreadable
from desktop.documents.sheets.columns import Column, Holds
from desktop.documents.sheets.lines import Line, parted
from desktop.documents.sheets.mapping import ColumnMap
from desktop.i18n import N_, Language, _, catalogue
from desktop.operations.table_found import Found
from desktop.operations.table_names import Known
from desktop.operations.table_records import PERSONAL, Change, Record, Telling, Told

WITHHELD = N_("[name withheld]")


class Retelling(Telling):
    """Reads lines over what their records say; an empty cell empties nothing, unless the map says so."""

    def __init__(self, entity: Entity, chosen: ColumnMap, columns: Mapping[str, Column], known: Known) -> None:
        super().__init__(entity, chosen, columns, known)
        self._clears = chosen.clears
        self._targets = [key for key, column in columns.items() if column.field == "target_id"]
        self._masks = [catalogue(language.value).gettext(WITHHELD) for language in Language]

    def read_again(self, line: Line, found: Found) -> Told:
        """What a line makes of the record it tells of."""
        told = Told(line, deepcopy(found.record), found=found)
        for place, column in self._columns:
            if place is None or column.holds is Holds.ID:  # what holds for every line is said of new records only
                continue
            text = cleaned(line.cell(place)).strip()
            if found.says(column.key, text) or not (text or self._clears):
                continue
            if any(mask in text for mask in self._masks):
                said = _("A name was taken out of this text when it was exported: leave the cell as it was.")
                told.faults.append((place, said))
                continue
            self._change(told, found, place, column, text)
        return told

    def _change(self, told: Told, found: Found, place: int | None, column: Column, text: str) -> None:
        before = deepcopy(told.record)
        try:
            self._rewrite(told, found, place, column, text)
        except Unreadable as unreadable:
            told.faults.append((place, unreadable.what))
            return
        told.cells.setdefault(column.steps, place)
        told.cells.setdefault(column.steps[:1], place)
        if told.record != before:
            told.changes.append(Change(place, column.key, found.plain[column.key], text))

    def _rewrite(self, told: Told, found: Found, place: int | None, column: Column, text: str) -> None:
        if column.holds is Holds.NAME:
            _rename(told.record, column, found.plain[column.key], " ".join(text.split()))
        elif column.holds is Holds.NAMES:
            _rename_others(told.record, column, parted(found.plain[column.key]), parted(text))
        elif column.key.startswith("participants."):
            self._take_part(told.record, found, column, parted(text))
        else:
            _forget(told.record, column)
            if column.field == "target_id" and text:
                for key in self._targets:
                    told.record.pop(key, None)
            if text:
                self._read_cell(told, place, column, text)

    def _take_part(self, record: Record, found: Found, column: Column, items: list[str]) -> None:
        """Whoever is named in a role takes part in it; what was known of those who stay is kept."""
        role = column.steps[-1]
        wanted = [
            found.takes_part.get((role, " ".join(item.split()))) or self._known.find(column.kinds, item)
            for item in items
        ]
        parts: list[Record] = [
            part for part in record.get("participants", ()) if part["role"] != role or _who(part) in wanted
        ]
        there = {_who(part) for part in parts if part["role"] == role}
        parts += [{PERSONAL[self._known.kind_of(who)]: who, "role": role} for who in wanted if who not in there]
        record["participants"] = parts
        if not parts:
            del record["participants"]


def _who(part: Record) -> str:
    return str(part.get("person") or part.get("organisation"))


def _rename(record: Record, column: Column, old: str, new: str) -> None:
    """The name that stood in the cell is spelled as it says now; its language and kind stay."""
    names: list[Record] = record.setdefault("names", [])
    at = next((place for place, name in enumerate(names) if old and name["text"] == old), None)
    language = column.steps[1] if len(column.steps) > 1 else ""
    if at is not None and new:
        names[at] = names[at] | {"text": new}
    elif at is not None:
        del names[at]
    elif new:
        names.append({"text": new, **({"lang": language} if language else {}), "kind": "official"})


def _rename_others(record: Record, column: Column, old: list[str], new: list[str]) -> None:
    names: list[Record] = record.setdefault("names", [])
    names[:] = [name for name in names if name["text"] not in old or name["text"] in new]
    names += [{"text": text, "kind": column.steps[-1]} for text in new if text not in old]


def _forget(record: Record, column: Column) -> None:
    within: Any = record
    for step in column.steps[:-1]:
        within = within.get(step, {})
    within.pop(column.steps[-1], None)
