"""What must hold of a record before it is written; every fault names its field."""

from collections.abc import Iterable

from db.rows import (
    CaseRow,
    ChargeRow,
    CitationRow,
    EventRow,
    OrganisationRow,
    ParticipationRow,
    PartyRow,
    PersonRow,
    PlaceRow,
)
from desktop.errors import Fault, InputFaults
from desktop.i18n import _
from resources.vocabularies import event_kinds, vocabulary


def require(faults: Iterable[Fault | None]) -> None:
    """Raise ``InputFaults`` with every fault there is."""
    found = [fault for fault in faults if fault is not None]
    if found:
        raise InputFaults(
            _("Some fields need attention."), found, _("Correct the marked fields; nothing was saved yet.")
        )


def check_case(row: CaseRow) -> None:
    """A case has a reference and a title, and closes after it opens."""
    require((_filled("ref", row.ref), _filled("title", row.title)))


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
    require(
        (
            None if is_named or (described or "").strip() else Fault("names", wanted),
            Fault("names", _("One of the names is empty.")) if blank else None,
        )
    )


def check_event(row: EventRow, participations: Iterable[ParticipationRow]) -> None:
    """An event has a known kind, does not end before it begins, and its participants are somebody in some role."""
    when, until = row.when, row.until
    is_reversed = (
        when is not None and until is not None and when.earliest is not None and until.latest is not None
        and until.latest < when.earliest
    )  # fmt: skip
    require(
        (
            None if row.kind in event_kinds() else Fault("kind", _("Choose what kind of event this is.")),
            Fault("until", _("The end lies before the beginning.")) if is_reversed else None,
            *(_one_of("participants", one) for one in participations),
        )
    )


def check_party(row: PartyRow) -> None:
    """A party is one person or organisation in a role."""
    require((_one_of("party", row),))


def check_charge(row: ChargeRow) -> None:
    """A charge names a person and an article or, where no source names one, what they are charged with."""
    require((_filled("person", row.person_id), _filled("article", row.article or row.text)))


def check_citation(row: CitationRow) -> None:
    """A citation has a document, a target, at most one locator and a known bearing."""
    locators = [place for place in (row.page, row.paragraph, row.timecode) if place]
    require(
        (
            _filled("document", row.document_id),
            _filled("target", row.target_id),
            Fault("page", _("Give a page, a paragraph or a time code, not several.")) if len(locators) > 1 else None,
            None if row.bearing in vocabulary("bearings") else Fault("bearing", _("Choose what the passage does.")),
        )
    )


def _filled(place: str, text: str | None) -> Fault | None:
    return None if (text or "").strip() else Fault(place, _("This field is needed."))


def _one_of(place: str, row: ParticipationRow | PartyRow) -> Fault | None:
    if bool(row.person_id) == bool(row.organisation_id):
        return Fault(place, _("Choose one person or one organisation."))
    return None if row.role in vocabulary("roles") else Fault(place, _("Choose a role."))
