"""The trace of a deadline that a judge could follow: trigger, source, rule and article, the count, the due, the act."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop.documents.clocks.count_lines import count_line
from desktop.documents.clocks.finding_lines import finding_line
from desktop.documents.clocks.start_lines import start_line
from desktop.documents.clocks.words import Words
from desktop.logic.clocks import steps
from desktop.logic.clocks.deadline import Deadline, Fault
from desktop.logic.clocks.facts import Source
from desktop.logic.clocks.lawbook import key_of
from desktop.logic.clocks.rule import Confidence, Direction, Length, Rule, Unit
from desktop.logic.when import to_local

_MONTHS = frozenset({Unit.MONTH, Unit.YEAR})
_DAYS_AND_MORE = _MONTHS | {Unit.SUTKI, Unit.CALENDAR_DAY, Unit.WORKING_DAY}
Sources = Mapping[str, Sequence[Source]]


def trace(deadline: Deadline, sources: Sources, language: str) -> tuple[str, ...]:
    """The steps of a deadline in words, one sentence each, in the order a reader checks them."""
    words = Words(language, deadline.zone)
    taken = list(deadline.steps)
    lines = [start_line(taken[0], words) or "", _source_line(sources.get(deadline.event, ()), words)]
    lines += _rule_lines(deadline.rule, words)
    lines += [line for step in taken[1:] if (line := start_line(step, words))]
    lines += _term(deadline.rule, words)
    lines += [line for step in taken if (line := count_line(step, words))]
    lines += _checklist(deadline, words)
    for step in taken:
        line = finding_line(step, words)
        if line:
            lines.append(line)
            lines += _proof_lines(step, sources, deadline, words)
        if isinstance(step, steps.Unchecked) and _is_after(deadline, step.day):
            lines.append(words.gettext("It starts after that day: read the rule in the law as it is now."))
    return tuple(_ended_once(line) for line in lines)


def _ended_once(line: str) -> str:
    """A sentence that ends in an abbreviation ("г.") has one full stop."""
    return line[:-1] if line.endswith("..") else line


def tell_fault(fault: Fault, language: str) -> str:
    """Why something could not be counted, in words."""
    words = Words(language, "UTC")
    why = {
        "ring": words.gettext("Rule {rule} is counted from itself and was left out."),
        "no-such-rule": words.gettext("Rule {rule} is counted from a rule that is not there."),
        "too-far": words.gettext("Rule {rule} leads beyond the calendar."),
        "no-working-day": words.gettext("The calendar of rule {rule} has no working day."),
        "links-ring": words.gettext("The extensions prolong one another in a circle."),
        "reversed": words.gettext("An event ends before it begins; its time was left out."),
        "no-such-zone": words.gettext("The place of an event has no such time zone; it starts no clock."),
        "no-law": words.gettext("No rule of the law of “{rule}” is in the book. Rules can be added under Law."),
        "no-law-then": words.gettext(
            "No rule of the law before {day} is in the book (“{rule}”): earlier events start no clock. "
            "Rules of that time can be added under Law."
        ),
    }.get(fault.why, words.gettext("A time cannot be read; it was left out."))
    day = words.day(date.fromisoformat(fault.field)) if fault.why == "no-law-then" and fault.field else ""
    return why.format(rule=fault.rule or "", day=day)


def _source_line(found: Sequence[Source], words: Words) -> str:
    if not found:
        return words.gettext("No source for it is on file: it proves nothing yet.")
    return words.gettext("Source: {sources}.").format(sources="; ".join(_named(one, words) for one in found))


def _named(source: Source, words: Words) -> str:
    if source.page is None:
        return source.title
    return words.gettext("{title}, page {page}").format(title=source.title, page=source.page)


def _rule_lines(rule: Rule, words: Words) -> Iterator[str]:
    """What the rule is, on what authority, and how sure its figure is."""
    basis = "; ".join(words.basis(one) for one in rule.basis)
    pattern = words.gettext("Rule {rule}, version {version}: {title} ({basis}).")
    yield pattern.format(rule=key_of(rule), version=rule.version, title=words.pick(rule.title), basis=basis)
    bearer = words.pick(rule.duty_bearer)
    if bearer:
        yield words.gettext("Whose duty: {bearer}.").format(bearer=bearer)
    if rule.verified_by and rule.verified_on:
        pattern = words.gettext("Verified by {name} on {day}.")
        yield pattern.format(name=rule.verified_by, day=words.day(rule.verified_on))
    else:
        yield words.gettext("No lawyer has verified this rule; its figure comes from {origin}.").format(
            origin=_origin(rule.confidence, words)
        )


def _term(rule: Rule, words: Words) -> Iterator[str]:
    """How long a term in days, months or years is; of hours and of what is counted back the count itself says it."""
    if rule.unit not in _DAYS_AND_MORE or rule.direction is Direction.BACKWARD:
        return
    yield words.gettext("The term is {length}.").format(length=words.length(Length(rule.quantity, rule.unit)))
    if rule.unit in _MONTHS and not rule.exclude_first:
        yield words.gettext("The first day counts; the term ends on the same number of its last month.")


def _origin(confidence: Confidence, words: Words) -> str:
    return {
        Confidence.OFFICIAL: words.gettext("an official text of 2024 or later"),
        Confidence.OLDER: words.gettext("an older official text"),
        Confidence.WEB: words.gettext("another public page"),
        Confidence.MEMORY: words.gettext("memory"),
        Confidence.DERIVED: words.gettext("reasoning from other provisions"),
    }[confidence]


def _checklist(deadline: Deadline, words: Words) -> Iterator[str]:
    """The lines of a checklist with what the file says of each."""
    names = {item.id: words.pick(item.label) for item in deadline.rule.items}
    states = {True: words.gettext("{item}: there"), False: words.gettext("{item}: missing")}
    for step in deadline.steps:
        if isinstance(step, steps.Listed):
            pattern = words.gettext("{item}: unknown") if step.is_there is None else states[step.is_there]
            yield pattern.format(item=names[step.item])


def _is_after(deadline: Deadline, day: date) -> bool:
    """Whether what starts the clock may lie on or after a day."""
    latest = deadline.trigger.latest
    return latest is not None and to_local(latest, deadline.zone)[: len(day.isoformat())] >= day.isoformat()


def _proof_lines(step: steps.Step, sources: Sources, deadline: Deadline, words: Words) -> Iterator[str]:
    """The sources of the event that shows the act, where it is not the trigger, whose sources were told."""
    if isinstance(step, steps.Shown | steps.Closed) and step.event != deadline.event:
        yield _source_line(sources.get(step.event, ()), words)
