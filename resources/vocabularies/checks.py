"""Reading one entry of a vocabulary file, key by key, with the file and the key in every refusal."""

import re
import tomllib
from collections.abc import Container, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar, cast

Value = TypeVar("Value")
KEBAB = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_HURIDOCS = re.compile(r"\d{1,2}\.\d{12}")


class BrokenVocabulary(Exception):
    """A vocabulary file cannot be used: ``file`` and ``key`` say where, ``what`` is a short English code.

    Codes: ``syntax``, ``missing``, ``type``, ``unknown-key``, ``duplicate``, ``form`` (not of the right form),
    ``unknown-term`` (names something that is not there), ``empty``.
    """

    def __init__(self, file: str, key: str, what: str) -> None:
        super().__init__(f"{file}: {key}: {what}")
        self.file = file
        self.key = key
        self.what = what


class Entry:
    """One ``[[term]]`` or ``[[field]]`` of a file; every key asked for is checked and then known."""

    def __init__(self, file: str, place: str, table: Mapping[str, Any]) -> None:
        self._file = file
        self._table = table
        self._place = place
        self._asked: set[str] = set()
        self.id = self._text("id")

    @classmethod
    def all_of(cls, file: str, heading: str, text: str, id_pattern: str = KEBAB) -> Iterator["Entry"]:
        """Every entry under a heading, in order, each id well formed and new."""
        seen: set[str] = set()
        for place, table in _tables(file, heading, text):
            entry = cls(file, place, table)
            if not re.fullmatch(id_pattern, entry.id):
                entry.refuse("id", "form")
            if entry.id in seen:
                entry.refuse("id", "duplicate")
            seen.add(entry.id)
            yield entry

    def labels(self, languages: tuple[str, ...], key: str = "label") -> Mapping[str, str]:
        """The label (or other words) in each of these languages, none missing or empty, no other language."""
        labels = cast("dict[str, Any]", self._get(key, dict))
        for language in languages:
            if language not in labels:
                self.refuse(f"{key}.{language}", "missing")
        for language, words in labels.items():
            if language not in languages:
                self.refuse(f"{key}.{language}", "unknown-key")
            if not isinstance(words, str):
                self.refuse(f"{key}.{language}", "type")
            if not words.strip():
                self.refuse(f"{key}.{language}", "empty")
        return MappingProxyType(labels)

    def huridocs(self) -> str | None:
        """The HURIDOCS code, if the entry has one."""
        if "huridocs" not in self._table:
            return None
        code = self._text("huridocs")
        if not _HURIDOCS.fullmatch(code):
            self.refuse("huridocs", "form")
        return code

    def description(self) -> str | None:
        """The description, if the entry has one."""
        return self._text("description") if "description" in self._table else None

    def flag(self, key: str) -> bool:
        """A required true or false."""
        return self._get(key, bool)

    def one_of(self, key: str, terms: Container[str]) -> str:
        """A required text that must be one of these terms."""
        value = self._text(key)
        if value not in terms:
            self.refuse(key, "unknown-term")
        return value

    def several_of(self, key: str, terms: Container[str]) -> tuple[str, ...]:
        """A required list of these terms, none twice."""
        values = cast("list[Any]", self._get(key, list))
        for number, value in enumerate(values):
            if value not in terms:
                self.refuse(f"{key}[{number}]", "unknown-term")
            if value in values[:number]:
                self.refuse(f"{key}[{number}]", "duplicate")
        return tuple(values)

    def refuse_unknown_keys(self) -> None:
        """Refuse a key that nobody asked for: a slip of the keyboard must not pass for a missing key."""
        for key in self._table:
            if key not in self._asked:
                self.refuse(key, "unknown-key")

    def refuse(self, key: str, what: str) -> NoReturn:
        """Raise ``BrokenVocabulary`` for a key of this entry."""
        raise BrokenVocabulary(self._file, f"{self._place}.{key}", what)

    def _text(self, key: str) -> str:
        value = self._get(key, str)
        if not value.strip():
            self.refuse(key, "empty")
        return value

    def _get(self, key: str, kind: type[Value]) -> Value:
        self._asked.add(key)
        if key not in self._table:
            self.refuse(key, "missing")
        value = self._table[key]
        if not isinstance(value, kind):
            self.refuse(key, "type")
        return value


def _tables(file: str, heading: str, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        where = re.search(r"line \d+", str(fault))
        raise BrokenVocabulary(file, where.group() if where else "end", "syntax") from None
    for key in content:
        if key != heading:
            raise BrokenVocabulary(file, key, "unknown-key")
    tables = content.get(heading)
    if not tables:
        raise BrokenVocabulary(file, heading, "missing")
    if not isinstance(tables, list):
        raise BrokenVocabulary(file, heading, "type")
    for number, table in enumerate(cast("list[Any]", tables)):
        place = f"{heading}[{number}]"
        if not isinstance(table, dict):
            raise BrokenVocabulary(file, place, "type")
        yield place, cast("dict[str, Any]", table)
