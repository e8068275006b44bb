"""Examining files at intake: what they are, what they say; a hostile one is an entry in the record and no more."""

import io
import random
import zipfile
from collections.abc import Iterator

import pytest
from PIL import ExifTags, Image

from desktop.documents.extract import Examined, Examiner, examine
from desktop.documents.render.faults import Reason
from tests.documents.papers import PROTOCOL, fax, letter, locked, photograph

TEXT = "\n".join(PROTOCOL)


@pytest.fixture(scope="module")
def examiner() -> Iterator[Examiner]:
    with Examiner() as warm:
        yield warm


def test_a_pdf_gives_its_text_page_by_page(examiner: Examiner) -> None:
    found = examiner.examine(letter(PROTOCOL, (), ["Екінші бет"], title="Іс"), "scan.pdf")
    assert (found.media_type, found.fault, found.pages) == ("application/pdf", None, 3)
    assert found.text_by_page == (TEXT, "", "Екінші бет")
    assert dict(found.facts)["title"] == "Іс"
    assert not found.is_misnamed


def test_a_word_broken_at_the_end_of_a_line_is_whole_in_the_text(examiner: Examiner) -> None:
    assert examiner.examine(letter(["был задер-", "жан в аэропорту"]), "a.pdf").text_by_page == (
        "был задержан в аэропорту",
    )


def test_a_scan_is_known_by_its_lack_of_text(examiner: Examiner) -> None:
    assert examiner.examine(letter((), ()), "scan.pdf").is_without_text
    assert not examiner.examine(letter((), ["x"]), "scan.pdf").is_without_text


def test_a_photograph_gives_its_size_and_when_it_was_taken(examiner: Examiner) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = "2022:01:05 20:00:01"
    file = io.BytesIO()
    Image.new("RGB", (30, 20)).save(file, "JPEG", exif=exif)
    found = examiner.examine(file.getvalue(), "IMG_1.jpg")
    assert (found.media_type, found.width, found.height) == ("image/jpeg", 30, 20)
    assert found.taken_at == "2022-01-05T20:00:01"
    assert found.text_by_page is None


@pytest.mark.parametrize("moment", ["0000:00:00 00:00:00", "2022:13:40 25:61:61", "2022:01:05", "\x00"])
def test_an_impossible_moment_is_none(examiner: Examiner, moment: str) -> None:
    exif = Image.Exif()
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = moment
    file = io.BytesIO()
    Image.new("RGB", (3, 2)).save(file, "JPEG", exif=exif)
    assert examiner.examine(file.getvalue(), "a.jpg").taken_at is None


def test_a_fax_has_pages_and_no_text(examiner: Examiner) -> None:
    found = examiner.examine(fax(3), "fax.tif")
    assert (found.media_type, found.pages, found.text_by_page) == ("image/tiff", 3, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "kz1048"])
def test_a_kazakh_text_is_read_in_every_encoding_that_can_hold_it(examiner: Examiner, encoding: str) -> None:
    text = TEXT.replace("₸", "тг")
    found = examiner.examine(text.encode(encoding), "note.txt")
    assert found.text_by_page == (text,)
    assert found.media_type == "text/plain"
    assert found.encoding == encoding.removesuffix("-sig")


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
@pytest.mark.parametrize("text", ["ПРОТОКОЛ", "Привет, мир", "Задержанный Иванов И.И. доставлен в отдел полиции."])
def test_a_russian_text_is_read_in_every_code_page_of_the_last_forty_years(encoding: str, text: str) -> None:
    found = examine(text.encode(encoding), "note.txt")
    assert (found.text_by_page, found.encoding) == ((text,), encoding)


def test_a_western_text_is_not_taken_for_a_cyrillic_one() -> None:
    assert examine("Déposition du témoin à l'aéroport".encode("cp1252"), "a.txt").encoding == "cp1252"


def test_an_empty_file_is_empty_and_nothing_worse() -> None:
    assert examine(b"", "a.pdf") == Examined("application/x-empty", fault=Reason.EMPTY)


@pytest.mark.parametrize("content", [bytes(range(256)) * 300, b"\x00" * 5000, random.Random(1).randbytes(70_000)])  # noqa: S311 - noise
def test_binary_named_text_is_not_text(content: bytes) -> None:
    found = examine(content, "note.txt")
    assert found.media_type == "application/octet-stream"
    assert found.text_by_page is None
    assert found.is_misnamed


