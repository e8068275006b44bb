"""One event told of several persons: a copy for each, with their own role, in one step."""

from collections.abc import Sequence
from dataclasses import replace

from db.errors import RecordMissing
from db.queries.documents import passages_on
from db.queries.timeline import line
from db.rows import ParticipationRow
from db.types import Kind
from db.vault import Vault
from desktop.operations import Done, Touched
from desktop.operations.checks import check_event

_TOUCHED = frozenset({Kind.EVENT, Kind.PARTICIPATION, Kind.MEMBERSHIP, Kind.CITATION})


def copy_event(vault: Vault, event: str, persons: Sequence[tuple[str, str]]) -> Done[list[str]]:
    """Copy an event for each of ``persons`` (id and role), with its sources; returns the ids of the copies.

    In each copy the person stands in place of the first one of the event; whoever else took part stays.
    """
    with vault.change("copy-event") as change:
        shown = line(change.session, event)
        if shown is None:
            raise RecordMissing(Kind.EVENT.value, event)
        first = next((one.participation.id for one in shown.participants if one.person), "")
        others = [one.participation for one in shown.participants if one.participation.id != first]
        passages = [passage.citation for passage in passages_on(change.session, event)]
        made: list[str] = []
        for person, role in persons:
            row = replace(shown.event, id="")
            parts = [ParticipationRow(id="", event_id="", role=role, person_id=person)]
            parts += [replace(one, id="") for one in others if one.person_id != person]
            check_event(row, [replace(one, event_id="") for one in parts])
            copy = change.put(row)
            for one in parts:
                change.put(replace(one, event_id=copy))
            for citation in passages:
                change.put(replace(citation, id="", target_id=copy))
            made.append(copy)
        change.enroll(shown.event.case_id, Kind.PERSON, [person for person, _role in persons])
    return Done(made, Touched(_TOUCHED, shown.event.case_id))
