"""A deadline as plain values for other programs: documented in docs/command-line.md, never renamed."""

from collections.abc import Mapping
from typing import Any

from desktop.documents.clocks.trace import Sources, trace
from desktop.documents.clocks.words import Words
from desktop.logic.clocks import Deadline, Span
from desktop.logic.when import to_local


def plain_deadline(deadline: Deadline, sources: Sources, language: str) -> Mapping[str, Any]:
    """One deadline with its trace in words; times are ISO 8601 with the offset of the place."""
    rule = deadline.rule
    return {
        "rule": rule.id,
        "variant": rule.variant or None,
        "version": rule.version,
        "title": Words(language, deadline.zone).pick(rule.title),
        "person": deadline.person,
        "side": rule.side.value,
        "anchor": deadline.anchor.value,
        "trigger": {"event": deadline.event, **_ends(deadline.trigger, deadline.zone)},
        "due": _ends(deadline.due, deadline.zone),
        "by_law": _ends(deadline.by_law, deadline.zone),
        "status": deadline.status.value,
        "certainty": deadline.certainty.value,
        "verified": deadline.is_verified,
        "shown_by": deadline.shown,
        "decision": deadline.decision,
        "next": list(rule.on_expiry.next),
        "templates": list(rule.on_expiry.templates),
        "trace": list(trace(deadline, sources, language)),
    }


def _ends(span: Span | None, zone: str) -> dict[str, str | None]:
    ends = span or Span(None, None)
    return {"earliest": _local(ends.earliest, zone), "latest": _local(ends.latest, zone)}


def _local(at: int | None, zone: str) -> str | None:
    return None if at is None else to_local(at, zone)
