"""What is wrong with a file, each fault with its place, gathered until everything has been looked at."""

import json
import re
from collections.abc import Iterator

from desktop.errors import Fault, InputFaults
from desktop.i18n import _, ngettext

Spot = tuple[str | int, ...]
SHOWN = 200
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_LONGEST_QUOTE = 60


def place_of(spot: Spot) -> str:
    """A spot as people and programs write it: ``events[3].participants[0].role``."""
    place = ""
    for step in spot:
        if isinstance(step, int):
            place += f"[{step}]"
        elif _NAME.fullmatch(step):
            place += f".{step}" if place else step
        else:
            place += f"[{json.dumps(step)}]"
    return place


def quoted(value: object) -> str:
    """A value out of the file as one short line fit for a sentence."""
    text = value if isinstance(value, str) else json.dumps(value)
    text = "".join(letter if letter.isprintable() else "�" for letter in text)
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


class UnknownTerms(InputFaults):
    """All that is wrong with a file is that it names terms or fields which are not known, and could be added."""


class Faults:
    """The faults of one file, in the order of their places."""

    def __init__(self) -> None:
        self._found: list[tuple[Spot, str]] = []
        self._addable = 0

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[tuple[Spot, str]]:
        return iter(self._found)

    def add(self, spot: Spot, what: str, *, can_be_added: bool = False) -> None:
        """Note a fault; the same place is not told twice the same thing. A term that is unknown might be added."""
        if len(self._found) >= SHOWN or (spot, what) not in self._found:
            self._found.append((spot, what))
            self._addable += can_be_added

    def refuse(self) -> None:
        """Raise ``InputFaults`` when there are any: the first 200 with their places, the others counted.

        Where adding unknown terms would mend all of them, it is ``UnknownTerms``.
        """
        if not self._found:
            return
        count = len(self._found)
        what = ngettext(
            "The file has {count} fault; nothing was imported.",
            "The file has {count} faults; nothing was imported.",
            count,
        ).format(count=count)
        found = sorted(self._found[:SHOWN], key=_order)
        remedy = _("The first {shown} are listed.").format(shown=SHOWN) if count > SHOWN else ""
        told = [Fault(place_of(spot), said) for spot, said in found]
        if self._addable == count:
            ask = _("To add what is unknown to your vocabularies, import with “Add unknown terms” (--add-terms).")
            raise UnknownTerms(what, told, f"{ask} {remedy}".strip())
        raise InputFaults(what, told, remedy)


def _order(fault: tuple[Spot, str]) -> tuple[str | int, ...]:
    """Together what belongs together: by part of the file, then by number."""
    spot = fault[0]
    number = spot[1] if len(spot) > 1 and isinstance(spot[1], int) else -1
    return (str(spot[0]) if spot else "", number)


def refusal(what: str, place: str = "") -> InputFaults:
    """The whole file refused for one reason, told at a place where there is one."""
    said = _("The file cannot be read as a case; nothing was imported.")
    return InputFaults(said, [Fault(place, what)])
