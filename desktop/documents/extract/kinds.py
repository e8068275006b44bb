"""The media type of a file by what it contains, never by its name; the name is only compared with it."""

# puremagic has no types: what it guesses is turned into a text at once.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false
import mimetypes
import re

from desktop.documents.extract.encodings import decode

EMPTY, UNKNOWN, PLAIN, PDF = "application/x-empty", "application/octet-stream", "text/plain", "application/pdf"
HEAD = 1 << 16  # bytes of the beginning that decide
IMAGES = frozenset(f"image/{name}" for name in ("jpeg", "png", "gif", "tiff", "bmp", "webp", "jp2"))
_MARKED_UP = frozenset({"text/html", "image/svg+xml", "application/xml", "message/rfc822"})
_WRITTEN = _MARKED_UP | {"application/rtf", "application/postscript"}  # told from plain text by its beginning
TEXTS = _MARKED_UP | {PLAIN, "text/csv", "text/markdown", "application/json"}
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_ZIPPED = {
    b"word/": f"{_OFFICE}wordprocessingml.document",
    b"xl/": f"{_OFFICE}spreadsheetml.sheet",
    b"ppt/": f"{_OFFICE}presentationml.presentation",
}
_STREAMS = {
    "WordDocument": "application/msword",
    "Workbook": "application/vnd.ms-excel",
    "PowerPoint Document": "application/vnd.ms-powerpoint",
    "__substg1.0_": "application/vnd.ms-outlook",
}
_ENTRY = re.compile(rb"PK\x03\x04.{22}(.)\x00.{2}", re.DOTALL)
_SIGNS = (
    (re.compile(rb"\x00\x00\x00\x0cjP  \r\n\x87\n"), "image/jp2"),
    (re.compile(rb"BM.{4}\x00{4}..\x00\x00[\x0c\x28\x34\x38\x40\x6c\x7c]\x00\x00\x00", re.DOTALL), "image/bmp"),
    (re.compile(rb"MZ"), "application/vnd.microsoft.portable-executable"),
    (re.compile(rb"\x7fELF"), "application/x-executable"),
    (re.compile(rb"ID3"), "audio/mpeg"),
)
_ALIASES = {
    "image/jpg": "image/jpeg",
    "audio/x-wav": "audio/wav",
    "image/heif": "image/heic",
}
_SURE = 0.3  # of puremagic's confidence; below it are signs of two letters that any file may begin with
_EXTENSIONS = mimetypes.MimeTypes(filenames=())  # Python's own table, not the machine's


def media_type(head: bytes) -> str:
    """The media type of a file that begins with ``head`` (64 KiB are enough)."""
    if not head:
        return EMPTY
    if b"%PDF-" in head[:1024]:
        return PDF
    if head.startswith(_ZIP):
        return _zipped(head)
    if head.startswith(_OLE):
        return _compound(head)
    written = decode(head, is_cut=len(head) >= HEAD)
    found = next((kind for sign, kind in _SIGNS if sign.match(head)), None) or _by_signature(head)
    if written is not None:
        return found if found in _WRITTEN else PLAIN
    return found or UNKNOWN


def is_misnamed(name: str, kind: str) -> bool:
    """Whether a file's name claims another kind than it has: a program named like a photograph."""
    claimed, packed = _EXTENSIONS.guess_type(name)
    if claimed is None or packed or kind in (EMPTY, UNKNOWN):
        return bool(claimed and kind == UNKNOWN and (claimed in IMAGES or claimed in TEXTS or claimed == PDF))
    if claimed.startswith("text/") or claimed in TEXTS:
        return kind not in TEXTS
    return claimed.partition("/")[0] != kind.partition("/")[0] or (PDF in (claimed, kind) and claimed != kind)


def _by_signature(head: bytes) -> str | None:
    """What puremagic is sure of."""
    import puremagic

    try:
        guesses = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return None
    kinds = [str(guess.mime_type) for guess in guesses if guess.mime_type and guess.confidence >= _SURE]
    return _ALIASES.get(kinds[0], kinds[0]) if kinds else None


def _zipped(head: bytes) -> str:
    """What lies in a ZIP, from the names of its first entries: an office document, a book, or an archive."""
    if head[30:38] == b"mimetype":  # stored first and unpacked (ODF 1.2, part 3, 3.3; EPUB likewise)
        size = min(int.from_bytes(head[18:22], "little"), 100)
        stated = re.fullmatch(rb"[\w.+-]+/[\w.+-]+", head[38 : 38 + size])
        return stated[0].decode() if stated else "application/zip"
    if b"[Content_Types].xml" in head or b"_rels/.rels" in head:
        names = (head[found.end() : found.end() + found[1][0]] for found in _ENTRY.finditer(head))
        for name in names:
            for folder, kind in _ZIPPED.items():
                if name.startswith(folder):
                    return kind
    return "application/zip"


def _compound(head: bytes) -> str:
    """What lies in a compound file of old office programs, from the names of its streams."""
    for name, kind in _STREAMS.items():
        if name.encode("utf-16-le") in head:
            return kind
    return "application/x-ole-storage"
