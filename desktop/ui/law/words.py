"""Words for what a rule says: its limit, its side, how sure it is, who verified it."""

from collections.abc import Mapping

from desktop.documents.clocks.acts import act_name
from desktop.i18n import N_, _, current, ngettext
from desktop.logic.clocks.rule import Anchor, Bound, Confidence, Direction, Pick, Roll, Rule, Side, Unit
from desktop.logic.clocks.rulebook import Entry, Origin

JURISDICTIONS: Mapping[str, str] = {
    "kz": N_("Kazakhstan"),
    "int": N_("United Nations"),
    "ru": N_("Russia"),
    "it": N_("Italy"),
    "kg": N_("Kyrgyzstan"),
    "echr": N_("European Convention"),
}
SIDES: Mapping[Side, str] = {Side.OURS: N_("Ours"), Side.THEIRS: N_("Theirs")}
UNITS: Mapping[Unit, str] = {
    Unit.HOUR: N_("Hours"),
    Unit.SUTKI: N_("Day-periods (sutki)"),
    Unit.CALENDAR_DAY: N_("Calendar days"),
    Unit.WORKING_DAY: N_("Working days"),
    Unit.MONTH: N_("Months"),
    Unit.YEAR: N_("Years"),
    Unit.IMMEDIATE: N_("At once"),
    Unit.NONE: N_("No limit"),
    Unit.CHECKLIST: N_("Checklist"),
}
ANCHORS: Mapping[Anchor, str] = {
    Anchor.ACTUAL: N_("When it happened"),
    Anchor.RECORDED: N_("When it was recorded"),
    Anchor.SERVED: N_("When it was served"),
    Anchor.ANNOUNCED: N_("When it was announced"),
    Anchor.RECEIVED: N_("When it was received"),
}
DIRECTIONS: Mapping[Direction, str] = {Direction.FORWARD: N_("Forward"), Direction.BACKWARD: N_("Backward")}
PICKS: Mapping[Pick, str] = {Pick.EACH: N_("Every one"), Pick.FIRST: N_("The first"), Pick.LAST: N_("The last")}
BOUNDS: Mapping[Bound, str] = {Bound.NOT_LATER: N_("Not later"), Bound.NOT_EARLIER: N_("Not earlier")}
ROLLS: Mapping[Roll, str] = {Roll.NONE: N_("No"), Roll.NEXT_WORKING_DAY: N_("Yes")}
CONFIDENCES: Mapping[Confidence, str] = {
    Confidence.OFFICIAL: N_("Official text of 2024 or later"),
    Confidence.OLDER: N_("Older redaction"),
    Confidence.WEB: N_("Another public page"),
    Confidence.MEMORY: N_("From memory"),
    Confidence.DERIVED: N_("Derived, not read"),
}


def jurisdiction_name(jurisdiction: str) -> str:
    """A jurisdiction in words; one nobody named is shown as it is."""
    return _(JURISDICTIONS[jurisdiction]) if jurisdiction in JURISDICTIONS else jurisdiction


def said_in(words: Mapping[str, str]) -> str:
    """Words of a rule in the language of the interface, in English where they have none."""
    return words.get(current().value) or words.get("en") or next(iter(words.values()), "")


def limit_words(rule: Rule) -> str:
    """How long the limit is."""
    number = rule.quantity
    told = {
        Unit.HOUR: ngettext("{count} hour", "{count} hours", number),
        Unit.SUTKI: ngettext("{count} day-period", "{count} day-periods", number),
        Unit.CALENDAR_DAY: ngettext("{count} calendar day", "{count} calendar days", number),
        Unit.WORKING_DAY: ngettext("{count} working day", "{count} working days", number),
        Unit.MONTH: ngettext("{count} month", "{count} months", number),
        Unit.YEAR: ngettext("{count} year", "{count} years", number),
    }
    return told[rule.unit].format(count=number) if rule.unit in told else _(UNITS[rule.unit])


def valid_words(rule: Rule) -> str:
    """From when to when this version is the law."""
    start = rule.valid_from.isoformat() if rule.valid_from else ""
    end = rule.valid_to.isoformat() if rule.valid_to else ""
    return f"{start} – {end}" if start or end else ""


def verified_words(rule: Rule) -> str:
    """Who verified it and when, or that nobody did."""
    if not rule.verified_by:
        return _("Not verified")
    day = rule.verified_on.isoformat() if rule.verified_on else ""
    return _("{name}, {day}").format(name=rule.verified_by, day=day)


def state_words(entry: Entry) -> str:
    """Whether it is the program's or the user's, and whether it is switched off."""
    words = {Origin.SHIPPED: "", Origin.CHANGED: _("Changed"), Origin.OWN: _("Own")}[entry.origin]
    return ", ".join(word for word in (words, "" if entry.rule.is_on else _("Off")) if word)


def basis_words(rule: Rule) -> str:
    """The articles it rests on: ``UPK 131(2)``."""
    return "; ".join(
        " ".join(
            part
            for part in (act_name(one.act, current().value), one.article + (f"({one.part})" if one.part else ""))
            if part
        )
        for one in rule.basis
    )
