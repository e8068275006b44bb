"""What cannot both be true: one conflict, its two records, its sources and the steps that lead to it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from db.types import Kind, When


class Family(StrEnum):
    """The five ways two statements exclude each other."""

    PRESENCE = "presence"  # one person in two places
    ORDER = "order"  # what must come first comes later
    VALUE = "value"  # two values for one fact
    DURATION = "duration"  # a length claimed against the length counted
    STATE = "state"  # what nobody in that state can do or undergo


class Certainty(StrEnum):
    """Whether it holds for every time the uncertain dates allow, or only for some."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class Ref:
    """A record: its kind and id."""

    kind: Kind
    id: str


Value = str | int | When | Ref
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning; ``explain.py`` has the sentence of its code, ``values`` what stands in it."""

    code: str
    values: Values = field(default_factory=dict[str, Value])


@dataclass(frozen=True, slots=True)
class Source:
    """Where one of the two statements stands: a passage of a document about a record.

    ``page`` also holds a paragraph or time code as ``locator`` tells; without a citation the document is itself meant.
    """

    record: str
    document: str
    citation: str | None = None
    page: str | None = None
    paragraph: str | None = None
    timecode: str | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that cannot both be true, or cannot if the times are read one way.

    ``rule`` names the reasoning within the family; ``records`` are the two that disagree (twice the same where one
    record disagrees with itself or with what a source says of it). ``fingerprint`` changes with the facts concerned
    and with nothing else: what was decided about a conflict stands as long as it does.
    """

    family: Family
    rule: str
    certainty: Certainty
    records: tuple[Ref, Ref]
    persons: tuple[str, ...]
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    fingerprint: str

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of the events among its records, each once."""
        return tuple(dict.fromkeys(ref.id for ref in self.records if ref.kind is Kind.EVENT))

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of the documents its sources and records stand in, each once."""
        named = [source.document for source in self.sources]
        return tuple(dict.fromkeys([*named, *(ref.id for ref in self.records if ref.kind is Kind.DOCUMENT)]))


def fingerprint(rule: str, facts: Iterable[Sequence[object]]) -> str:
    """SHA-256 over the rule and the facts concerned, whatever the order they come in.

    No ids: a case that is exported and comes back, with other ids, keeps what was decided in it.
    """
    told = sorted(json.dumps(list(fact), sort_keys=True, default=str, ensure_ascii=False) for fact in facts)
    return sha256(json.dumps([rule, told], ensure_ascii=False).encode()).hexdigest()
