"""The injuries of a case: for each person charts of the body with numbered marks, and below them what each one is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from db.case_file import CaseFile
from db.rows import InjuryRow
from desktop.documents.blocks import Block, BodyCharts, BodyFigure, Heading, ListItem
from desktop.documents.compose.people import Cast
from desktop.documents.compose.sources import Sources
from desktop.documents.compose.template import Template
from desktop.documents.runs import Content, Text
from desktop.logic import when
from resources.body import charts


class Injuries:
    """Told person by person; those of ``silent`` persons, who took their consent back, are not told at all."""

    def __init__(
        self, file: CaseFile, template: Template, cast: Cast, sources: Sources, silent: frozenset[str]
    ) -> None:
        self._words, self._cast, self._sources = template.words, cast, sources
        self._by_person: dict[str, list[InjuryRow]] = defaultdict(list)
        for row in sorted(file.injuries, key=_in_time):
            if row.person_id in cast.persons and row.person_id not in silent:
                self._by_person[row.person_id].append(row)

    def blocks(self) -> Iterator[Block]:
        """A heading for each person where there are several; numbers begin anew with each."""
        for person, rows in self._by_person.items():
            yield Heading(2, self._cast.person(person))
            drawn = _figures(rows, self._cast)
            if drawn:
                yield BodyCharts(drawn)
            for number, row in enumerate(rows, 1):
                yield ListItem(self._told(row, is_marked=bool(drawn)), f"{number}")

    def _told(self, row: InjuryRow, *, is_marked: bool) -> Content:
        cast, words = self._cast, self._words
        region = ", ".join(
            cast.term(name, term)
            for name, term in (("body-regions", row.region), ("body-sides", row.side))
            if term
        )  # fmt: skip
        kind = cast.term("injury-types", row.type) if row.type else ""
        called = ", ".join(part for part in (kind, region.lower()) if part)
        seen = ", ".join(part for part in (self._when(row), row.observed_by or "") if part)
        said = [
            row.size or "", row.colour or "", row.text or "",
            words["seen"].format(seen=seen) if seen else "",
            words["consistency"].format(level=cast.term("istanbul-levels", row.istanbul).lower())
            if row.istanbul else "",
            words["grade"].format(grade=cast.term("injury-grades", row.grade).lower()) if row.grade else "",
            words["no_mark"] if is_marked and not _is_drawn(row) else "",
        ]  # fmt: skip
        parts = [part for part in said if part]
        head = [Text(called[:1].upper() + called[1:], bold=True)] if called else []
        rest = [Text(f"{'; ' if called else ''}{'; '.join(parts)}")] if parts else []
        return (*head, *rest, *self._sources.noted(row.id))

    def _when(self, row: InjuryRow) -> str:
        return when.describe(row.observed, self._cast.language) if row.observed else ""


def _figures(rows: Sequence[InjuryRow], cast: Cast) -> tuple[BodyFigure, ...]:
    """A figure for each chart that has a mark, in the order of the charts."""
    marks: dict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        if _is_drawn(row):
            marks[row.chart or ""].append((number, row.x or 0.0, row.y or 0.0))
    return tuple(
        BodyFigure(chart, cast.term("body-charts", chart), tuple(marks[chart])) for chart in charts() if chart in marks
    )


def _is_drawn(row: InjuryRow) -> bool:
    return row.chart in charts() and row.x is not None and row.y is not None


def _in_time(row: InjuryRow) -> tuple[object, ...]:
    """In the order they were seen; those without a time last, as they were written down."""
    return (row.observed is None, *when.sort_key(row.observed), row.id)