def zipped(*names: str, first: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr(zipfile.ZipInfo("mimetype"), first)
        for name in names:
            archive.writestr(name, "x" * 100)
    return file.getvalue()


OPEN_TEXT = "application/vnd.oasis.opendocument.text"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\n\njunk %PDF-1.4 junk", "application/pdf"),
        (zipped("a.txt"), "application/zip"),
        (zipped("[Content_Types].xml", "word/document.xml"), WORD),
        (zipped("content.xml", first=OPEN_TEXT), OPEN_TEXT),
        (zipped("content.xml", first="not a type"), "application/zip"),
        (b"PK\x03\x04", "application/zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "application/msword"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "application/x-ole-storage"),
        (b"<!DOCTYPE html><html>", "text/html"),
        (b"Received: from a\r\nFrom: a@b\r\nSubject: c\r\n\r\nd", "message/rfc822"),
        ("BMW выехала из аэропорта".encode(), "text/plain"),
        (b"MZ is how programs begin", "text/plain"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "application/vnd.microsoft.portable-executable"),
        (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom", "video/mp4"),
    ],
)
def test_the_kind_is_what_the_file_contains(content: bytes, kind: str) -> None:
    assert examine(content, "photo.jpg").media_type == kind


@pytest.mark.parametrize(
    ("name", "content", "is_misnamed"),
    [
        ("photo.jpg", b"MZ\x90\x00\x03\x00\x00\x00", True),
        ("photo.jpg", letter(["x"]), True),
        ("letter.pdf", b"just text", True),
        ("photo.png", photograph(), False),
        ("notes.md", b"# text", False),
        ("table.csv", b"a,b", False),
        ("letter", letter(["x"]), False),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), False),
    ],
)
def test_a_name_that_claims_another_kind_is_pointed_out(name: str, content: bytes, is_misnamed: bool) -> None:  # noqa: FBT001 - an expectation
    assert examine(content, name).is_misnamed is is_misnamed


def test_a_locked_pdf_says_so(examiner: Examiner) -> None:
    found = examiner.examine(locked(), "a.pdf")
    assert (found.media_type, found.fault, found.text_by_page) == ("application/pdf", Reason.ENCRYPTED, None)


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", photograph()[:300], b"II*\x00\xff\xff\xff\xff"])
def test_a_broken_file_is_an_entry_with_a_fault(examiner: Examiner, content: bytes) -> None:
    assert examiner.examine(content, "x").fault is Reason.DAMAGED


def test_hostile_files_raise_nothing_and_cost_no_other_file(examiner: Examiner) -> None:
    chance = random.Random(166)  # noqa: S311 - which bytes are changed is no secret
    for sound in (letter(PROTOCOL), photograph(), photograph(kind="PNG"), fax(2), TEXT.encode("utf-16")):
        for _round in range(15):
            content = bytearray(sound)
            for _change in range(20):
                content[chance.randrange(8, len(content))] = chance.randrange(256)
            assert examiner.examine(bytes(content), "x").media_type
    assert examiner.examine(letter(PROTOCOL), "x").text_by_page == (TEXT,)


def test_the_stream_is_read_to_its_end_whatever_is_in_it(examiner: Examiner) -> None:
    for content in (
        letter(PROTOCOL),
        locked(),
        b"MZ\x00" * 100_000,
        b"text" * 100_000,
        b"\xff\xd8\xff\xe0" + bytes(300_000),
    ):
        taken: list[int] = []
        examiner.examine(_pieces(content, taken), "x")
        assert sum(taken) == len(content)


def _pieces(content: bytes, taken: list[int]) -> Iterator[bytes]:
    for at in range(0, len(content), 50_000):
        taken.append(len(content[at : at + 50_000]))
        yield content[at : at + 50_000]


def test_a_file_may_come_as_an_open_file() -> None:
    assert examine(io.BytesIO(letter(PROTOCOL)), "a.pdf").text_by_page == (TEXT,)


def test_the_user_may_stop_it_and_the_next_file_is_examined(examiner: Examiner) -> None:
    class StoppedError(Exception):
        pass

    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        examiner.examine(letter(PROTOCOL), "a.pdf", tick=stop)
    assert examiner.examine(letter(PROTOCOL), "a.pdf").pages == 1
