"""A PDF read in the reader's process: measured, drawn, read, whatever it is."""

import random
from collections.abc import Iterator

import pytest

from desktop.documents.render.documents import PdfDocument, Tile
from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.reader import Reader
from tests.documents.papers import A4, PROTOCOL, letter, locked, turned

TEXT = "\n".join(PROTOCOL)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One reader for the module; each test opens its own document in it."""
    warm = Reader()
    yield warm
    warm.close()


@pytest.fixture
def opened(reader: Reader) -> Iterator[Reader]:
    yield reader
    reader.release()


def test_a_document_says_its_pages_sizes_and_facts(opened: Reader) -> None:
    document = PdfDocument(opened, letter(PROTOCOL, (), title="Хаттама"))
    assert document.sizes == (A4, A4)
    assert dict(document.facts)["title"] == "Хаттама"
    assert dict(document.facts)["created"].startswith("2000-01-01T00:00:00")


def test_the_text_of_a_page_is_exact_in_every_script(opened: Reader) -> None:
    document = PdfDocument(opened, letter(PROTOCOL))
    page = document.layout(0)
    assert page.passage(0, len(page.text)) == TEXT
    assert document.texts(0, 1) == [page.text]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_box_lies_where_the_letter_is_drawn(opened: Reader, rotation: int) -> None:
    document = PdfDocument(opened, turned(letter(PROTOCOL), rotation, (50, 100, 500, 800)))
    width, height = (round(side) for side in document.sizes[0])
    assert (width, height) == ((450, 700) if rotation in (0, 180) else (700, 450))
    pixels = document.tile(Tile(0, 1000, 0, 0, width, height))
    dark = {at // 4 for at in range(0, len(pixels.content), 4) if pixels.content[at] < 128}
    page = document.layout(0)
    boxes = [page.box(index) for index, sign in enumerate(page.text) if not sign.isspace()]
    inked = {
        (y, x)
        for box in boxes
        for y in range(int(box.top), int(box.bottom) + 2)
        for x in range(int(box.left) - 1, int(box.right) + 2)
    }
    assert dark
    assert all(divmod(at, width) in inked for at in dark)


def test_tiles_make_up_the_page(opened: Reader) -> None:
    document = PdfDocument(opened, letter(PROTOCOL))
    whole = document.tile(Tile(0, 1000, 0, 0, 595, 200))
    part = document.tile(Tile(0, 1000, 60, 50, 300, 100))
    rows = [whole.content[(row * 595 + 60) * 4 : (row * 595 + 360) * 4] for row in range(50, 150)]
    assert b"".join(rows) == part.content


def test_a_huge_page_is_shown_reduced_and_never_drawn_whole(opened: Reader) -> None:
    document = PdfDocument(opened, letter(["far"], size=(2_000_000, 1_000_000)))
    assert document.sizes == ((14_400.0, 7_200.0),)
    with pytest.raises(RenderFailed) as refused:
        document.tile(Tile(0, 4000, 0, 0, 57_600, 28_800))
    assert refused.value.reason is Reason.TOO_LARGE
    assert document.tile(Tile(0, 4000, 57_000, 28_000, 600, 800)).width == 600


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"%PDF-1.7 and nothing more", Reason.DAMAGED),
        (b"not a document at all", Reason.DAMAGED),
        (locked(), Reason.ENCRYPTED),
    ],
)
def test_what_cannot_be_read_says_why(reader: Reader, content: bytes, reason: Reason) -> None:
    with pytest.raises(RenderFailed) as refused:
        PdfDocument(reader, content)
    assert refused.value.reason is reason


@pytest.mark.parametrize("page", [-1, 1, 25_000])
def test_a_page_that_is_not_there_is_an_error(opened: Reader, page: int) -> None:
    document = PdfDocument(opened, letter(PROTOCOL))
    with pytest.raises(RenderFailed):
        document.layout(page)


def test_a_hundred_and_fifty_mutated_documents_cost_at_most_themselves(reader: Reader) -> None:
    chance = random.Random(2022)  # noqa: S311 - which bytes are changed is no secret
    sound = letter(PROTOCOL, PROTOCOL)
    outcomes = [_outcome(reader, _mutated(sound, chance)) for _round in range(150)]
    assert set(outcomes) <= {"read", *Reason}
    assert "read" in outcomes
    assert Reason.DAMAGED in outcomes
    assert _outcome(reader, sound) == "read"


def _mutated(sound: bytes, chance: random.Random) -> bytes:
    content = bytearray(sound)
    for _change in range(chance.choice((1, 8, 64, 512))):
        content[chance.randrange(len(content))] = chance.randrange(256)
    if chance.random() < 0.3:
        del content[chance.randrange(len(content)) :]
    return bytes(content)


def _outcome(reader: Reader, content: bytes) -> str:
    try:
        document = PdfDocument(reader, content)
        for page in range(min(len(document.sizes), 3)):
            document.tile(Tile(page, 500, 0, 0, 100, 100))
            document.layout(page)
    except RenderFailed as failed:
        return failed.reason
    finally:
        reader.release()
    return "read"
