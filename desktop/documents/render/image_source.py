"""In the reader: one photograph or scan in memory, measured and decoded with Pillow; its EXIF facts as texts."""

# Pillow leaves the arguments of some methods untyped.
# pyright: reportUnknownMemberType=false
import io
import re
import warnings
from collections.abc import Mapping
from typing import Any

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.wire import Message

FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP", "JPEG2000", "MPO")  # nothing that starts another program
MOST_PIXELS = 24_000_000  # shown at once; a larger picture is shown reduced
MOST_DECODED = 100_000_000  # pixels decoded at once
MOST_CLAIMED = 400_000_000  # pixels a picture may claim; a JPEG between the two is reduced while it is decoded
MOST_FRAMES = 10_000
_DAMAGED = (
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    SyntaxError,
    EOFError,
    OverflowError,
    ZeroDivisionError,
)
_TEXTS = {
    ExifTags.Base.Make: "camera-make",
    ExifTags.Base.Model: "camera-model",
    ExifTags.Base.BodySerialNumber: "camera-serial",
    ExifTags.Base.LensModel: "lens",
    ExifTags.Base.Software: "software",
    ExifTags.Base.Artist: "author",
    ExifTags.Base.Copyright: "copyright",
    ExifTags.Base.ImageDescription: "description",
}
_MOMENTS = {
    ExifTags.Base.DateTimeOriginal: ("taken", ExifTags.Base.OffsetTimeOriginal),
    ExifTags.Base.DateTimeDigitized: ("digitised", ExifTags.Base.OffsetTimeDigitized),
    ExifTags.Base.DateTime: ("modified", ExifTags.Base.OffsetTime),
}
_MOMENT = re.compile(r"(\d{4})[:-](\d\d)[:-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"[+-]\d\d:\d\d")


class ImageSource:
    """An open picture, of one frame or several (a faxed TIFF)."""

    def __init__(self, content: bytes) -> None:
        warnings.simplefilter("ignore")  # Pillow warns of doubtful files; every file is doubtful here
        Image.MAX_IMAGE_PIXELS = MOST_CLAIMED // 2  # Pillow refuses twice this
        try:
            self._image = Image.open(io.BytesIO(content), formats=FORMATS)
            self._frames = min(int(getattr(self._image, "n_frames", 1)), MOST_FRAMES)
        except Image.DecompressionBombError as bomb:
            raise RenderFailed(Reason.TOO_LARGE) from bomb
        except (UnidentifiedImageError, *_DAMAGED) as refused:
            raise RenderFailed(Reason.DAMAGED) from refused

    def describe(self) -> Message:
        """Frames, size in pixels as stored, orientation (EXIF 1 to 8) and facts."""
        width, height = self._image.size
        try:
            exif = self._image.getexif()
            facts = _facts(exif)
            turned = exif.get(ExifTags.Base.Orientation, 1)
        except _DAMAGED:
            facts, turned = {}, 1
        orientation = turned if isinstance(turned, int) and 1 <= turned <= 8 else 1
        fields = {"frames": self._frames, "width": width, "height": height, "orientation": orientation}
        return Message({**fields, "facts": facts})

    def frame(self, request: Message) -> Message:
        """One frame, upright, as pixels (blue, green, red, unused) on white; reduced where it is too large."""
        try:
            self._image.seek(request.number("frame", 0, self._frames - 1))
            if _count(self._image) > MOST_PIXELS and self._image.format == "JPEG":
                self._image.draft(None, (self._image.width // 2, self._image.height // 2))
            if _count(self._image) > MOST_DECODED:
                raise RenderFailed(Reason.TOO_LARGE)
            picture = _reduced(_on_white(_upright(self._image)))
            pixels = picture.tobytes("raw", "BGRX")
        except Image.DecompressionBombError as bomb:
            raise RenderFailed(Reason.TOO_LARGE) from bomb
        except _DAMAGED as refused:
            raise RenderFailed(Reason.DAMAGED) from refused
        return Message({"width": picture.width, "height": picture.height}, pixels)


def _count(picture: Image.Image) -> int:
    return picture.width * picture.height


def _upright(picture: Image.Image) -> Image.Image:
    """The picture as it was held; the same object where nothing is to be turned, because copies are large."""
    return picture if picture.getexif().get(ExifTags.Base.Orientation, 1) == 1 else ImageOps.exif_transpose(picture)


def _reduced(picture: Image.Image) -> Image.Image:
    factor = (MOST_PIXELS / _count(picture)) ** 0.5
    if factor < 1:
        picture = picture.resize((max(1, int(picture.width * factor)), max(1, int(picture.height * factor))))
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        low, high = (float(edge) for edge in picture.getextrema()[:2])  # type: ignore[arg-type] # one band: two numbers
        span = (high - low) or 1.0
        picture = picture.point(lambda value: value * (255.0 / span) - low * 255.0 / span).convert("L")
    if not picture.has_transparency_data:
        return picture if picture.mode == "RGB" else picture.convert("RGB")
    clear = picture.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")


def _facts(exif: Image.Exif) -> dict[str, str]:
    """What the camera wrote, as short texts; moments as ISO 8601 at the camera's clock."""
    tags: dict[int, Any] = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    found = {name: _plain(tags[tag]) for tag, name in _TEXTS.items() if tag in tags}
    for tag, (name, offset_tag) in _MOMENTS.items():
        if moment := _MOMENT.match(_plain(tags.get(tag, ""))):
            offset = _plain(tags.get(offset_tag, ""))
            day, clock = "-".join(moment.groups()[:3]), ":".join(moment.groups()[3:])
            found[name] = f"{day}T{clock}{offset if _OFFSET.fullmatch(offset) else ''}"
    found.update(_position(exif.get_ifd(ExifTags.IFD.GPSInfo)))
    return {name: text for name, text in found.items() if text}


def _position(tags: Mapping[int, Any]) -> dict[str, str]:
    """Latitude and longitude in degrees, altitude in metres, and the satellites' own time (UTC)."""
    found: dict[str, str] = {}
    axes = (("latitude", 2, 1, "S"), ("longitude", 4, 3, "W"))
    try:
        for name, value, half, negative in axes:
            degrees, minutes, seconds = (float(part) for part in tags[value])
            size = degrees + minutes / 60 + seconds / 3600
            if 0 <= size <= 180:
                found[name] = f"{-size if _plain(tags.get(half, '')) == negative else size:.6f}"
        if 6 in tags:
            is_below = tags.get(5) in (1, b"\x01")
            found["altitude"] = f"{-float(tags[6]) if is_below else float(tags[6]):.1f}"
        if 29 in tags and 7 in tags:
            hour, minute, second = (int(float(part)) for part in tags[7])
            found["satellite-time"] = f"{_plain(tags[29]).replace(':', '-')}T{hour:02}:{minute:02}:{second:02}Z"
    except _DAMAGED:
        pass
    return found


def _plain(value: object) -> str:
    """A tag's value as one line of at most 500 printable characters."""
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return "".join(sign for sign in text[:500] if sign.isprintable()).strip()
