"""One sentence a step: what starts a clock, and why its rule applies."""

from functools import singledispatch

from desktop.documents.clocks.words import Words, value_words
from desktop.logic.clocks import steps


@singledispatch
def start_line(step: object, words: Words) -> str | None:  # noqa: ARG001 - a step of another part of the trace
    """The sentence for a step that leads to the count; ``None`` for any other."""
    return None


@start_line.register
def _started(step: steps.Started, words: Words) -> str | None:
    event, time, anchor = words.kind(step.kind), words.span(step.span), words.anchor(step.anchor)
    if step.field is None:
        return words.gettext("Starts with: {event}, {time} ({anchor}).").format(event=event, time=time, anchor=anchor)
    pattern = words.gettext("Starts with: {event}, {field}: {time} ({anchor}).")
    return pattern.format(event=event, field=words.field(step.field), time=time, anchor=anchor)


@start_line.register
def _credited(step: steps.Credited, words: Words) -> str | None:
    pattern = words.gettext("Counted from the start of: {event}, {time}.")
    return pattern.format(event=words.kind(step.kind), time=words.span(step.span))


@start_line.register
def _lapsed(step: steps.Lapsed, words: Words) -> str | None:
    pattern = words.gettext("No answer for {length}: that time ran out on {time}.")
    return pattern.format(length=words.length(step.length), time=words.span(step.span))


@start_line.register
def _counted_from(step: steps.CountedFrom, words: Words) -> str | None:
    pattern = words.gettext("Counted from the end of the term {rule}: {time}.")
    return pattern.format(rule=step.rule, time=words.span(step.span))


@start_line.register
def _assumed(step: steps.Assumed, words: Words) -> str | None:
    if step.condition == "adult":
        return words.gettext("The age is not on file: taken for an adult.")
    return words.gettext("The citizenship is not on file: taken for a citizen.")


@start_line.register
def _stands_for(step: steps.StandsFor, words: Words) -> str | None:
    pattern = words.gettext("Not on file: {field}. Counted from what is on file, to be careful; it may run later.")
    return pattern.format(field=words.field(step.field))


@start_line.register
def _told(step: steps.Told, words: Words) -> str | None:
    field = words.field(step.field)
    if step.value is None:
        return words.gettext("Not on file: {field}. It decides whether this limit applies.").format(field=field)
    if isinstance(step.value, bool):
        said = words.gettext("By the file, yes: {field}.") if step.value else words.gettext("By the file, no: {field}.")
        return said.format(field=field)
    value = value_words(step.field, step.value, words)
    return words.gettext("By the file: {field}: {value}.").format(field=field, value=value)


@start_line.register
def _applied(step: steps.Applied, words: Words) -> str | None:
    return _known(step, words) if step.is_certain else _open(step.condition, words)


def _open(condition: str, words: Words) -> str:
    """What is missing to know whether the rule applies."""
    return {
        "gravity": words.gettext("The gravity of the offence is not on file: the rule may apply."),
        "offence_date": words.gettext("The date of the alleged offence leaves open whether the rule applies."),
        "addressee": words.gettext("The addressee is not on file: the rule may apply."),
        "minor": words.gettext("The date of birth leaves open whether the person was under 18."),
        "exception_ground": words.gettext("The file tells neither of a ground for 72 hours nor that there was none."),
        "offence_articles": words.gettext("No article of the charge is on file: the rule may apply."),
        "administrative": words.gettext("The file does not tell whether the matter is administrative."),
        "stays": words.gettext("No stay of the person is on file: the rule may apply."),
        "cannot_follow": words.gettext("The languages of the person are not on file: the rule may apply."),
    }.get(condition, words.gettext("The facts leave open whether the person was held then."))


def _known(step: steps.Applied, words: Words) -> str:
    value = step.value
    ground = words.term("exception-grounds", str(value)) if value else words.gettext("none")
    adult, citizen = words.gettext("The person was 18 or older."), words.gettext("The person is a citizen.")
    at_liberty = words.gettext("The person was at liberty.")
    follows = words.gettext("The person speaks a language of the proceedings.")
    return {
        "minor": words.gettext("The person was under 18.") if value else adult,
        "foreigner": words.gettext("The person is a foreigner.") if value else citizen,
        "cannot_follow": words.gettext("The person could not follow the proceedings alone.") if value else follows,
        "in_custody": words.gettext("The person was held.") if value else at_liberty,
        "exception_ground": words.gettext("Ground for 72 hours: {ground}.").format(ground=ground),
        "offence_articles": words.gettext("Charged under: {articles}.").format(articles=value),
        "gravity": words.gettext("Gravity of the offence: {gravity}.").format(
            gravity=words.term("gravities", str(value))
        ),
        "place_kinds": words.gettext("Place: {place}.").format(place=words.term("place-kinds", str(value))),
    }.get(step.condition, words.gettext("The date of the alleged offence is within the rule."))
