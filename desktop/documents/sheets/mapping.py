"""What the columns of a table mean: which key each fills, and what holds for every row. Kept, guessed, and checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from desktop.documents.exchange.faults import quoted
from desktop.documents.sheets.columns import ID, SEVERAL, Column, Holds, every_column, table_entities
from desktop.documents.sheets.lines import Line
from desktop.documents.sheets.titles import plain, spellings, title_of
from desktop.i18n import _, current

FINDING = frozenset({Holds.ID, Holds.NAME, Holds.NAMES, Holds.TEXT, Holds.WHOLE})  # what sets one record apart


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Which records a table holds, the key each column (counted from 0) fills, and what every row says besides.

    ``constants`` are texts by key, read like cells: every row of a list of complaints is a complaint. ``key`` is the
    column by which rows find the records they tell of again; a column of ids is one by itself. An empty cell of such a
    row empties nothing, unless the map ``clears``. ``left_out`` are columns that somebody does not want, and knows it.
    """

    entity: str
    columns: Mapping[int, str] = field(default_factory=dict[int, str])
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    key: str = ""
    clears: bool = False
    left_out: frozenset[int] = frozenset()

    @property
    def found_by(self) -> str:
        """The key of the column that tells which record a row is about; empty where every row is a new one."""
        return self.key or (ID if ID in self.columns.values() else "")


@dataclass(frozen=True, slots=True)
class Misfit:
    """Something wrong with a map: the column it is about, or none, and a sentence."""

    column: int | None
    what: str


def guess(entity: str, titles: Line, constants: Mapping[str, str] | None = None) -> ColumnMap:
    """The map that the titles of a table suggest: keys, and our titles in any of the three languages."""
    known = every_column(table_entities()[entity])
    meant = spellings(entity, known)
    taken: dict[int, str] = {}
    for column, title in enumerate(titles.cells):
        key = meant.get(plain(title))
        if key and (key not in taken.values() or known[key].holds in SEVERAL) and key not in (constants or {}):
            taken[column] = key
    return ColumnMap(entity, taken, dict(constants or {}))


def misfits(chosen: ColumnMap, known: Mapping[str, Column]) -> list[Misfit]:
    """What cannot be meant by a map: keys there are not, and two columns for one value."""
    found: list[Misfit] = []
    seen: dict[str, int] = {}
    for column, key in sorted(chosen.columns.items()):
        if key not in known:
            found.append(Misfit(column, _("There is no column “{key}” here.").format(key=quoted(key))))
        elif (key in seen or key in chosen.constants) and (chosen.found_by or known[key].holds not in SEVERAL):
            title = title_of(chosen.entity, key, current().value)
            found.append(Misfit(column, _("“{title}” is filled already.").format(title=title)))
        seen.setdefault(key, column)
    if chosen.key and chosen.key not in seen:
        said = _("No column means “{key}”, by which records are to be found.")
        found.append(Misfit(None, said.format(key=quoted(chosen.key))))
    elif chosen.key in known and known[chosen.key].holds not in FINDING:
        title = title_of(chosen.entity, chosen.key, current().value)
        found.append(Misfit(seen[chosen.key], _("Records cannot be found again by “{title}”.").format(title=title)))
    unknown = [key for key in chosen.constants if key not in known]
    return found + [Misfit(None, _("There is no column “{key}” here.").format(key=quoted(key))) for key in unknown]


def kept(chosen: ColumnMap, titles: Line) -> dict[str, Any]:
    """A map as plain JSON to be kept: by the titles of the table it was made for."""
    return {
        "entity": chosen.entity,
        "columns": {
            **{titles.cell(column): "" for column in sorted(chosen.left_out) if titles.cell(column)},
            **{titles.cell(column): key for column, key in sorted(chosen.columns.items())},
        },
        "constants": dict(chosen.constants),
        **({"key": chosen.key} if chosen.key else {}),
        **({"clears": True} if chosen.clears else {}),
    }


def applied(body: object, titles: Line) -> tuple[ColumnMap, list[Misfit]]:
    """A kept map for the table with these titles, and what of it does not fit: titles it has not, or has twice.

    A title with nothing behind it is a column left out on purpose; the table may lack it.
    """
    table: Mapping[str, Any] = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
    entity = table.get("entity")
    columns, constants = _texts(table.get("columns", {})), _texts(table.get("constants", {}))
    key = table.get("key", "")
    if entity not in table_entities() or columns is None or constants is None or not isinstance(key, str):
        return ColumnMap(""), [Misfit(None, _("This is no column map: it has entity, columns and constants."))]
    found: list[Misfit] = []
    placed: dict[int, str] = {}
    plain_titles = [plain(title) for title in titles.cells]
    left_out: set[int] = set()
    for title, meant in columns.items():
        places = [place for place, other in enumerate(plain_titles) if other == plain(title)]
        if not meant:
            left_out |= {*places}
        elif len(places) == 1:
            placed[places[0]] = meant
        elif places:
            found.append(Misfit(places[1], _("Two columns have the title “{title}”.").format(title=quoted(title))))
        else:
            found.append(Misfit(None, _("The table has no column “{title}”.").format(title=quoted(title))))
    clears = table.get("clears") is True
    return ColumnMap(str(entity), placed, constants, key, clears=clears, left_out=frozenset(left_out)), found


def _texts(value: object) -> dict[str, str] | None:
    """Texts by text, or None for anything else."""
    if not isinstance(value, Mapping):
        return None
    table = cast("Mapping[object, object]", value)
    texts = {key: text for key, text in table.items() if isinstance(key, str) and isinstance(text, str)}
    return texts if len(texts) == len(table) else None
