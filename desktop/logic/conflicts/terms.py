"""Which kinds of event and which roles say what: the tables that the reasoning reads.

Everything here is a fact of the world, not of the law: what must come before what, who is held, who is taken along.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known of the words of the record: the kinds of event that prove presence, and the types of fields."""

    presence: frozenset[str]
    types: Mapping[str, str]


class Mode(StrEnum):
    """In what way an event puts somebody at its place."""

    HELD = "held"  # locked up
    HOME = "home"  # under house arrest
    WARD = "ward"  # in a hospital bed
    AWAY = "away"  # staying somewhere from one time to another: on a journey, say
    TAKEN = "taken"  # where the authority or a doctor had the person: those who hold somebody may bring them there
    FREE = "free"  # where one goes on one's own feet


HELD = frozenset({"detention", "custody", "administrative-arrest", "imprisonment", "solitary-confinement"})
RESIDENCES = {**dict.fromkeys(HELD, Mode.HELD), "house-arrest": Mode.HOME, "hospital-stay": Mode.WARD}
OFFENCE = "alleged-offence"
FROM_AFAR = frozenset({"threat"})  # done at a place, where one is told, but perhaps not by somebody who was there
FREE = frozenset({OFFENCE, "protest"})
IN_WARD = frozenset({"medical-examination", "transfer", "release", "death", "self-harm", "visit"})
RELEASES = frozenset({"release", "bail", "house-arrest", "death", "extradition", "deportation"})
PRESENT = "present"

# Those things happen to, as against those who do their office; the former are where they are held.
SUBJECTS = frozenset(
    {
        "client", "victim", "detainee", "patient", "suspect", "accused", "defendant", "convicted", "acquitted",
        "co-detainee",
    }
)  # fmt: skip
_BYSTANDERS = frozenset({"witness", "witness-with-defence", "perpetrator", "protester", PRESENT, "attesting-witness"})
_OFFICE = frozenset(
    {
        "investigator", "inquiry-officer", "judge", "investigating-judge", "interpreter", "escort", "doctor",
        "prosecutor", "defence-lawyer", "appointed-lawyer", "specialist", "monitor",
    }
)  # fmt: skip
_DOERS = frozenset({"suspect", "accused", "defendant", "convicted", "acquitted", "perpetrator"})
_ATTENDED = frozenset({"interrogation", "hearing", "search", "confrontation", "line-up", "medical-examination"})

# Places where nobody is kept: a detention there says where somebody was seized, not where they were held after.
OPEN_PLACES = frozenset(
    {"street", "square", "home", "airport", "vehicle", "workplace", "settlement", "region", "country", "border"}
)


@dataclass(frozen=True, slots=True)
class Sequence:
    """One of ``first`` comes before ``later``; beyond ``within`` seconds after it something is amiss."""

    first: frozenset[str]
    later: str
    within: int | None = None


_SEIZED = frozenset({"detention", "delivery", "administrative-arrest"})
_KEPT = HELD | {"delivery", "house-arrest"}
SEQUENCES = (
    Sequence(_SEIZED, "detention-protocol", within=86_400),
    Sequence(_KEPT, "release"),
    Sequence(_KEPT, "notice-to-family"),
    Sequence(_KEPT, "consular-notice"),
    Sequence(_SEIZED, "notice-to-prosecutor"),
    Sequence(frozenset({"custody-order", "custody", "detention"}), "custody-extension"),
    Sequence(frozenset({"death"}), "autopsy"),
    Sequence(frozenset({"charge"}), "verdict"),
    Sequence(frozenset({"verdict"}), "imprisonment"),
    Sequence(frozenset({"investigation-opened", "registration"}), "investigation-suspended"),
    Sequence(frozenset({"investigation-opened", "registration"}), "investigation-closed"),
)
# The first event of such a link cannot come before the second.
ORDERED_LINKS = frozenset({"answers", "repeats", "appeals", "extends", "replaces", "caused-by"})
# Events so linked tell one fact, in two ways or as part and whole: they do not exclude each other by time.
SAME_FACT_LINKS = frozenset({"contradicts", "part-of"})
# Fields with a time that cannot lie before the event itself.
FOLLOWING_FIELDS = (
    "protocol_at", "counsel_at", "family_notified_at", "consulate_notified_at", "ordered_until", "in_force_at",
    "retracted_at",
)  # fmt: skip
# A field of a detention, and the kind of event that is the same fact told on its own.
FIELDS_AS_EVENTS = {
    "protocol_at": "detention-protocol",
    "family_notified_at": "notice-to-family",
    "consulate_notified_at": "consular-notice",
}
# Documents that speak of what is to come, so that their date may well lie before the event.
FORESEEING = frozenset(
    {
        "order", "decision", "verdict", "motion", "petition", "inquiry", "power-of-attorney", "notice-of-defence",
        "consent", "complaint", "message", "translation",
    }
)  # fmt: skip
# Documents that are themselves the event of the kind: their date is its date.
PAPERS = {
    "detention-protocol": frozenset({"protocol"}),
    "custody-order": frozenset({"order", "decision"}),
    "custody-extension": frozenset({"order", "decision"}),
    "verdict": frozenset({"verdict"}),
    "decision": frozenset({"decision", "order"}),
    "answer": frozenset({"answer"}),
    "complaint": frozenset({"complaint"}),
    "motion": frozenset({"motion"}),
}
COPIES = frozenset({"scan", "copy", "ocr", "redaction", "conversion"})
# What a dead person cannot take part in.
LIVING = frozenset({"complaint", "motion", "appeal", "confession", "hunger-strike", "public-statement", "threat"})
# Here a victim need not be present, nor act: they are spoken of.
ABOUT_VICTIMS = frozenset({"complaint", "motion", "appeal", "public-statement", "hearing", "verdict", "decision"})
LIVING_ROLES = SUBJECTS | {"complainant", "speaker", *_BYSTANDERS}
# Of these a person has one; an autopsy may be repeated, so that only what it found is compared.
ONLY_ONE = {"death": ("when", "place", "official_cause"), "autopsy": ("official_cause",)}
VERDICT_VALUES = ("when", "sentence_months", "sentence")


def mode_of(kind: str, role: str, presence: frozenset[str]) -> Mode | None:
    """How an event of this kind puts somebody in this role at its place; ``None`` where it does not.

    ``presence``: the kinds that prove it.
    """
    residence = RESIDENCES.get(kind)
    if residence is not None:
        return residence if role in SUBJECTS else None
    if kind in FROM_AFAR:
        return Mode.FREE if role in _DOERS else None
    if kind not in presence:
        return Mode.FREE if role in {PRESENT, "protester"} else None
    if role in SUBJECTS | _BYSTANDERS or (role in _OFFICE and kind in _ATTENDED):
        return Mode.FREE if kind in FREE else Mode.TAKEN
    return None
