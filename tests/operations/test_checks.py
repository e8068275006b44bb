"""What an operation accepts an import accepts: no text that hides, no time that runs backwards, no ring."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from db.queries.records import fetch
from db.rows import (
    BriefRow,
    CaseRow,
    ChargeRow,
    CitationRow,
    DocumentRow,
    EventLinkRow,
    EventRow,
    OrganisationRow,
    ParticipationRow,
    PartyRow,
    PersonRow,
    PlaceRow,
)
from db.types import Name, When
from db.vault import Vault
from desktop.errors import InputFaults
from desktop.logic import when
from desktop.operations.briefs import save_brief
from desktop.operations.cases import save_case
from desktop.operations.citations import save_citation
from desktop.operations.documents import Intake, add_documents, save_document
from desktop.operations.events import link_events, save_event
from desktop.operations.exchange import export_case, import_case
from desktop.operations.members import save_charge, save_member, save_party
from tests.builders import new_vault

EARLY, LATE = (when.parse(text, "Asia/Almaty") for text in ("2022-01-05", "2022-01-09"))
HIDING = ["\x00", "\x1b", "\x7f", "\u202e", "\u2066", "\ud800"]
Draw = st.DrawFn


def places(refused: Callable[[], object]) -> set[str]:
    """The fields an operation finds fault with."""
    with pytest.raises(InputFaults) as raised:
        refused()
    return {fault.place for fault in raised.value.faults}


@pytest.mark.parametrize("letter", HIDING)
def test_a_character_that_hides_is_refused_at_its_field(vault: Vault, case_id: str, letter: str) -> None:
    text = f"a{letter}b"
    assert places(lambda: save_case(vault, CaseRow("", "R", "T", summary=text, tags=(text,)))) == {"summary", "tags"}
    assert places(lambda: save_member(vault, PersonRow("", (Name(text),), addresses=("A", text)))) == {
        "names", "addresses",
    }  # fmt: skip
    event = EventRow("", case_id, "detention", text=text, fields={"grounds": text})
    assert places(lambda: save_event(vault, event, [])) == {"text", "grounds"}
    assert places(lambda: save_brief(vault, BriefRow("", case_id, "statement", "en", sections={"facts": text}))) == {
        "sections"
    }
    assert places(lambda: save_document(vault, DocumentRow("", case_id, "T", author=text))) == {"author"}
    with vault.read() as session:
        assert fetch(session, CaseRow, case_id).title == "Almaty airport"


def test_a_time_that_runs_backwards_is_refused_at_its_end(vault: Vault, case_id: str) -> None:
    person = save_member(vault, PersonRow("", (Name("A"),))).result
    assert places(lambda: save_case(vault, CaseRow("", "R", "T", opened=LATE, closed=EARLY))) == {"closed"}
    assert places(lambda: save_member(vault, PersonRow("", (Name("A"),), born=LATE, deceased=EARLY))) == {"deceased"}
    party = PartyRow("", case_id, "client", person, from_=LATE, to=EARLY)
    assert places(lambda: save_party(vault, party)) == {"to"}
    assert places(lambda: save_charge(vault, ChargeRow("", case_id, person, "1", from_=LATE, to=EARLY))) == {"to"}
    assert places(lambda: save_event(vault, EventRow("", case_id, "other", LATE, EARLY), [])) == {"until"}


def test_what_the_schema_limits_is_refused_at_its_field(vault: Vault, case_id: str) -> None:
    assert places(lambda: save_member(vault, PlaceRow("", (Name("A"),), latitude=91, longitude=0))) == {"coordinates"}
    assert places(lambda: save_member(vault, PersonRow("", (Name("A"),), languages=("по-русски",)))) == {"languages"}
    assert places(lambda: save_case(vault, CaseRow("", "R", "T" * 2001))) == {"title"}
    no_such = When("tomorrow", "Asia/Almaty", None, None)
    assert places(lambda: save_member(vault, PersonRow("", (Name("A"),), born=no_such))) == {"born"}
    assert places(lambda: save_citation(vault, CitationRow("", "d", "case", case_id), case_id)) == {"target"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a\r\nb\rc", "a\nb\nc"), ("\ufeffa", "a"), ("a \n\t ", "a"), ("a\x0bb\x0cc", "a\nb\nc"), (" a  b", " a  b")],
)
def test_what_pasting_leaves_behind_is_taken_off(vault: Vault, case_id: str, typed: str, kept: str) -> None:
    case = save_case(vault, CaseRow("", "R", "T", summary=typed, tags=(f"{typed}.",))).result
    brief = save_brief(vault, BriefRow("", case_id, "statement", "en", sections={"facts": typed})).result
    person = save_member(vault, PersonRow("", (Name(f"{typed}"),), identity_documents=[{"number": typed}])).result
    with vault.read() as session:
        assert fetch(session, CaseRow, case).summary == kept
        assert fetch(session, BriefRow, brief).sections == {"facts": kept}
        assert fetch(session, PersonRow, person).names == (Name(kept),)
        assert fetch(session, PersonRow, person).identity_documents == [{"number": kept}]


def test_a_place_is_no_part_of_its_own_parts(vault: Vault, case_id: str) -> None:
    outer = save_member(vault, PlaceRow("", (Name("Prison"),))).result
    inner = save_member(vault, PlaceRow("", (Name("Cell"),), parent_id=outer)).result
    assert places(lambda: save_member(vault, PlaceRow(outer, (Name("Prison"),), parent_id=inner))) == {"parent_id"}
    paper = save_document(vault, DocumentRow("", case_id, "Original")).result
    copy = save_document(vault, DocumentRow("", case_id, "Copy", derived_from_id=paper)).result
    ring = DocumentRow(paper, case_id, "Original", derived_from_id=copy)
    assert places(lambda: save_document(vault, ring)) == {"derived_from"}


def test_a_file_whose_name_hides_something_is_taken_in_under_a_name_that_does_not(
    vault: Vault, case_id: str, tmp_path: Path
) -> None:
    file = tmp_path / "invoice\u202efdp.txt"
    file.write_text("text")
    (document,) = add_documents(vault, case_id, [file]).result
    with vault.read() as session:
        row = fetch(session, DocumentRow, document)
    assert (row.title, row.file_name) == ("invoice�fdp", "invoice�fdp.txt")
    assert places(lambda: add_documents(vault, case_id, [file], intake=Intake(title="a\x00"))) == {"title"}
    assert len(list(vault.store.blobs())) == 1


TEXT = st.text(st.sampled_from("абвёй\u0306 .\r\n\t\ufeff") | st.characters(), max_size=8)
TIMES = st.none() | st.sampled_from([EARLY, LATE, when.parse("2022", "Europe/Rome"), When("x", "Nowhere", 1, 0)])
TERMS = st.sampled_from(["client", "official", "police", "ivs", "other", "detention", "", "x y"])


def saved(vault: Vault, save: Callable[..., Any], row: Any, *more: Any) -> str:
    """The id of what was saved; empty when it was refused."""
    try:
        return save(vault, row, *more).result
    except InputFaults:
        return ""


def fill(draw: Draw, vault: Vault, case: str) -> None:
    """Save one record of each kind with whatever a user might give; some are refused."""
    words = st.lists(TEXT, max_size=2).map(tuple)
    names = st.lists(st.builds(Name, TEXT, st.none() | TEXT), max_size=2).map(tuple)
    person = PersonRow(
        "", draw(names), draw(TEXT), born=draw(TIMES), deceased=draw(TIMES), addresses=draw(words),
        languages=draw(st.sampled_from([(), ("ru",), ("по-русски",)])),
        identity_documents=[{"number": draw(TEXT), "issued": "2015-02"}],
    )  # fmt: skip
    who = saved(vault, save_member, person) or save_member(vault, PersonRow("", (Name("A"),))).result
    vault_place = PlaceRow(
        "", draw(names), "ivs", draw(TEXT), zone=draw(st.sampled_from([None, "Europe/Rome", "Mars"]))
    )
    place = saved(vault, save_member, vault_place) or None
    saved(vault, save_member, OrganisationRow("", draw(names), draw(TERMS)))
    saved(vault, save_party, PartyRow("", case, draw(TERMS), who, from_=draw(TIMES), to=draw(TIMES)))
    fields = st.fixed_dictionaries({"grounds": TEXT, "protocol_at": st.sampled_from(["2022-03-27T02:30", "soon"])})
    when, until = draw(TIMES), draw(TIMES)
    event = EventRow("", case, draw(TERMS), when, until, place, None, draw(TEXT), draw(TEXT), fields=draw(fields))
    part = ParticipationRow("", "", "witness", who, identified_how=draw(TEXT))
    happened = saved(vault, save_event, event, [part])
    known = save_event(vault, EventRow("", case, "other"), []).result
    saved(vault, link_events, EventLinkRow("", happened or known, known, "answers"), case)
    saved(vault, save_charge, ChargeRow("", case, who, draw(TEXT), draw(TEXT), draw(TEXT), draw(TIMES), draw(TIMES)))
    paper = saved(vault, save_document, DocumentRow("", case, draw(TEXT), dated=draw(TIMES), exhibit=draw(TEXT)))
    if paper:
        saved(vault, save_citation, CitationRow("", paper, "event", known, page=draw(TEXT), quote=draw(TEXT)), case)
    sections = st.dictionaries(st.sampled_from(["facts", "request"]), TEXT)
    saved(vault, save_brief, BriefRow("", case, "chronology", "ru", draw(st.none() | TEXT), draw(sections)))


@settings(max_examples=25, phases=[Phase.explicit, Phase.generate])  # to shrink a vault takes minutes
@given(st.data())
def test_whatever_is_accepted_goes_out_and_comes_back_the_same_to_the_byte(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        vault = new_vault(folder)
        jurisdiction = data.draw(st.sampled_from(["kz", "it", "atlantis"]))
        case = save_case(vault, CaseRow("", "R-1", "Case", jurisdiction=jurisdiction)).result
        more = CaseRow(case, "R-1", data.draw(TEXT), data.draw(TEXT), jurisdiction, opened=data.draw(TIMES))
        saved(vault, save_case, replace(more, tags=data.draw(st.lists(TEXT, max_size=3).map(tuple))))
        data.draw(st.composite(fill)(vault, case))
        export_case(vault, case, folder / "one")
        vault.close()
        (folder / "other").mkdir()
        other = new_vault(folder / "other")
        again = import_case(other, folder / "one").result.case_id
        export_case(other, again, folder / "two")
        other.close()
        assert (folder / "one" / "case.json").read_bytes() == (folder / "two" / "case.json").read_bytes()
