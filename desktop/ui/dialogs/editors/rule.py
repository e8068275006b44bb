"""The editor of a rule of law: the common parts as fields, everything else as the rule file writes it."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from desktop.errors import Fault
from desktop.i18n import N_, _
from desktop.logic.clocks.rule import Anchor, Confidence, Direction, Side, Unit
from desktop.operations.calendars import calendar_names
from desktop.operations.rules import save_rule
from desktop.ui.desk import Desk
from desktop.ui.dialogs.editors.editor import Editor, Verb, work
from desktop.ui.dialogs.editors.subject import Subject
from desktop.ui.inputs.choices import ChoiceInput, Choices, Group, kinds_of_event, yes_or_no
from desktop.ui.inputs.terms import TermsInput
from desktop.ui.inputs.texts import LinesInput, LongTextInput, NumberInput, TextInput
from desktop.ui.law import words

TITLES = {"en": N_("Title in English"), "ru": N_("Title in Russian"), "kk": N_("Title in Kazakh")}
LANGUAGES = tuple(TITLES)
IDENTITY = ("id", "variant", "version")
_PLAIN = (
    *IDENTITY, "jurisdiction", "side", "quantity", "unit", "direction", "exclude_first", "calendar", "source",
    "confidence", "valid_from", "valid_to",
)  # fmt: skip
_FORM = {*_PLAIN, "title", "before", "roll", "basis"}
_DAY = N_("2019-12-27")


class RuleEditor(Editor):
    """Writes one version of a rule; ``body`` is what the form begins with."""

    def __init__(self, desk: Desk, body: Mapping[str, Any], parent: QWidget | None = None, *, is_new: bool) -> None:
        super().__init__(N_("New rule") if is_new else N_("Rule"), desk, parent, letters=100)
        self._body, self._is_new = body, is_new
        self._is_simple = _is_simple(body.get("triggers", ()))
        self._lay_out()
        for part in IDENTITY:
            self.form.reveal(part, is_shown=is_new)
        for part in ("kinds", "anchor"):
            self.form.reveal(part, is_shown=self._is_simple)
        self.form.fill(_shown(body, is_simple=self._is_simple))
        self.settle()
        self.form.input("id" if is_new else "title_en").setFocus()

    def subject(self) -> Subject:
        """The draft is of this version of the rule, or of a new rule begun from it."""
        named = "|".join(str(self._body.get(part, "")) for part in IDENTITY)
        about = {"body": dict(self._body), "is_new": self._is_new}
        return Subject("rule", f"rule:{'new:' if self._is_new else ''}{named}", None, about)

    def compose(self, values: dict[str, Any]) -> Verb[str]:
        """Write the rule."""
        return work(save_rule, self.desk.vault, self.written(values))

    def written(self, values: dict[str, Any]) -> dict[str, Any]:
        """The record that these values of the form describe."""
        return _written(values, is_simple=self._is_simple)

    def check(self, values: dict[str, Any]) -> list[Fault]:
        """Everything else has to be JSON, and not say again what has a field."""
        try:
            more = json.loads(values["more"] or "{}")
        except ValueError:
            return [Fault("more", _("This is not JSON. Look at the brackets, quotation marks and commas."))]
        if not isinstance(more, dict):
            return [Fault("more", _("This is not JSON. Look at the brackets, quotation marks and commas."))]
        twice = sorted(_FORM & set(cast("dict[str, Any]", more)))
        return [Fault("more", _("{name} has a field of its own above.").format(name=name)) for name in twice]

    def mark(self, faults: Sequence[Fault]) -> list[Fault]:
        """Show each fault of the record at the field it is written in."""
        parts = set(self.form.parts())
        return self.form.mark([self._placed(fault, parts) for fault in faults])

    def _placed(self, fault: Fault, parts: set[str]) -> Fault:
        root = fault.place.split(".")[0].split("[")[0]
        if fault.place in parts:
            return fault
        if root == "title":
            language = fault.place.partition(".")[2]
            return Fault(f"title_{language}" if language in LANGUAGES else "title_en", fault.what)
        if root == "triggers" and self._is_simple:
            return Fault("anchor" if fault.place.endswith("anchor") else "kinds", fault.what)
        if fault.place.startswith("act.kinds"):
            return Fault("acts", fault.what)
        if root in parts:
            return Fault(root, fault.what)
        return Fault("more", _("{key}: {what}").format(key=fault.place, what=fault.what))

    def _lay_out(self) -> None:
        put = self.form.put
        put("id", N_("&Id"), TextInput(N_("KZ-D02, or one of your own: MY-1")))
        put("variant", N_("&Variant"), TextInput(N_("where one limit has several: urgent")))
        put("version", N_("V&ersion"), NumberInput(is_whole=True))
        for language, title in (
            ("en", N_("Title in English")),
            ("ru", N_("Title in Russian")),
            ("kk", N_("Title in Kazakh")),
        ):
            put(f"title_{language}", title, TextInput(), is_wide=True)
        put("jurisdiction", N_("&Jurisdiction"), ChoiceInput(_jurisdictions, blank=""))
        put("side", N_("Si&de"), ChoiceInput(_named(words.SIDES), blank=""))
        put("quantity", N_("&How many"), NumberInput(is_whole=True))
        put("unit", N_("&Unit"), ChoiceInput(_named(words.UNITS), blank=""))
        put("kinds", N_("Starts &from"), TermsInput(kinds_of_event, N_("A kind of event")), is_wide=True)
        put("anchor", N_("Counted fr&om"), ChoiceInput(_named(words.ANCHORS), blank=""))
        put("acts", N_("Done &by"), TermsInput(kinds_of_event, N_("A kind of event")), is_wide=True)
        self._lay_out_counting()

    def _lay_out_counting(self) -> None:
        put = self.form.put
        put("direction", N_("Di&rection"), ChoiceInput(_named(words.DIRECTIONS), blank=""))
        put("before", N_("Counted bac&k from"), LinesInput(1, N_("ids of rules, one a line")))
        put("exclude_first", N_("First day or hour is &not counted"), ChoiceInput(yes_or_no, blank=""))
        put("roll", N_("A day off &moves it to the next working day"), ChoiceInput(yes_or_no, blank=""))
        put("calendar", N_("Days off of"), ChoiceInput(_calendars))
        put("basis", N_("Basis, one &a line: act; article; part"), LinesInput(2, N_("UPK; 131; 2")), is_wide=True)
        put("source", N_("Sour&ce"), TextInput(N_("where you read it")))
        put("confidence", N_("How sure"), ChoiceInput(_named(words.CONFIDENCES), blank=""))
        put("valid_from", N_("In force from"), TextInput(_DAY))
        put("valid_to", N_("In force to"), TextInput(_DAY))
        put(
            "more", N_("Everything else, as JSON"), LongTextInput(4, N_("conditions, remarks, checklist")), is_wide=True
        )


def _shown(body: Mapping[str, Any], *, is_simple: bool) -> dict[str, Any]:
    """The values of the form for a record."""
    triggers: Sequence[Mapping[str, Any]] = body.get("triggers", ())
    first: Mapping[str, Any] = triggers[0] if is_simple and triggers else {}
    act = dict(body.get("act", {}))
    shown: dict[str, Any] = {key: body.get(key) for key in _PLAIN}
    shown |= {f"title_{language}": body.get("title", {}).get(language) for language in LANGUAGES}
    shown |= {
        "version": body.get("version", 1),
        "direction": body.get("direction", Direction.FORWARD.value),
        "exclude_first": body.get("exclude_first", True),
        "roll": body.get("roll") == "next_working_day",
        "before": tuple(body.get("before", ())),
        "kinds": tuple(first.get("kinds", ())),
        "anchor": first.get("anchor", Anchor.ACTUAL.value),
        "acts": tuple(act.pop("kinds", ())),
        "basis": tuple(_line(one) for one in body.get("basis", ())),
    }
    more = {key: value for key, value in body.items() if key not in _FORM | {"triggers", "act"}}
    more |= {"act": act} if act else {}
    more |= {} if is_simple else {"triggers": triggers}
    shown["more"] = json.dumps(more, ensure_ascii=False, indent=1) if more else ""
    return shown


def _written(values: Mapping[str, Any], *, is_simple: bool) -> dict[str, Any]:
    """The record that the values of the form describe; what stands at its default is left out."""
    body: dict[str, Any] = json.loads(values["more"] or "{}")
    body |= {key: values[key] for key in _PLAIN if values[key] is not None}
    body["title"] = {language: values[f"title_{language}"] or "" for language in LANGUAGES}
    body["basis"] = [_basis(line) for line in values["basis"]]
    if values["roll"]:
        body["roll"] = "next_working_day"
    if values["before"]:
        body["before"] = list(values["before"])
    if body.get("direction") == Direction.FORWARD.value:
        del body["direction"]
    if is_simple:
        body["triggers"] = [{"kinds": list(values["kinds"]), "anchor": values["anchor"]}] if values["kinds"] else []
    if values["acts"]:
        body["act"] = {"kinds": list(values["acts"])} | _table(body.get("act"))
    return body


def _is_simple(triggers: Sequence[Mapping[str, Any]]) -> bool:
    """Whether two fields say all there is about what starts a rule."""
    return len(triggers) <= 1 and all(set(trigger) <= {"kinds", "anchor"} for trigger in triggers)


def _table(value: object) -> dict[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _line(basis: Mapping[str, str]) -> str:
    return "; ".join(basis.get(part, "") for part in ("act", "article", "part")).rstrip("; ")


def _basis(line: str) -> dict[str, str]:
    parts = [part.strip() for part in line.split(";", maxsplit=2)]
    return {name: part for name, part in zip(("act", "article", "part"), parts, strict=False) if part or name == "act"}


def _named(names: Mapping[Any, str]) -> Choices:
    def choose() -> list[Group]:
        return [Group("", [(member.value, _(title)) for member, title in names.items()])]

    return choose


def _jurisdictions() -> list[Group]:
    return [Group("", [(name, words.jurisdiction_name(name)) for name in words.JURISDICTIONS])]


def _calendars() -> list[Group]:
    return [Group("", [(name, words.jurisdiction_name(name)) for name in calendar_names()])]


EMPTY: Mapping[str, Any] = {
    "jurisdiction": "kz", "calendar": "kz", "side": Side.OURS.value, "unit": Unit.SUTKI.value,
    "confidence": Confidence.OFFICIAL.value,
}  # fmt: skip
