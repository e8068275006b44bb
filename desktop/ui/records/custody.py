"""The statement of custody of a person: every stay with its days, what is missing between, what overlaps, the total."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from db.queries.stays import file_of_person
from db.rows import PlaceRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import _, ngettext
from desktop.logic.custody import Break, Custody, Stay, custody_of
from desktop.ui import labels, markup, times
from desktop.ui.markup import Markup


@dataclass(frozen=True, slots=True)
class CustodyView:
    """The chain of stays, and the places it names by id."""

    custody: Custody
    places: Mapping[str, PlaceRow] = field(default_factory=dict[str, PlaceRow])


def read_custody(session: Session, case_id: str, person_id: str, now: int) -> CustodyView | None:
    """Work the custody out; ``None`` for who was never held. ``now`` is in Unix seconds."""
    file = file_of_person(session, case_id, person_id)
    custody = custody_of(file, person_id, now)
    return CustodyView(custody, {place.id: place for place in file.places}) if custody.stays else None


def compose_custody(view: CustodyView | None) -> Markup:
    """The section of the sheet."""
    if view is None:
        return markup.NOTHING
    custody = view.custody
    after = {one.before.event.id: one for one in custody.breaks}
    lines: list[tuple[str, Markup]] = []
    for stay in custody.stays:
        lines.append((times.told_short(stay.begins) or "—", _stay(view, stay)))
        if stay.event.id in after:
            lines.append(("", _break(after[stay.event.id])))
    lines.append((_("Total"), markup.bold(_total(custody))))
    return Markup(markup.heading(_("Custody")) + markup.facts(lines))


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


def _break(one: Break) -> Markup:
    if one.is_overlap:
        certain, possible = _("Overlaps with the next: {days}"), _("May overlap with the next: {days}")
    else:
        certain, possible = _("Nothing on file for {days}"), _("Perhaps nothing on file for {days}")
    words = certain if one.is_certain else possible
    return markup.coloured(words.format(days=_count(one.days)), "danger" if one.is_certain else "warning")


def _total(custody: Custody) -> str:
    if custody.total is None:
        return _("days not known")
    counted = _count(custody.total)
    return _("{days} so far").format(days=counted) if custody.is_running else counted


def _count(days: tuple[int, int]) -> str:
    """A number of days, or the least and the most."""
    return ngettext("{days} day", "{days} days", days[1]).format(days=_range(days))


def _range(days: tuple[int, int]) -> str:
    return str(days[0]) if days[0] == days[1] else f"{days[0]}–{days[1]}"
