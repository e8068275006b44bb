"""Documents a reader has open, as the rest of the program sees them: every answer checked before it is believed."""

import json
import math
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.page_text import PageText
from desktop.documents.render.reader import Content, Reader
from desktop.documents.render.wire import Body, Message

MOST_PAGES = 20_000
LONGEST_SIDE = 14_400.0  # points
_MOST_PIXELS = 24_000_000
_MOST_CHARACTERS = 400_000
_PDF_FACTS = {"title", "author", "creator", "producer", "created", "modified"}
_CAMERA_FACTS = {"camera-make", "camera-model", "camera-serial", "lens", "software", "copyright", "description"}
_SCENE_FACTS = {"taken", "digitised", "latitude", "longitude", "altitude", "satellite-time"}
_FACTS = _PDF_FACTS | _CAMERA_FACTS | _SCENE_FACTS

Sent = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as drawn: four bytes a pixel (blue, green, red, unused), rows from the top, no padding."""

    width: int
    height: int
    content: Body = field(repr=False)


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a page, in pixels of the page drawn at ``scale`` thousandths of a pixel for each point."""

    page: int
    scale: int
    left: int
    top: int
    width: int
    height: int


class PdfDocument:
    """An open PDF. Every method may raise ``RenderFailed``; the pages are numbered from 0."""

    def __init__(self, reader: Reader, content: Content, sent: Sent | None = None) -> None:
        self._reader = reader
        answer = reader.open("pdf", content, sent=sent)
        count = answer.number("pages", 1, MOST_PAGES)
        numbers = _floats(answer.body, count * 2)
        if not all(1 <= side <= LONGEST_SIDE for side in numbers):
            raise RenderFailed(Reason.CRASHED)
        self.sizes = tuple(zip(numbers[::2], numbers[1::2], strict=True))  # points
        self.facts = _facts(answer)

    def tile(self, wanted: Tile) -> Pixels:
        """Draw a part of a page."""
        answer = self._reader.ask(
            "tile",
            page=wanted.page,
            scale=wanted.scale,
            left=wanted.left,
            top=wanted.top,
            width=wanted.width,
            height=wanted.height,
        )
        return _pixels(answer, wanted.width, wanted.height)

    def layout(self, page: int) -> PageText:
        """The text of a page with the box of each character."""
        answer = self._reader.ask("layout", page=page)
        count = answer.number("characters", 0, _MOST_CHARACTERS)
        text = _decoded(bytes(answer.body[: count * 4]), "utf-32-le")
        boxes = _floats(answer.body[count * 4 :], count * 4)
        if len(text) != count or not all(map(math.isfinite, boxes)):
            raise RenderFailed(Reason.CRASHED)
        return PageText(text, boxes)

    def texts(self, first: int, count: int) -> list[str]:
        """The text of several pages, character for character as in ``layout``; "" for a page that cannot be read."""
        answer = self._reader.ask("texts", first=first, count=count)
        try:
            texts = json.loads(bytes(answer.body))
        except (ValueError, RecursionError) as nonsense:
            raise RenderFailed(Reason.CRASHED) from nonsense
        expected = max(0, min(count, len(self.sizes) - first))
        if not isinstance(texts, list) or len(texts) < expected or not all(isinstance(text, str) for text in texts):  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] # JSON, checked here
            raise RenderFailed(Reason.CRASHED)
        return [str(text)[:_MOST_CHARACTERS] for text in texts[:expected]]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] # checked above


class PictureDocument:
    """An open image; ``width`` and ``height`` are pixels as stored, ``orientation`` what EXIF says (1 to 8)."""

    def __init__(self, reader: Reader, content: Content, sent: Sent | None = None) -> None:
        self._reader = reader
        answer = reader.open("image", content, sent=sent)
        self.frames = answer.number("frames", 1, 10_000)
        self.width = answer.number("width", 1, 1_000_000)
        self.height = answer.number("height", 1, 1_000_000)
        self.orientation = answer.number("orientation", 1, 8)
        self.facts = _facts(answer)

    def frame(self, index: int) -> Pixels:
        """One frame, upright, reduced where it is larger than 24 million pixels."""
        return _pixels(self._reader.ask("frame", frame=index), 1_000_000, 1_000_000)


def _pixels(answer: Message, widest: int, highest: int) -> Pixels:
    """The picture in an answer, refused unless its bytes are exactly those of its size."""
    width, height = answer.number("width", 1, widest), answer.number("height", 1, highest)
    if width * height > _MOST_PIXELS or len(answer.body) != width * height * 4:
        raise RenderFailed(Reason.CRASHED)
    return Pixels(width, height, answer.body)


def _floats(raw: Body, count: int) -> "array[float]":
    numbers = array("f")
    if len(raw) != count * numbers.itemsize:
        raise RenderFailed(Reason.CRASHED)
    numbers.frombytes(raw)
    return numbers


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as nonsense:
        raise RenderFailed(Reason.CRASHED) from nonsense


def _facts(answer: Message) -> tuple[tuple[str, str], ...]:
    """The facts of a document: known names, printable texts."""
    facts = answer.fields.get("facts")
    if not isinstance(facts, dict):
        raise RenderFailed(Reason.CRASHED)
    texts = ((name, value) for name, value in facts.items() if name in _FACTS and isinstance(value, str))  # pyright: ignore[reportUnknownVariableType] # JSON, checked here
    return tuple((name, "".join(sign for sign in value[:500] if sign.isprintable())) for name, value in texts)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType] # checked above
