"""The table of ``case.json``: every key of every part, in the order they are written, and the columns it stands for.

A new kind of record is a new entry here: reading, checking and writing all run over this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.types import Bearing, Kind, Protection
from desktop.documents.exchange.codecs import (
    Codec,
    CoordinatesCodec,
    DerivationCodec,
    FileCodec,
    IdentityCodec,
    NamesCodec,
    ReferenceCodec,
    SectionsCodec,
    TargetCodec,
    TermCodec,
    TextsCodec,
    WhenCodec,
    ZoneCodec,
)
from desktop.documents.exchange.event_fields import FieldsCodec


@dataclass(frozen=True, slots=True)
class Entity:
    """One part of the file: the list it stands in, the records it holds, the letter its ids begin with.

    ``spans`` are pairs of keys whose times must not be the wrong way round; ``tree`` is the key that names a record of
    the same kind, which must not lead back to where it began; keys in ``always`` are written even when empty.
    """

    key: str
    kind: Kind
    codecs: Mapping[str, Codec]
    letter: str = ""
    spans: tuple[tuple[str, str], ...] = ()
    tree: str = ""
    always: frozenset[str] = frozenset()
    silent: Mapping[str, Any] = field(default_factory=dict[str, Any])  # values left out because they are the usual

    def defaults(self) -> dict[str, Any]:
        """The columns of a record of which the file says nothing."""
        return {column: value for codec in self.codecs.values() for column, value in codec.defaults().items()}


def _plain(*keys: str) -> dict[str, Codec]:
    return {key: Codec(key) for key in keys}


def _list(key: str) -> Codec:
    return TextsCodec(key, ())


def _term(column: str, vocabulary: str) -> Codec:
    return TermCodec(column, vocabulary=vocabulary)


def _ref(column: str, kind: Kind) -> Codec:
    return ReferenceCodec(column, kind=kind)


def _target(kind: Kind) -> Codec:
    return TargetCodec("target_id", kind=kind)


_FROM_TO: dict[str, Codec] = {"from": WhenCodec("from_"), "to": WhenCodec("to")}
_NAMES: dict[str, Codec] = {"names": NamesCodec("names", ())}
_WHO: dict[str, Codec] = {
    "person": _ref("person_id", Kind.PERSON),
    "organisation": _ref("organisation_id", Kind.ORGANISATION),
}
_NAMED = frozenset({"names"})

CASE = Entity(
    "case", Kind.CASE,
    {
        **_plain("ref", "title"),
        "jurisdiction": Codec("jurisdiction", "kz"),
        **_plain("language"),
        "stage": _term("stage", "stages"),
        "opened": WhenCodec("opened"),
        "closed": WhenCodec("closed"),
        "tags": _list("tags"),
        "confidentiality": _term("confidentiality", "confidentialities"),
        **_plain("summary"),
    },
    spans=(("opened", "closed"),),
)  # fmt: skip
PERSON = Entity(
    "persons", Kind.PERSON,
    {
        **_NAMES,
        **_plain("description"),
        "sex": _term("sex", "sexes"),
        "born": WhenCodec("born"),
        "deceased": WhenCodec("deceased"),
        "citizenships": _list("citizenships"),
        "languages": _list("languages"),
        **_plain("occupation"),
        "identity_documents": IdentityCodec("identity_documents", ()),
        "addresses": _list("addresses"),
        "phones": _list("phones"),
        **_plain("health"),
        "protected": Codec("protected", Protection.NONE.value),
        **_plain("pseudonym"),
    },
    letter="p", spans=(("born", "deceased"),), always=_NAMED, silent={"protected": Protection.NONE.value},
)  # fmt: skip
ORGANISATION = Entity(
    "organisations", Kind.ORGANISATION,
    {**_NAMES, "kind": _term("kind", "organisation-kinds"), "parent": _ref("parent_id", Kind.ORGANISATION)},
    letter="o", tree="parent", always=_NAMED,
)  # fmt: skip
PLACE = Entity(
    "places", Kind.PLACE,
    {
        **_NAMES,
        "kind": _term("kind", "place-kinds"),
        **_plain("address", "region"),
        "coordinates": CoordinatesCodec("latitude"),
        "zone": ZoneCodec("zone"),
        "parent": _ref("parent_id", Kind.PLACE),
        **_plain("capacity"),
    },
    letter="l", tree="parent", always=_NAMED,
)  # fmt: skip
PARTY = Entity(
    "parties", Kind.PARTY, {**_WHO, "role": _term("role", "roles"), **_FROM_TO}, spans=(("from", "to"),)
)  # fmt: skip
PARTICIPATION = Entity(
    "participants", Kind.PARTICIPATION,
    {
        **_WHO,
        "role": _term("role", "roles"),
        "degree": _term("degree", "involvements"),
        "certainty": _term("certainty", "certainties"),
        **_plain("identified_how"),
    },
    letter="r",
)  # fmt: skip
EVENT = Entity(
    "events", Kind.EVENT,
    {
        "kind": _term("kind", "event-kinds"),
        "when": WhenCodec("when", places=("place",)),
        "until": WhenCodec("until", places=("until_place", "place")),
        "place": _ref("place_id", Kind.PLACE),
        "until_place": _ref("until_place_id", Kind.PLACE),
        **_plain("title", "text"),
        "standing": _term("standing", "standings"),
        "certainty": _term("certainty", "certainties"),
        "fields": FieldsCodec("fields", {}),
    },
    letter="e", spans=(("when", "until"),),
)  # fmt: skip
LINK = Entity(
    "links", Kind.EVENT_LINK,
    {"from": _ref("from_id", Kind.EVENT), "to": _ref("to_id", Kind.EVENT), "kind": _term("kind", "link-kinds")},
)  # fmt: skip
CHARGE = Entity(
    "charges", Kind.CHARGE,
    {
        "person": _ref("person_id", Kind.PERSON),
        **_plain("article", "part", "text"),
        **_FROM_TO,
        "outcome": _term("outcome", "charge-outcomes"),
    },
    letter="c", spans=(("from", "to"),),
)  # fmt: skip
DOCUMENT = Entity(
    "documents", Kind.DOCUMENT,
    {
        "file": FileCodec("file_name"),
        **_plain("title"),
        "kind": _term("kind", "document-kinds"),
        "dated": WhenCodec("dated"),
        **_plain("author", "addressee", "language"),
        "received": WhenCodec("received"),
        **_plain("received_from", "received_how", "original", "privileged"),
        "confidentiality": _term("confidentiality", "confidentialities"),
        **_plain("exhibit"),
        "derived_from": _ref("derived_from_id", Kind.DOCUMENT),
        "derivation": DerivationCodec("derivation", vocabulary="derivations"),
        **_plain("pages", "media_type", "size", "sha256", "address"),
    },
    letter="d", tree="derived_from",
)  # fmt: skip
CITATION = Entity(
    "citations", Kind.CITATION,
    {
        "document": _ref("document_id", Kind.DOCUMENT),
        **_plain("page", "paragraph", "timecode", "quote"),
        **{kind.value: _target(kind) for kind in (Kind.EVENT, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE)},
        **{kind.value: _target(kind) for kind in (Kind.PARTICIPATION, Kind.CHARGE)},
        "bearing": Codec("bearing", Bearing.SUPPORTS.value),
        "reliability": _term("reliability", "reliabilities"),
        "connection": _term("connection", "connections"),
    },
    letter="q",
)  # fmt: skip
BRIEF = Entity(
    "briefs", Kind.BRIEF,
    {
        **_plain("template", "language", "title"),
        "sections": SectionsCodec("sections", {}),
        "status": _term("status", "document-statuses"),
    },
    letter="b",
)  # fmt: skip

# In the order their records can be written to the vault: whatever refers stands after what it refers to.
ENTITIES = (PERSON, ORGANISATION, PLACE, PARTY, EVENT, LINK, CHARGE, DOCUMENT, CITATION, BRIEF)
# In the order the file shows them; the lists without records belong to later versions.
LISTS = (
    "persons", "organisations", "places", "parties", "events", "links", "charges", "documents", "citations", "issues",
    "injuries", "consents", "visits", "deadlines", "briefs",
)  # fmt: skip
