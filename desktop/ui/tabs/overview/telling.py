"""The words of the overview."""

from collections.abc import Sequence
from itertools import groupby

from db.rows import PartyRow
from db.types import Kind
from desktop.i18n import _, ngettext
from desktop.ui import labels, markup, times
from desktop.ui.inputs.regions import jurisdiction
from desktop.ui.markup import Markup
from desktop.ui.records.event_view import member_link
from desktop.ui.records.figures import FIGURE, TRASH_FIGURE, figure, source_of
from desktop.ui.records.member_view import CHARGE, PARTY, charge_title
from desktop.ui.records.remarks import note_line, task_line
from desktop.ui.tabs.overview.reading import Overview

UNSOURCED, DISPUTED, SHOW = "unsourced", "disputed", "show"


def summary(seen: Overview) -> Markup:
    """What the case is about."""
    text = seen.line.case.summary
    return markup.plain(text) if text else markup.quiet(_("Nothing written yet."))


def circumstances(seen: Overview) -> Markup:
    """The fields of the case."""
    case = seen.line.case
    return markup.facts(
        [
            (_("Reference"), markup.bold(case.ref)),
            (_("Jurisdiction"), markup.plain(jurisdiction(case.jurisdiction))),
            (_("Language"), markup.plain(labels.language(case.language))),
            (_("Stage"), markup.plain(labels.term("stages", case.stage))),
            (_("Opened"), markup.plain(times.told(case.opened))),
            (_("Closed"), markup.plain(times.told(case.closed))),
            (_("Confidentiality"), markup.plain(labels.term("confidentialities", case.confidentiality))),
            (_("Tags"), markup.plain(", ".join(case.tags))),
        ]
    )


def parties(seen: Overview) -> Markup:
    """Who is in the case, by role."""
    if not seen.parties:
        return markup.quiet(_("Nobody has a role yet: client, accused, lawyer, investigator, judge."))
    ordered = sorted(seen.parties, key=_role)
    return markup.facts([(labels.term("roles", role), _named(list(group))) for role, group in groupby(ordered, _role)])


def _role(entry: tuple[PartyRow, labels.Member]) -> str:
    return entry[0].role


def _named(entries: Sequence[tuple[PartyRow, labels.Member]]) -> Markup:
    lines: list[Markup] = []
    for party, member in entries:
        span = " – ".join(part for part in (times.told_short(party.from_), times.told_short(party.to)) if part)
        edit = markup.step(PARTY, party.id, _("edit"))
        lines.append(markup.joined([member_link(member), markup.quiet(span), edit]))
    return markup.joined(lines, "\n")


def charges(seen: Overview) -> Markup:
    """Who is charged with what, and what became of it."""
    if not seen.charges:
        return markup.quiet(_("No charges written down."))
    lines: list[Markup] = []
    for charge, person in seen.charges:
        outcome = labels.term("charge-outcomes", charge.outcome)
        remarks = markup.quiet(labels.joined([charge.text or "", outcome]))
        lines.append(
            markup.joined([member_link(person), markup.link(CHARGE, charge.id, charge_title(charge)), remarks])
        )
    return markup.points(lines)


def on_file(seen: Overview) -> Markup:
    """How much is on file, each leading to its list."""
    line = seen.line
    persons = ngettext("{count} person", "{count} persons", line.persons).format(count=line.persons)
    events = ngettext("{count} event", "{count} events", line.events).format(count=line.events)
    documents = ngettext("{count} document", "{count} documents", line.documents).format(count=line.documents)
    return markup.points(
        [
            markup.link(SHOW, Kind.EVENT.value, events),
            markup.link(SHOW, Kind.PERSON.value, persons),
            markup.link(SHOW, Kind.DOCUMENT.value, documents),
        ]
    )


def sources(seen: Overview) -> Markup:
    """How well the facts are sourced: an event without a source proves nothing."""
    lines: list[Markup] = []
    if seen.unsourced:
        words = ngettext("{count} event without a source", "{count} events without a source", seen.unsourced)
        lines.append(markup.link(UNSOURCED, "", words.format(count=seen.unsourced)))
        lines.append(markup.quiet(_("Without a source a fact proves nothing.")))
    elif seen.line.events:
        lines.append(markup.coloured(_("Every event has a source."), "good"))
    if seen.disputed:
        words = ngettext("{count} disputed event", "{count} disputed events", seen.disputed)
        lines.append(markup.link(DISPUTED, "", words.format(count=seen.disputed)))
    return markup.points(lines) or markup.quiet(_("No events yet."))


def tasks(seen: Overview) -> Markup:
    """What is still to be done, the most urgent first."""
    lines = [task_line(row, [markup.quiet(about)] if about else ()) for row, about in seen.tasks]
    return markup.points(lines) or markup.quiet(_("Nothing left to do."))


def notes(seen: Overview) -> Markup:
    """The notes on the case itself."""
    return markup.points([note_line(row) for row in seen.notes]) or markup.quiet(_("No notes on the case itself."))


def figures(seen: Overview) -> Markup:
    """The published figures, each with its source; never a sum."""
    lines = [
        markup.joined(
            [
                markup.link(FIGURE, line.indicator.id, figure(line.indicator)),
                markup.plain(line.indicator.title),
                markup.quiet(labels.joined([times.told_short(line.indicator.period), source_of(line)])),
                markup.step(TRASH_FIGURE, line.indicator.id, _("move to trash")),
            ]
        )
        for line in seen.figures
    ]
    return markup.points(lines) or markup.quiet(_("No published figures written down."))
