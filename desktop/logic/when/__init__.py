"""Uncertain time: read from EDTF or from words, counted at a place's wall clock, compared, and put into words again."""

from desktop.logic.when.description import describe, describe_bounds, describe_short
from desktop.logic.when.errors import WhenUnreadable
from desktop.logic.when.order import end_of, is_certainly_before, is_possibly_before, overlaps, sort_key
from desktop.logic.when.reading import parse
from desktop.logic.when.understanding import understand
from desktop.logic.when.zones import to_local, zone_of

__all__ = [
    "WhenUnreadable",
    "describe",
    "describe_bounds",
    "describe_short",
    "end_of",
    "is_certainly_before",
    "is_possibly_before",
    "overlaps",
    "parse",
    "sort_key",
    "to_local",
    "understand",
    "zone_of",
]
