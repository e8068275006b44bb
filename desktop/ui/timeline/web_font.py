"""The face of a drawing packed into it: only the letters it uses, as a WOFF (W3C, WOFF 1.0) in a data address."""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QRawFont

from resources import resource

KEPT = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")  # no kerning, no ligatures
WORDS, MORE, SCALE, TWO_SCALES, MATRIX = 0x0001, 0x0020, 0x0008, 0x0040, 0x0080  # flags of a part of a glyph
NAMELESS = struct.pack(">IiHHIIIII", 0x00030000, 0, 0, 0, 0, 0, 0, 0, 0)  # a post table without the names of glyphs
ANY_SIZE = 16.0  # pixels; glyphs are asked for by number only


def packed_face(text: str, file: str = "NotoSans-Regular.ttf") -> str:
    """The address of a face with the letters of ``text``."""
    return "data:font/woff;base64," + b64encode(_woff(text, resource("fonts", file).read_bytes())).decode()


def _woff(text: str, face: bytes) -> bytes:
    glyphs = QRawFont(QByteArray(face), ANY_SIZE).glyphIndexesForString("".join(sorted(set(text))))
    tables = _tables(face)
    tables["glyf"], tables["loca"] = _with_only(tables, {0, *glyphs})
    tables["post"] = NAMELESS
    return _packed({tag: tables[tag] for tag in KEPT})


def _tables(face: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for place in range(struct.unpack_from(">H", face, 4)[0]):
        tag, _sum, start, length = struct.unpack_from(">4sIII", face, 12 + 16 * place)
        found[tag.decode()] = face[start : start + length]
    return found


def _with_only(tables: Mapping[str, bytes], wanted: Iterable[int]) -> tuple[bytes, bytes]:
    """Outlines and their places, where glyphs that are not wanted have none."""
    is_long = struct.unpack_from(">h", tables["head"], 50)[0] == 1
    count = struct.unpack_from(">H", tables["maxp"], 4)[0]
    step = 1 if is_long else 2
    places = [one * step for one in struct.unpack(f">{count + 1}{'I' if is_long else 'H'}", tables["loca"])]
    waiting, kept = list(wanted), set[int]()
    while waiting:
        glyph = waiting.pop()
        if glyph not in kept:
            kept.add(glyph)
            waiting += _parts(tables["glyf"][places[glyph] : places[glyph + 1]])
    outlines, starts = bytearray(), [0]
    for glyph in range(count):
        outlines += tables["glyf"][places[glyph] : places[glyph + 1]] if glyph in kept else b""
        starts.append(len(outlines) // step)
    return bytes(outlines), struct.pack(f">{count + 1}{'I' if is_long else 'H'}", *starts)


def _parts(outline: bytes) -> list[int]:
    """The glyphs a glyph is put together from."""
    found: list[int] = []
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return found
    at, flags = 10, MORE
    while flags & MORE:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        found.append(glyph)
        at += 8 if flags & WORDS else 6
        at += 2 if flags & SCALE else 4 if flags & TWO_SCALES else 8 if flags & MATRIX else 0
    return found


def _packed(tables: Mapping[str, bytes]) -> bytes:
    directory, body = bytearray(), bytearray()
    start = 44 + 20 * len(tables)
    for tag, table in sorted(tables.items()):
        small = zlib.compress(table, 9)
        stored = small if len(small) < len(table) else table
        directory += struct.pack(">4sIIII", tag.encode(), start + len(body), len(stored), len(table), _sum(table))
        body += stored + bytes(-len(stored) % 4)
    whole = 12 + 16 * len(tables) + sum(len(table) + -len(table) % 4 for table in tables.values())
    head = struct.pack(
        ">4sIIHHIHHIIIII", b"wOFF", 0x00010000, start + len(body), len(tables), 0, whole, 1, 0, 0, 0, 0, 0, 0
    )
    return bytes(head + directory + body)


def _sum(table: bytes) -> int:
    padded = table + bytes(-len(table) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
