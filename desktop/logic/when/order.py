"""Before, after and at once, as far as uncertain times allow to say: by their bounds alone."""

from db.types import When

_FOR_EVER = 1 << 62  # seconds; later than any time a record holds


def end_of(value: When) -> int | None:
    """The last second of an ``until`` (epoch): a date alone ends with its day; None has no end."""
    return value.latest


def overlaps(one: When, other: When) -> bool:
    """Whether the two can share a moment."""
    return not is_certainly_before(one, other) and not is_certainly_before(other, one)


def is_certainly_before(one: When, other: When) -> bool:
    """Whether ``one`` lies before ``other`` whatever moments are meant."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def is_possibly_before(one: When, other: When) -> bool:
    """Whether some moment of ``one`` lies before some moment of ``other``."""
    return one.earliest is None or other.latest is None or one.earliest < other.latest


def sort_key(value: When | None) -> tuple[bool, int, int]:
    """The place in a chronology: by earliest, then by latest; what began no one knows when stands by its latest.

    In SQL: ``ORDER BY coalesce(earliest, latest) IS NULL, coalesce(earliest, latest), latest IS NULL, latest``.
    """
    if value is None or (value.earliest is None and value.latest is None):
        return True, 0, 0
    latest = _FOR_EVER if value.latest is None else value.latest
    return False, latest if value.earliest is None else value.earliest, latest
