"""What sources say of one field, side by side under what the record itself holds."""

from collections.abc import Sequence

from db.queries.documents import Passage
from db.rows import CitationRow
from db.types import Bearing, Kind
from desktop.i18n import _
from desktop.logic.conflicts.compare import differ
from desktop.ui import labels, markup
from desktop.ui.claimed import field_name, told_value
from desktop.ui.markup import Markup

BEARING_COLOURS = {Bearing.SUPPORTS: "good", Bearing.CONTRADICTS: "danger", Bearing.MENTIONS: "muted"}
CITE_FIELD = "cite-field"


def with_claims(field: str, held: Markup, passages: Sequence[Passage], zone: str, own: str = "") -> Markup:
    """What the record holds with a line for each passage that speaks of the field.

    ``own`` is the held value as claims are written, so that it can be compared with them.
    """
    about = [one for one in passages if one.citation.field == field]
    if not about:
        return held
    lines = [_line(field, one, zone) for one in about]
    values = [own, *(one.citation.value for one in about)]
    if _disagree(field, [value for value in values if value], zone):
        lines.insert(0, markup.coloured(_("The sources differ:"), "warning"))
    return markup.joined([held, *lines], "\n")


def unproved(field: str, held: Markup, passages: Sequence[Passage]) -> Markup:
    """A safeguard with a step to cite its evidence, as long as no passage speaks of it."""
    if any(one.citation.field == field for one in passages):
        return held
    told = [markup.coloured(_("no source"), "warning"), markup.step(CITE_FIELD, field, _("cite"))]
    return markup.joined([held, *told])


def claimed(citation: CitationRow, zone: str) -> str:
    """Of what field a passage speaks and what it gives for it; nothing where it speaks of the whole."""
    if not citation.field:
        return ""
    name = field_name(citation.field)
    if not citation.value:
        return name
    value = told_value(citation.field, citation.value, zone)
    return _("{field}: {value}").format(field=name, value=value)


def locator(citation: CitationRow) -> str:
    """Where in the document the passage stands."""
    if citation.page:
        return _("p. {page}").format(page=citation.page)
    if citation.paragraph:
        return _("para. {paragraph}").format(paragraph=citation.paragraph)
    return citation.timecode or ""


def _line(field: str, one: Passage, zone: str) -> Markup:
    citation = one.citation
    colour = BEARING_COLOURS.get(Bearing(citation.bearing), "muted")
    said = told_value(field, citation.value, zone) if citation.value else ""
    source = markup.joined(
        [
            markup.link(Kind.DOCUMENT.value, one.document.id, one.document.title),
            markup.plain(locator(citation)),
            markup.quiet(labels.term("reliabilities", citation.reliability)),
        ],
        " ",
    )
    bearing = markup.coloured(labels.term("bearings", citation.bearing), colour)
    return markup.joined([markup.plain(said) if said else bearing, source], " — ")


def _disagree(field: str, values: Sequence[str], zone: str) -> bool:
    pairs = ((one, other) for place, one in enumerate(values) for other in values[place + 1 :])
    return any(differ(field, one, other, zone) is not None for one, other in pairs)
