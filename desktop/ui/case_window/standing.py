"""Who is in custody now and since how many hours, and which clock is next: the second line in the head of a case."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.case_file import CaseFile
from db.rows import PersonRow, PlaceRow
from db.types import When
from db.vault import Session
from desktop.i18n import _, ngettext
from desktop.logic.clocks import Deadline
from desktop.logic.clocks.deadline import Status
from desktop.logic.clocks.rule import Side, Unit
from desktop.logic.custody import Stay, custody_of, held_persons
from desktop.operations.deadlines import CaseClocks
from desktop.operations.reckonings import Reckonings
from desktop.ui import labels, markup, times
from desktop.ui.deadlines import lines
from desktop.ui.deadlines.lines import DeadlineLine
from desktop.ui.deadlines.telling import OTHER
from desktop.ui.markup import Markup

MOST = 3  # persons named one by one
HOUR, DAY = 3600, 86400  # seconds
HOURS_UP_TO = 10 * DAY  # a longer stay is told in days
_SHORTEST = 24  # hours; shorter limits are about papers, not about the person's liberty


@dataclass(frozen=True, slots=True)
class Held:
    """A person in custody, the stay that runs, and the hour limit of it that ends next or ended last."""

    person: PersonRow
    stay: Stay
    place: PlaceRow | None
    limit: Deadline | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand in a case at a moment."""

    held: Sequence[Held] = ()
    next: DeadlineLine | None = None


def read_standing(reckonings: Reckonings, case_id: str, now: int, session: Session) -> Standing:
    """Reckon it; ``now`` is in Unix seconds."""
    found = reckonings.clocks_of(session, case_id, now)
    coming = [
        line
        for line in lines.lines_of(found)
        if line.deadline.status is Status.OPEN and (line.deadline.cautious or 0) >= now
    ]
    return Standing(_held(found, now), min(coming, key=lines.due_rank, default=None))


def compose(standing: Standing, now: int) -> Markup:
    """The line; nothing where there is nothing to say. ``now`` is in Unix seconds."""
    parts = [_tell_held(one, now) for one in standing.held[:MOST]]
    if len(standing.held) > MOST:
        more = len(standing.held) - MOST
        words = ngettext("and {count} more in custody", "and {count} more in custody", more)
        parts.append(markup.quiet(words.format(count=more)))
    if standing.next:
        line = standing.next
        words = _("next: {title}, due {time}").format(title=lines.title(line), time=lines.due(line))
        parts.append(markup.link(OTHER, line.id, words))
    return markup.joined(parts)


def _held(found: CaseClocks, now: int) -> list[Held]:
    people = {person.id: person for person in found.file.persons}
    places = {place.id: place for place in found.file.places}
    held: list[Held] = []
    for name in held_persons(found.file):
        stay = _running(found.file, name, now)
        if stay is not None and not _is_dead(people[name], now):
            held.append(Held(people[name], stay, places.get(stay.place_id or ""), _limit(found, name, stay, now)))
    return held


def _running(file: CaseFile, person: str, now: int) -> Stay | None:
    """The last stay that began and did not end, as far as the file says."""
    stays = [stay for stay in custody_of(file, person, now).stays if (_first(stay.begins) or now) <= now]
    running = [stay for stay in stays if stay.ends is None or (_first(stay.ends) or 0) > now]
    return running[-1] if running else None


def _is_dead(person: PersonRow, now: int) -> bool:
    return person.deceased is not None and (_first(person.deceased) or 0) <= now


def _limit(found: CaseClocks, person: str, stay: Stay, now: int) -> Deadline | None:
    limits = [
        one
        for one in found.clocks.deadlines
        if one.person == person and one.event == stay.event.id and one.rule.side is Side.THEIRS
        and one.rule.unit is Unit.HOUR and one.rule.quantity >= _SHORTEST and one.cautious is not None
    ]  # fmt: skip
    ahead = [one for one in limits if (one.cautious or 0) > now]
    return min(ahead, key=_cautious) if ahead else max(limits, key=_cautious, default=None)


def _cautious(one: Deadline) -> int:
    return one.cautious or 0


def _first(moment: When) -> int | None:
    return moment.earliest if moment.earliest is not None else moment.latest


def _tell_held(one: Held, now: int) -> Markup:
    where = labels.member(one.place) if one.place else ""
    told = _("In custody: {name}").format(name=labels.member(one.person))
    parts = [markup.bold(told), markup.plain(labels.joined((where, _since(one.stay, now))))]
    if one.limit is not None:
        due = lines.span_words(one.limit.due, one.limit.zone)
        hours = one.limit.rule.quantity
        is_past = (one.limit.cautious or 0) <= now
        words = (
            ngettext("{count} hour ended {time}", "{count} hours ended {time}", hours)
            if is_past
            else ngettext("{count} hour ends {time}", "{count} hours end {time}", hours)
        )
        parts.append(markup.coloured(words.format(count=hours, time=due), "danger" if is_past else "warning"))
    return markup.joined(parts)


def _since(stay: Stay, now: int) -> str:
    """How long it runs: hours and minutes at first, days later; by the latest it can have begun where uncertain."""
    begun = stay.begins.earliest
    if begun is None:
        return ""
    is_known = stay.begins.latest is not None and stay.begins.latest - begun < HOUR
    if is_known and now - begun <= HOURS_UP_TO:
        return _("{hours} h {minutes} min").format(hours=(now - begun) // HOUR, minutes=(now - begun) % HOUR // 60)
    return _("since {time}, no release on file").format(time=times.told_short(stay.begins))
