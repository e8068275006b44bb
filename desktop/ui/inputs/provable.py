"""Where a picker looks for what a passage can prove: events, injuries and issues of a case."""

from functools import partial

from db.queries import injuries, issues
from db.types import Kind
from db.vault import Session
from desktop.logic import names
from desktop.ui import labels
from desktop.ui.body.words import called, remarks
from desktop.ui.inputs.finders import MOST, events_of
from desktop.ui.inputs.picker import Candidate, Search
from desktop.ui.issue_words import issue_basis, issue_title


def provable_in(case_id: str) -> Search:
    """Looks among the events, injuries and issues of a case."""
    return partial(_find, case_id)


def _find(case_id: str, text: str, session: Session) -> list[Candidate]:
    sought = names.fold(text)
    found = list(events_of(case_id)(text, session))[:MOST]
    for line in injuries.of_case(session, case_id):
        words = called(line.injury)
        if sought in names.fold(f"{words} {line.injury.text or ''}"):
            detail = labels.joined([labels.member(line.person), remarks(line.injury)])
            found.append(Candidate(Kind.INJURY, line.injury.id, words[:1].upper() + words[1:], detail))
    for one in issues.tree_of(session, case_id):
        title = issue_title(one.issue)
        if sought in names.fold(f"{title} {one.issue.text or ''}"):
            person = labels.member(one.person) if one.person else ""
            found.append(Candidate(Kind.ISSUE, one.issue.id, title, labels.joined([issue_basis(one.issue), person])))
    return found[: 3 * MOST]
