"""What one part of ``case.json`` is made of: the list it stands in, its keys, and the columns they stand for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from db.types import Kind
from desktop.documents.exchange.codecs import Codec, TermCodec, TextsCodec, WhenCodec
from desktop.documents.exchange.reference_codecs import ReferenceCodec, TargetCodec


@dataclass(frozen=True, slots=True)
class Entity:
    """One part of the file: the list it stands in, the records it holds, the letter its ids begin with.

    ``spans`` are pairs of keys whose times must not be the wrong way round; ``tree`` is the key that names a record of
    the same kind, which must not lead back to where it began; keys in ``always`` are written even when empty; what the
    keys of ``once`` say together is said by one record alone.
    """

    key: str
    kind: Kind
    codecs: Mapping[str, Codec]
    letter: str = ""
    spans: tuple[tuple[str, str], ...] = ()
    tree: str = ""
    always: frozenset[str] = frozenset()
    silent: Mapping[str, Any] = field(default_factory=dict[str, Any])  # values left out because they are the usual
    once: tuple[str, ...] = ()
    parts: "Entity | None" = None  # records that stand inside each of these, under their own key
    owner: str = "case_id"  # the column that says what a record belongs to; empty where it belongs to the whole vault

    def defaults(self) -> dict[str, Any]:
        """The columns of a record of which the file says nothing."""
        return {column: value for codec in self.codecs.values() for column, value in codec.defaults().items()}


def plain(*keys: str) -> dict[str, Codec]:
    """Values kept as they stand, in columns of the same names."""
    return {key: Codec(key) for key in keys}


def texts(key: str) -> Codec:
    """A list of texts."""
    return TextsCodec(key, ())


def term(column: str, vocabulary: str) -> Codec:
    """A term of a vocabulary."""
    return TermCodec(column, vocabulary=vocabulary)


def reference(column: str, kind: Kind) -> Codec:
    """Another record of the file."""
    return ReferenceCodec(column, kind=kind)


def targets(*kinds: Kind) -> dict[str, Codec]:
    """One key for each kind of record that can be meant; a record holds one of them."""
    return {kind.value: TargetCodec("target_id", kind=kind) for kind in kinds}


FROM_TO: dict[str, Codec] = {"from": WhenCodec("from_"), "to": WhenCodec("to")}
WHO: dict[str, Codec] = {
    "person": reference("person_id", Kind.PERSON),
    "organisation": reference("organisation_id", Kind.ORGANISATION),
}
