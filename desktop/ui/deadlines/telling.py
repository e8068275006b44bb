"""A deadline to read: how it stands, when it is due and by what, both anchors, what we wrote down, the whole count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.rows import DeadlineRow
from db.types import Kind
from desktop import i18n
from desktop.documents.clocks.count_lines import count_line
from desktop.documents.clocks.expiry import LAPSED, after_lapse
from desktop.documents.clocks.words import Words
from desktop.i18n import _
from desktop.logic.clocks import Deadline, key_of, steps
from desktop.logic.clocks.deadline import Certainty, Status
from desktop.operations.deadlines import CaseClocks
from desktop.ui import labels, markup, times
from desktop.ui.deadlines import lines
from desktop.ui.deadlines.lines import DeadlineLine
from desktop.ui.law import words
from desktop.ui.markup import Markup

OTHER = "deadline"  # the verb of a link to another deadline of the case


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """A deadline with the case it stands in, and the same limit counted from its other moments."""

    found: CaseClocks
    line: DeadlineLine
    anchors: Sequence[DeadlineLine] = ()

    @property
    def decision(self) -> DeadlineRow | None:
        """What we wrote down about it."""
        return decision_on(self.found, self.line.deadline)


def decision_on(found: CaseClocks, deadline: Deadline) -> DeadlineRow | None:
    """What we wrote down about a deadline of this case."""
    return next((row for row in found.file.deadlines if row.id == deadline.decision), None)


def view_of(found: CaseClocks, line: DeadlineLine, every: Sequence[DeadlineLine]) -> DeadlineView:
    """The view of one line among all of its case."""
    one = line.deadline
    rule = key_of(one.rule)
    same = [
        other
        for other in every
        if key_of(other.deadline.rule) == rule and other.deadline.person == one.person
        and other.deadline.event == one.event
    ]  # fmt: skip
    return DeadlineView(found, line, same if len(same) > 1 else ())


def compose(view: DeadlineView) -> Markup:
    """The sheet of a deadline."""
    line = view.line
    traced = [markup.plain(f"{number}. {text}") for number, text in enumerate(view.found.explain(line.deadline), 1)]
    parts = [
        markup.title(lines.title(line)),
        _standing(line),
        markup.points(_warnings(line)),
        markup.facts(_facts(view)),
        _anchors(view),
        _decision(view),
        _consequence(line),
        Markup(markup.heading(_("How it is counted")) + markup.points(traced)),
    ]
    return Markup("".join(parts))


def _standing(line: DeadlineLine) -> Markup:
    _icon, colour = lines.mark(line)
    parts = [markup.coloured(lines.status(line), colour), markup.plain(lines.side(line))]
    if line.deadline.certainty is Certainty.POSSIBLE:
        parts.append(markup.coloured(lines.certainty(line), "warning"))
    if line.person:
        parts.append(markup.link(Kind.PERSON.value, line.person.id, lines.person(line)))
    return markup.paragraph(markup.joined(parts))


def _warnings(line: DeadlineLine) -> Iterator[Markup]:
    """What a reader must not overlook."""
    one = line.deadline
    if one.status is Status.UNPROVEN:
        ours = _("Nothing on file shows that we did it. Find the proof, or act now and ask for restoration.")
        theirs = _("Nothing on file shows it: no breach yet, but a question to ask and a document to request.")
        yield markup.coloured(ours if line.is_ours else theirs, "warning")
    spoken = Words(i18n.current().value, one.zone)
    for step in one.steps:
        if isinstance(step, steps.Ordered | steps.Overridden):
            yield markup.coloured(count_line(step, spoken) or "", "warning")
    if not one.is_verified:
        told = [_("No lawyer has verified this rule.")]
        if one.rule.checked_to:
            day = spoken.day(one.rule.checked_to)
            told.append(_("Not verified after {day}: the law may have changed.").format(day=day))
        yield markup.coloured(" ".join(told), "warning")


def _facts(view: DeadlineView) -> Iterator[tuple[str, Markup]]:
    one = view.line.deadline
    yield _("Due"), markup.bold(lines.due(view.line))
    if one.due != one.by_law:
        yield _("By law"), markup.plain(lines.span_words(one.by_law, one.zone))
    yield _("Starts from"), _event(view, one.event)
    yield _("Counted from"), markup.plain(_(words.ANCHORS[one.anchor]))
    if one.shown and one.shown != one.event:
        yield _("Shown by"), _event(view, one.shown)
    yield _("Whose duty"), markup.plain(words.said_in(one.rule.duty_bearer))
    yield _("Rule"), markup.plain(lines.rule_name(view.line))
    yield _("How sure"), markup.plain(_(words.CONFIDENCES[one.rule.confidence]))


def _event(view: DeadlineView, event: str) -> Markup:
    found = next((row for row in view.found.file.events if row.id == event), None)
    if found is None:
        return markup.NOTHING
    link = markup.link(Kind.EVENT.value, found.id, labels.event(found))
    return markup.joined([link, markup.plain(times.told_short(found.when))])


def _anchors(view: DeadlineView) -> Markup:
    """The same limit counted from each of its moments, side by side."""
    if not view.anchors:
        return markup.NOTHING
    pairs = [(_(words.ANCHORS[one.deadline.anchor]), _anchor(view, one)) for one in view.anchors]
    return Markup(markup.heading(_("Counted from either moment")) + markup.facts(pairs))


def _anchor(view: DeadlineView, line: DeadlineLine) -> Markup:
    due = lines.due(line)
    shown = markup.bold(due) if line.id == view.line.id else markup.link(OTHER, line.id, due)
    return markup.joined([shown, markup.coloured(lines.status(line), lines.mark(line)[1])])


def _decision(view: DeadlineView) -> Markup:
    row = view.decision
    if row is None:
        return markup.NOTHING
    papers = {paper.id: paper.title for paper in view.found.file.documents}
    proof = row.document_id or ""
    pairs = [
        (_("Status"), markup.plain(labels.term("deadline-statuses", row.status))),
        (_("Handed over"), markup.plain(times.told(row.met))),
        (_("Channel"), markup.plain(labels.term("channels", row.channel))),
        (_("Proof"), markup.link(Kind.DOCUMENT.value, proof, papers[proof]) if proof in papers else markup.NOTHING),
        (_("Other due time"), markup.plain(times.told(row.due))),
        (_("Reason"), markup.plain(row.reason or "")),
    ]
    return Markup(markup.heading(_("What we wrote down")) + markup.facts(pairs))


def _consequence(line: DeadlineLine) -> Markup:
    """What follows from the lapse, where it lapsed or may have: what may run next, the briefs to make of it."""
    one = line.deadline
    text = words.said_in(one.rule.on_expiry.text) if one.rule.on_expiry.text else ""
    told = [text] if text and one.status in LAPSED else []
    told += after_lapse(one, Words(i18n.current().value, one.zone))
    if not told:
        return markup.NOTHING
    return Markup(markup.heading(_("When it lapses")) + markup.points([markup.plain(text) for text in told]))
