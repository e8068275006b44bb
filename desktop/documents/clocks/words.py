"""The words a deadline is told with, in one language, at the wall clock of its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from db.types import When
from desktop.documents.clocks.acts import act_name
from desktop.i18n import catalogue
from desktop.logic.clocks.facts import Span
from desktop.logic.clocks.rule import Anchor, Basis, Length, Unit
from desktop.logic.when import describe, parse, to_local
from resources.vocabularies import Term, event_kinds, fields, label, vocabulary

_DAY_STARTS = "T00:00:00"
_DAY_ENDS = "T23:59:59"
_MINUTES = 16  # characters of ISO 8601 up to the minute
_DAYS = 10  # up to the day


@dataclass(frozen=True, slots=True)
class Words:
    """Tells the parts of a sentence; ``zone`` is the wall clock every time is read at."""

    language: str
    zone: str

    def gettext(self, text: str) -> str:
        """A sentence in this language."""
        return catalogue(self.language).gettext(text)

    def moment(self, at: int | None) -> str:
        """A moment to the minute; the last second of a day is its 24:00."""
        if at is None:
            return self.gettext("unknown")
        local = to_local(at, self.zone)
        if local[_DAYS:].startswith(_DAY_ENDS):
            day = describe(parse(local[:_DAYS], self.zone), self.language)
            return self.gettext("24:00 on {day}").format(day=day)
        return describe(parse(_unambiguous(local), self.zone), self.language)

    def span(self, span: Span) -> str:
        """A moment, or the first and the last it can be."""
        if span.earliest == span.latest:
            return self.moment(span.earliest)
        days = self._whole_days(span)
        if days and days[0] == days[1]:
            return days[0]
        first, last = days or (self.moment(span.earliest), self.moment(span.latest))
        return self.gettext("some time from {first} to {last}").format(first=first, last=last)

    def day(self, day: date) -> str:
        """A day of the calendar."""
        return describe(When(day.isoformat(), self.zone, None, None), self.language)

    def length(self, length: Length) -> str:
        """``48 hours``, ``15 day-periods``."""
        count = length.quantity
        spoken = catalogue(self.language)
        return {
            Unit.HOUR: spoken.ngettext("{count} hour", "{count} hours", count),
            Unit.IMMEDIATE: spoken.ngettext("{count} hour", "{count} hours", count),
            Unit.SUTKI: spoken.ngettext("{count} day-period", "{count} day-periods", count),
            Unit.CALENDAR_DAY: spoken.ngettext("{count} calendar day", "{count} calendar days", count),
            Unit.WORKING_DAY: spoken.ngettext("{count} working day", "{count} working days", count),
            Unit.MONTH: spoken.ngettext("{count} month", "{count} months", count),
            Unit.YEAR: spoken.ngettext("{count} year", "{count} years", count),
        }[length.unit].format(count=count)

    def anchor(self, anchor: Anchor) -> str:
        """Which moment of the trigger counts."""
        return {
            Anchor.ACTUAL: self.gettext("the actual moment"),
            Anchor.RECORDED: self.gettext("the moment on record"),
            Anchor.SERVED: self.gettext("when the copy was served"),
            Anchor.ANNOUNCED: self.gettext("when it was announced"),
            Anchor.RECEIVED: self.gettext("when it was received"),
        }[anchor]

    def basis(self, basis: Basis) -> str:
        """Where the law says so."""
        pattern = (
            self.gettext("{act}, article {article}, part {part}")
            if basis.part
            else self.gettext("{act}, article {article}")
        )
        act = act_name(basis.act, self.language)
        return pattern.format(act=act, article=basis.article, part=basis.part) if basis.article else act

    def kind(self, kind: str) -> str:
        """A kind of event; one the vocabulary does not know as it is written."""
        return _labelled(event_kinds().get(kind), kind, self.language)

    def field(self, name: str) -> str:
        """A field of an event."""
        if name == "until":
            return self.gettext("End")
        return _labelled(fields().get(name), name, self.language)

    def term(self, name: str, term: str) -> str:
        """A term of a vocabulary."""
        return _labelled(vocabulary(name).get(term), term, self.language)

    def pick(self, words: Mapping[str, str]) -> str:
        """What a rule says in three languages, in this one; English where it has no other."""
        return words.get(self.language.split("-", maxsplit=1)[0]) or words.get("en", "")

    def _whole_days(self, span: Span) -> tuple[str, str] | None:
        """The days it covers, where it covers whole ones."""
        if span.earliest is None or span.latest is None:
            return None
        first, last = to_local(span.earliest, self.zone), to_local(span.latest, self.zone)
        if not first[_DAYS:].startswith(_DAY_STARTS) or not last[_DAYS:].startswith(_DAY_ENDS):
            return None
        return self.day(date.fromisoformat(first[:_DAYS])), self.day(date.fromisoformat(last[:_DAYS]))


def value_words(name: str, value: object, words: Words) -> str:
    """What a field of an event says: a term of its vocabulary by its label."""
    drawn = fields()[name].vocabulary if name in fields() else None
    return words.term(drawn, str(value)) if drawn else str(value)


def _unambiguous(local: str) -> str:
    """ISO 8601 to the minute with its offset, so that an hour that came twice is told apart."""
    return local[:_MINUTES] + local[-6:]


def _labelled(term: Term | None, name: str, language: str) -> str:
    return label(term, language) if term else name
