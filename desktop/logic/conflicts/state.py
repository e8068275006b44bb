"""What nobody in that state can do or undergo: act after death, stay in custody after release, be charged again.

Two custodies at once and free acts of those held are found among the pairs of stays (``presence.py``).
"""

from collections.abc import Iterator, Sequence
from itertools import product

from db.rows import ChargeRow, EventRow, PersonRow
from db.types import Kind, When
from desktop.logic import when
from desktop.logic.conflicts.conflict import Certainty, Conflict, Family, Ref, Step, fingerprint
from desktop.logic.conflicts.extent import DAY, beginning, comes_after
from desktop.logic.conflicts.facts import Facts, Part, between, event_ref, fact_step, time_of
from desktop.logic.conflicts.terms import ABOUT_VICTIMS, HELD, LIVING, LIVING_ROLES, SAME_FACT_LINKS, SUBJECTS
from desktop.logic.names import fold

_OF_THE_DEAD = frozenset({"death", "transfer", "release"})


def state_of_person(facts: Facts, person: str, parts: Sequence[Part]) -> Iterator[Conflict]:
    """Every conflict of a person's state, but those that pairs of stays show."""
    row = facts.persons.get(person)
    deaths = [part.event for part in parts if part.event.kind == "death" and part.roles & SUBJECTS]
    acts = [part for part in parts if _is_of_the_living(part, facts.vocabulary.presence)]
    for act in acts:
        yield from _after_death(facts, person, act.event, deaths)
        if row is not None:
            yield from _outside_life(facts, row, act.event, has_death=bool(deaths))
    yield from _released(facts, person, parts)
    yield from _charged_again(facts, person, parts)
    if row is not None:
        yield from _life(facts, row)
    charges = facts.charges.get(person, [])
    yield from _charges(facts, charges)
    yield from _charged_by_event(facts, charges, parts)


def _is_of_the_living(part: Part, presence: frozenset[str]) -> bool:
    kind = part.event.kind
    is_act = kind in LIVING or (kind in presence and kind not in _OF_THE_DEAD)
    roles = LIVING_ROLES - {"victim"} if kind in ABOUT_VICTIMS else LIVING_ROLES
    return is_act and bool(part.roles & roles) and part.event.when is not None


def _after_death(facts: Facts, person: str, act: EventRow, deaths: Sequence[EventRow]) -> Iterator[Conflict]:
    for death in deaths:
        certainty = _comes_after(act, death.when)
        if certainty is not None and not facts.are_linked(act.id, death.id, SAME_FACT_LINKS):
            steps = [Step("dead-cannot-act", {"person": Ref(Kind.PERSON, person)})]
            yield between(facts, (Family.STATE, "after-death"), certainty, (death, act), [person], steps)


def _comes_after(act: EventRow, death: When | None) -> Certainty | None:
    """Whether an act begins, or a stay still goes on, after a death."""
    if act.when is None or death is None:
        return None
    goes_on = act.until is not None and act.until.earliest is not None and death.latest is not None
    if goes_on and act.until is not None and (act.until.earliest or 0) > (death.latest or 0) + DAY:
        return Certainty.CERTAIN
    return comes_after(beginning(act.when), death)


def _outside_life(facts: Facts, row: PersonRow, act: EventRow, *, has_death: bool) -> Iterator[Conflict]:
    """An act before the person's birth, or after the day of death that stands with the person alone."""
    found: list[tuple[str, When, Certainty | None]] = []
    if row.born is not None and act.when is not None:
        found.append(("before-birth", row.born, comes_after(row.born, act.when)))
    if row.deceased is not None and not has_death:
        found.append(("after-death", row.deceased, _comes_after(act, row.deceased)))
    for rule, day, certainty in found:
        if certainty is not None:
            ref = Ref(Kind.PERSON, row.id)
            code = "born-on" if rule == "before-birth" else "deceased-on"
            steps = (Step(code, {"person": ref, "when": day}), fact_step(act), Step(f"acts-{rule}", {"person": ref}))
            records = (ref, event_ref(act))
            yield Conflict(
                Family.STATE, rule, certainty, records, (row.id,), steps, tuple(facts.sources(row.id, act.id)),
                fingerprint(rule, [("day", time_of(day)), facts.told(act)]),
            )  # fmt: skip


def _life(facts: Facts, row: PersonRow) -> Iterator[Conflict]:
    certainty = comes_after(row.born, row.deceased) if row.born and row.deceased else None
    if row.born and row.deceased and certainty:
        ref = Ref(Kind.PERSON, row.id)
        steps = (
            Step("born-on", {"person": ref, "when": row.born}),
            Step("deceased-on", {"person": ref, "when": row.deceased}),
        )
        told = [("born", time_of(row.born)), ("deceased", time_of(row.deceased))]
        yield Conflict(
            Family.STATE, "born-after-death", certainty, (ref, ref), (row.id,), steps, tuple(facts.sources(row.id)),
            fingerprint("born-after-death", told),
        )  # fmt: skip


