"""A table refused as a whole, for a reason told with its place."""

from desktop.errors import Fault, InputFaults
from desktop.i18n import _


def refusal(what: str, place: str = "", remedy: str = "") -> InputFaults:
    """The error to raise for a file that is no table we read."""
    said = _("The file cannot be read as a table; nothing was imported.")
    return InputFaults(said, [Fault(place, what)], remedy)
