"""What the fields of a rule are chosen from."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from desktop.documents.compose.template import load_template, template_ids
from desktop.i18n import _, current
from desktop.operations.calendars import calendar_names
from desktop.ui.inputs.choices import Choices, Group
from desktop.ui.labels import worded
from desktop.ui.law import words
from resources.vocabularies import fields, vocabulary

_COMPARED = frozenset({"term", "terms", "bool", "safeguard"})  # types of fields that have values to choose from
_LONGEST = 32  # letters of a title
YES, NO = "true", "false"  # the values of a yes/no field, as the input keeps them


def named(names: Mapping[Any, str]) -> Choices:
    """The members of a closed vocabulary under their names (marked with ``N_``)."""

    def choose() -> list[Group]:
        return [Group("", [(member.value, _(title)) for member, title in names.items()])]

    return choose


def jurisdictions() -> list[Group]:
    """The jurisdictions that have a name."""
    return [Group("", [(name, words.jurisdiction_name(name)) for name in words.JURISDICTIONS])]


def calendars() -> list[Group]:
    """The tables of days off."""
    return [Group("", [(name, words.jurisdiction_name(name)) for name in calendar_names()])]


def yes_alone() -> list[Group]:
    """Yes; no is to say nothing."""
    return [Group("", [(True, _("Yes"))])]


def fields_of(*types: str) -> Choices:
    """The extra fields of events, of these types alone where any are named."""

    def choose() -> list[Group]:
        known = [field for field in fields().values() if not types or field.type in types]
        return [Group("", [(field.id, worded(field)) for field in known])]

    return choose


def compared_fields() -> Sequence[Group]:
    """The fields whose values are chosen from a list."""
    return fields_of(*_COMPARED)()


def values_of(field_now: Callable[[], str | None]) -> Choices:
    """The values the field chosen now can have."""

    def choose() -> list[Group]:
        field = fields().get(field_now() or "")
        terms = vocabulary(field.vocabulary).values() if field and field.vocabulary else ()
        answers = [(YES, _("Yes")), (NO, _("No"))] if field and field.type in {"bool", "safeguard"} else []
        return [Group("", [*answers, *((term.id, worded(term)) for term in terms)])]

    return choose


def templates() -> list[Group]:
    """The templates of briefs, by what they are called in the language of the interface."""
    found = {name: where for where in ("", *words.JURISDICTIONS) for name in template_ids(where)}
    return [Group("", [(name, _template_name(name, where)) for name, where in found.items()])]


def _template_name(template: str, jurisdiction: str) -> str:
    try:
        return load_template(template, jurisdiction, current().value).name
    except KeyError:  # not in this language
        return template


class RuleNames:
    """The rules there are, by id, once the vault has told them."""

    def __init__(self) -> None:
        self.known: Sequence[tuple[str, str]] = ()

    def __call__(self) -> list[Group]:
        """The rules, each by its id and its title."""
        return [Group("", [(rule, f"{rule} — {_short(title)}") for rule, title in self.known])]


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
