"""The pages of the manual as they lie in ``resources/manual``: the same ones, in the same order, in every language."""

from dataclasses import dataclass
from functools import cache

from desktop.i18n import Language
from resources import resource

PAGES = (
    "first-steps",
    "night-call",
    "cases",
    "people",
    "consents",
    "times",
    "events",
    "timeline",
    "documents",
    "proof",
    "contradictions",
    "deadlines",
    "briefs",
    "law",
    "lists",
    "vocabularies",
    "undo",
    "tables",
    "exchange",
    "passphrase",
    "keys",
    "limits",
    "command-line",
)
FIRST, LIMITS = PAGES[0], "limits"

# Which page fits a place of the rail or a tab of a case; any other place gets the first page.
PAGE_OF = {
    "cases": "cases",
    "people": "people",
    "documents": "documents",
    "search": "lists",
    "figures": "consents",
    "law": "law",
    "trash": "undo",
    "overview": "night-call",
    "timeline": "events",
    "conflicts": "contradictions",
    "deadlines": "deadlines",
    "today": "deadlines",
    "briefs": "briefs",
    "issues": "proof",
    "history": "undo",
}


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its title, and all of it as Markdown."""

    title: str
    text: str


@cache
def page(language: Language, name: str) -> Page:
    """A page as it is written in a language; its first line is its title."""
    text = resource("manual", language.value, f"{name}.md").read_text(encoding="utf-8")
    return Page(text.partition("\n")[0].removeprefix("# "), text)
