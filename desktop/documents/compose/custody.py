"""The statement of custody of a brief: each person's stays in a table, and between them what is missing or overlaps."""

from collections.abc import Iterator

from db.case_file import CaseFile
from db.types import When
from desktop.documents.compose.people import Cast
from desktop.documents.compose.sources import Sources
from desktop.documents.compose.template import Template
from desktop.documents.runs import Text
from desktop.documents.tables import ChronologyColumn, ChronologyField, ChronologyRow, ChronologySpan, ChronologyTable
from desktop.i18n import catalogue
from desktop.logic import when
from desktop.logic.custody import Custody, custody_of, held_persons
from desktop.logic.stays import Break, Days, Stay
from resources.vocabularies import event_kinds, label


class CustodyStatement:
    """States the custody of everyone of a case up to a day, in the language of a template."""

    def __init__(self, file: CaseFile, template: Template, cast: Cast, sources: Sources) -> None:
        self._file, self._cast, self._sources = file, cast, sources
        self._columns, self._language = dict(template.chronology_columns), template.language
        self._spoken = catalogue(template.language)

    def table(self, day: When) -> ChronologyTable:
        """Every stay of every person; no rows where nobody was held."""
        titles = {
            ChronologyField.NUMBER: self._columns[ChronologyField.NUMBER],
            ChronologyField.WHEN: self._columns[ChronologyField.WHEN],
            ChronologyField.PLACE: self._columns[ChronologyField.PLACE],
            ChronologyField.EVENT: self._spoken.gettext("Held as"),
            ChronologyField.PERSONS: self._spoken.gettext("Days"),
            ChronologyField.SOURCE: self._columns[ChronologyField.SOURCE],
        }
        now = day.latest if day.latest is not None else day.earliest or 0
        rows: list[ChronologyRow | ChronologySpan] = []
        for person in held_persons(self._file):
            custody = custody_of(self._file, person, now)
            if custody.stays:
                rows += [self._span(self._cast.person(person)), *self._stays(custody), *self._totals(custody)]
        return ChronologyTable(tuple(ChronologyColumn(*one) for one in titles.items()), tuple(rows))

    def _stays(self, custody: Custody) -> Iterator[ChronologyRow | ChronologySpan]:
        numbers = {stay.event.id: number for number, stay in enumerate(custody.stays, 1)}
        for stay in custody.stays:
            for one in custody.breaks:
                if one.after.event.id == stay.event.id:
                    yield self._span(self._break(one, numbers))
            yield self._row(numbers[stay.event.id], stay)

    def _row(self, number: int, stay: Stay) -> ChronologyRow:
        hidden = self._spoken.gettext("Not acknowledged by the authorities") if stay.is_unacknowledged else ""
        return ChronologyRow(
            number=str(number),
            when=self._time(stay),
            place=self._cast.place(stay.place_id) or self._spoken.gettext("place not known"),
            event=(Text(self._kind(stay), bold=stay.is_unacknowledged),),
            persons=self._days(stay),
            source=self._sources.cited(stay.event.id),
            standing=hidden,
        )

    def _time(self, stay: Stay) -> str:
        begun = when.describe(stay.begins, self._language)
        ended = when.describe(stay.ends, self._language) if stay.ends else self._spoken.gettext("no end on file")
        return f"{begun} — {ended}"

    def _kind(self, stay: Stay) -> str:
        kind = event_kinds().get(stay.event.kind)
        return label(kind, self._language) if kind else stay.event.kind

    def _days(self, stay: Stay) -> str:
        if stay.days is None or stay.days_exclusive is None:
            return self._spoken.gettext("not known")
        words = self._spoken.gettext("{inclusive}; without the last day {exclusive}")
        return words.format(inclusive=self._count(stay.days), exclusive=_range(stay.days_exclusive))

    def _break(self, one: Break, numbers: dict[str, int]) -> str:
        both = {"first": numbers[one.before.event.id], "second": numbers[one.after.event.id]}
        if one.is_overlap:
            certain = self._spoken.gettext("Overlap of {first} and {second}: {days}")
            possible = self._spoken.gettext("Possible overlap of {first} and {second}: {days}")
        else:
            certain = self._spoken.gettext("Gap between {first} and {second}: nothing on file for {days}")
            possible = self._spoken.gettext("Possible gap between {first} and {second}: up to {days}")
        return (certain if one.is_certain else possible).format(days=self._count(one.days), **both)

    def _totals(self, custody: Custody) -> Iterator[ChronologySpan]:
        if custody.total is not None and custody.total_exclusive is not None:
            words = self._spoken.gettext("Total: {inclusive}; without the last day of each run {exclusive}")
            if custody.is_running:
                words = self._spoken.gettext("So far: {inclusive}; without the last day of each run {exclusive}")
            counted = {"inclusive": self._count(custody.total), "exclusive": _range(custody.total_exclusive)}
            yield self._total(words.format(**counted))
        if custody.unacknowledged is not None:
            words = self._spoken.gettext("Of these not acknowledged by the authorities: {days}")
            yield self._total(words.format(days=self._count(custody.unacknowledged)))

    def _count(self, days: Days) -> str:
        return self._spoken.ngettext("{days} day", "{days} days", days[1]).format(days=_range(days))

    def _span(self, words: str) -> ChronologySpan:
        return ChronologySpan((Text(words, bold=True),))

    def _total(self, words: str) -> ChronologySpan:
        return ChronologySpan((Text(words, bold=True),), closes=True)


def _range(days: Days) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]}–{days[1]}"
