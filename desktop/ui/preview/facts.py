"""What is known of a document beside its content, in words: kind, size, checksum, what the camera wrote."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLocale

from desktop.i18n import N_, _, current, ngettext

_KINDS: Mapping[str, str] = {
    "application/pdf": N_("PDF document"),
    "application/zip": N_("ZIP archive"),
    "application/msword": N_("Word document (97–2003)"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": N_("Word document"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": N_("Excel workbook"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": N_("PowerPoint presentation"),
    "application/vnd.oasis.opendocument.text": N_("OpenDocument text"),
    "application/vnd.ms-excel": N_("Excel workbook (97–2003)"),
    "application/vnd.ms-outlook": N_("Outlook message"),
    "application/rtf": N_("Rich text"),
    "application/x-empty": N_("Empty file"),
    "application/octet-stream": N_("Unknown kind"),
    "application/vnd.microsoft.portable-executable": N_("Windows program"),
    "message/rfc822": N_("E-mail"),
    "text/plain": N_("Plain text"),
    "text/html": N_("Web page"),
}
_FAMILIES: Mapping[str, str] = {
    "image": N_("Image ({kind})"),
    "video": N_("Video ({kind})"),
    "audio": N_("Sound recording ({kind})"),
    "text": N_("Text ({kind})"),
}
_NAMES: Mapping[str, str] = {
    "title": N_("Title"),
    "author": N_("Author"),
    "creator": N_("Written with"),
    "producer": N_("PDF made with"),
    "created": N_("Created"),
    "modified": N_("Changed"),
    "taken": N_("Taken"),
    "digitised": N_("Digitised"),
    "camera-make": N_("Camera maker"),
    "camera-model": N_("Camera"),
    "camera-serial": N_("Camera serial number"),
    "lens": N_("Lens"),
    "software": N_("Software"),
    "copyright": N_("Copyright"),
    "description": N_("Description"),
    "latitude": N_("Latitude"),
    "longitude": N_("Longitude"),
    "altitude": N_("Altitude, metres"),
    "satellite-time": N_("Satellite time"),
}

_UNITS = ((10**9, N_("{number} GB")), (10**6, N_("{number} MB")), (10**3, N_("{number} kB")))
_MOMENTS = {"created", "modified", "taken", "digitised", "satellite-time"}

Fact = tuple[str, str]


def kind_name(media_type: str) -> str:
    """The kind of a file in the user's words; the media type itself where there are none."""
    if media_type in _KINDS:
        return _(_KINDS[media_type])
    family, _slash, kind = media_type.partition("/")
    name = _FAMILIES.get(family)
    return _(name).format(kind=kind.removeprefix("x-").upper()) if name else media_type


def size_name(size: int) -> str:
    """A number of bytes, short and exact: 1.5 MB (1,468,006 bytes)."""
    locale = QLocale(current().value)
    exact = ngettext("{count} byte", "{count} bytes", size).format(count=locale.toString(size))
    unit = next(((unit, name) for unit, name in _UNITS if size >= unit), None)
    if unit is None:
        return exact
    short = _(unit[1]).format(number=locale.toString(size / unit[0], "f", 1))
    return _("{short} ({exact})").format(short=short, exact=exact)


def file_facts(media_type: str, size: int | None, sha256: str | None) -> list[Fact]:
    """Kind, size and checksum of a file, as far as they are known."""
    facts = [(_("Kind"), kind_name(media_type))]
    if size is not None:
        facts.append((_("Size"), size_name(size)))
    if sha256:
        facts.append((_("SHA-256"), " ".join(sha256[at : at + 8] for at in range(0, len(sha256), 8))))
    return facts


def stated_facts(facts: Iterable[Fact]) -> list[Fact]:
    """What a file says of itself, in the order of the table above."""
    known = dict(facts)
    texts = {code: known[code].replace("T", " ", 1) if code in _MOMENTS else known[code] for code in known}
    return [(_(name), texts[code]) for code, name in _NAMES.items() if texts.get(code)]
