"""What follows where a limit lapsed: the clocks that run next, and the brief that can be made of it."""

from collections.abc import Iterator, Mapping
from functools import cache

from desktop.documents.clocks.words import Words
from desktop.logic.clocks.deadline import Deadline, Status
from desktop.logic.clocks.rule import Rule
from resources.rules import shipped_rules

LAPSED = frozenset({Status.BREACHED, Status.MISSED, Status.UNPROVEN, Status.REFUSED})


def after_lapse(deadline: Deadline, words: Words) -> Iterator[str]:
    """The next clocks by id and title, and the briefs by name; nothing while the limit has not lapsed."""
    if deadline.status not in LAPSED:
        return
    for rule, title in next_rules(deadline.rule, words):
        yield words.gettext("What may run next: {rule}, {title}.").format(rule=rule, title=title)
    names = "; ".join(name for _, name in briefs_of(deadline.rule, words))
    if names:
        yield words.gettext("Briefs that can be made of it: {names}.").format(names=names)


def next_rules(rule: Rule, words: Words) -> Iterator[tuple[str, str]]:
    """The rules that start with the lapse: id and title; one of the user's own is told by its id."""
    for one in rule.on_expiry.next:
        yield one, words.pick(_titles().get(one, {"en": one}))


def briefs_of(rule: Rule, words: Words) -> Iterator[tuple[str, str]]:
    """The templates of briefs a rule names: id and name, in the language where there is one."""
    from desktop.documents.compose.template import load_template  # briefs in their turn tell of breaches

    for template in rule.on_expiry.templates:
        for language in (words.language, words.language.split("-", maxsplit=1)[0], "en"):
            try:
                yield template, load_template(template, rule.jurisdiction, language).name
            except KeyError:
                continue
            break


@cache
def _titles() -> Mapping[str, Mapping[str, str]]:
    """What the shipped limits are called, by id: the one without a variant, else the first."""
    found: dict[str, Mapping[str, str]] = {}
    for table in shipped_rules().tables:
        if table.id not in found or not table.body.get("variant"):
            found[table.id] = table.body["title"]
    return found
