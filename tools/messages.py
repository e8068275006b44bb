"""The translations: ``messages.py extract | update | compile``.

``extract`` prints every string the program says, as a template; ``update`` brings the ``.po`` files in line with the
code (new strings come in untranslated, gone ones leave, nothing is guessed); ``compile`` writes the ``.mo`` files
beside them. All three write the same bytes for the same input, so that their files can be committed.
"""

import io
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "resources" / "locale"
LANGUAGES = ("ru", "kk")
DOMAIN = "sandyq"
HEADER = f"# {DOMAIN}: what the program says. Apache-2.0, like the code."
UNDATED = datetime.fromisoformat("2026-01-01T00:00+00:00")  # a date would change the file without a change in it
COMMENTS = ("Translators:",)


def source(language: str, ending: str = "po") -> Path:
    """The catalogue file of a language: ``po`` for people, ``mo`` for the program."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.{ending}"


def empty(language: str | None) -> Catalog:
    """A catalogue without a message."""
    return Catalog(
        locale=language,
        domain=DOMAIN,
        header_comment=HEADER,
        project=DOMAIN,
        version="1",
        msgid_bugs_address="README.md",
        last_translator="Sandyq",
        language_team="Sandyq",
        creation_date=UNDATED,
        revision_date=UNDATED,
        fuzzy=False,
    )


def extract() -> Catalog:
    """Every string marked for translation in the code, with the files that say it."""
    template = empty(None)
    found = extract_from_dir(ROOT / "desktop", method_map=[("**.py", "python")], comment_tags=COMMENTS)
    for file, _line, message, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        place = (f"desktop/{Path(file).as_posix()}", 0)
        template.add(message, locations=[place], auto_comments=comments, context=context)
    return template


def read(language: str) -> Catalog:
    """The catalogue of a language as it is committed; an empty one where there is none."""
    if not source(language).exists():
        return empty(language)
    with source(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def updated(language: str, template: Catalog) -> Catalog:
    """The catalogue of a language brought in line with the code."""
    catalogue = read(language)
    catalogue.header_comment = HEADER
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    return catalogue


def written(catalogue: Catalog) -> bytes:
    """The text of a catalogue, in the order of the files that say its strings."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """A catalogue as the program reads it."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def messages(catalogue: Catalog) -> Iterator[Message]:
    """The messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def main(verb: str) -> None:
    """Do what the command line asks."""
    template = extract() if verb in {"extract", "update"} else empty(None)
    if verb == "extract":
        sys.stdout.buffer.write(written(template))
    for language in LANGUAGES:
        source(language).parent.mkdir(parents=True, exist_ok=True)
        if verb == "update":
            source(language).write_bytes(written(updated(language, template)))
        if verb == "compile":
            source(language, "mo").write_bytes(compiled(read(language)))


if __name__ == "__main__":
    if sys.argv[1:] not in (["extract"], ["update"], ["compile"]):
        sys.exit("usage: messages.py extract | update | compile")
    main(sys.argv[1])
