"""How a person stands now, and their custody: every stay with its days, what is missing, what overlaps, the total."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from db.queries.stays import file_of_person
from db.rows import PlaceRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import _, ngettext
from desktop.logic.custody import Custody, custody_of
from desktop.logic.person_status import PersonStatus, Procedural, procedural_of, status_of
from desktop.logic.stays import Break, Days, Stay
from desktop.ui import labels, markup, times
from desktop.ui.markup import Markup


@dataclass(frozen=True, slots=True)
class CustodyView:
    """The chain of stays, and the places it names by id."""

    custody: Custody
    places: Mapping[str, PlaceRow] = field(default_factory=dict[str, PlaceRow])
    status: PersonStatus | None = None
    procedural: Sequence[Procedural] = ()


def read_custody(session: Session, case_id: str, person_id: str, now: int) -> CustodyView | None:
    """Work custody and status out; ``None`` where nothing on file says any. ``now`` is in Unix seconds."""
    file = file_of_person(session, case_id, person_id)
    custody, status = custody_of(file, person_id, now), status_of(file, person_id, now)
    procedural = procedural_of(file, person_id)
    if not (custody.stays or status or procedural):
        return None
    return CustodyView(custody, {place.id: place for place in file.places}, status, procedural)


def compose_custody(view: CustodyView | None) -> Markup:
    """The section of the sheet."""
    if view is None:
        return markup.NOTHING
    custody = view.custody
    lines: list[tuple[str, Markup]] = [(_("Now"), _now(view)), (_("Procedural status"), _procedural(view))]
    for stay in custody.stays:
        lines += [(_sign(one), _break(one)) for one in custody.breaks if one.after.event.id == stay.event.id]
        lines.append((times.told_short(stay.begins) or "—", _stay(view, stay)))
    if custody.stays:
        lines.append((_("Total"), markup.bold(_total(custody))))
    if custody.unacknowledged is not None:
        lines.append((_("Not acknowledged"), markup.coloured(_count(custody.unacknowledged), "danger")))
    return Markup(markup.heading(_("Custody and status")) + markup.facts(lines))


def _now(view: CustodyView) -> Markup:
    """Where the person is, since when, and the event that says so."""
    status = view.status
    if status is None:
        return markup.NOTHING
    place = view.places.get(status.place_id or "")
    since = times.told_short(status.since)
    words = labels.joined(
        [labels.member(place) if place else "", _("since {time}").format(time=since) if since else ""]
    )
    term = labels.term("person-statuses", status.term)
    told = markup.link(Kind.EVENT.value, status.event_id, term) if status.event_id else markup.bold(term)
    return markup.joined([told, markup.plain(words)])


def _procedural(view: CustodyView) -> Markup:
    """One after the other, the last of them in bold: it counts now."""
    told: list[Markup] = []
    for number, one in enumerate(view.procedural, 1):
        span = " – ".join(part for part in (times.told_short(one.since), times.told_short(one.until)) if part)
        term = labels.term("procedural-statuses", one.term)
        words = _("{status} ({time})").format(status=term, time=span) if span else term
        told.append(markup.bold(words) if number == len(view.procedural) else markup.plain(words))
    return markup.joined(told, " → ")


def _stay(view: CustodyView, stay: Stay) -> Markup:
    place = view.places.get(stay.place_id or "")
    until = times.told_short(stay.ends) if stay.ends else _("still held, as far as is known")
    parts = [
        markup.link(Kind.EVENT.value, stay.event.id, labels.event(stay.event)),
        markup.plain(labels.member(place) if place else _("place not known")),
        markup.plain(_("until {time}").format(time=until) if stay.ends else until),
        markup.bold(_days(stay)),
    ]
    if stay.is_unacknowledged:
        parts.append(markup.coloured(_("not acknowledged"), "danger"))
    return markup.joined(parts)


def _days(stay: Stay) -> str:
    if stay.days is None or stay.days_exclusive is None:
        return _("days not known")
    words = _("{inclusive} (without the last day {exclusive})")
    return words.format(inclusive=_count(stay.days), exclusive=_range(stay.days_exclusive))


def _sign(one: Break) -> str:
    """What stands beside a break, so that it is not its colour alone that tells it."""
    return _("Overlap") if one.is_overlap else _("Gap")


def _break(one: Break) -> Markup:
    if one.is_overlap:
        certain = _("Overlaps with “{event}”: {days}")
        possible = _("May overlap with “{event}”: {days}")
    else:
        certain, possible = _("Nothing on file for {days}"), _("Perhaps nothing on file for {days}")
    words = (certain if one.is_certain else possible).format(
        days=_count(one.days), event=labels.event(one.before.event)
    )
    return markup.coloured(f"⚠ {words}", "danger" if one.is_certain else "warning")


def _total(custody: Custody) -> str:
    if custody.total is None or custody.total_exclusive is None:
        return _("days not known")
    words = _("{inclusive} (without the last day {exclusive})")
    counted = words.format(inclusive=_count(custody.total), exclusive=_range(custody.total_exclusive))
    return _("{days} so far").format(days=counted) if custody.is_running else counted


def _count(days: Days) -> str:
    """A number of days, or the least and the most."""
    return ngettext("{days} day", "{days} days", days[1]).format(days=_range(days))


def _range(days: Days) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]}–{days[1]}"
