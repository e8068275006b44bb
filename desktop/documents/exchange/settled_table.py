"""The keys of what a user settled: own terms and rules, days of calendars, decisions on deadlines and conflicts."""

from db.types import Kind
from desktop.documents.exchange.codecs import Codec, DayCodec, TreeCodec, WhenCodec
from desktop.documents.exchange.entity import Entity, plain, reference, term
from desktop.documents.exchange.reference_codecs import AnyReferenceCodec

TERM = Entity(
    "terms", Kind.TERM,
    {
        **plain("vocabulary", "term"),
        "labels": TreeCodec("labels", {}),
        **plain("description", "huridocs"),
        "body": TreeCodec("body", {}),
    },
    owner="",
)  # fmt: skip
RULE = Entity(
    "rules", Kind.RULE,
    {
        **plain("rule", "version"),
        "body": TreeCodec("body", {}),
        "is_off": Codec("is_off", default=False),
        **plain("verified_by"),
        "verified_on": DayCodec("verified_on"),
    },
    owner="", silent={"is_off": False},
)  # fmt: skip
CALENDAR_DAY = Entity(
    "calendar_days", Kind.CALENDAR_DAY,
    {**plain("calendar"), "day": DayCodec("day"), **plain("is_working", "title", "source")},
    owner="", once=("calendar", "day"),
)  # fmt: skip
DEADLINE = Entity(
    "deadlines", Kind.DEADLINE,
    {
        **plain("rule", "version"),
        "person": reference("person_id", Kind.PERSON),
        "event": reference("event_id", Kind.EVENT),
        **plain("anchor"),
        "status": term("status", "deadline-statuses"),
        "due": WhenCodec("due"),
        "met": WhenCodec("met"),
        "channel": term("channel", "channels"),
        "proof": reference("document_id", Kind.DOCUMENT),
        **plain("reason"),
    },
)  # fmt: skip
CONFLICT = Entity(
    "conflicts", Kind.CONFLICT,
    {
        **plain("kind"),
        "first": AnyReferenceCodec("first_id"),
        "second": AnyReferenceCodec("second_id"),
        **plain("fingerprint"),
        "decision": term("decision", "conflict-decisions"),
        **plain("reason"),
    },
)  # fmt: skip
