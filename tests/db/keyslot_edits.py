"""Key slot files as somebody who knows the format, but no secret, would edit them."""

import hashlib
import json
from pathlib import Path
from typing import Any

from db.keyslot_copies import COPIES
from db.keyslots import _canonical


def checked(fields: dict[str, Any]) -> bytes:
    """The file with these fields, its ``check`` made to fit."""
    rest = {name: value for name, value in fields.items() if name != "check"}
    check = hashlib.sha256(_canonical(rest)).hexdigest()
    return json.dumps({**rest, "check": check}, indent=1).encode() + b"\n"


def write_edited(folder: Path, fields: dict[str, Any]) -> None:
    """Put the edited file in place of both copies."""
    for name in COPIES:
        (folder / name).write_bytes(checked(fields))
