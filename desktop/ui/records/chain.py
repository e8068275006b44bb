"""The chain an event is part of: petition, refusal, repetition, appeal, one under the other in time."""

from collections.abc import Sequence

from db.queries.chains import ChainLine
from db.types import Kind
from desktop.i18n import _
from desktop.ui import labels, markup, times
from desktop.ui.markup import Markup

SHORTEST = 3  # what is only linked to one other is seen among its links
UNANSWERED = frozenset({"ignored", "overdue"})


def compose_chain(chain: Sequence[ChainLine], shown: str) -> Markup:
    """The section of the sheet; the event that is ``shown`` is bold."""
    if len(chain) < SHORTEST:
        return markup.NOTHING
    lines = [(times.told_short(one.event.when) or "—", _line(one, is_shown=one.event.id == shown)) for one in chain]
    return Markup(markup.heading(_("The chain")) + markup.facts(lines))


def _line(one: ChainLine, *, is_shown: bool) -> Markup:
    event = one.event
    title = labels.event(event)
    name = markup.bold(title) if is_shown else markup.link(Kind.EVENT.value, event.id, title)
    how = ", ".join(dict.fromkeys(labels.link(link.kind, is_outgoing=True) for link in one.earlier))
    status = str(event.fields.get("status") or "")
    told = labels.term("filing-statuses", status)
    state = markup.coloured(told, "danger") if status in UNANSWERED else markup.plain(told)
    number = str(event.fields.get("number") or "")
    return markup.joined([name, markup.quiet(how), state, markup.quiet(number)])
