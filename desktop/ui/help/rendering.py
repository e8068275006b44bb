"""A page of the manual as rich text.

Beside its small Markdown a page may hold ``{case.new}``, the text and key of an action; ``{=&Save}``, a text of the
window as it reads in the language worn now; ``{terms:standings}``, the terms of a vocabulary; ``{keys}``, every key.
So a page cannot call a button by another name than the window does.
"""

import re
from functools import cache
from html import escape, unescape

from PySide6.QtGui import QKeySequence

from desktop import i18n
from desktop.i18n import Language, _
from desktop.ui import labels, markup, theme
from desktop.ui.action_table import ACTIONS
from desktop.ui.actions import Action, Context
from desktop.ui.dialogs.cheat_sheet import FIXED_KEYS
from desktop.ui.help.pages import page
from desktop.ui.markup import Markup
from resources.vocabularies import vocabulary

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
RULES = ("heading", "list", "table", "emphasis", "backticks", "link", "newline", "escape")
_ACTIONS = {action.id: action for action in ACTIONS}


def composed(name: str) -> Markup:
    """A page in the language and look of the window."""
    filled = PLACEHOLDER.sub(_fill, _html(i18n.current(), name))
    return Markup(f"<style>{_style()}</style>{filled}")


def words(name: str) -> str:
    """What a page says, in small letters, for finding it."""
    return unescape(re.sub(r"(?s)<style>.*?</style>|<[^>]+>", " ", composed(name))).casefold()


@cache
def _html(language: Language, name: str) -> str:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(list(RULES)).render(page(language, name).text)


def _fill(found: re.Match[str]) -> str:
    asked = unescape(found[1])
    if asked == "keys":
        return _all_keys()
    if asked.startswith("="):
        return f"<b>{escape(bare(_(asked[1:])))}</b>"
    if asked.startswith("terms:"):
        listed = asked.removeprefix("terms:")
        return escape(", ".join(labels.term(listed, term).lower() for term in vocabulary(listed)))
    return _action(_ACTIONS[asked])


def bare(text: str) -> str:
    """A text of the window without what only a button needs: its number, the letter for Alt and the dots."""
    return re.sub(r"^\d+\. ", "", text.replace("&", "").rstrip("…"))


def _action(action: Action) -> str:
    name = f"<b>{escape(bare(_(action.text)))}</b>"
    return f"{name} ({escape(_native(action.keys[0]))})" if action.keys else name


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _all_keys() -> str:
    parts: list[str] = []
    for context in Context:
        here = [action for action in ACTIONS if action.context is context and action.keys]
        rows = [(", ".join(map(_native, action.keys)), bare(_(action.text))) for action in here]
        parts += [markup.heading(context.title()), _rows(rows)]
    fixed = [(_native(keys), _(text)) for keys, text in FIXED_KEYS]
    return "".join([*parts, markup.heading(_("In any window")), _rows(fixed)])


def _rows(rows: list[tuple[str, str]]) -> Markup:
    return markup.facts([(keys, markup.plain(text)) for keys, text in rows])


def _style() -> str:
    """What a page has beyond the sheets of records."""
    unit, colours = theme.unit(), theme.colours()
    return f"""
        table {{ margin: {unit}px 0 {unit * 3}px 0; }}
        li {{ margin: 0 0 {unit}px 0; }}
        th {{ color: {colours.muted}; text-align: left; font-weight: 600; padding: 0 {unit * 4}px {unit}px 0; }}
        td {{ padding: 0 {unit * 4}px {unit}px 0; }}
        code {{ color: {colours.accent}; }}
    """
