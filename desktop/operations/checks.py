"""What must hold of a record before it is written; every fault names its field.

Beside its own sentences each check asks what an import would say of the record: what it would refuse is not kept.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from db.change import Change
from db.queries.records import KINDS
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
from db.types import Kind
from desktop.documents.exchange.alone import record_faults
from desktop.documents.exchange.faults import Spot
from desktop.documents.exchange.proof_table import REMARKED
from desktop.documents.exchange.table import CITED
from desktop.errors import Fault, InputFaults
from desktop.i18n import _
from desktop.operations.times import WallClocks
from resources.vocabularies import event_kinds, vocabulary

_FIELDS = {  # where the name of a field is not that of the file's key
    **{(Kind.PARTY, key): "party" for key in ("person", "organisation")},
    **{(Kind.CITATION, kind.value): "target" for kind in CITED},
    **{(kind, "from"): "from_" for kind in (Kind.PARTY, Kind.CHARGE, Kind.RELATION)},
    **{(Kind.RELATION, key): "person" for key in ("person", "organisation")},
    **{(Kind.RELATION, key): "other" for key in ("other_person", "other_organisation")},
    **{(kind, target.value): "target" for kind in (Kind.TASK, Kind.NOTE) for target in REMARKED},
    (Kind.ISSUE, "parent"): "parent_id",
    **{(kind, "parent"): "parent_id" for kind in (Kind.ORGANISATION, Kind.PLACE)},
}


def require(faults: Iterable[Fault | None]) -> None:
    """Raise ``InputFaults`` with every fault there is."""
    found = [fault for fault in faults if fault is not None]
    if found:
        raise InputFaults(
            _("Some fields need attention."), found, _("Correct the marked fields; nothing was saved yet.")
        )


def check_case(row: CaseRow) -> None:
    """A case has a reference and a title, and closes after it opens."""
    check(row, (filled("ref", row.ref), filled("title", row.title)))


def check_named(row: PersonRow | OrganisationRow | PlaceRow) -> None:
    """A person has a name or, unidentified, a description; organisations and places have names."""
    is_named = any(name.text.strip() for name in row.names)
    described = row.description if isinstance(row, PersonRow) else None
    wanted = (
        _("Give a name, or a description of someone not yet identified.")
        if isinstance(row, PersonRow)
        else _("Give a name.")
    )
    blank = any(not name.text.strip() for name in row.names)
    check(
        row,
        (
            None if is_named or (described or "").strip() else Fault("names", wanted),
            Fault("names", _("One of the names is empty.")) if blank else None,
        ),
    )


def check_event(row: EventRow, participations: Sequence[ParticipationRow]) -> None:
    """An event has a known kind, does not end before it begins, and its participants are somebody in some role."""
    when, until = row.when, row.until
    is_reversed = (
        when is not None and until is not None and when.earliest is not None and until.latest is not None
        and until.latest < when.earliest
    )  # fmt: skip
    faults = (
        None if row.kind in event_kinds() else Fault("kind", _("Choose what kind of event this is.")),
        Fault("until", _("The end lies before the beginning.")) if is_reversed else None,
        *(_one_of("participants", one) for one in participations),
    )
    check(row, faults, participations)


def check_party(row: PartyRow) -> None:
    """A party is one person or organisation in a role."""
    check(row, (_one_of("party", row),))


def check_link(row: EventLinkRow) -> None:
    """A link joins two events."""
    is_ring = row.from_id == row.to_id
    check(row, (Fault("to", _("An event cannot be linked to itself.")) if is_ring else None,))


def check_charge(row: ChargeRow) -> None:
    """A charge names a person and an article or, where no source names one, what they are charged with."""
    check(row, (filled("person", row.person_id), filled("article", row.article or row.text)))


def check_document(row: DocumentRow) -> None:
    """A document has a title."""
    check(row, (filled("title", row.title),))


def check_citation(row: CitationRow) -> None:
    """A citation has a document, a target, at most one locator and a known bearing."""
    locators = [place for place in (row.page, row.paragraph, row.timecode) if place]
    check(
        row,
        (
            filled("document", row.document_id),
            filled("target", row.target_id if row.target_kind in CITED else None),
            Fault("page", _("Give a page, a paragraph or a time code, not several.")) if len(locators) > 1 else None,
            None if row.bearing in vocabulary("bearings") else Fault("bearing", _("Choose what the passage does.")),
        ),
    )


def check_brief(row: BriefRow) -> None:
    """A brief holds texts by the sections of its template."""
    check(row, ())


def check_tree(change: Change, kind: Kind, record: str, column: str) -> None:
    """No record is part of itself, however many others lie between: what ``column`` names never leads back."""
    seen: set[str] = set()
    above = getattr(change.record(kind, record), column)
    while above and above not in seen:
        if above == record:
            place = column.removesuffix("_id") if kind is Kind.DOCUMENT else column
            require((Fault(place, _("This leads back to the record itself.")),))
        seen.add(above)
        above = getattr(change.record(kind, above), column)


def check(row: Any, faults: Iterable[Fault | None], participations: Sequence[ParticipationRow] = ()) -> None:
    """Refuse a record for these faults, told in the kindest words; when there are none, for those an import finds."""
    require(faults)
    kind = KINDS[row.__class__]
    found = [Fault(_place(kind, spot), what) for spot, what in record_faults(row, WallClocks(), participations)]
    require(dict.fromkeys(found))


def _place(kind: Kind, spot: Spot) -> str:
    """The field of a record that a place in its part of the file belongs to; of an event's extra fields, their own."""
    steps = [str(step) for step in spot]
    if kind is Kind.EVENT and steps[:1] == ["fields"]:
        return steps[-1]
    return _FIELDS.get((kind, steps[0]), steps[0]) if steps else ""


def filled(place: str, text: str | None) -> Fault | None:
    """The fault of a text that is needed and says nothing."""
    return None if (text or "").strip() else Fault(place, _("This field is needed."))


def _one_of(place: str, row: ParticipationRow | PartyRow) -> Fault | None:
    if bool(row.person_id) == bool(row.organisation_id):
        return Fault(place, _("Choose one person or one organisation."))
    return None if row.role in vocabulary("roles") else Fault(place, _("Choose a role."))
