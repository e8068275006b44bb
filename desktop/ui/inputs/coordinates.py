"""The input for a point on the earth."""

import re
from typing import Any

from desktop.i18n import N_, _
from desktop.ui.inputs.input import Unclear
from desktop.ui.inputs.texts import TextInput

_PAIR = re.compile(r"([+-]?\d+(?:\.\d+)?)[\s,;]+([+-]?\d+(?:\.\d+)?)")
LATITUDES, LONGITUDES = 90, 180


class CoordinatesInput(TextInput):
    """Latitude and longitude in degrees, as maps give them: ``43.3521, 77.0405``."""

    def __init__(self) -> None:
        super().__init__(N_("latitude, longitude: 43.3521, 77.0405"))

    def value(self) -> Any:
        """Latitude and longitude. Raises ``Unclear``."""
        text = self.line.text().strip()
        if not text:
            return None
        found = _PAIR.fullmatch(text)
        point = (float(found[1]), float(found[2])) if found else None
        if point is None or abs(point[0]) > LATITUDES or abs(point[1]) > LONGITUDES:
            raise Unclear(_("Write latitude and longitude in degrees: 43.3521, 77.0405."))
        return point

    def fill(self, value: Any) -> None:
        """Show a point."""
        self.line.setText(f"{value[0]}, {value[1]}" if value else "")
