"""How a relation reads from either of its two: the vocabulary has the words of the first."""

from desktop.i18n import N_, _
from desktop.ui import labels

# Read from the second: another term says it, or the same one, or words of their own.
_INVERSE_TERMS = {"parent": "child", "child": "parent", "superior": "subordinate", "subordinate": "superior"}
_MUTUAL = frozenset(
    {"spouse", "sibling", "relative", "friend", "colleague", "cellmate", "co-accused", "acquaintance", "other"}
)
_INVERSE_WORDS: dict[str, str] = {
    "guardian": N_("Under the guardianship of"),
    "lawyer": N_("Client of the lawyer"),
    "representative": N_("Represented by"),
    "employee": N_("Employs"),
    "member": N_("Has as a member"),
    "head": N_("Headed by"),
    "source": N_("Informed by"),
}


def relation(kind: str, *, is_outgoing: bool) -> str:
    """What one is to the other: ``Superior of`` from the first, ``Subordinate of`` from the second."""
    if is_outgoing or kind in _MUTUAL:
        return labels.term("relation-kinds", kind)
    if kind in _INVERSE_TERMS:
        return labels.term("relation-kinds", _INVERSE_TERMS[kind])
    if kind in _INVERSE_WORDS:
        return _(_INVERSE_WORDS[kind])
    return _("{link} (from there)").format(link=labels.term("relation-kinds", kind))


def reading(kind: str, *, is_outgoing: bool) -> str:
    """The whole relation with ``{other}`` where the name of the other one stands."""
    words = relation(kind, is_outgoing=is_outgoing)
    if not is_outgoing and kind in _INVERSE_WORDS:
        return _("{inverse} {other}").replace("{inverse}", words)
    return _("{relation} {other}").replace("{relation}", words)
