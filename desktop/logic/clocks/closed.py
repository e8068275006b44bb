"""The closed words of a rule: what it counts in, from which moment, which way, for whom."""

from enum import StrEnum


class Unit(StrEnum):
    """What a limit is counted in; ``sutki`` are day-periods that end at 24:00 of the last one."""

    HOUR = "hour"
    SUTKI = "sutki"
    CALENDAR_DAY = "calendar_day"
    WORKING_DAY = "working_day"
    MONTH = "month"
    YEAR = "year"
    IMMEDIATE = "immediate"
    NONE = "none"  # the law sets no limit, and says so
    CHECKLIST = "checklist"  # not a time: the items that must be there


class Anchor(StrEnum):
    """Which moment of the trigger the count runs from."""

    ACTUAL = "actual"
    RECORDED = "recorded"
    SERVED = "served"
    ANNOUNCED = "announced"
    RECEIVED = "received"


class Pick(StrEnum):
    """Which of several triggers counts: every one has its own clock, or the first or last of them alone."""

    EACH = "each"
    FIRST = "first"
    LAST = "last"


class Direction(StrEnum):
    """Forward from the trigger, or backward from the due of another rule (from the trigger where none is named)."""

    FORWARD = "forward"
    BACKWARD = "backward"


class Bound(StrEnum):
    """Whether the act may come no later, or no earlier, than the due."""

    NOT_LATER = "not_later"
    NOT_EARLIER = "not_earlier"


class Roll(StrEnum):
    """What becomes of a due on a day off."""

    NONE = "none"
    NEXT_WORKING_DAY = "next_working_day"


class Side(StrEnum):
    """Ours: we must act. Theirs: they had to."""

    OURS = "ours"
    THEIRS = "theirs"


class Confidence(StrEnum):
    """How sure the figure is: official text of 2024 or later, older redaction, other page, memory, derived."""

    OFFICIAL = "F"
    OLDER = "O"
    WEB = "W"
    MEMORY = "M"
    DERIVED = "derived"
