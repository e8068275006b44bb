"""Documents for tests, made while the test runs: letters in three scripts, photographs, scans."""

# ReportLab has no complete types.
# pyright: reportUnknownMemberType=false
import io
from collections.abc import Sequence
from functools import cache
from typing import Any

from PIL import ExifTags, Image
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resources import resource

A4 = (595.0, 842.0)
PROTOCOL = (
    "ХАТТАМА 2022 жылғы 5 қаңтар",
    "Қазақстан Республикасы, Алматы қаласы, әуежай",
    "Задержанный доставлен в отдел полиции в 20:00.",
    "Ұстау негізі көрсетілмеген; өңір әкімдігі һәм ₸ 5 000",
)


@cache
def _tinos() -> str:
    with resource("fonts", "Tinos-Regular.ttf").open("rb") as file:
        pdfmetrics.registerFont(TTFont("Tinos", io.BytesIO(file.read())))
    return "Tinos"


def letter(*pages: Sequence[str], size: tuple[float, float] = A4, title: str = "") -> bytes:
    """A PDF with these lines on its pages, 12 points high, 16 apart, from 72 points below the top left."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    canvas.setTitle(title)
    for lines in pages:
        canvas.setFont(_tinos(), 12)
        for row, line in enumerate(lines):
            canvas.drawString(72, size[1] - 72 - 16 * row, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def turned(content: bytes, rotation: int, crop: Sequence[int]) -> bytes:
    """The same PDF, its pages turned clockwise and cut to a box."""
    import pikepdf

    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        for page in document.pages:
            page["/Rotate"] = rotation
            page["/CropBox"] = pikepdf.Array(crop)
        document.save(file)
    return file.getvalue()


def locked() -> bytes:
    """A PDF that asks for a password."""
    import pikepdf

    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter(PROTOCOL))) as document:
        document.save(file, encryption=pikepdf.Encryption(user="secret", owner="another"))
    return file.getvalue()


def photograph(
    size: tuple[int, int] = (40, 30),
    *,
    kind: str = "JPEG",
    orientation: int | None = None,
    tags: dict[int, Any] | None = None,
) -> bytes:
    """A picture, red at its top left, blue elsewhere, as the camera would store it when held in ``orientation``."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    if orientation:
        exif[ExifTags.Base.Orientation] = orientation
        undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the inverse turn for each orientation, as Image.Transpose
        if orientation in undo:
            picture = picture.transpose(Image.Transpose(undo[orientation]))
    for tag, value in (tags or {}).items():
        exif[tag] = value
    file = io.BytesIO()
    picture.save(file, kind, exif=exif, **({"quality": 95, "subsampling": 0} if kind == "JPEG" else {}))
    return file.getvalue()


def fax(pages: int) -> bytes:
    """A TIFF of several black-and-white pages."""
    file = io.BytesIO()
    first, *others = [Image.new("1", (30 + page, 40), 1) for page in range(pages)]
    first.save(file, "TIFF", save_all=True, append_images=others)
    return file.getvalue()
