"""Ready-made issues: what must be proved for torture, arbitrary detention and an unfair trial, as trees of elements.

One TOML file a tree; the first entry is the claim, every other one names what it is an element of. The wording is
ours, the content that of the instrument named in ``basis``. A broken file is refused as a whole.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType

from resources import resource
from resources.vocabularies import LANGUAGES
from resources.vocabularies.checks import Entry

__all__ = ["Element", "Tree", "elements", "read_tree", "trees"]


@dataclass(frozen=True, slots=True)
class Element:
    """A point to prove: its words and legal basis by language, and the id of what it is part of."""

    id: str
    labels: Mapping[str, str]
    bases: Mapping[str, str]
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Tree:
    """A claim with its elements, each after what it is part of; ``id`` is that of the claim."""

    id: str
    elements: tuple[Element, ...]

    @property
    def claim(self) -> Element:
        """The claim itself."""
        return self.elements[0]


@cache
def trees() -> Mapping[str, Tree]:
    """Every tree by its id, in alphabetical order of the files."""
    files = sorted(PurePosixPath(file.name) for file in resource("issues").iterdir())
    made = [
        read_tree(file.name, resource("issues", file.name).read_text(encoding="utf-8"))
        for file in files
        if file.suffix == ".toml"
    ]
    return MappingProxyType({tree.id: tree for tree in made})


@cache
def elements() -> Mapping[str, Element]:
    """Every claim and element of every tree by its id."""
    return MappingProxyType({one.id: one for tree in trees().values() for one in tree.elements})


def read_tree(file: str, text: str) -> Tree:
    """The tree of a file given as text; ``file`` is its name for the error. Raises ``BrokenVocabulary``."""
    found: dict[str, Element] = {}
    for entry in Entry.all_of(file, "issue", text):
        parent = entry.one_of("parent", found) if found else None
        found[entry.id] = Element(entry.id, entry.labels(LANGUAGES), entry.labels(LANGUAGES, "basis"), parent)
        entry.refuse_unknown_keys()
    made = tuple(found.values())
    return Tree(made[0].id, made)
