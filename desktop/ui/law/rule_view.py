"""A rule to read: what it limits, where the law says so, how sure that is, and who verified it."""

from collections.abc import Iterable

from desktop.i18n import _, current
from desktop.logic.clocks.rule import Bound, Direction, Roll, Rule
from desktop.logic.clocks.rulebook import Entry
from desktop.ui import labels, markup
from desktop.ui.law import words
from desktop.ui.markup import Markup
from resources.vocabularies import event_kinds


def tell_rule(entry: Entry) -> Markup:
    """The sheet of one version of a rule."""
    rule = entry.rule
    return Markup(
        markup.title(words.said_in(rule.title))
        + markup.paragraph(markup.quiet(labels.joined([_name(rule), words.jurisdiction_name(rule.jurisdiction)])))
        + _doubts(rule)
        + markup.facts(_facts(rule))
        + _section(_("When it lapses"), [words.said_in(rule.on_expiry.text)])
        + _section(_("Checklist"), [words.said_in(item.label) for item in rule.items])
        + _section(_("Remark"), [words.said_in(rule.note)])
        + _section(_("In the other languages"), _elsewhere(rule))
    )


def _name(rule: Rule) -> str:
    name = f"{rule.id} / {rule.variant}" if rule.variant else rule.id
    return _("{name}, version {number}").format(name=name, number=rule.version)


def _doubts(rule: Rule) -> Markup:
    if rule.verified_by:
        told = _("Verified: {who}").format(who=words.verified_words(rule))
        return markup.paragraph(markup.coloured(told, "good"))
    told = [_("No lawyer has verified this rule.")]
    if rule.checked_to:
        told.append(_("Not verified after {day}: the law may have changed.").format(day=rule.checked_to.isoformat()))
    if not rule.is_on:
        told.append(_("Switched off."))
    return markup.paragraph(markup.coloured(" ".join(told), "warning"))


def _facts(rule: Rule) -> Iterable[tuple[str, Markup]]:
    told = [
        (_("Limit"), words.limit_words(rule)),
        (_("Side"), _(words.SIDES[rule.side])),
        (_("Whose duty"), words.said_in(rule.duty_bearer)),
        (_("Starts from"), _kinds(kind for trigger in rule.triggers for kind in trigger.kinds)),
        (_("Counted from"), labels.joined(dict.fromkeys(_(words.ANCHORS[one.anchor]) for one in rule.triggers))),
        (_("Counting"), labels.joined(_counting(rule))),
        (_("Counted back from"), ", ".join(rule.before)),
        (_("Done by"), _kinds(rule.act.kinds)),
        (_("Basis"), words.basis_words(rule)),
        (_("Source"), rule.source),
        (_("How sure"), _(words.CONFIDENCES[rule.confidence])),
        (_("In force"), words.valid_words(rule)),
    ]
    return [(name, markup.plain(text)) for name, text in told]


def _counting(rule: Rule) -> Iterable[str]:
    yield _(words.DIRECTIONS[rule.direction]) if rule.direction is Direction.BACKWARD else ""
    yield _("not before this time") if rule.bound is Bound.NOT_EARLIER else ""
    yield _("the first day or hour is not counted") if rule.exclude_first else _("the first day or hour is counted")
    yield _("a day off moves it to the next working day") if rule.roll is Roll.NEXT_WORKING_DAY else ""


def _kinds(kinds: Iterable[str]) -> str:
    known = event_kinds()
    return ", ".join(dict.fromkeys(labels.worded(known[kind]) if kind in known else kind for kind in kinds))


def _elsewhere(rule: Rule) -> list[str]:
    return [text for language, text in rule.title.items() if language != current().value]


def _section(title: str, lines: Iterable[str]) -> Markup:
    told = [markup.plain(line) for line in lines if line]
    return Markup(markup.heading(title) + markup.points(told)) if told else markup.NOTHING
