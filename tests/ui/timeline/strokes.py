"""Events as a drawing needs them, in few words."""

from db.queries.timeline import Stroke
from desktop.logic import when

ALMATY = "Asia/Almaty"


def stroke(
    edtf: str, until: str = "", *, person: str = "kalas", title: str = "", standing: str = "", **more: str
) -> Stroke:
    """An event at a time, until another, of a person; its id is its title or its time."""
    first = when.parse(edtf, ALMATY)
    last = when.parse(until, ALMATY) if until else None
    return Stroke(
        id=title or edtf,
        kind=more.get("kind", "hearing"),
        earliest=first.earliest,
        latest=first.latest,
        until_earliest=last.earliest if last else None,
        until_latest=last.latest if last else None,
        title=title or None,
        place_id=more.get("place"),
        standing=standing or None,
        edtf=edtf,
        until_edtf=until or None,
        zone=ALMATY,
        person_ids=(person,) if person else (),
    )


def moment(edtf: str) -> int:
    """The first second of a time."""
    return when.parse(edtf, ALMATY).earliest or 0
