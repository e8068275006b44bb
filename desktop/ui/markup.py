"""Text of records as rich text for a sheet: everything from the record is escaped here, and nowhere else.

A link is ``VERB:ID``: following ``event:…`` opens that event, ``unlink:…`` takes that link away.
"""

from collections.abc import Callable, Iterable
from html import escape, unescape

from desktop.i18n import _
from desktop.ui import theme


class Markup(str):
    """Rich text whose record text is escaped already."""

    __slots__ = ()


Compose = Callable[[], Markup]
NOTHING = Markup()
NAME_SHARE = 34  # per cent of a sheet's width that names of facts take
_NAME, _BESIDE = f"<td class='name' width='{NAME_SHARE}%'>", "</td><td class='fact'>"


def plain(text: str) -> Markup:
    """Text as it stands, line breaks kept."""
    return Markup(escape(text).replace("\n", "<br>"))


def bold(text: str) -> Markup:
    """Text that matters most in its line."""
    return Markup(f"<b>{plain(text)}</b>")


def quiet(text: str) -> Markup:
    """Text that matters less."""
    return coloured(text, "muted") if text else NOTHING


def coloured(text: str, role: str) -> Markup:
    """Text in a colour of the look."""
    return Markup(f'<span style="color:{getattr(theme.colours(), role)}">{plain(text)}</span>')


def link(verb: str, target: str, text: str) -> Markup:
    """Text that leads somewhere."""
    return Markup(f'<a href="{escape(verb)}:{escape(target)}">{plain(text)}</a>')


def step(verb: str, target: str, text: str) -> Markup:
    """A small thing that can be done to what stands before it."""
    muted = theme.colours().muted
    return Markup(f'<a href="{escape(verb)}:{escape(target)}" style="color:{muted}; font-size:small">{plain(text)}</a>')


def joined(parts: Iterable[Markup], between: str = " · ") -> Markup:
    """Parts that say something, with something between them."""
    return Markup(plain(between).join(part for part in parts if part))


def title(text: str) -> Markup:
    """What the whole sheet is about."""
    return Markup(f"<h1>{plain(text)}</h1>")


def heading(text: str, *steps: Markup) -> Markup:
    """The head of a part, with what can be done there."""
    beside = Markup(f"&nbsp;&nbsp; <span class='step'>{joined(steps)}</span>") if steps else NOTHING
    return Markup(f"<h2>{plain(text)}{beside}</h2>")


def paragraph(text: Markup) -> Markup:
    """A paragraph; empty for nothing."""
    return Markup(f"<p>{text}</p>") if text else NOTHING


def points(lines: Iterable[Markup]) -> Markup:
    """Lines below one another, a little apart; empty for none."""
    return Markup("".join(f"<p class='point'>{line}</p>" for line in lines))


def facts(pairs: Iterable[tuple[str, Markup]]) -> Markup:
    """Names and what they stand for, as two columns; pairs that say nothing are left out."""
    rows = [f"<tr>{_NAME}{plain(name)}{_BESIDE}{fact}</td></tr>" for name, fact in pairs if fact]
    return Markup(f"<table width='100%' cellspacing='0'>{''.join(rows)}</table>") if rows else NOTHING


def longest_name(told: Markup) -> str:
    """The longest word among the names of facts, which their column has to hold."""
    words = [word for part in told.split(_NAME)[1:] for word in part.partition("<")[0].split()]
    return unescape(max(words, key=len, default=""))


def stacked(told: Markup) -> Markup:
    """The same with every fact below its name, for a sheet too narrow for two columns."""
    return Markup(told.replace(_NAME, "<td class='over'>").replace(_BESIDE, "</td></tr><tr><td class='fact'>"))


def passage(words: str, source: Markup) -> Markup:
    """A quotation with a line at its side, and below it where it stands."""
    colours = theme.colours()
    quotation = plain(_("“{words}”").format(words=words))
    quoted = f"<i>{quotation}</i><br>" if words else ""
    return Markup(
        "<table width='100%' cellspacing='0' class='passage'><tr>"
        f"<td width='1%' bgcolor='{colours.line}'></td><td class='quote'>{quoted}{source}</td></tr></table>"
    )


def style(*, is_narrow: bool = False) -> str:
    """The stylesheet of sheets in the look and text size worn now; in a narrow one titles shout less."""
    colours, unit = theme.colours(), theme.unit()
    title = "large" if is_narrow else "x-large"
    return f"""
        h1 {{ font-size: {title}; font-weight: 600; margin: 0 0 {unit}px 0; }}
        h2 {{ font-size: medium; font-weight: 600; color: {colours.muted}; margin: {unit * 4}px 0 {unit}px 0; }}
        p {{ margin: 0 0 {unit * 2}px 0; }}
        p.point {{ margin: 0 0 {unit}px 0; }}
        a {{ color: {colours.accent}; text-decoration: none; }}
        .step {{ font-weight: 400; }}
        td.name {{ color: {colours.muted}; padding: 0 {unit * 2}px {unit}px 0; }}
        td.over {{ color: {colours.muted}; padding: 0; }}
        td.fact {{ padding: 0 0 {unit}px 0; }}
        td.quote {{ padding: 0 0 {unit // 2}px {unit * 2}px; }}
        table {{ margin: {unit}px 0 0 0; }}
        table.passage {{ margin: 0 0 {unit * 2}px 0; }}
    """
