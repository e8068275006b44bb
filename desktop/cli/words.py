"""Records in words and as plain JSON values, for printing."""

from collections.abc import Mapping
from datetime import UTC, datetime
from textwrap import shorten
from typing import Any

from db.rows import CaseRow, OrganisationRow, PersonRow, PlaceRow
from db.types import When
from desktop import i18n
from desktop.i18n import _

Member = PersonRow | OrganisationRow | PlaceRow


def told(when: When | None) -> str:
    """A time in words; empty for none."""
    from desktop.logic.when import describe

    return describe(when, i18n.current().value) if when else ""


def plain_when(when: When | None) -> Mapping[str, Any] | None:
    """A time as JSON: its EDTF, its zone, and its bounds as instants in UTC (``null`` where it has none)."""
    if when is None:
        return None
    bounds = {"earliest": _instant(when.earliest), "latest": _instant(when.latest)}
    return {"edtf": when.edtf, "zone": when.zone, **bounds}


def _instant(seconds: int | None) -> str | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def called(member: Member | None) -> str:
    """What a person, organisation or place is called in the language of messages."""
    from desktop.logic.names import display

    if member is None:
        return ""
    named = display(member.names, i18n.current().value)
    described = member.description if isinstance(member, PersonRow) else None
    return named or shorten(described or "", 60, placeholder="…") or _("without a name")


def term(vocabulary_name: str, term_id: str | None) -> str:
    """The label of a term; one that the vocabulary does not know is shown as it is written."""
    from resources.vocabularies import label, vocabulary

    found = vocabulary(vocabulary_name).get(term_id or "")
    return label(found, i18n.current().value) if found else term_id or ""


def plain_case(row: CaseRow) -> dict[str, Any]:
    """A case as JSON."""
    return {
        "id": row.id, "ref": row.ref, "title": row.title, "summary": row.summary, "jurisdiction": row.jurisdiction,
        "language": row.language, "stage": row.stage, "opened": plain_when(row.opened),
        "closed": plain_when(row.closed), "tags": list(row.tags), "confidentiality": row.confidentiality,
    }  # fmt: skip
