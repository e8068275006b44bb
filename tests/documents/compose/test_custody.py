"""The statement of custody of a brief: every stay with its days, gaps, overlaps and what nobody acknowledged."""

import pytest

from db.case_file import CaseFile
from db.rows import CaseRow, EventRow, ParticipationRow, PersonRow, PlaceRow
from db.types import Name, Protection
from desktop.documents.compose import BriefRequest, compose
from desktop.documents.tables import ChronologyRow, ChronologySpan, ChronologyTable
from desktop.logic import when

ALMATY = "Asia/Almaty"
EVENTS = (
    ("detention", "2022-01-05T20:00", "2022-01-07T10:00", "l1"),
    ("custody", "2022-01-10", "2022-02-20", "l2"),
    ("custody", "2022-02-01", "2022-02-10", "l3"),
    ("custody", "2022-03-01T10:00", "", "l2"),
)


def event(number: int, kind: str, begins: str, ends: str, place: str) -> EventRow:
    """An event at Almaty; nobody acknowledges a detention."""
    begun, until = when.parse(begins, ALMATY), when.parse(ends, ALMATY) if ends else None
    fields = {"acknowledged": False} if kind == "detention" else {}
    return EventRow(f"e{number}", "c", kind, when=begun, until=until, place_id=place, fields=fields)


def statement(language: str, person: PersonRow) -> list[ChronologyRow | ChronologySpan]:
    """The rows of the statement of custody in the chronology of a case of one person."""
    events = [event(number, *one) for number, one in enumerate(EVENTS, 1)]
    parts = [ParticipationRow(f"r{one.id}", one.id, "detainee", "p") for one in events]
    places = [PlaceRow(f"l{n}", names=(Name(f"Prison {n}", "en"),)) for n in range(1, 4)]
    file = CaseFile(CaseRow("c", "R", "T"), persons=[person], events=events, participations=parts, places=places)
    request = BriefRequest("chronology", language, when.parse("2022-03-10", ALMATY))
    tables = [block for block in compose(file, request).brief.blocks if isinstance(block, ChronologyTable)]
    return list(tables[1].rows)


def words(rows: list[ChronologyRow | ChronologySpan]) -> str:
    """Everything the rows say."""
    return "\n".join(str(row) for row in rows)


def test_every_stay_stands_with_its_days_and_gaps_and_overlaps_between() -> None:
    rows = statement("en", PersonRow("p", names=(Name("Kalas", "en"),)))
    said = words(rows)

    assert [row.number for row in rows if isinstance(row, ChronologyRow)] == ["1", "2", "3", "4"]
    for part in (
        "Kalas", "3 days; without the last day 2", "Gap between 1 and 2", "Overlap of 2 and 3", "no end on file",
        "Gap between 2 and 4", "Not acknowledged by the authorities", "So far: 55 days; without the last day",
        "Of these not acknowledged by the authorities: 3 days", "Prison 3",
    ):  # fmt: skip
        assert part in said


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_statement_is_told_in_the_language_of_the_brief(language: str) -> None:
    said = words(statement(language, PersonRow("p", names=(Name("Калас", language),))))
    assert "Калас" in said
    assert "detention" not in said


def test_a_protected_person_is_shown_as_they_may_be() -> None:
    person = PersonRow("p", names=(Name("Kalas", "en"),), protected=Protection.PSEUDONYM, pseudonym="Witness A")
    said = words(statement("en", person))
    assert "Witness A" in said
    assert "Kalas" not in said


def test_where_nobody_was_held_there_is_no_statement() -> None:
    file = CaseFile(CaseRow("c", "R", "T"), persons=[PersonRow("p")])
    brief = compose(file, BriefRequest("chronology", "en", when.parse("2022-03-10", ALMATY))).brief
    assert not any(getattr(block, "id", "") == "custody" for block in brief.blocks)
