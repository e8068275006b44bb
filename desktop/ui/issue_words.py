"""Issues and what bears on them in words.

Ready-made issues are told in the language of the interface, as long as nobody worded them otherwise.
"""

from collections.abc import Mapping

from db.queries.issues import Cell, IssueLine, Target
from db.rows import DocumentRow, EventRow, IssueRow
from db.types import Bearing, Kind
from desktop import i18n
from desktop.i18n import _, ngettext
from desktop.ui import labels, times
from desktop.ui.body.words import called
from resources.issues import Element, elements


def issue_title(row: IssueRow) -> str:
    """What is to be proved."""
    known = _known(row)
    return _said(known.labels) if known and row.title in known.labels.values() else row.title


def issue_basis(row: IssueRow) -> str:
    """The law it rests on."""
    known = _known(row)
    return _said(known.bases) if known and row.basis in known.bases.values() else row.basis or ""


def line_title(line: IssueLine) -> str:
    """An issue in the tree: a claim with the person it concerns."""
    if line.depth == 0 and line.person:
        return f"{issue_title(line.issue)}: {labels.member(line.person)}"
    return issue_title(line.issue)


def is_empty(line: IssueLine) -> bool:
    """Whether an element has nothing in its support yet."""
    return not line.is_claim and line.count(Bearing.SUPPORTS) == 0


def tally(line: IssueLine) -> str:
    """How many records bear on an issue, in signs: supporting, contradicting, mentioning."""
    signs = {Bearing.SUPPORTS: "+", Bearing.CONTRADICTS: "−", Bearing.MENTIONS: "·"}
    return "  ".join(f"{sign}{line.count(one)}" for one, sign in signs.items() if line.count(one))


def tally_words(line: IssueLine) -> str:
    """The same in words."""
    told = [
        f"{labels.term('bearings', one.value)}: {line.count(one)}" for one in Bearing if line.count(one)
    ]  # fmt: skip
    return "; ".join(told) or _("nothing yet")


def cell_words(cell: Cell | None) -> str:
    """What a cell of the matrix says."""
    if cell is None:
        return _("nothing yet")
    passages = ngettext("{count} passage", "{count} passages", cell.passages).format(count=cell.passages)
    bearing = labels.term("bearings", cell.bearing) if cell.bearing else _("quoted for what bears on it")
    return labels.joined([bearing, passages if cell.passages else _("no passage quoted")])


def kind_of(target: Target) -> Kind:
    """The kind of a record that can bear on an issue."""
    if isinstance(target, EventRow):
        return Kind.EVENT
    return Kind.DOCUMENT if isinstance(target, DocumentRow) else Kind.INJURY


def target_title(target: Target) -> str:
    """What stands over a column."""
    if isinstance(target, EventRow):
        return labels.event(target)
    if isinstance(target, DocumentRow):
        return target.title
    words = called(target)
    return words[:1].upper() + words[1:]


def target_mark(target: Target) -> str:
    """The first line over a column: when it happened or was seen, the exhibit number or kind of a document."""
    if isinstance(target, EventRow):
        return times.told_short(target.when) or _("no date")
    if isinstance(target, DocumentRow):
        exhibit = _("Exhibit {number}").format(number=target.exhibit) if target.exhibit else ""
        return exhibit or labels.term("document-kinds", target.kind) or labels.kind_name(Kind.DOCUMENT)
    return times.told_short(target.observed) or labels.kind_name(Kind.INJURY)


def _known(row: IssueRow) -> Element | None:
    return elements().get(row.element or "")


def _said(words: Mapping[str, str]) -> str:
    return words.get(i18n.current().value) or words["en"]
