"""A quick line read as a draft of an event: when, what kind, where, who; the rest is its title.

Nothing is decided here: the draft opens in the editor, where each part can be put right before it is saved.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from db.types import When
from desktop.logic import names, when
from desktop.logic.when import WhenUnreadable
from desktop.ui.tabs.timeline.kind_words import STEMS
from resources.vocabularies import event_kinds

LONGEST_TIME = 9  # words a time may have
SHORTEST_STEM = 4  # letters two words must share to be of one stem
ENDING = 3  # letters at most by which two words of one stem differ
ALIKE = 90.0
ROLES: Mapping[str, str] = {"custody": "detainee", "health": "patient", "acts": "victim"}  # by group of kinds
_BETWEEN = " \t,;:—–-"


@dataclass(frozen=True, slots=True)
class QuickDraft:
    """What a line says; ``parts`` are the pieces between commas that may name places or people."""

    when: When | None
    kind: str
    title: str
    parts: Sequence[str]


def read_line(text: str, zone: str, language: str) -> QuickDraft:
    """Read a line at the wall clock of ``zone``."""
    moment, rest = split_time(text.strip(), zone, language)
    parts = [part.strip() for part in re.split(r"[,;]", rest) if part.strip()]
    return QuickDraft(moment, guess_kind(rest), rest[:1].upper() + rest[1:], parts)


def split_time(text: str, zone: str, language: str) -> tuple[When | None, str]:
    """The longest leading part that is a time, and what follows it."""
    ends = [found.end() for found in re.finditer(r"\S+", text)][:LONGEST_TIME]
    for end in reversed(ends):
        lead = text[:end].rstrip(_BETWEEN)
        try:
            return when.understand(lead, zone, language), text[end:].strip(_BETWEEN)
        except WhenUnreadable:
            continue
    return None, text


def guess_kind(text: str) -> str:
    """The kind of event whose label, in any language, shares a word with the text; the earliest word decides."""
    known = _known_words()
    for word in _words(text):
        kinds = [(_shared(word, stem), kind) for stem, kind in known if _is_of(word, stem)]
        if kinds:
            return max(kinds)[1]
    return ""


def role_in(kind: str) -> str:
    """The role somebody named beside an event of this kind most likely has; empty where nothing is likely."""
    known = event_kinds().get(kind)
    return ROLES.get(known.group, "") if known else ""


def named_in(parts: Sequence[str], called: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Which records are named in which parts: id and part; ``called`` are the names of each record by its id."""
    found: list[tuple[str, str]] = []
    for part in parts:
        likeness, record = max(((_likest(part, texts), record) for record, texts in called.items()), default=(0.0, ""))
        if likeness >= ALIKE:
            found.append((record, part))
    return found


def _likest(part: str, texts: Iterable[str]) -> float:
    return max((names.likeness(part, text) for text in texts), default=0.0)


def _known_words() -> list[tuple[str, str]]:
    """The words of every label, and our own stems, each with its kind; words of several kinds belong to the first."""
    known: dict[str, str] = {}
    for stem, kind in STEMS:
        known.setdefault(stem, kind)
    for kind in event_kinds().values():
        for label in kind.labels.values():
            for word in _words(label)[:1]:
                known.setdefault(word, kind.id)
    return list(known.items())


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= SHORTEST_STEM]


def _is_of(word: str, stem: str) -> bool:
    """Whether two words are of one stem: alike from the front but for their endings."""
    shared = _shared(word, stem)
    return shared >= SHORTEST_STEM and (shared == len(stem) or len(stem) - shared <= ENDING)


def _shared(one: str, other: str) -> int:
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count
