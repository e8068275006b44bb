"""The published JSON Schema of the interchange file ``case.json`` (draft 2020-12)."""

import json
from functools import cache
from typing import Any

from resources import resource


@cache
def case_schema() -> dict[str, Any]:
    """The schema of ``case.json``; shared, so not to be changed."""
    return json.loads(resource("schema", "case.schema.json").read_text(encoding="utf-8"))
