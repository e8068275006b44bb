"""The fields of a record that a passage can speak of, and the values it gives for them, in words.

A value is kept as text: times as EDTF, terms by their ids, yes and no as ``true`` and ``false``, all else as written.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from db.errors import RecordMissing
from db.queries.records import fetch
from db.rows import CaseRow, CitationRow, EventRow
from db.types import Kind
from db.vault import Session
from desktop.i18n import N_, _
from desktop.ui import labels, times
from resources.vocabularies import FieldKind, event_kinds, fields

_WHEN = FieldKind("", {}, type="when")
_TEXT = FieldKind("", {})
_NAMES: dict[str, str] = {
    "when": N_("When"), "until": N_("Until"), "place": N_("Place"), "until_place": N_("To place"),
    "names": N_("Names"), "born": N_("Born"), "deceased": N_("Deceased"), "occupation": N_("Occupation"),
    "health": N_("Health"), "article": N_("Article"), "part": N_("Part"), "from": N_("From"), "to": N_("To"),
    "outcome": N_("Outcome"), "type": N_("Type"), "region": N_("Region"), "size": N_("Size"), "colour": N_("Colour"),
    "observed": N_("Observed"),
}  # fmt: skip
_TYPES: dict[str, FieldKind] = {
    **dict.fromkeys(("when", "until", "born", "deceased", "observed", "from", "to"), _WHEN),
    "outcome": FieldKind("", {}, type="term", vocabulary="charge-outcomes"),
    "type": FieldKind("", {}, type="term", vocabulary="injury-types"),
    "region": FieldKind("", {}, type="term", vocabulary="body-regions"),
}
OWN: dict[Kind, tuple[str, ...]] = {
    Kind.EVENT: ("when", "until", "place", "until_place", "claimed_duration"),
    Kind.PERSON: ("names", "born", "deceased", "occupation", "health"),
    Kind.CHARGE: ("article", "part", "from", "to", "outcome"),
    Kind.INJURY: ("type", "region", "size", "colour", "observed"),
}


@dataclass(frozen=True, slots=True)
class Citable:
    """What a passage about a record can speak of: its fields, and the clock its times are told by."""

    fields: Sequence[str] = ()
    zone: str = times.FALLBACK_ZONE


def read_citable(row: CitationRow, case_id: str, session: Session) -> Citable:
    """Read what the target of a citation has."""
    zone = times.zone_of(fetch(session, CaseRow, case_id).jurisdiction)
    kind = Kind(row.target_kind)
    own = OWN.get(kind, ())
    if kind is Kind.EVENT:
        try:
            event = fetch(session, EventRow, row.target_id)
        except RecordMissing:
            return Citable(own, zone)
        known = event_kinds().get(event.kind)
        extra = dict.fromkeys([*(known.fields if known else ()), *event.fields])
        return Citable([*own, *extra], event.when.zone if event.when else zone)
    return Citable(own, zone)


def field_name(name: str) -> str:
    """A field in words."""
    return _(_NAMES[name]) if name in _NAMES else labels.field(name)


def type_of(name: str) -> FieldKind:
    """What kind of value a field takes."""
    return _TYPES.get(name) or fields().get(name, _TEXT)


def told_value(name: str, value: str, zone: str) -> str:
    """A claimed value in words."""
    kind = type_of(name)
    if kind.type == "when":
        return times.told_edtf(value, zone)
    if value in ("true", "false"):
        if kind.type == "safeguard":
            return labels.term("safeguards", "respected" if value == "true" else "not-respected")
        return _("Yes") if value == "true" else _("No")
    return labels.term(kind.vocabulary, value) if kind.vocabulary else value
