"""The facts of a case as rows of a chronology, numbered paragraphs of a narrative, and lists of parties and charges."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from db.case_file import CaseFile
from db.rows import EventRow, ParticipationRow
from desktop.documents.blocks import ListItem, Paragraph
from desktop.documents.compose.people import Cast
from desktop.documents.compose.sources import Sources
from desktop.documents.compose.template import Template
from desktop.documents.runs import Content, Run, Text
from desktop.documents.tables import ChronologyColumn, ChronologyRow, ChronologyTable
from desktop.logic import when
from resources.vocabularies import event_kinds, label

_PLAIN_STANDINGS = frozenset({None, "undisputed"})


class Facts:
    """The events of a case in time, with whoever took part."""

    def __init__(self, file: CaseFile, template: Template, cast: Cast, sources: Sources) -> None:
        self._file = file
        self._template = template
        self._cast = cast
        self._sources = sources
        self._events = sorted(file.events, key=_in_time)
        self._participants: dict[str, list[ParticipationRow]] = defaultdict(list)
        for one in file.participations:
            self._participants[one.event_id].append(one)

    def chronology(self) -> ChronologyTable:
        """Every event as a numbered row."""
        columns = tuple(ChronologyColumn(field, title) for field, title in self._template.chronology_columns)
        return ChronologyTable(columns, tuple(self._row(place, event) for place, event in enumerate(self._events, 1)))

    def narrative(self, first: int) -> Iterator[Paragraph]:
        """Every event as a paragraph with its sources in footnotes, numbered from ``first``."""
        for number, event in enumerate(self._events, start=first):
            lead = ", ".join(part for part in (self._time(event), self._place(event)) if part)
            runs: list[Run] = [Text(f"{_as_sentence(lead)} ", bold=True)]
            runs.append(Text(" ".join(_as_sentence(part) for part in (self._title(event), event.text) if part)))
            standing = self._standing(event)
            if standing:
                runs.append(Text(f" ({standing})", italic=True))
            yield Paragraph((*runs, *self._sources.noted(event.id)), number, event.id)

    def parties(self) -> Iterator[ListItem]:
        """The parties, each with every role."""
        roles: dict[str, list[str]] = defaultdict(list)
        for party in self._file.parties:
            roles[self._cast.acting(party)].append(self._cast.role(party.role))
        for name, held in roles.items():
            yield ListItem((Text(name, bold=True), Text(f": {', '.join(dict.fromkeys(held))}")))

    def charges(self) -> Iterator[ListItem]:
        """The charges: against whom, under which article, with which outcome, on what source."""
        for charge in self._file.charges:
            article = " ".join(part for part in (charge.article, charge.part) if part)
            outcome = self._cast.term("charge-outcomes", charge.outcome) if charge.outcome else ""
            said = "; ".join(part for part in (article, charge.text, outcome) if part)
            person = Text(self._cast.person(charge.person_id), bold=True)
            yield ListItem((person, Text(f": {said}"), *self._sources.noted(charge.id)))

    def _row(self, place: int, event: EventRow) -> ChronologyRow:
        runs: list[Run] = [Text(self._title(event), bold=True)]
        if event.text:
            runs.append(Text(f"\n{event.text}"))
        return ChronologyRow(
            number=str(place),
            when=self._time(event),
            place=self._place(event),
            event=tuple(runs),
            persons=self._persons(self._participants[event.id]),
            source=self._sources.cited(event.id),
            standing=self._standing(event),
            id=event.id,
        )

    def _title(self, event: EventRow) -> str:
        if event.title:
            return event.title
        kind = event_kinds().get(event.kind)
        return label(kind, self._cast.language) if kind else event.kind

    def _time(self, event: EventRow) -> str:
        if event.when is None and event.until is None:
            return self._template.words["undated"]
        begun = when.describe(event.when, self._cast.language) if event.when else "…"
        return f"{begun} — {when.describe(event.until, self._cast.language)}" if event.until else begun

    def _place(self, event: EventRow) -> str:
        ends = (self._cast.place(event.place_id), self._cast.place(event.until_place_id))
        return " → ".join(end for end in ends if end)

    def _persons(self, participants: Sequence[ParticipationRow]) -> Content:
        """A line for each role: the role, then everyone in it."""
        acting: dict[str, list[str]] = defaultdict(list)
        for one in participants:
            acting[one.role].append(self._cast.acting(one))
        runs: list[Run] = []
        for role, names in acting.items():
            start = "\n" if runs else ""
            runs += [Text(f"{start}{self._cast.role(role)}: ", italic=True), Text("; ".join(names))]
        return tuple(runs)

    def _standing(self, event: EventRow) -> str:
        said: list[str] = []
        if event.standing not in _PLAIN_STANDINGS:
            said.append(self._cast.term("standings", event.standing or ""))
        if event.certainty and event.certainty != "confirmed":
            said.append(self._cast.term("certainties", event.certainty))
        return ", ".join(said)


def _in_time(event: EventRow) -> tuple[object, ...]:
    return (*when.sort_key(event.when), event.position or 0, event.id)


def _as_sentence(text: str) -> str:
    """With a capital at the beginning and an end mark."""
    begun = text[:1].upper() + text[1:]
    return begun if begun.endswith((".", "!", "?", "…", ".»", ".”", '."')) else f"{begun}."
