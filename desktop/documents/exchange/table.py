"""The table of ``case.json``: every key of every part, in the order they are written, and the columns it stands for.

A new kind of record is a new entry here: reading, checking and writing all run over this table.
"""

from db.types import Bearing, Kind, Protection
from desktop.documents.exchange.brief_codec import TemplateCodec
from desktop.documents.exchange.codecs import (
    Codec,
    CoordinatesCodec,
    IdentityCodec,
    NamesCodec,
    SectionsCodec,
    WhenCodec,
    ZoneCodec,
)
from desktop.documents.exchange.entity import FROM_TO, WHO, Entity, plain, reference, targets, term, texts
from desktop.documents.exchange.event_fields import FieldsCodec
from desktop.documents.exchange.proof_table import CONSENT, INDICATOR, INJURY, ISSUE, NOTE, RELATION, TASK
from desktop.documents.exchange.reference_codecs import ClaimedValueCodec, DerivationCodec, FieldNameCodec, FileCodec
from desktop.documents.exchange.settled_table import CALENDAR_DAY, CONFLICT, DEADLINE, RULE, TERM

_NAMES: dict[str, Codec] = {"names": NamesCodec("names", ())}
_NAMED = frozenset({"names"})

CASE = Entity(
    "case", Kind.CASE,
    {
        **plain("ref", "title"),
        "jurisdiction": Codec("jurisdiction", "kz"),
        **plain("language"),
        "stage": term("stage", "stages"),
        "opened": WhenCodec("opened"),
        "closed": WhenCodec("closed"),
        "tags": texts("tags"),
        "confidentiality": term("confidentiality", "confidentialities"),
        **plain("summary"),
    },
    spans=(("opened", "closed"),),
)  # fmt: skip
PERSON = Entity(
    "persons", Kind.PERSON,
    {
        **_NAMES,
        **plain("description"),
        "sex": term("sex", "sexes"),
        "born": WhenCodec("born"),
        "deceased": WhenCodec("deceased"),
        "citizenships": texts("citizenships"),
        "languages": texts("languages"),
        **plain("occupation"),
        "identity_documents": IdentityCodec("identity_documents", ()),
        "addresses": texts("addresses"),
        "phones": texts("phones"),
        **plain("health"),
        "protected": Codec("protected", Protection.NONE.value),
        **plain("pseudonym"),
        "tags": texts("tags"),
    },
    letter="p", spans=(("born", "deceased"),), always=_NAMED, owner="", silent={"protected": Protection.NONE.value},
)  # fmt: skip
ORGANISATION = Entity(
    "organisations", Kind.ORGANISATION,
    {**_NAMES, "kind": term("kind", "organisation-kinds"), "parent": reference("parent_id", Kind.ORGANISATION)},
    letter="o", tree="parent", always=_NAMED, owner="",
)  # fmt: skip
PLACE = Entity(
    "places", Kind.PLACE,
    {
        **_NAMES,
        "kind": term("kind", "place-kinds"),
        **plain("address", "region"),
        "coordinates": CoordinatesCodec("latitude"),
        "zone": ZoneCodec("zone"),
        "parent": reference("parent_id", Kind.PLACE),
        **plain("capacity"),
    },
    letter="l", tree="parent", always=_NAMED, owner="",
)  # fmt: skip
PARTY = Entity(
    "parties", Kind.PARTY, {**WHO, "role": term("role", "roles"), **FROM_TO}, spans=(("from", "to"),)
)  # fmt: skip
PARTICIPATION = Entity(
    "participants", Kind.PARTICIPATION,
    {
        **WHO,
        "role": term("role", "roles"),
        "degree": term("degree", "involvements"),
        "certainty": term("certainty", "certainties"),
        **plain("identified_how"),
    },
    letter="r", owner="event_id",
)  # fmt: skip
EVENT = Entity(
    "events", Kind.EVENT,
    {
        "kind": term("kind", "event-kinds"),
        "when": WhenCodec("when", places=("place",)),
        "until": WhenCodec("until", places=("until_place", "place")),
        "place": reference("place_id", Kind.PLACE),
        "until_place": reference("until_place_id", Kind.PLACE),
        **plain("title", "text"),
        "standing": term("standing", "standings"),
        "certainty": term("certainty", "certainties"),
        "fields": FieldsCodec("fields", {}),
        "order": Codec("position"),
        "tags": texts("tags"),
    },
    letter="e", spans=(("when", "until"),), parts=PARTICIPATION,
)  # fmt: skip
LINK = Entity(
    "links", Kind.EVENT_LINK,
    {
        "from": reference("from_id", Kind.EVENT),
        "to": reference("to_id", Kind.EVENT),
        "kind": term("kind", "link-kinds"),
    },
    owner="",
)  # fmt: skip
CHARGE = Entity(
    "charges", Kind.CHARGE,
    {
        "person": reference("person_id", Kind.PERSON),
        **plain("article", "part", "text"),
        **FROM_TO,
        "outcome": term("outcome", "charge-outcomes"),
    },
    letter="c", spans=(("from", "to"),),
)  # fmt: skip
DOCUMENT = Entity(
    "documents", Kind.DOCUMENT,
    {
        "file": FileCodec("file_name"),
        **plain("title"),
        "kind": term("kind", "document-kinds"),
        "dated": WhenCodec("dated"),
        **plain("author", "addressee", "language"),
        "received": WhenCodec("received"),
        **plain("received_from", "received_how", "original", "privileged"),
        "confidentiality": term("confidentiality", "confidentialities"),
        **plain("exhibit"),
        "derived_from": reference("derived_from_id", Kind.DOCUMENT),
        "derivation": DerivationCodec("derivation", vocabulary="derivations"),
        **plain("pages", "media_type", "size", "sha256", "address"),
        "tags": texts("tags"),
    },
    letter="d", tree="derived_from",
)  # fmt: skip
CITED = (
    Kind.EVENT, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.PARTICIPATION, Kind.CHARGE, Kind.INJURY, Kind.ISSUE,
)  # fmt: skip
CITATION = Entity(
    "citations", Kind.CITATION,
    {
        "document": reference("document_id", Kind.DOCUMENT),
        **plain("page", "paragraph", "timecode", "quote"),
        **targets(*CITED),
        "field": FieldNameCodec("field"),
        "value": ClaimedValueCodec("value"),
        "bearing": Codec("bearing", Bearing.SUPPORTS.value),
        "reliability": term("reliability", "reliabilities"),
        "connection": term("connection", "connections"),
    },
    letter="q", owner="",
)  # fmt: skip
BRIEF = Entity(
    "briefs", Kind.BRIEF,
    {
        "template": TemplateCodec("template"),
        **plain("language", "title"),
        "sections": SectionsCodec("sections", {}),
        "status": term("status", "document-statuses"),
    },
)  # fmt: skip

# In the order their records can be written to the vault: whatever refers stands after what it refers to.
ENTITIES = (
    PERSON, ORGANISATION, PLACE, PARTY, RELATION, EVENT, LINK, CHARGE, DOCUMENT, INJURY, ISSUE, CONSENT, INDICATOR,
    CITATION, TASK, NOTE, DEADLINE, CONFLICT, BRIEF, TERM, RULE, CALENDAR_DAY,
)  # fmt: skip
# In the order the file shows them; visits belong to a later version.
LISTS = (
    "persons", "organisations", "places", "parties", "relations", "events", "links", "charges", "documents",
    "citations", "issues", "injuries", "consents", "indicators", "visits", "tasks", "notes", "deadlines", "conflicts",
    "briefs", "terms", "rules", "calendar_days",
)  # fmt: skip
# Lists that only stand in a file when there is something in them.
SPARE = frozenset({"relations", "indicators", "tasks", "notes", "conflicts", "terms", "rules", "calendar_days"})
