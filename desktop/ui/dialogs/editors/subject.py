"""What a draft is of: the form it was typed in, and what that form needs to be opened again."""

import dataclasses
import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from db.drafts import Draft
from db.queries.records import KINDS, columns_of

_SEED_LETTERS = 16


@dataclasses.dataclass(frozen=True, slots=True)
class Subject:
    """``form`` names the form, ``key`` the draft, ``about`` holds in plain values what opens the form again."""

    form: str
    key: str
    case_id: str | None = None
    about: Mapping[str, Any] = dataclasses.field(default_factory=dict[str, Any])


def subject_of(row: Any, case_id: str | None = None) -> Subject:
    """The subject of a record's own form: the kind and the id; of a new one its case and what it hangs on.

    ``case_id`` is the case the form was opened in, for records that belong to none alone.
    """
    kind = KINDS[row.__class__].value
    case = getattr(row, "case_id", None) or case_id
    if row.id:
        return Subject(kind, f"{kind}:{row.id}", case, {"id": row.id})
    about = _plain(row)
    hung_on = {part: value for part, value in about.items() if part.endswith("_id") and part != "case_id"}
    seed = f":{fingerprint(hung_on)}" if hung_on else ""
    return Subject(kind, f"{kind}:new:{case or ''}{seed}", case, about)


def fingerprint(values: object) -> str:
    """A short mark of plain values, for the key of a draft; the same values give the same mark."""
    return sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:_SEED_LETTERS]


def form_of(draft: Draft) -> str:
    """The form a draft was typed in; drafts of older versions name it by their key alone."""
    return draft.body.get("form") or draft.key.partition(":")[0]


def about_of(draft: Draft) -> Mapping[str, Any]:
    """What opens the form of a draft again."""
    if "about" in draft.body:
        return draft.body["about"]
    record = draft.key.partition(":")[2]
    return {} if record.startswith("new:") else {"id": record}


def row_about(draft: Draft, row_type: Any, **usual: str) -> Any:
    """The row a form of a record was opened with: of a record on file only its id, which is read again.

    ``usual`` are the columns a row must have; what the draft says comes before.
    """
    about = about_of(draft)
    columns = set(columns_of(row_type))
    case = {"case_id": draft.case_id} if draft.case_id and "case_id" in columns else {}
    known = {part: value for part, value in about.items() if part in columns}
    return row_type(**({"id": ""} | usual | case | known))


def _plain(row: Any) -> dict[str, Any]:
    """The columns of a new row that say something and are plain values; a form keeps the others itself."""
    values = {part: getattr(row, part) for part in columns_of(row.__class__)}
    return {part: value for part, value in values.items() if value and isinstance(value, str | int | float)}
