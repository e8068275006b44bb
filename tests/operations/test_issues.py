"""Issues: ready-made trees in one step, order, branches in the trash, what bears on what."""

from dataclasses import replace

import pytest

from db.queries import issues
from db.queries.issues import Cell, IssueLine
from db.rows import CaseRow, CitationRow, DocumentRow, EventRow, InjuryRow, IssueFactRow, IssueRow, PersonRow
from db.types import Bearing, Kind, Name
from db.vault import Vault
from desktop.logic import when
from desktop.operations.cases import save_case
from desktop.operations.citations import save_citation
from desktop.operations.documents import save_document
from desktop.operations.events import save_event
from desktop.operations.history import redo_last, undo_last
from desktop.operations.issues import add_ready_issues, move_issue, set_bearing, trash_issue
from desktop.operations.members import save_member
from desktop.operations.records import save_record, set_issue_fact
from desktop.operations.trash import trash_record
from resources.issues import trees


@pytest.fixture
def case(vault: Vault) -> str:
    """A case with nothing in it."""
    return save_case(vault, CaseRow("", "KZ-1", "Case")).result


def tree(vault: Vault, case: str) -> list[IssueLine]:
    """The issues as they stand."""
    with vault.read() as session:
        return issues.tree_of(session, case)


def titles(vault: Vault, case: str) -> list[str]:
    """What they are called, each as far in as it lies deep."""
    return [f"{'  ' * line.depth}{line.issue.title}" for line in tree(vault, case)]


def event(vault: Vault, case: str, edtf: str, title: str) -> str:
    """An event."""
    moment = when.parse(edtf, "Asia/Almaty") if edtf else None
    return save_event(vault, EventRow("", case, "ill-treatment", when=moment, title=title), []).result


def letter(vault: Vault, case: str) -> str:
    """A document."""
    return save_document(vault, DocumentRow("", case, "Letter", kind="letter")).result


def cells(vault: Vault, case: str) -> dict[tuple[str, str], Cell]:
    """The matrix."""
    with vault.read() as session:
        return issues.cells_of(session, case)


def test_ready_made_issues_are_taken_up_in_one_step_for_each_person(vault: Vault, case: str) -> None:
    persons = [save_member(vault, PersonRow("", (Name(name),))).result for name in ("Азамат", "Мария")]
    done = add_ready_issues(vault, case, ["cat-1", "iccpr-14"], persons, "ru")

    lines = tree(vault, case)
    assert len(done.result) == 4
    assert [line.issue.person_id for line in lines if line.depth == 0] == [
        persons[0],
        persons[0],
        persons[1],
        persons[1],
    ]
    assert len(lines) == 2 * (len(trees()["cat-1"].elements) + len(trees()["iccpr-14"].elements))
    assert lines[0].issue.title == "Пытка"
    assert lines[1].issue.basis == "Конвенция против пыток, ст. 1, п. 1"

    undo_last(vault)
    assert tree(vault, case) == []
    redo_last(vault)
    assert len(tree(vault, case)) == len(lines)


def test_paragraphs_of_a_paragraph_lie_deeper(vault: Vault, case: str) -> None:
    add_ready_issues(vault, case, ["iccpr-14"], [], "en")

    depths = {line.issue.element: line.depth for line in tree(vault, case)}
    assert (depths["iccpr-14"], depths["iccpr-14-3"], depths["iccpr-14-3-g"]) == (0, 1, 2)


def test_an_issue_moves_among_those_beside_it_and_no_further(vault: Vault, case: str) -> None:
    ids = [save_record(vault, IssueRow("", case, title)).result for title in "abc"]

    move_issue(vault, case, ids[2], -1)
    assert titles(vault, case) == ["a", "c", "b"]
    move_issue(vault, case, ids[1], 1)
    assert titles(vault, case) == ["a", "c", "b"]
    undo_last(vault)
    assert titles(vault, case) == ["a", "b", "c"]


def test_a_branch_goes_to_the_trash_whole_and_comes_back_whole(vault: Vault, case: str) -> None:
    claim = add_ready_issues(vault, case, ["cat-1"], [], "en").result[0]
    before = titles(vault, case)

    trash_issue(vault, case, claim)
    assert titles(vault, case) == []
    undo_last(vault)
    assert titles(vault, case) == before


