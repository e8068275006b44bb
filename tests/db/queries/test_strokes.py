"""What a drawing of time reads: every dated event in its order, batch by batch, with who takes part."""

from db.queries import timeline
from db.queries.timeline import Filter
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow, PlaceRow
from db.types import Kind, Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.events import save_event
from desktop.operations.members import save_member
from desktop.operations.trash import trash_record

ALMATY = "Asia/Almaty"


def write(vault: Vault, case: str, edtf: str, until: str = "", persons: tuple[str, ...] = (), place: str = "") -> str:
    """An event titled by its time."""
    row = EventRow(
        id="", case_id=case, kind="hearing", title=edtf or "undated", place_id=place or None,
        when=when.parse(edtf, ALMATY) if edtf else None, until=when.parse(until, ALMATY) if until else None,
    )  # fmt: skip
    parts = [ParticipationRow(id="", event_id="", person_id=person, role="witness") for person in persons]
    return save_event(vault, row, parts).result


def test_dated_events_come_in_time_in_batches_with_their_persons(vault: Vault) -> None:
    case = save_case(vault, CaseRow(id="", ref="KZ-1", title="Airport")).result
    one, other = (save_member(vault, PersonRow(id="", names=(Name(text, "en"),))).result for text in ("A", "B"))
    place = save_member(vault, PlaceRow(id="", names=(Name("Court", "en"),))).result
    write(vault, case, "")
    write(vault, case, "2022-03", persons=(one, other, one))
    write(vault, case, "../2022-01-05")
    stay = write(vault, case, "2022-01-09T10:00", "2022-01-12", (other,), place)
    gone = write(vault, case, "2022-01-07")
    trash_record(vault, Kind.EVENT, gone, case_id=case)

    with vault.read() as session:
        batches = list(timeline.strokes(session, case, batch=2))
        narrowed = [s.title for b in timeline.strokes(session, case, wanted=Filter(person_id=one)) for s in b]
        persons, places = timeline.drawn_members(session, [one, other], [place])

    early, lasting = batches[0]
    (month,) = batches[1]
    assert [early.title, lasting.title, month.title] == ["../2022-01-05", "2022-01-09T10:00", "2022-03"]
    assert (early.earliest, early.person_ids) == (None, ())
    assert (lasting.id, lasting.kind, lasting.place_id, lasting.person_ids) == (stay, "hearing", place, (other,))
    assert (lasting.edtf, lasting.until_edtf, lasting.zone) == ("2022-01-09T10:00", "2022-01-12", ALMATY)
    assert lasting.earliest == lasting.latest == when.parse("2022-01-09T10:00", ALMATY).earliest
    assert lasting.until_latest == when.parse("2022-01-12", ALMATY).latest
    assert month.person_ids == (one, other)
    assert narrowed == ["2022-03"]
    assert {row.id for row in persons} == {one, other}
    assert [row.id for row in places] == [place]
