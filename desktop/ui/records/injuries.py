"""The injuries part of a sheet: numbered as on the body chart, with what can be done to each."""

from collections.abc import Sequence

from db.queries.injuries import InjuryLine
from db.types import Kind
from desktop.i18n import _, ngettext
from desktop.ui import labels, markup
from desktop.ui.body.words import called, remarks
from desktop.ui.markup import Markup

INJURY, ADD_INJURY, CHART = "injury", "add-injury", "body-chart"
CITE_INJURY, TRASH_INJURY = "cite-injury", "trash-injury"
VERBS = frozenset((INJURY, ADD_INJURY, CHART, CITE_INJURY, TRASH_INJURY))


def compose_injuries(lines: Sequence[InjuryLine], *, can_add: bool, has_names: bool = False) -> Markup:
    """The part; ``has_names`` tells on whom each injury is (in an event), else in which event it was caused."""
    steps = [markup.link(ADD_INJURY, "", _("Add an injury"))] if can_add else []
    if lines:
        steps.append(markup.link(CHART, "", _("Body chart")))
    if not steps:
        return markup.NOTHING
    points = [_point(number, line, has_names=has_names) for number, line in enumerate(lines, 1)]
    return Markup(markup.heading(_("Injuries"), *steps) + markup.points(points))


def _point(number: int, line: InjuryLine, *, has_names: bool) -> Markup:
    row = line.injury
    words = called(row)
    about = markup.link(INJURY, row.id, words[:1].upper() + words[1:])
    if has_names:
        beside = markup.link(Kind.PERSON.value, line.person.id, labels.member(line.person))
    else:
        event = line.event if line.event and line.event.trashed_at is None else None
        beside = markup.link(Kind.EVENT.value, event.id, labels.event(event)) if event else markup.NOTHING
    sources = ngettext("{count} source", "{count} sources", line.citations).format(count=line.citations)
    told = markup.quiet(sources) if line.citations else markup.coloured(_("no source"), "warning")
    cite = markup.step(CITE_INJURY, row.id, _("cite"))
    gone = markup.step(TRASH_INJURY, row.id, _("move to trash"))
    return markup.joined([markup.bold(f"{number}"), about, beside, markup.quiet(remarks(row)), told, cite, gone])
