"""What is wrong in a rule: where, and a short code for it; ``desktop.messages`` and the editor say it in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file (empty for a rule of the user's), the rule's id where it has one, the key, and a code.

    Codes: ``syntax``, ``missing``, ``type``, ``unknown-key``, ``duplicate``, ``form`` (not of the right form),
    ``unknown-term`` (names something that is not there), ``empty``, ``order`` (ends before it begins),
    ``cycle`` (refers to itself, at once or through others).
    """

    file: str
    rule: str
    key: str
    what: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.rule, self.key, self.what) if part)
