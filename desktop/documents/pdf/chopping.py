"""Words that no line can hold, cut into pieces that one can: words of letters with a hyphen, anything else as it is."""

from desktop.documents.pdf.faces import Style

HYPHEN = "-"
_VOWELS = frozenset("аәеёиіоөуұүыэюяaeiouyАӘЕЁИІОӨУҰҮЫЭЮЯAEIOUY")
_AFTER_WORDS = ".,;:!?»”)]"
_LEAST = 2  # letters at either side of a hyphen


def chop(text: str, style: Style, room: float, used: float) -> list[str]:
    """Cut a text so that the first piece fits in what ``used`` leaves of ``room`` and each other in ``room``.

    The first piece is empty if nothing fits beside what is there already. Takes time in proportion to the text.
    """
    has_hyphens = text.rstrip(_AFTER_WORDS).isalpha()
    hyphen = style.width(HYPHEN) if has_hyphens else 0.0
    pieces: list[str] = []
    start, left = 0, room - used
    while True:
        end = _reach(text, start, style, left)
        if end == len(text):
            return [*pieces, text[start:]]
        point = _hyphen_point(text, start, _reach(text, start, style, left - hyphen)) if has_hyphens else 0
        if point:
            pieces.append(text[start:point] + HYPHEN)
        else:
            point = end if end > start or (not pieces and used) else start + 1
            pieces.append(text[start:point])
        start, left = point, room


def _reach(text: str, start: int, style: Style, room: float) -> int:
    """Say up to where the text fits."""
    widths, scale = style.face.widths, style.size / 1000
    for end in range(start, len(text)):
        room -= widths[text[end]] * scale
        if room < 0:
            return end
    return len(text)


def _hyphen_point(text: str, start: int, end: int) -> int:
    """Find the last place up to ``end`` where a syllable ends with a vowel; 0 if there is none."""
    for point in range(min(end, len(text) - _LEAST), start + _LEAST - 1, -1):
        if text[point - 1] in _VOWELS and text[point].isalpha() and text[point] not in _VOWELS:
            return point
    return 0
