"""Photographs and scans read in the reader's process: size, facts, pixels the right way up."""

import io
import struct
import zlib
from collections.abc import Iterator

import pytest
from PIL import ExifTags, Image

from desktop.documents.render.documents import PictureDocument, Pixels
from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.reader import Reader
from tests.documents.papers import fax, letter, photograph

RED, BLUE = (254, 0, 0), (0, 0, 254)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    warm = Reader()
    yield warm
    warm.close()


@pytest.fixture
def opened(reader: Reader) -> Iterator[Reader]:
    yield reader
    reader.release()


def colour(pixels: Pixels, x: int, y: int) -> tuple[int, ...]:
    at = (y * pixels.width + x) * 4
    return tuple(reversed(pixels.content[at : at + 3]))


def is_near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_shown_upright_and_measured_as_stored(opened: Reader, orientation: int) -> None:
    picture = PictureDocument(opened, photograph((40, 30), orientation=orientation))
    assert picture.orientation == orientation
    assert (picture.width, picture.height) == ((40, 30) if orientation < 5 else (30, 40))
    shown = picture.frame(0)
    assert (shown.width, shown.height) == (40, 30)
    assert is_near(colour(shown, 2, 2), RED)
    assert is_near(colour(shown, 37, 27), BLUE)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP", "JPEG2000"])
def test_every_kind_of_picture_is_decoded(opened: Reader, kind: str) -> None:
    shown = PictureDocument(opened, photograph((64, 48), kind=kind)).frame(0)
    assert (shown.width, shown.height) == (64, 48)


@pytest.mark.parametrize(
    ("mode", "ink"),
    [("1", 0), ("L", 0), ("P", 0), ("RGBA", (0, 0, 0, 255)), ("LA", (0, 255)), ("I;16", 0), ("CMYK", (0, 0, 0, 255))],
)
def test_every_mode_of_pixels_is_shown(opened: Reader, mode: str, ink: int | tuple[int, ...]) -> None:
    picture = Image.new(mode, (8, 8), 65535 if mode == "I;16" else None)
    if mode in ("1", "L"):
        picture.paste(255, (0, 0, 8, 8))
    if mode == "CMYK":
        picture = Image.new(mode, (8, 8), (0, 0, 0, 0))
    picture.putpixel((3, 3), ink)
    file = io.BytesIO()
    picture.save(file, "TIFF" if mode in ("CMYK", "I;16") else "PNG")
    shown = PictureDocument(opened, file.getvalue()).frame(0)
    assert colour(shown, 3, 3) == (0, 0, 0)
    if mode != "P":
        assert colour(shown, 6, 6) == (255, 255, 255)


def test_a_fax_has_its_pages(opened: Reader) -> None:
    picture = PictureDocument(opened, fax(3))
    assert picture.frames == 3
    assert [picture.frame(page).width for page in range(3)] == [30, 31, 32]
    with pytest.raises(RenderFailed):
        picture.frame(3)


def test_what_the_camera_wrote_is_told(opened: Reader) -> None:
    exif = Image.Exif()
    exif.update({ExifTags.Base.Make: "Sony\x00", ExifTags.Base.Model: "Альфа"})
    exif.get_ifd(ExifTags.IFD.Exif).update(
        {ExifTags.Base.DateTimeOriginal: "2022:01:05 20:00:01", ExifTags.Base.OffsetTimeOriginal: "+06:00"}
    )
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            1: "N",
            2: (43.0, 21.0, 7.2),
            3: "W",
            4: (77.0, 2.0, 24.0),
            5: 0,
            6: 681.5,
            7: (14.0, 0.0, 1.0),
            29: "2022:01:05",
        }
    )
    file = io.BytesIO()
    Image.new("RGB", (4, 4)).save(file, "JPEG", exif=exif)
    facts = dict(PictureDocument(opened, file.getvalue()).facts)
    assert facts["camera-make"] == "Sony"
    assert facts["taken"] == "2022-01-05T20:00:01+06:00"
    assert facts["latitude"] == "43.352000"
    assert facts["longitude"] == "-77.040000"
    assert facts["altitude"] == "681.5"
    assert facts["satellite-time"] == "2022-01-05T14:00:01Z"


@pytest.mark.parametrize("value", ["yesterday", "", "2022:01:05", b"\xff\xfe", "0000:00:00 00:00:00x" * 900])
def test_exif_nonsense_is_no_error(opened: Reader, value: object) -> None:
    tags: dict[int, object] = {ExifTags.Base.DateTime: value, ExifTags.Base.ImageDescription: value}
    picture = PictureDocument(opened, photograph(tags=tags))
    assert all(len(text) <= 500 for _name, text in picture.facts)


def claiming(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(60_000, 60_000), (15_000, 15_000)])
def test_a_decompression_bomb_is_refused(opened: Reader, size: tuple[int, int]) -> None:
    with pytest.raises(RenderFailed) as refused:
        PictureDocument(opened, claiming(*size)).frame(0)
    assert refused.value.reason is Reason.TOO_LARGE


def test_a_picture_larger_than_the_screen_needs_is_shown_reduced(opened: Reader) -> None:
    file = io.BytesIO()
    Image.new("L", (8000, 6000), 200).save(file, "JPEG")
    picture = PictureDocument(opened, file.getvalue())
    shown = picture.frame(0)
    assert (picture.width, picture.height) == (8000, 6000)
    assert shown.width * shown.height <= 24_000_000
    assert abs(shown.width / shown.height - 4 / 3) < 0.01


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"\xff\xd8\xff\xe0junk", letter(["no picture"]), photograph()[:200]]
)
def test_what_is_no_picture_is_an_error(opened: Reader, content: bytes) -> None:
    with pytest.raises(RenderFailed) as refused:
        PictureDocument(opened, content).frame(0)
    assert refused.value.reason in (Reason.EMPTY, Reason.DAMAGED)
