"""Events: record what happened and who took part, and link one event to another."""

from collections.abc import Sequence
from dataclasses import replace

from db.change import Change
from db.queries.timeline import beginning_with, line
from db.rows import EventLinkRow, EventRow, ParticipationRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Done, Touched
from desktop.operations.checks import check_event, check_link
from desktop.operations.texts import cleaned_row

_EVENT = frozenset({Kind.EVENT, Kind.PARTICIPATION, Kind.MEMBERSHIP})


def save_event(vault: Vault, row: EventRow, participations: Sequence[ParticipationRow]) -> Done[str]:
    """Write an event with all its participants in one step; returns its id.

    Participations without an id are new; those of the event that are not given are taken out. Whoever and wherever the
    event names is put on file in the case.
    """
    row, participations = cleaned_row(row), [cleaned_row(one) for one in participations]
    check_event(row, participations)
    with vault.change("edit-event" if row.id else "add-event") as change:
        event = change.put(row)
        _write_participations(change, event, participations)
        change.enroll(row.case_id, Kind.PLACE, [row.place_id or "", row.until_place_id or ""])
        change.enroll(row.case_id, Kind.PERSON, [one.person_id or "" for one in participations])
        change.enroll(row.case_id, Kind.ORGANISATION, [one.organisation_id or "" for one in participations])
    return Done(event, Touched(_EVENT, row.case_id))


def _write_participations(change: Change, event: str, participations: Sequence[ParticipationRow]) -> None:
    standing = line(change.session, event)
    kept = {one.id for one in participations}
    for one in standing.participants if standing else ():
        if one.participation.id not in kept:
            change.remove(Kind.PARTICIPATION, one.participation.id)
    for one in participations:
        change.put(replace(one, event_id=event))


def move_event(vault: Vault, event: str, step: int) -> Done[bool]:
    """Put an event before (``step`` -1) or after (1) its neighbour among those that begin at the same moment.

    Returns whether there was such a neighbour: between different moments the times alone decide.
    """
    with vault.change("order-events") as change:
        rows = beginning_with(change.session, event)
        place = next(number for number, row in enumerate(rows) if row.id == event)
        target = place + step
        is_possible = 0 <= target < len(rows)
        if is_possible:
            rows.insert(target, rows.pop(place))
            for position, row in enumerate(rows):
                if row.position != position:
                    change.put(replace(row, position=position))
    return Done(is_possible, Touched(frozenset({Kind.EVENT}), rows[0].case_id))


def link_events(vault: Vault, row: EventLinkRow, case_id: str) -> Done[str]:
    """Say how one event bears on another; returns the link's id."""
    check_link(row)
    with vault.change("link-events") as change:
        link = change.put(row)
    return Done(link, Touched(frozenset({Kind.EVENT_LINK}), case_id))


def unlink_events(vault: Vault, link: str, case_id: str) -> Done[None]:
    """Take a link between two events back."""
    with vault.change("unlink-events") as change:
        change.remove(Kind.EVENT_LINK, link)
    return Done(None, Touched(frozenset({Kind.EVENT_LINK}), case_id))
