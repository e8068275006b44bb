"""Templates of briefs: which sections in which order, under which headings; data a lawyer can copy and change."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from desktop.documents.blocks import CoverKind
from desktop.documents.tables import ChronologyField, ExhibitField

GENERAL = "general"  # templates that belong to no jurisdiction


class SectionKind(StrEnum):
    """What fills a section."""

    TEXT = "text"
    NARRATIVE = "narrative"
    CHRONOLOGY = "chronology"
    CUSTODY = "custody"
    PARTIES = "parties"
    CHARGES = "charges"
    INJURIES = "injuries"
    BREACHES = "breaches"
    EXHIBITS = "exhibits"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Section:
    """One section: what fills it, its heading, and for ``text`` whether a brief is incomplete without it."""

    id: str
    kind: SectionKind
    heading: str
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A template in one language. ``fields`` are the lines of the cover the author fills in: id and label.

    ``is_public`` marks what is meant for publication: material under secrecy may never enter it.
    """

    id: str
    language: str
    name: str
    title: str
    profile: str
    cover: CoverKind
    is_public: bool
    has_contents: bool
    fields: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    words: Mapping[str, str]
    chronology_columns: tuple[tuple[ChronologyField, str], ...]
    exhibit_columns: tuple[tuple[ExhibitField, str], ...]

    def missing(self, sections: Mapping[str, str]) -> tuple[Section, ...]:
        """The required sections the author has not written yet."""
        return tuple(one for one in self.sections if one.is_required and not sections.get(one.id, "").strip())


def template_ids(jurisdiction: str) -> tuple[str, ...]:
    """The templates there are for a jurisdiction."""
    found = {entry.name.removesuffix(".toml") for folder in _folders(jurisdiction, "en") for entry in folder.iterdir()}
    return tuple(sorted(found))


def load_template(template: str, jurisdiction: str, language: str) -> Template:
    """Read a template, the jurisdiction's own before the general one. ``KeyError`` if there is none."""
    for folder in _folders(jurisdiction, language):
        file = folder / f"{template}.toml"
        if template.replace("-", "").isalnum() and file.is_file():
            return _read(template, language, tomllib.loads(file.read_text("utf-8")))
    raise KeyError(template)


def _folders(jurisdiction: str, language: str) -> Iterator[Traversable]:
    root = files("resources") / "templates"
    for name in (jurisdiction, GENERAL):
        folder = root / name / language
        if name.isalnum() and folder.is_dir():
            yield folder


def _read(template: str, language: str, fields: Mapping[str, Any]) -> Template:
    return Template(
        id=template,
        language=language,
        name=fields["name"],
        title=fields["title"],
        profile=fields["profile"],
        cover=CoverKind(fields["cover"]),
        is_public=fields["is_public"],
        has_contents=fields["has_contents"],
        fields=tuple((one["id"], one["label"]) for one in fields.get("field", ())),
        sections=tuple(_section(one) for one in fields["section"]),
        words=fields["words"],
        chronology_columns=tuple((ChronologyField(k), v) for k, v in fields["chronology_columns"].items()),
        exhibit_columns=tuple((ExhibitField(k), v) for k, v in fields["exhibit_columns"].items()),
    )


def _section(fields: Mapping[str, Any]) -> Section:
    return Section(fields["id"], SectionKind(fields["kind"]), fields["heading"], fields.get("is_required", False))
