"""Injuries and places on a body in words."""

from db.rows import InjuryRow
from desktop.i18n import _
from desktop.logic.body import Spot, spot_at
from desktop.ui import labels, times
from resources.body import charts

NUMBERED = frozenset({"teeth", "finger", "toe"})  # regions whose parts have numbers


def where(row: InjuryRow) -> str:
    """The region and side, and the number of a tooth, finger or toe as far as the mark tells it."""
    region = labels.term("body-regions", row.region)
    spot = spot_of(row)
    if region and spot and spot.part and spot.region == row.region:
        region = _numbered(region, spot)
    return ", ".join(part for part in (region, labels.term("body-sides", row.side).lower()) if part)


def told_spot(spot: Spot | None) -> str:
    """What the point under the cross is."""
    if spot is None:
        return _("beside the body")
    region = labels.term("body-regions", spot.region)
    named = _numbered(region, spot) if spot.part else region
    return ", ".join(part for part in (named, labels.term("body-sides", spot.side).lower()) if part)


def spot_of(row: InjuryRow) -> Spot | None:
    """What the chart has at the mark of an injury."""
    chart = charts().get(row.chart or "")
    return spot_at(chart, row.x, row.y) if chart and row.x is not None and row.y is not None else None


def called(row: InjuryRow) -> str:
    """What an injury is called in lists: its type and where it is, else its text."""
    named = ", ".join(part for part in (labels.term("injury-types", row.type), where(row).lower()) if part)
    return named or (row.text or labels.term("injury-types", "other"))


def remarks(row: InjuryRow) -> str:
    """Its size, colour, when it was seen and how it fits the account."""
    return labels.joined(
        [
            row.size or "",
            row.colour or "",
            times.told_short(row.observed),
            row.observed_by or "",
            labels.term("istanbul-levels", row.istanbul),
            labels.term("injury-grades", row.grade),
        ]
    )


def _numbered(region: str, spot: Spot) -> str:
    return _("{region} no. {number}").format(region=region, number=spot.part)
