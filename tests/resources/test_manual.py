"""The manual is the same in every language, and names nothing that the program does not have."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from desktop.i18n import Language
from desktop.logic import when
from desktop.ui.action_table import ACTIONS
from desktop.ui.help.pages import LIMITS, PAGE_OF, PAGES, page
from resources.vocabularies import vocabulary

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "resources" / "manual"
LANGUAGES = list(Language)
MARKERS = ("_", "N_", "gettext")


def placeholders(text: str) -> list[str]:
    """What a page asks the window for."""
    return re.findall(r"\{([^{}]+)\}", text)


def shape(text: str) -> list[str]:
    """The levels of the headings, the rows and points, and all that is asked for, in their order."""
    return re.findall(r"^(?:#+ |- |\d\. |\| )", text, re.MULTILINE)


@cache
def said() -> frozenset[str]:
    """Every text marked for people in the window."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "desktop" / "ui").rglob("*.py"))
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))
    marked = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id in MARKERS)
    first = (call.args[0] for call in marked if call.args)
    return frozenset(str(text.value) for text in first if isinstance(text, ast.Constant))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_page_and_no_other(language: Language) -> None:
    assert {path.stem for path in (MANUAL / language.value).iterdir()} == set(PAGES)
    assert len(PAGES) == len(set(PAGES))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_built_alike_in_every_language(name: str, language: Language) -> None:
    here, english = page(language, name), page(Language.ENGLISH, name)

    assert here.title
    assert here.title in here.text.splitlines()[0].removeprefix("# ")
    assert here.text.count("\n# ") == 0
    assert shape(here.text) == shape(english.text)
    assert sorted(placeholders(here.text)) == sorted(placeholders(english.text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_pages_have_one_title(language: Language) -> None:
    assert len({page(language, name).title for name in PAGES}) == len(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_everything_a_page_names_is_in_the_program(name: str) -> None:
    asked = set(placeholders(page(Language.ENGLISH, name).text)) - {"keys"}
    texts = {one.removeprefix("=") for one in asked if one.startswith("=")}
    lists = {one.removeprefix("terms:") for one in asked if one.startswith("terms:")}
    actions = {one for one in asked if not one.startswith(("=", "terms:"))}

    assert texts - said() == set()
    assert actions - {action.id for action in ACTIONS} == set()
    assert all(vocabulary(one) for one in lists)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_page_and_none_outside(name: str, language: Language) -> None:
    text = page(language, name).text

    assert [target for target in re.findall(r"\]\(([^)]*)\)", text) if target.removeprefix("page:") not in PAGES] == []
    assert "://" not in text


def test_every_page_a_screen_leads_to_is_there() -> None:
    assert {*PAGE_OF.values(), LIMITS} <= set(PAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_time_the_manual_offers_is_understood(language: Language) -> None:
    examples = re.findall(r"`([^`]+)`", page(language, "times").text)

    assert len(examples) > 25
    for example in examples:
        assert when.understand(example, "Asia/Almaty", language.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_verb_of_the_command_line_is_named(language: Language) -> None:
    table = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    verbs = re.findall(r"^\| `sandyq (\w+)", table, re.MULTILINE)

    assert re.findall(r"^\| `sandyq (\w+)", page(language, "command-line").text, re.MULTILINE) == verbs
    assert len(verbs) >= 13