def test_a_bearing_is_set_changed_and_cleared_one_step_each(vault: Vault, case: str) -> None:
    issue = save_record(vault, IssueRow("", case, "Intent")).result
    beating = event(vault, case, "2022-01-06", "Beating")
    target = (Kind.EVENT, beating)

    set_bearing(vault, case, issue, target, "supports")
    fact = set_bearing(vault, case, issue, target, "contradicts").result
    assert fact
    assert cells(vault, case) == {(issue, beating): Cell("contradicts", fact, 0)}
    set_bearing(vault, case, issue, target, None)
    assert cells(vault, case) == {}
    for standing in ("contradicts", "supports"):
        undo_last(vault)
        assert [cell.bearing for cell in cells(vault, case).values()] == [standing]
    undo_last(vault)
    assert cells(vault, case) == {}
    assert not set_bearing(vault, case, issue, target, None).touched.kinds


def test_what_was_said_twice_is_said_once_after_it_is_set(vault: Vault, case: str) -> None:
    issue = save_record(vault, IssueRow("", case, "Intent")).result
    beating = event(vault, case, "2022-01-06", "Beating")
    for _time in range(2):
        set_issue_fact(vault, IssueFactRow("", issue, "event", beating), case)

    set_bearing(vault, case, issue, (Kind.EVENT, beating), "mentions")
    with vault.read() as session:
        assert [fact.bearing for fact in issues.facts_between(session, issue, beating)] == ["mentions"]


def test_cells_count_the_passages_behind_them(vault: Vault, case: str) -> None:
    issue = save_record(vault, IssueRow("", case, "Severe pain")).result
    beating, document = event(vault, case, "2022-01-06", "Beating"), letter(vault, case)
    about_event = CitationRow("", document, "event", beating, page="2")
    for page in "23":
        save_citation(vault, replace(about_event, page=page), case)
    set_bearing(vault, case, issue, (Kind.EVENT, beating), "supports")

    found = cells(vault, case)
    assert found[issue, beating].passages == 2
    assert found[issue, document] == Cell(None, passages=2)  # through the event it is quoted for

    save_citation(vault, CitationRow("", document, "issue", issue, bearing="contradicts"), case)
    assert cells(vault, case)[issue, document] == Cell("contradicts", passages=3)


def test_a_passage_about_the_issue_itself_is_evidence(vault: Vault, case: str) -> None:
    issue = save_record(vault, IssueRow("", case, "Severe pain")).result
    assert tree(vault, case)[0].count(Bearing.SUPPORTS) == 0

    save_citation(vault, CitationRow("", letter(vault, case), "issue", issue), case)
    assert tree(vault, case)[0].count(Bearing.SUPPORTS) == 1


def test_columns_come_by_pages_events_in_time_then_injuries_then_documents(vault: Vault, case: str) -> None:
    late, undated = event(vault, case, "2022-02", "Late"), event(vault, case, "", "Some day")
    early = event(vault, case, "2021", "Early")
    person = save_member(vault, PersonRow("", (Name("A"),))).result
    hurt = save_record(vault, InjuryRow("", case, person, text="Bruise")).result
    document = letter(vault, case)

    seen: list[str] = []
    key = None
    with vault.read() as session:
        while page := issues.targets(session, case, after=key, limit=2):
            seen += [row.id for row in page.rows]
            key = page.next_key
            if key is None:
                break
        only = issues.targets(session, case, only=[document, early])
        named = issues.targets(session, case, text="lat")
    assert seen == [early, late, undated, hurt, document]
    assert [row.id for row in only.rows] == [early, document]
    assert [row.id for row in named.rows] == [late]


def test_what_lies_in_the_trash_proves_nothing(vault: Vault, case: str) -> None:
    issue = save_record(vault, IssueRow("", case, "Severe pain")).result
    beating, document = event(vault, case, "2022-01-06", "Beating"), letter(vault, case)
    set_bearing(vault, case, issue, (Kind.EVENT, beating), "supports")
    save_citation(vault, CitationRow("", document, "event", beating), case)
    assert len(cells(vault, case)) == 2

    trash_record(vault, Kind.DOCUMENT, document, case_id=case)
    assert list(cells(vault, case)) == [(issue, beating)]
    trash_record(vault, Kind.EVENT, beating, case_id=case)
    assert cells(vault, case) == {}
    assert tree(vault, case)[0].count(Bearing.SUPPORTS) == 0
