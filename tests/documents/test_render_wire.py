"""The language of program and reader: nothing that is said is believed before it is checked."""

import json
import os
import struct
from collections.abc import Mapping
from io import FileIO

import pytest

from desktop.documents.render import documents, wire
from desktop.documents.render.faults import Reason, RenderFailed
from desktop.documents.render.reader import _taken
from desktop.documents.render.service import serve
from desktop.documents.render.wire import Broken, Message
from tests.documents.papers import PROTOCOL, letter, photograph


def said(content: bytes) -> FileIO:
    """The receiving end of a pipe in which ``content`` lies, and then nothing more."""
    out, into = os.pipe()
    os.write(into, content)
    os.close(into)
    return FileIO(out)


def test_a_message_arrives_as_it_was_sent() -> None:
    out, into = os.pipe()
    with FileIO(out) as source, FileIO(into, "wb") as sink:
        wire.write(sink, Message({"verb": "tile", "name": "Ұ"}, b"\x00\xff"))
        message = wire.read(source, 2)
    assert message == Message({"verb": "tile", "name": "Ұ"}, bytearray(b"\x00\xff"))


def test_the_end_between_messages_is_no_error() -> None:
    with said(b"") as source:
        assert wire.read(source, 10) is None


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\x00",
        struct.pack(">II", 2, 0) + b"{",
        struct.pack(">II", 2, 11) + b"{}" + bytes(11),
        struct.pack(">II", wire.MAX_FIELDS + 1, 0) + b"{}",
        struct.pack(">II", 2, 0) + b"[]",
        struct.pack(">II", 2, 0) + b"\xff\xff",
        struct.pack(">II", 20_000, 0) + b"[" * 20_000,
        struct.pack(">II", 2, 5) + b"{}" + b"ab",
    ],
)
def test_what_is_cut_too_long_or_nonsense_is_refused(content: bytes) -> None:
    with said(content) as source, pytest.raises(Broken):
        wire.read(source, 10)


def test_writing_to_nobody_is_an_error() -> None:
    out, into = os.pipe()
    os.close(out)
    with FileIO(into, "wb") as sink, pytest.raises(Broken):
        wire.write(sink, Message({}))


@pytest.mark.parametrize("value", [-1, 11, 5.0, "5", None, True, [5]])
def test_a_number_out_of_place_is_refused(value: object) -> None:
    with pytest.raises(RenderFailed):
        Message({"n": value}).number("n", 0, 10)


@pytest.mark.parametrize("value", [5, None, "x" * 201])
def test_a_text_out_of_place_is_refused(value: object) -> None:
    with pytest.raises(RenderFailed):
        Message({"t": value}).text("t")


def test_a_picture_must_have_the_bytes_of_its_size() -> None:
    for fields, body in (({"width": 2, "height": 2}, bytes(15)), ({"width": 3, "height": 2}, bytes(24)), ({}, b"")):
        with pytest.raises(RenderFailed):
            documents._pixels(Message(fields, body), 2, 2)


def test_facts_are_known_names_and_printable_texts() -> None:
    facts = {"title": "A\x00\u202eB", "evil": "x", "author": 5}
    assert documents._facts(Message({"facts": facts})) == (("title", "AB"),)
    with pytest.raises(RenderFailed):
        documents._facts(Message({"facts": []}))


@pytest.mark.parametrize("answer", [None, Message({"fault": "never heard of"}), Message({"fault": 5})])
def test_an_answer_that_is_none_is_no_answer(answer: Message | None) -> None:
    with pytest.raises((Broken, RenderFailed)):
        _taken(answer)


def conversation(kind: str, content: bytes, *requests: Mapping[str, object]) -> list[Message]:
    """What the reader's own code answers, run here so that its lines are seen to run."""
    spoken = b"".join(_packed(fields, body) for fields, body in [({"verb": "bytes"}, content), ({"verb": "read"}, b"")])
    spoken += b"".join(_packed(fields, b"") for fields in requests)
    out, into = os.pipe()
    with said(spoken) as source, FileIO(into, "wb") as sink:
        serve(source, sink, kind, lambda: None)
    answers: list[Message] = []
    with FileIO(out) as heard:
        while answer := wire.read(heard, 1 << 20):
            answers.append(answer)
    return answers


def _packed(fields: Mapping[str, object], body: bytes) -> bytes:
    head = json.dumps(fields).encode()
    return struct.pack(">II", len(head), len(body)) + head + body


def test_the_reader_answers_request_after_request() -> None:
    place = {"page": 0, "scale": 1000, "left": 70, "top": 60, "width": 20, "height": 20}
    answers = conversation(
        "pdf",
        letter(PROTOCOL),
        {"verb": "tile", **place},
        {"verb": "layout", "page": 0},
        {"verb": "texts", "first": 0, "count": 5},
        {"verb": "__init__"},
        {"verb": "tile", "page": 9},
        {"verb": "close"},
        {"verb": "layout", "page": 0},
    )
    assert [answer.fields.get("fault") for answer in answers] == [None, None, None, None, "no-reader", "damaged"]
    assert len(answers[1].body) == 20 * 20 * 4


@pytest.mark.parametrize(
    ("kind", "content", "fault"),
    [
        ("pdf", b"", Reason.EMPTY),
        ("image", b"x", Reason.DAMAGED),
        ("video", b"x", Reason.NO_READER),
        ("pdf", b"x", Reason.DAMAGED),
    ],
)
def test_the_reader_says_why_it_does_not_open(kind: str, content: bytes, fault: Reason) -> None:
    assert [answer.fields for answer in conversation(kind, content)] == [{"fault": fault.value}]


def test_the_reader_decodes_a_picture() -> None:
    described, frame = conversation("image", photograph((8, 6)), {"verb": "frame", "frame": 0})
    assert described.fields["width"] == 8
    assert len(frame.body) == 8 * 6 * 4
