"""A record that holds the words, with the case it is opened in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db import search
from db.queries import cases, members
from db.search import Hit
from db.types import Kind
from db.vault import Session
from desktop.i18n import _
from desktop.ui import labels

MARKS = str.maketrans("", "", "\x02\x03")  # what the index puts round the words it found


@dataclass(frozen=True, slots=True)
class Found:
    """One record in one case; ``passage`` is the text around the words."""

    kind: Kind
    record: str
    case_id: str
    case_ref: str
    title: str
    passage: str

    @property
    def id(self) -> str:
        """The record and the case it is found in."""
        return f"{self.record}:{self.case_id}"


def found_in(session: Session, text: str, limit: int) -> Sequence[Found]:
    """What holds every word of ``text``, best first; a person on file in two cases is found in both."""
    hits = search.find(session.connection(), text, limit=limit)
    refs: dict[str, str] = {}
    unique = {found.id: found for hit in reversed(hits) for found in _in_cases(session, hit, refs)}
    return list(reversed(unique.values()))


def _in_cases(session: Session, hit: Hit, refs: dict[str, str]) -> Iterator[Found]:
    kind = Kind(hit.record_kind)
    for case_id in [hit.case_id] if hit.case_id else members.cases_of(session, hit.record_id):
        if case_id not in refs:
            refs[case_id] = cases.find(session, case_id).ref
        passage = " ".join(hit.snippet.translate(MARKS).split())
        title = hit.title.replace("\n", " · ") or labels.kind_name(kind)
        if hit.page:
            title = _("{title}, page {page}").format(title=title, page=hit.page)
        yield Found(kind, hit.record_id, case_id, refs[case_id], title, passage)