def _released(facts: Facts, person: str, parts: Sequence[Part]) -> Iterator[Conflict]:
    """A release in the middle of a stay in custody that goes on for more than a day after it."""
    releases = [part for part in parts if part.event.kind == "release" and part.roles & SUBJECTS and part.extent]
    for stay in parts:
        if stay.event.kind not in HELD or not stay.roles & SUBJECTS or stay.extent is None or stay.extent.is_open:
            continue
        for release in releases:
            extent = release.extent
            if extent and stay.extent.start_to < extent.start_from and extent.start_to + DAY < stay.extent.end_from:
                steps = [Step("released-but-held", {"event": event_ref(stay.event)})]
                rule = (Family.STATE, "released-but-held")
                yield between(facts, rule, Certainty.CERTAIN, (release.event, stay.event), [person], steps)


def _charged_again(facts: Facts, person: str, parts: Sequence[Part]) -> Iterator[Conflict]:
    """A charge after a verdict of acquittal: possible, since the records do not say that it is for the same deed."""
    acquittals = [part.event for part in parts if part.event.kind == "verdict" and "acquitted" in part.roles]
    charges = [part.event for part in parts if part.event.kind == "charge" and part.roles & SUBJECTS]
    for acquittal, charge in product(acquittals, charges):
        if charge.when and acquittal.when and comes_after(charge.when, acquittal.when):
            steps = [Step("charged-after-acquittal", {"person": Ref(Kind.PERSON, person)})]
            rule = (Family.STATE, "charged-after-acquittal")
            yield between(facts, rule, Certainty.POSSIBLE, (acquittal, charge), [person], steps)


def _charges(facts: Facts, charges: Sequence[ChargeRow]) -> Iterator[Conflict]:
    """A charge of the article of which the person was acquitted before."""
    acquittals = [row for row in charges if row.outcome == "acquitted" and row.to]
    for acquittal in acquittals:
        for charge in charges:
            certainty = _follows(acquittal, charge)
            if certainty is not None:
                yield _of_charges(facts, acquittal, charge, certainty)


def _charged_by_event(facts: Facts, charges: Sequence[ChargeRow], parts: Sequence[Part]) -> Iterator[Conflict]:
    """The same where the later charge is told as an event of that article, and not as a charge too."""
    acquittals = [row for row in charges if row.outcome == "acquitted" and row.to]
    for acquittal, part in product(acquittals, parts):
        event = part.event
        is_charge = event.kind == "charge" and event.when and part.roles & SUBJECTS
        if is_charge and acquittal.to and event.when and _is_of(event, acquittal):
            certainty = comes_after(event.when, acquittal.to)
            if certainty and not any(row.from_ and when.overlaps(row.from_, event.when) for row in charges):
                yield _of_charge_and_event(facts, acquittal, event, certainty)


def _is_of(event: EventRow, charge: ChargeRow) -> bool:
    """Whether an event brings the charge: its article, with the part where that is written with it."""
    told = fold(str(event.fields.get("article") or ""))
    return bool(charge.article) and told in {fold(charge.article or ""), _deed(charge)}


def _of_charge_and_event(facts: Facts, acquittal: ChargeRow, event: EventRow, certainty: Certainty) -> Conflict:
    records = (Ref(Kind.CHARGE, acquittal.id), event_ref(event))
    steps = (
        Step("acquitted-on", {"charge": records[0], **({"when": acquittal.to} if acquittal.to else {})}),
        fact_step(event),
        Step("charged-after-acquittal", {"person": Ref(Kind.PERSON, acquittal.person_id)}),
    )
    told = [(_deed(acquittal), time_of(acquittal.from_), time_of(acquittal.to)), facts.told(event)]
    return Conflict(
        Family.STATE, "charged-after-acquittal", certainty, records, (acquittal.person_id,), steps,
        tuple(facts.sources(acquittal.id, event.id)), fingerprint("charged-after-acquittal", told),
    )  # fmt: skip


def _follows(acquittal: ChargeRow, charge: ChargeRow) -> Certainty | None:
    is_same = charge.id != acquittal.id and charge.person_id == acquittal.person_id
    if not is_same or charge.from_ is None or acquittal.to is None or _deed(charge) != _deed(acquittal):
        return None
    return comes_after(charge.from_, acquittal.to)


def _deed(charge: ChargeRow) -> str:
    """What somebody is charged with, to be compared: the article and part, else the words."""
    return fold(f"{charge.article} {charge.part or ''}" if charge.article else charge.text or "")


def _of_charges(facts: Facts, acquittal: ChargeRow, charge: ChargeRow, certainty: Certainty) -> Conflict:
    records = (Ref(Kind.CHARGE, acquittal.id), Ref(Kind.CHARGE, charge.id))
    person = acquittal.person_id
    steps = (
        Step("acquitted-on", {"charge": records[0], **({"when": acquittal.to} if acquittal.to else {})}),
        Step("charged-on", {"charge": records[1], **({"when": charge.from_} if charge.from_ else {})}),
        Step("charged-after-acquittal", {"person": Ref(Kind.PERSON, person)}),
    )
    told = [(_deed(row), time_of(row.from_), time_of(row.to)) for row in (acquittal, charge)]
    return Conflict(
        Family.STATE, "charged-after-acquittal", certainty, records, (person,), steps,
        tuple(facts.sources(acquittal.id, charge.id)), fingerprint("charged-after-acquittal", told),
    )  # fmt: skip
