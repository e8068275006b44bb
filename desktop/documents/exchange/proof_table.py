"""The keys of relations, injuries, issues, consents, published figures, tasks and notes in ``case.json``."""

from db.types import Bearing, Kind
from desktop.documents.exchange.codecs import Codec, WhenCodec
from desktop.documents.exchange.entity import FROM_TO, WHO, Entity, plain, reference, targets, term
from desktop.documents.exchange.reference_codecs import ReferencesCodec

BEARING_ON_ISSUES = (
    Kind.EVENT, Kind.DOCUMENT, Kind.INJURY, Kind.PARTICIPATION, Kind.CHARGE, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE,
    Kind.INDICATOR,
)  # fmt: skip
REMARKED = (
    Kind.EVENT, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE, Kind.DOCUMENT, Kind.CHARGE, Kind.INJURY, Kind.ISSUE,
    Kind.CONSENT, Kind.INDICATOR, Kind.RELATION,
)  # fmt: skip

RELATION = Entity(
    "relations", Kind.RELATION,
    {
        **WHO,
        "kind": term("kind", "relation-kinds"),
        "other_person": reference("other_person_id", Kind.PERSON),
        "other_organisation": reference("other_organisation_id", Kind.ORGANISATION),
        **FROM_TO,
        "certainty": term("certainty", "certainties"),
        **plain("text"),
    },
    letter="n", spans=(("from", "to"),),
)  # fmt: skip
INJURY = Entity(
    "injuries", Kind.INJURY,
    {
        "person": reference("person_id", Kind.PERSON),
        "event": reference("event_id", Kind.EVENT),
        "chart": term("chart", "body-charts"),
        "region": term("region", "body-regions"),
        "side": term("side", "body-sides"),
        **plain("x", "y"),
        "type": term("type", "injury-types"),
        **plain("size", "colour", "text"),
        "observed": WhenCodec("observed"),
        **plain("observed_by"),
        "istanbul": term("istanbul", "istanbul-levels"),
        "grade": term("grade", "injury-grades"),
        "photos": ReferencesCodec("photos", (), kind=Kind.DOCUMENT),
    },
    letter="i",
)  # fmt: skip
ISSUE_FACT = Entity(
    "facts", Kind.ISSUE_FACT,
    {**targets(*BEARING_ON_ISSUES), "bearing": Codec("bearing", Bearing.SUPPORTS.value), **plain("remark")},
    owner="issue_id",
)  # fmt: skip
ISSUE = Entity(
    "issues", Kind.ISSUE,
    {
        **plain("title"),
        "parent": reference("parent_id", Kind.ISSUE),
        "order": Codec("position"),
        **plain("element", "basis", "text"),
        "person": reference("person_id", Kind.PERSON),
    },
    letter="s", tree="parent", parts=ISSUE_FACT,
)  # fmt: skip
CONSENT = Entity(
    "consents", Kind.CONSENT,
    {
        "person": reference("person_id", Kind.PERSON),
        "purpose": term("purpose", "consent-purposes"),
        "anonymity": term("anonymity", "anonymities"),
        "given": WhenCodec("given"),
        "withdrawn": WhenCodec("withdrawn"),
        "form": reference("document_id", Kind.DOCUMENT),
        **plain("obtained_by", "text"),
    },
    letter="k", spans=(("given", "withdrawn"),),
)  # fmt: skip
INDICATOR = Entity(
    "indicators", Kind.INDICATOR,
    {
        **plain("title", "value", "out_of"),
        "unit": term("unit", "units"),
        "period": WhenCodec("period"),
        **plain("population", "definition", "publisher"),
        "published": WhenCodec("published"),
        "document": reference("document_id", Kind.DOCUMENT),
        **plain("page", "remark"),
    },
    letter="f",
)  # fmt: skip
TASK = Entity(
    "tasks", Kind.TASK,
    {
        **plain("title", "text"),
        "due": WhenCodec("due"),
        **plain("assignee"),
        "status": term("status", "task-statuses"),
        **targets(*REMARKED),
    },
)  # fmt: skip
NOTE = Entity("notes", Kind.NOTE, {**plain("text"), **targets(*REMARKED)})
