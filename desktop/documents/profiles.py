"""How a document must look to be accepted somewhere: page, margins, sizes, read from ``resources/profiles``."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Margins:
    """The white around the text, in millimetres."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Profile:
    """What a registry or a reader expects of the pages; sizes in points unless the name says millimetres.

    ``purpose`` is the one whose consents are obeyed (``consent-purposes``); empty where nothing leaves for anybody.
    """

    id: str
    page_mm: tuple[float, float]
    margins_mm: Margins
    body_pt: float
    table_pt: float
    note_pt: float
    line_spacing: float  # 1.0 is what word processors call single
    paragraph_gap_pt: float
    first_line_indent_mm: float  # of paragraphs without a number
    justify: bool
    running_header: bool
    purpose: str = ""


def profile_ids() -> tuple[str, ...]:
    """Name the profiles there are."""
    folder = files("resources") / "profiles"
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def load_profile(profile_id: str) -> Profile:
    """Read one profile; ``KeyError`` if there is none of that name."""
    if profile_id not in profile_ids():
        raise KeyError(profile_id)
    text = (files("resources") / "profiles" / f"{profile_id}.toml").read_text("utf-8")
    fields: dict[str, Any] = tomllib.loads(text)
    width, height = fields.pop("page_mm")
    margins = Margins(**fields.pop("margins_mm"))
    return Profile(id=profile_id, page_mm=(width, height), margins_mm=margins, **fields)
