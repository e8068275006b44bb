"""Every string the program says is translated, and the committed catalogues are the ones it reads."""

import re
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tools import messages

LANGUAGES = pytest.mark.parametrize("language", messages.LANGUAGES)


def forms(value: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """The string, or each of its plural forms."""
    return (value or "",) if isinstance(value, str | None) else tuple(value)


def placeholders(text: str) -> set[str]:
    """The named places of a ``str.format`` text, and markup that must survive translation."""
    fields = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    return fields | set(re.findall(r"</?[a-z][^>]*>|%\w|&&", text))


def loses_a_placeholder(message: Message) -> bool:
    """Whether a form of the translation has other placeholders than the source; a singular may leave out its number."""
    wanted = {name for text in forms(message.id) for name in placeholders(text)}
    optional = {"count"} if message.pluralizable else set[str]()
    return any(placeholders(text) | optional != wanted | optional for text in forms(message.string))


@LANGUAGES
def test_the_catalogue_holds_exactly_the_strings_of_the_code(language: str) -> None:
    said = {(message.context, forms(message.id)) for message in messages.messages(messages.extract())}
    known = {(message.context, forms(message.id)) for message in messages.messages(messages.read(language))}

    assert said - known == set(), "run make messages"
    assert known - said == set(), "run make messages"


@LANGUAGES
def test_every_string_is_translated(language: str) -> None:
    catalogue = messages.read(language)
    untranslated = [message.id for message in messages.messages(catalogue) if not all(forms(message.string))]

    assert untranslated == []


@LANGUAGES
def test_every_plural_has_as_many_forms_as_the_language(language: str) -> None:
    catalogue = messages.read(language)
    plurals = [message for message in messages.messages(catalogue) if message.pluralizable]

    assert [message.id for message in plurals if len(forms(message.string)) != catalogue.num_plurals] == []


@LANGUAGES
def test_no_translation_is_a_guess(language: str) -> None:
    assert [message.id for message in messages.read(language) if message.fuzzy] == []


@LANGUAGES
def test_translations_keep_the_placeholders_of_their_source(language: str) -> None:
    translated = (message for message in messages.messages(messages.read(language)) if all(forms(message.string)))

    assert [message.id for message in translated if loses_a_placeholder(message)] == []


@LANGUAGES
def test_translations_keep_the_white_space_and_full_stop_of_their_source(language: str) -> None:
    ends = re.compile(r"^\s*|\s*$|(?<!\b[Nn]o)[.…:]\s*$")  # "no." is a number sign: № has no full stop
    translated = (message for message in messages.messages(messages.read(language)) if all(forms(message.string)))

    assert [
        message.id
        for message in translated
        if ends.findall(forms(message.id)[0]) != ends.findall(forms(message.string)[0])
    ] == []


@LANGUAGES
def test_the_compiled_catalogue_is_the_committed_one(language: str) -> None:
    assert messages.source(language, "mo").read_bytes() == messages.compiled(messages.read(language)), (
        "run make messages"
    )


@LANGUAGES
def test_the_catalogue_file_is_written_as_the_tool_writes_it(language: str) -> None:
    assert messages.source(language).read_bytes() == messages.written(messages.read(language)), "run make messages"
