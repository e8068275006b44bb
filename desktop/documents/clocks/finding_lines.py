"""One sentence a step: what is on file about the act, and what we decided."""

from functools import singledispatch

from desktop.documents.clocks.start_lines import start_line
from desktop.documents.clocks.words import Words, value_words
from desktop.logic.clocks import steps


@singledispatch
def finding_line(step: object, words: Words) -> str | None:  # noqa: ARG001 - a step of another part of the trace
    """The sentence for what was found about the act; ``None`` for any other step."""
    return None


@finding_line.register
def _shown(step: steps.Shown, words: Words) -> str | None:
    event, time = words.kind(step.kind), words.span(step.span)
    if step.field:
        pattern = words.gettext("On file: {event}, {field}: {time}.")
        return pattern.format(event=event, field=words.field(step.field), time=time)
    if step.channel:
        pattern = words.gettext("On file: {event}, handed over {time} ({channel}); this counts, whenever it arrived.")
        return pattern.format(event=event, time=time, channel=words.term("channels", step.channel))
    return words.gettext("On file: {event}, {time}.").format(event=event, time=time)


@finding_line.register
def _respected(step: steps.Respected, words: Words) -> str | None:
    return words.gettext("{field}: done, by the file; no time is told.").format(field=words.field(step.field))


@finding_line.register
def _never(step: steps.Never, words: Words) -> str | None:
    if isinstance(step.value, bool) or step.value == "not-respected":
        return words.gettext("By the file it was not done: {field}.").format(field=words.field(step.field))
    value = value_words(step.field, step.value, words)
    pattern = words.gettext("By the file it never came: {field}: {value}.")
    return pattern.format(field=words.field(step.field), value=value)


@finding_line.register
def _closed(step: steps.Closed, words: Words) -> str | None:
    ended = words.gettext("It ended with: {event}, {time}.")
    pattern = words.gettext("End of: {event}, {time}.") if step.field else ended
    return pattern.format(event=words.kind(step.kind), time=words.span(step.span))


@finding_line.register
def _contested(step: steps.Contested, words: Words) -> str | None:  # noqa: ARG001 - which one, its event says
    return words.gettext("It may belong to another event of the same kind.")


@finding_line.register
def _nothing_shown(step: steps.NothingShown, words: Words) -> str | None:  # noqa: ARG001 - the step is the news
    return words.gettext("Nothing on file shows the act: no breach yet; ask, and request the document.")


@finding_line.register
def _not_all_told(step: steps.NotAllTold, words: Words) -> str | None:  # noqa: ARG001 - the step is the news
    return words.gettext("What the file does not tell is no breach yet; look it up in the document.")


@finding_line.register
def _otherwise(step: steps.Otherwise, words: Words) -> str | None:
    pattern = words.gettext("Possible only: by {rule} ({title}), which may apply instead, it would be due {time}.")
    said = pattern.format(rule=step.rule, title=words.pick(step.title), time=words.span(step.due))
    return " ".join([said, *(line for one in step.hangs_on if (line := start_line(one, words)))])


@finding_line.register
def _doubted(step: steps.Doubted, words: Words) -> str | None:
    pattern = words.gettext("Possible only: {event} is a rumour, or disputed by us, or sources only deny it.")
    return pattern.format(event=words.kind(step.kind))


@finding_line.register
def _may_be_between(step: steps.MayBeBetween, words: Words) -> str | None:  # noqa: ARG001 - which one, its event says
    return words.gettext("Possible only: it names no term it prolongs; an order that is not on file may lie between.")


@finding_line.register
def _restoration_asked(step: steps.RestorationAsked, words: Words) -> str | None:
    pattern = words.gettext("Restoration of the term was asked for: {event}, {time}.")
    return pattern.format(event=words.kind(step.kind), time=words.span(step.span))


@finding_line.register
def _restoration_answered(step: steps.RestorationAnswered, words: Words) -> str | None:
    pattern = {
        True: words.gettext("The term was restored: {event}, {time}."),
        False: words.gettext("The restoration was refused: {event}, {time}."),
        None: words.gettext("Answered: {event}, {time}; the file does not tell whether the term was restored."),
    }[step.is_granted]
    return pattern.format(event=words.kind(step.kind), time=words.span(step.span))


@finding_line.register
def _decided(step: steps.Decided, words: Words) -> str | None:
    if step.span is None:
        return words.gettext("Set by us.")
    if step.channel is None:
        return words.gettext("Handed over {time}, as we wrote down.").format(time=words.span(step.span))
    pattern = words.gettext("Handed over {time} ({channel}), as we wrote down; this counts, whenever it arrived.")
    return pattern.format(time=words.span(step.span), channel=words.term("channels", step.channel))


@finding_line.register
def _unchecked(step: steps.Unchecked, words: Words) -> str | None:
    return words.gettext("Not verified after {day}: the law may have changed.").format(day=words.day(step.day))
